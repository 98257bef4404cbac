"""UTF-8, UTF-16 and Windows-1252 are read; everything else is named."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.decoding import decode
from summarize.errors import ArticleError

TEXT = "“The café on Street 271 stays open,” the judge said – for now."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "le without mark", "be without mark", "1252"],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nrest", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        (b"PK\x03\x04\x14\0", "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word file"),
        (b"{\\rtf1 text}", "Rich Text"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(ArticleError, match=f"a.txt .*{kind}") as caught:
        decode(data, "a.txt")
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        "Суд отложил решение".encode("cp1251"),
        "裁判所は判決を延期した".encode("shift-jis"),
        b"\x81\x8d in a text that is otherwise plain ASCII",
        "The ‘ruling’ came".encode() + b" \xff at last",
        codecs.BOM_UTF8 + b"caf\xe9",
    ],
    ids=["cyrillic", "japanese", "undefined", "damaged", "mark that lies"],
)
def test_another_encoding_is_refused_with_the_way_to_mend_it(data: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data, "a.txt")
    assert "UTF-8" in caught.value.hint


def test_a_declared_character_set_is_used() -> None:
    assert decode("Київ".encode("koi8-u"), "a", "koi8-u") == "Київ"
    assert decode("Café in Paris".encode("latin-1"), "a", "ISO-8859-1") == "Café in Paris"


@pytest.mark.parametrize("charset", ["no-such", "ascii", "latin-1", "utf-16", "rot13", "hex"])
def test_a_declared_character_set_that_lies_gives_way_to_the_bytes(charset: str) -> None:
    assert decode("The café is open.".encode(), "a", charset) == "The café is open."


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "latin-1", "zlib"]))
def test_any_bytes_give_text_or_a_plain_error(data: bytes, charset: str) -> None:
    with contextlib.suppress(ArticleError):
        assert isinstance(decode(data, "a.txt", charset), str)
