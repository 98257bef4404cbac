"""Where the hub has the weights of a repository in safetensors form, if ``main`` has pickles only.

The hub's conversion bot opens a pull request with them, which is a branch ``refs/pr/N``. Anybody
may open a pull request with any weights, so only those of the bot count.
"""

from itertools import islice
from typing import Any

from summarize.models.remote import MAX_LISTED, remote_files

BOT = "SFconvertbot"
SUFFIX = ".safetensors"


def conversion_of(api: Any, repository: str) -> str | None:
    """The newest branch of the hub's bot with safetensors, or ``None``.

    ``api`` is the hub's own client; its errors come through.
    """
    found = api.get_repo_discussions(
        repository, author=BOT, discussion_type="pull_request", discussion_status="all"
    )
    requests = sorted(
        (one.num for one in islice(found, MAX_LISTED) if one.is_pull_request and one.author == BOT),
        reverse=True,
    )
    branches = (f"refs/pr/{number}" for number in requests)
    return next((branch for branch in branches if _has_weights(api, repository, branch)), None)


def _has_weights(api: Any, repository: str, branch: str) -> bool:
    files = remote_files(api.list_repo_tree(repository, revision=branch))
    return any(file.path.endswith(SUFFIX) for file in files)
