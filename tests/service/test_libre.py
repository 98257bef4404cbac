"""What clients of LibreTranslate ask and are answered: the same as by LibreTranslate."""

import io
from typing import Any

import docx
import httpx
import pytest

from summarize.service.asked import MAX_CHARACTERS, MAX_SENTENCES, MAX_TEXTS
from tests.service.conftest import (
    COURT,
    COURT_KHMER,
    MEETING,
    MEETING_KHMER,
    OTHER_KHMER,
    Book,
)

PAIR = {"source": "en", "target": "km"}
FRENCH = "Le ministre de la justice a dit que la réunion est terminée depuis lundi."
ONE = {"q": MEETING, **PAIR}


def test_languages_are_english_into_khmer(client: httpx.Client) -> None:
    assert client.get("/languages").json() == [
        {"code": "en", "name": "English", "targets": ["km"]},
        {"code": "km", "name": "Khmer", "targets": []},
    ]


@pytest.mark.parametrize("form", ["json", "data"])
def test_a_text_is_translated_from_json_and_from_a_form(client: httpx.Client, form: str) -> None:
    answer = client.post("/translate", **{form: ONE})  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert answer.json() == {"translatedText": MEETING_KHMER}


def test_several_texts_come_back_one_for_one(client: httpx.Client) -> None:
    answer = client.post("/translate", json={"q": [COURT, "😀", MEETING], **PAIR}).json()
    assert answer == {"translatedText": [COURT_KHMER, "😀", MEETING_KHMER]}


def test_a_list_of_one_is_a_list(client: httpx.Client) -> None:
    answer = client.post("/translate", json={"q": [MEETING], **PAIR}).json()
    assert answer["translatedText"] == [MEETING_KHMER]


def test_lines_stay_and_each_sentence_is_translated_by_itself(
    client: httpx.Client, book: Book
) -> None:
    text = f"{COURT} {MEETING}\n\n  {MEETING}\n"
    answer = client.post("/translate", json={"q": text, **PAIR}).json()
    assert answer["translatedText"] == (f"{COURT_KHMER} {MEETING_KHMER}\n\n  {MEETING_KHMER}\n")
    assert sorted(set(book.given) - {"Good morning."}) == [COURT, MEETING]


def test_line_ends_of_a_form_are_those_of_unix(client: httpx.Client) -> None:
    answer = client.post("/translate", data={"q": f"{COURT}\r\n{MEETING}", **PAIR}).json()
    assert answer["translatedText"] == f"{COURT_KHMER}\n{MEETING_KHMER}"


def test_html_stays_html(client: httpx.Client) -> None:
    html = f"<p>{COURT}</p><p><b>{MEETING}</b></p>"
    answer = client.post("/translate", json={"q": html, "format": "html", **PAIR}).json()
    assert answer["translatedText"] == f"<p>{COURT_KHMER}</p><p><b>{MEETING_KHMER}</b></p>"


def test_alternatives_are_other_wordings_as_far_as_there_are_any(client: httpx.Client) -> None:
    answer = client.post("/translate", json={**ONE, "alternatives": 3}).json()
    assert answer == {"translatedText": MEETING_KHMER, "alternatives": [OTHER_KHMER]}
    asked = {"q": [COURT, MEETING], "alternatives": 1, **PAIR}
    answer = client.post("/translate", json=asked).json()
    assert answer["alternatives"] == [[], [OTHER_KHMER]]


def test_the_language_is_found_where_it_is_auto(client: httpx.Client) -> None:
    answer = client.post("/translate", json={**ONE, "source": "auto"}).json()
    assert answer["translatedText"] == MEETING_KHMER
    assert answer["detectedLanguage"]["language"] == "en"
    assert 0 < answer["detectedLanguage"]["confidence"] <= 100


def test_what_is_khmer_already_stays_where_the_language_is_auto(client: httpx.Client) -> None:
    asked = {"q": [MEETING, f"{COURT_KHMER} ASEAN"], "source": "auto", "target": "km"}
    answer = client.post("/translate", json=asked).json()
    assert answer["translatedText"] == [MEETING_KHMER, f"{COURT_KHMER} ASEAN"]
    assert [one["language"] for one in answer["detectedLanguage"]] == ["en", "km"]


@pytest.mark.parametrize(("source", "target"), [("en-US", "km-KH"), ("EN", "km_KH")])
def test_regions_of_a_language_are_that_language(
    client: httpx.Client, source: str, target: str
) -> None:
    asked = {"q": MEETING, "source": source, "target": target}
    assert client.post("/translate", json=asked).json()["translatedText"] == MEETING_KHMER


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"q": None}, "Invalid request: missing q parameter"),
        ({"q": ""}, "Invalid request: missing q parameter"),
        ({"q": []}, "Invalid request: missing q parameter"),
        ({"q": 7}, "Invalid request: q parameter is not text"),
        ({"q": [7]}, "Invalid request: q parameter is not a list of texts"),
        ({"source": None}, "Invalid request: missing source parameter"),
        ({"target": None}, "Invalid request: missing target parameter"),
        ({"target": "fr"}, "fr is not supported"),
        ({"source": "zz"}, "zz is not supported"),
        ({"target": "auto"}, "auto is not supported"),
        ({"target": "en"}, "English (en) is not available as a target language from English (en)"),
        (
            {"source": "km", "target": "en"},
            "English (en) is not available as a target language from Khmer (km)",
        ),
        ({"format": "xml"}, "xml format is not supported"),
        ({"alternatives": "many"}, "Invalid request: alternatives parameter is not a number"),
        (
            {"q": "x" * (MAX_CHARACTERS + 1)},
            f"Invalid request: request ({MAX_CHARACTERS + 1}) exceeds text limit "
            f"({MAX_CHARACTERS})",
        ),
        (
            {"q": ["x"] * (MAX_TEXTS + 1)},
            f"Invalid request: request ({MAX_TEXTS + 1}) exceeds text limit ({MAX_TEXTS})",
        ),
        (
            {"q": "A.\n" * (MAX_SENTENCES + 1)},
            f"Invalid request: {MAX_SENTENCES + 1:,} sentences exceed the limit of "
            f"{MAX_SENTENCES:,}",
        ),
        (
            {"q": FRENCH, "source": "auto"},
            "fr is not supported",
        ),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_makes_no_sense_is_refused_in_the_words_of_libretranslate(
    client: httpx.Client, change: dict[str, Any], error: str
) -> None:
    answer = client.post("/translate", json={**ONE, **change})
    assert (answer.status_code, answer.json()) == (400, {"error": error})


