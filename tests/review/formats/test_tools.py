"""What translation tools and office programs do to files, which must not cost a word."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.errors import ReviewError
from summarize.review.formats import FORMATS, read_file
from summarize.review.formats.records import Document, Imported, Row
from summarize.review.records import Reviewed

ONE = Reviewed("0123456789ab", "k1", "The court opened.", "តុលាការបើក។", "តុលាការបើក។", "draft", 3)
DOCUMENT = Document("0123456789ab", "Courts", "a.txt", (Row(ONE, ("error: a number",), True),))


def written(name: str, row: Row = DOCUMENT.rows[0]) -> str:
    return FORMATS[name].codec().write(replace(DOCUMENT, rows=(row,))).decode("utf-8-sig")


def only(text: str, name: str) -> Imported:
    (one,) = read_file(text.encode(), f"a{FORMATS[name].suffix}")
    return one


@pytest.mark.parametrize(
    ("row", "state", "qualifier"),
    [
        (Row(ONE), "needs-review-translation", "mt-suggestion"),
        (Row(ONE, faulty=True), "needs-translation", "mt-suggestion"),
        (Row(ONE, origin="memory"), "needs-review-translation", "exact-match"),
        (Row(ONE, origin="fuzzy"), "needs-review-translation", "fuzzy-match"),
        (Row(replace(ONE, state="needs-work")), "needs-translation", None),
        (Row(replace(ONE, state="edited"), faulty=True), "translated", None),
        (Row(replace(ONE, state="approved")), "final", None),
    ],
)
def test_xliff_tells_tools_how_far_a_segment_is(
    row: Row, state: str, qualifier: str | None
) -> None:
    text = written("xliff", row)
    assert f'state="{state}"' in text
    assert ("state-qualifier" in text) == (qualifier is not None)
    assert f'state-qualifier="{qualifier}"' in text or qualifier is None
    assert only(text, "xliff").state == row.segment.state


@pytest.mark.parametrize(
    ("name", "old", "new", "target"),
    [
        ("xliff", "តុលាការបើក។", '<g id="1">តុលាការ</g><x id="2"/>បើក។', "តុលាការបើក។"),
        ("xliff", "តុលាការបើក។", '<mrk mtype="seg" mid="0">តុលាការបើក។</mrk>', "តុលាការបើក។"),
        ("xliff", "តុលាការបើក។", "<ph id='1'>&lt;br&gt;</ph>តុលាការ។", "តុលាការ។"),
        ("xliff", "<note", "<alt-trans><target>ផ្សេង</target></alt-trans><note", "តុលាការបើក។"),
        ("xliff2", "តុលាការបើក។", '<pc id="1">តុលាការ</pc><ph id="2"/>បើក។', "តុលាការបើក។"),
        (
            "xliff2",
            "</segment>",
            "</segment><segment><source> More.</source><target> ទៀត។</target></segment>",
            "តុលាការបើក។ ទៀត។",
        ),
        ("tmx", 'lang="km"', 'lang="KM_kh"', "តុលាការបើក។"),
        ("tmx", "<seg xml:space", "<!-- x --><seg xml:space", "តុលាការបើក។"),
        ("po", "#. version: 3\n", "# ចំណាំ\n#. version: 3\n#: a.txt:1\n", "តុលាការបើក។"),
        ("po", 'msgstr "តុលាការ', 'msgstr ""\n"តុលាការ"\n"', "តុលាការបើក។"),
        ("po", "\n", "\r\n", "តុលាការបើក។"),
        ("csv", "version", "version,mine", "តុលាការបើក។"),
        ("html", "<textarea", "<br><textarea data-x", "តុលាការបើក។"),
    ],
)
def test_what_tools_add_around_the_text_is_no_part_of_it(
    name: str, old: str, new: str, target: str
) -> None:
    one = only(written(name).replace(old, new), name)
    assert one.target == target
    assert (one.key, one.version, one.sha256) == (ONE.key, 3, ONE.source_sha256)


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("xliff", (f' summarize:sha256="{ONE.source_sha256}"', ' summarize:version="3"')),
        ("xliff2", (f' summarize:sha256="{ONE.source_sha256}"', ' summarize:version="3"')),
        ("po", (f"#. sha256: {ONE.source_sha256}\n", "#. version: 3\n")),
        ("tmx", (f'<prop type="x-sha256">{ONE.source_sha256}</prop>', ">3<")),
        ("csv", (ONE.source_sha256, ",3\r\n")),
        ("html", (f' data-sha256="{ONE.source_sha256}"', ' data-version="3"')),
    ],
)
def test_a_tool_that_drops_our_fields_leaves_id_english_and_khmer(
    name: str, lost: tuple[str, ...]
) -> None:
    text = written(name)
    for part in lost:
        assert part in text
        text = text.replace(part, "><" if part.startswith(">") else "")
    one = only(text, name)
    assert (one.key, one.source, one.target) == (ONE.key, ONE.source, ONE.target)
    assert (one.sha256, one.version) == ("", None)


@pytest.mark.parametrize(
    ("state", "meant"),
    [
        ("signed-off", "approved"),
        ("final", "approved"),
        ("translated", "edited"),
        ("needs-l10n", "needs-work"),
        ("new", "draft"),
        ("x-own", None),
    ],
)
def test_the_states_of_xliff_are_understood_whatever_qualifier_is_left(
    state: str, meant: str | None
) -> None:
    text = written("xliff", Row(replace(ONE, state="edited")))
    text = text.replace('state="translated"', f'state="{state}"')
    assert only(text, "xliff").state == meant


def word(change: Callable[[str], str]) -> Imported:
    """A Word export after ``change`` of its XML."""
    old = io.BytesIO(FORMATS["docx"].codec().write(DOCUMENT))
    file = io.BytesIO()
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                part = change(part.decode()).encode()
            after.writestr(name, part)
    (one,) = read_file(file.getvalue(), "a.docx")
    return one


@pytest.mark.parametrize(
    ("inside", "target"),
    [
        ("<w:ins><w:r><w:t>ថ្មី</w:t></w:r></w:ins>", "តុលាការបើក។ថ្មី"),
        ("<w:del><w:r><w:delText>ចាស់</w:delText></w:r></w:del>", "តុលាការបើក។"),
        ("<w:moveFrom><w:r><w:t>ចាស់</w:t></w:r></w:moveFrom>", "តុលាការបើក។"),
        ("<w:hyperlink><w:r><w:t>ថ្មី</w:t></w:r></w:hyperlink>", "តុលាការបើក។ថ្មី"),
        ("<w:r><w:tab/><w:t>ថ្មី</w:t><w:br/></w:r>", "តុលាការបើក។ ថ្មី "),
        ("</w:p><w:p><w:r><w:t>ថ្មី</w:t></w:r>", "តុលាការបើក។ ថ្មី"),
    ],
)
def test_word_gives_the_text_as_it_stands_once_changes_are_accepted(
    inside: str, target: str
) -> None:
    def change(xml: str) -> str:
        place = xml.rindex("</w:p>", 0, xml.rindex("</w:tc>"))
        return xml[:place] + inside + xml[place:]

    assert word(change).target == target


def test_an_unknown_state_is_named_with_its_row() -> None:
    with pytest.raises(ReviewError, match="row 2: state 'ready' is unknown"):
        read_file(written("csv").replace(",draft,", ",ready,").encode(), "a.csv")


def test_a_sheet_without_its_heading_is_refused() -> None:
    with pytest.raises(ReviewError, match="no row that names the columns id and target"):
        read_file(written("csv").replace("target", "khmer").encode(), "a.csv")


@pytest.mark.parametrize("name", ["xliff", "tmx"])
def test_xml_of_another_kind_is_refused(name: str) -> None:
    with pytest.raises(ReviewError, match="begins with <html>"):
        read_file(b"<html/>", f"a{FORMATS[name].suffix}")


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_in_the_english_do_not_break_a_file(name: str) -> None:
    odd = replace(ONE, source="The\x0bcourt\x00 \uffffopened.")
    data = FORMATS[name].codec().write(replace(DOCUMENT, rows=(Row(odd),)))
    (one,) = read_file(data, f"a{FORMATS[name].suffix}")
    assert one.source == "Thecourt opened."
