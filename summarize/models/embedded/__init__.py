"""The English-Khmer model that comes with the program: its files, and how they become a model."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "en-km"


def status(
    model_dir: Path, folder: Path = FOLDER, learned_dir: Path | None = None
) -> tuple[bool, str, str]:
    """Whether the model in use can be used, a line about it, and what to do if not.

    Looks at its files, the base weights and the kept build, all without loading them. Raises
    ``ModelError``.
    """
    from summarize.models.embedded.build import place, require_base
    from summarize.models.embedded.learned import model_in_use
    from summarize.models.embedded.manifest import require_intact
    from summarize.models.store import damage

    told: list[str] = []
    manifest = model_in_use(learned_dir, folder, told.append)
    require_intact(manifest)
    whose = ", learned by this desk" if manifest.folder != folder else ""
    name = " ".join([*told, f"{manifest.name} {manifest.version} ({manifest.kind}{whose})"])
    if manifest.adapter is None:
        return True, name, ""
    require_base(manifest.adapter.base)
    kept = place(manifest, model_dir)
    if not kept.is_dir():
        return True, f"{name}, is prepared on first use (about a minute)", ""
    if problem := damage(kept, thorough=True):
        return True, f"{name}, {problem}: it is prepared again on next use", ""
    return True, f"{name}, prepared in {kept}", ""
