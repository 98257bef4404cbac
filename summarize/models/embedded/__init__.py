"""The English-Khmer model that comes with the program: its files, and how they become a model."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "en-km"


def status(model_dir: Path, folder: Path = FOLDER) -> tuple[bool, str, str]:
    """Whether the model can be used, a line about it, and what to do if not.

    Looks at the shipped files, the base weights and the kept build, all without loading them.
    Raises ``ModelError``.
    """
    from summarize.models.embedded.build import place, require_base
    from summarize.models.embedded.manifest import read_manifest, require_intact
    from summarize.models.store import damage

    manifest = read_manifest(folder)
    require_intact(manifest)
    name = f"{manifest.name} {manifest.version} ({manifest.kind})"
    if manifest.adapter is None:
        return True, name, ""
    require_base(manifest.adapter.base)
    kept = place(manifest, model_dir)
    if not kept.is_dir():
        return True, f"{name}, is prepared on first use (about a minute)", ""
    if problem := damage(kept, thorough=True):
        return True, f"{name}, {problem}: it is prepared again on next use", ""
    return True, f"{name}, prepared in {kept}", ""