@pytest.mark.parametrize("body", [b"", b"nonsense", b"[1]", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_is_refused(client: httpx.Client, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = client.post("/translate", content=body, headers=headers)
    assert (answer.status_code, answer.json()) == (400, {"error": "Invalid JSON format"})


def test_halves_of_characters_are_left_out(client: httpx.Client) -> None:
    body = '{"q": "12 \\ud800", "source": "en", "target": "km"}'
    headers = {"content-type": "application/json"}
    answer = client.post("/translate", content=body, headers=headers)
    assert answer.json() == {"translatedText": "12 "}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [("/nothing", "", 404), ("/translate", "x", 415), ("/suggest", "", 403)],
)
def test_every_refusal_is_an_error_in_json(
    client: httpx.Client, path: str, body: str, status: int
) -> None:
    headers = {"content-type": "image/png"}
    answer = client.post(path, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_a_method_that_is_not_there_is_refused_in_json(client: httpx.Client) -> None:
    answer = client.get("/translate")
    assert (answer.status_code, answer.json()) == (405, {"error": "Method Not Allowed"})


@pytest.mark.parametrize(
    ("text", "code"), [(MEETING, "en"), (MEETING_KHMER, "km"), ("Das Gericht tagte nicht.", "de")]
)
def test_languages_are_told(client: httpx.Client, text: str, code: str) -> None:
    (found,) = client.post("/detect", data={"q": text}).json()
    assert found["language"] == code
    assert 50 < found["confidence"] <= 100


def test_settings_and_health_are_told(client: httpx.Client) -> None:
    settings = client.get("/frontend/settings").json()
    assert settings["charLimit"] == MAX_CHARACTERS
    assert settings["keyRequired"] is False
    assert settings["language"]["target"] == {"code": "km", "name": "Khmer"}
    assert client.get("/health").json() == {"status": "ok", "waiting": 0}


def sent(client: httpx.Client, name: str, data: bytes, **change: str) -> httpx.Response:
    return client.post("/translate_file", data={**PAIR, **change}, files={"file": (name, data)})


def fetched(client: httpx.Client, answer: httpx.Response) -> httpx.Response:
    assert answer.status_code == 200, answer.text
    return client.get(answer.json()["translatedFileUrl"])


def test_a_text_file_comes_back_in_its_layout(client: httpx.Client) -> None:
    found = fetched(client, sent(client, "note.txt", f"{COURT}\n\n- {MEETING}\n".encode()))
    assert found.content.decode("utf-8") == f"{COURT_KHMER}\n\n- {MEETING_KHMER}\n"
    assert found.headers["content-disposition"] == (
        "attachment; filename=\"note_km.txt\"; filename*=UTF-8''note_km.txt"
    )


def test_a_page_comes_back_as_a_page(client: httpx.Client) -> None:
    page = f"<!DOCTYPE html><html><body><h1>{COURT}</h1></body></html>".encode()
    found = fetched(client, sent(client, "../../ទំព័រ.HTML", page))
    assert f"<h1>{COURT_KHMER}</h1>" in found.content.decode("utf-8")
    assert "%E1%9E%91" in found.headers["content-disposition"]
    assert ".." not in found.headers["content-disposition"]


def test_a_word_file_comes_back_as_one(client: httpx.Client) -> None:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(COURT)
    document.save(buffer)
    found = fetched(client, sent(client, "story.docx", buffer.getvalue()))
    assert docx.Document(io.BytesIO(found.content)).paragraphs[0].text == COURT_KHMER


@pytest.mark.parametrize(
    ("name", "data", "change", "error"),
    [
        ("a.exe", b"MZ", {}, "file format not supported"),
        ("noname", b"text", {}, "file format not supported"),
        ("a.docx", b"text", {}, "damaged"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, {}, ""),
        ("a.txt", b"text", {"target": "zz"}, "zz is not supported"),
        ("a.txt", b"text", {"source": "zz"}, "zz is not supported"),
        ("a.txt", b"A.\n" * (MAX_SENTENCES + 1), {}, "sentences exceed"),
        ("a.txt", FRENCH.encode(), {"source": "auto"}, "fr is not supported"),
    ],
)
def test_files_that_cannot_be_translated_are_refused_in_words(
    client: httpx.Client, name: str, data: bytes, change: dict[str, str], error: str
) -> None:
    answer = sent(client, name, data, **change)
    assert answer.status_code == 400
    assert error in answer.json()["error"]


def test_a_form_without_a_file_is_refused(client: httpx.Client) -> None:
    answer = client.post("/translate_file", data=PAIR)
    assert answer.json() == {"error": "Invalid request: missing file parameter"}


@pytest.mark.parametrize("key", ["guessed.txt", "%2e%2e%2fetc%2fpasswd"])
def test_no_other_file_can_be_fetched(client: httpx.Client, key: str) -> None:
    assert client.get(f"/download_file/{key}").status_code == 404
