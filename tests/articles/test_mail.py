"""An e-mail pasted as text: its header says the title and goes."""

from pathlib import Path

import pytest

from summarize.articles import read_article
from summarize.articles.mail import without_header

BODY = "The ferry starts again on Friday.\n\nIt was in the dock for eleven weeks."


@pytest.mark.parametrize(
    "header",
    [
        "From: Port <p@a.org>\nTo: Desk\nSubject: Ferry starts again\nDate: Mon, 3 Nov\n\n",
        "Subject: Fwd: Re: Ferry starts again\nFrom: Port\n\n",
        "---- Forwarded message ----\nFrom: Port\nSubject: Ferry starts\n again\nTo: D\n\n",
        "> From: Port\n> Subject: Ferry starts again\n\n",
    ],
)
def test_the_subject_is_the_title(header: str) -> None:
    title, text = without_header(header + BODY)
    assert title.startswith("Ferry starts")
    assert text.strip() == BODY


def test_what_stands_below_the_signature_goes() -> None:
    header = "From: Port\nSubject: Ferry\n\n"
    assert without_header(f"{header}{BODY}\n-- \nThe port\n")[1].strip() == BODY


@pytest.mark.parametrize("text", [BODY, "From: here to there\n\nIt rains.", "Subject: x", ""])
def test_other_text_stays(text: str) -> None:
    assert without_header(text) == ("", text)


def test_a_file_with_a_pasted_mail(tmp_path: Path) -> None:
    path = tmp_path / "mail.txt"
    path.write_text(f"From: Port\nTo: Desk\nSubject: Ferry starts again\n\n{BODY}")
    article = read_article(str(path))
    assert (article.title, article.text) == ("Ferry starts again", BODY)
