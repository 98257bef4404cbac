"""The content security policy of pages that need nothing but themselves."""

import base64
import hashlib


def policy(style: str, script: str = "", fonts: str = "'none'") -> str:
    """Only ``style`` and ``script`` may run, told by their hash; nothing is loaded.

    ``fonts`` is where fonts may come from.
    """
    scripts = _hash(script) if script else "'none'"
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {scripts}; "
        f"font-src {fonts}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
