"""Terms and names that a person adds on a page, from what they have selected."""

from starlette.exceptions import HTTPException

from summarize.khmer.entered import entered
from summarize.review.web.answers import Json
from summarize.review.web.changes import standing
from summarize.review.web.desk import Desk


def add_entry(desk: Desk, article: str, source: str, khmer: str, *, is_name: bool) -> Json:
    """Let ``khmer`` stand for the English ``source`` from now on; how the article stands then.

    No text is changed. Raises ``HTTPException`` 400 where either is empty, ``SummarizeError`` where
    the glossary cannot be written.
    """
    english, form = entered(source), entered(khmer)
    if not (english and form):
        raise HTTPException(400, "An entry is to have English and Khmer.")
    desk.store.use(desk.approve(english, form, "name" if is_name else "term"))
    return standing(desk, article)
