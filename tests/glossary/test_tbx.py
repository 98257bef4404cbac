"""TBX: our own files come back whole, other tools' files are understood, hostile ones refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from summarize.errors import GlossaryError
from summarize.glossary.records import Term
from summarize.glossary.tables import Reading
from summarize.glossary.tbx import NAMESPACE, read_tbx, write_tbx
from tests.glossary.strategies import FINISHED

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
<termEntry id="t1"><descrip type="subjectField">law</descrip><note>civil</note>
 <admin type="processStatus">provisionallyProcessed</admin>
 <langSet xml:lang="en-US">
  <tig><term>court</term></tig>
  <ntig><termGrp><term>law <hi>court</hi></term></termGrp></ntig>
  <tig><term>tribunal</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="km-KH">
  <tig><term>សាលាក្តី</term>
   <termNote type="partOfSpeech">noun</termNote>
   <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
  <tig><term>តុលាការ</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <tig><term>ទីលាន</term>
   <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="fr"><tig><term>tribunal</term></tig></langSet>
</termEntry>
<termEntry id="t2"><langSet xml:lang="en"><tig><term>bridge</term></tig></langSet></termEntry>
</body></text></martif>"""
DCT = f"""<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="{NAMESPACE}"
 xmlns:b="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body><conceptEntry id="c1">
 <langSec xml:lang="en"><termSec><term>court</term></termSec></langSec>
 <langSec xml:lang="km"><termSec><term>តុលាការ</term></termSec>
  <termSec><term>ទីលាន</term>
   <b:administrativeStatus>deprecatedTerm-admn-sts</b:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""
BOMB = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx><note>&b;</note></tbx>'
EXTERNAL = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/hosts">]><tbx><note>&a;</note></tbx>'


@given(st.lists(FINISHED, max_size=4))
def test_what_is_written_is_read_back(terms: list[Term]) -> None:
    assert read_tbx(write_tbx(terms), "terms.tbx") == Reading(tuple(terms))


def test_the_file_is_tbx_basic_of_version_3() -> None:
    root = etree.fromstring(write_tbx([Term("court", "តុលាការ")]).encode())
    assert root.tag == f"{{{NAMESPACE}}}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")


def test_version_2_gives_a_term_for_each_good_english_name() -> None:
    reading = read_tbx(MARTIF, "terms.tbx")
    assert [term.source for term in reading.terms] == ["court", "law court"]
    assert reading.terms[0] == Term("court", "តុលាការ", ("សាលាក្តី",), ("ទីលាន",), "civil", "proposed")
    assert reading.unfinished == ("concept t2 lacks an English or a Khmer term",)


def test_the_style_with_elements_for_categories_is_read_as_well() -> None:
    assert read_tbx(DCT, "x.tbx").terms == (Term("court", "តុលាការ", forbidden=("ទីលាន",)),)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("text", [BOMB, EXTERNAL])
def test_a_file_that_defines_entities_is_refused(text: str) -> None:
    with pytest.raises(GlossaryError, match="defines XML entities"):
        read_tbx(text, "bomb.tbx")


@pytest.mark.usefixtures("no_network")
def test_a_document_type_is_never_fetched() -> None:
    remote = MARTIF.replace("TBXcoreStructV02.dtd", "http://example.org/tbx.dtd")
    assert read_tbx(remote, "x.tbx") == read_tbx(MARTIF, "x.tbx")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx>\n<text></tbx>", "x.tbx, line 2: not sound XML"),
        ("<html/>", "x.tbx is XML, but no TBX: it begins with <html>"),
        ("source,target", "x.tbx, line 1: not sound XML"),
    ],
)
def test_what_is_no_tbx_is_refused(text: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        read_tbx(text, "x.tbx")
