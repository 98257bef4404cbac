"""Notes to colleagues, as the page asks for them."""

from collections.abc import Iterable

from starlette.exceptions import HTTPException

from summarize.khmer.entered import entered_name
from summarize.review.notes import Note
from summarize.review.web.answers import Json
from summarize.review.web.desk import Desk


def note(desk: Desk, article: str, segment: str, text: str) -> Json:
    """Keep a note; all that the segment has then. ``HTTPException`` 400 for an empty one.

    Raises ``UsageError`` for no such segment.
    """
    if not entered_name(text):
        raise HTTPException(400, "A note is to have some text.")
    desk.store.add_note(article, segment, desk.who, text)
    return _standing(desk, article, segment)


def unnote(desk: Desk, article: str, segment: str, number: int) -> Json:
    """Take away a note of one's own; all that the segment has then."""
    desk.store.remove_note(number, desk.who)
    return _standing(desk, article, segment)


def of_notes(notes: Iterable[Note], who: str) -> list[Json]:
    """Notes as the scripts show them; ``own`` are those that ``who`` may take away."""
    return [
        {
            "number": one.number,
            "who": one.who,
            "when": one.when,
            "text": one.text,
            "own": one.who == entered_name(who),
        }
        for one in notes
    ]


def _standing(desk: Desk, article: str, segment: str) -> Json:
    notes = (one for one in desk.store.notes(article) if one.id == segment)
    return {"notes": of_notes(notes, desk.who)}
