"""TMX: what goes out comes back, what other tools write is understood, and attacks are refused."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ReviewError
from summarize.khmer.entered import entered
from summarize.memory import Entry
from summarize.memory.tmx import Reading, read_tmx, write_tmx

ENTRIES = (
    Entry(
        "He said: “Stop & <go>” at 5  o'clock.",
        "លោកបានថា «ឈប់ & <ទៅ>» ម៉ោង ៥។",
        "ដារ៉ា <d@x>",
        "2026-01-02T03:04:05+00:00",
        "300ba502abea",
    ),
    Entry("=1+1", "=១+១"),
)

FOREIGN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header/><body>
<tu changeid="unit" changedate="20200102T030405Z">
  <note>ignored</note>
  <tuv lang="EN-US"><seg>The <bpt i="1">&lt;b&gt;</bpt>big<ept i="1"/> <hi>house</hi>.</seg></tuv>
  <tuv lang="KM-KH" changeid="Rith"><seg>ផ្ទះ\u200bធំ។</seg></tuv>
  <tuv lang="FR"><seg>La maison.</seg></tuv>
</tu>
<tu><tuv lang="EN-US"><seg>No Khmer.</seg></tuv><tuv lang="KM"><seg> </seg></tuv></tu>
</body></tmx>"""


def test_what_is_written_is_read_again() -> None:
    assert read_tmx(write_tmx(ENTRIES), "own.tmx") == Reading(ENTRIES)


TEXT = st.text(max_size=40).map(entered).filter(bool)


@given(st.lists(st.builds(Entry, source=TEXT, target=TEXT, who=TEXT), max_size=3))
def test_any_text_comes_back(entries: list[Entry]) -> None:
    assert list(read_tmx(write_tmx(entries), "own.tmx").entries) == entries


def test_an_independent_reader_finds_the_texts_and_languages() -> None:
    root = ET.fromstring(write_tmx(ENTRIES).decode())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    xml = "{http://www.w3.org/XML/1998/namespace}"
    found = [(tuv.get(f"{xml}lang"), tuv.findtext("seg")) for tuv in root.iter("tuv")]
    assert found == [
        pair for entry in ENTRIES for pair in (("en", entry.source), ("km", entry.target))
    ]
    assert {seg.get(f"{xml}space") for seg in root.iter("seg")} == {"preserve"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_other_tools_regions_codes_and_stamps_are_understood(encoding: str) -> None:
    data = FOREIGN.replace("utf-8", encoding).encode(encoding)
    assert read_tmx(data, "foreign.tmx") == Reading(
        (Entry("The big house.", "ផ្ទះធំ។", "Rith", "2020-01-02T03:04:05+00:00"),), unfinished=1
    )


BOMB = """<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>"""
OUTSIDE = """<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&a;</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        ("<tmx", "not sound XML"),
        ("", "not sound XML"),
        ("<xliff/>", "begins with <xliff>"),
    ],
)
def test_what_is_no_sound_tmx_is_refused_by_name(text: str, fault: str) -> None:
    with pytest.raises(ReviewError, match=fault) as caught:
        read_tmx(text.encode(), "bad.tmx")
    assert "bad.tmx" in caught.value.message
