"""Names from a file beside those of the ledger: none is dropped without a word."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.glossary.ledger import Approval, Weighed, weigh
from summarize.glossary.records import Term
from tests.glossary.strategies import FINISHED

SOK = Approval("Sok", "2026-11-30")
RITH = Term("Koeut Rith", "កើត រិទ្ធ", note="name", approver="Dara", approved="2026-11-01")


def weighed(*rows: Term, own: tuple[Term, ...] = (), said: str = "") -> Weighed:
    return weigh(rows, own, lambda _: said, SOK)


def test_what_the_file_approves_is_signed() -> None:
    (name,) = weighed(Term("Chan Dara", "ចាន់ ដារ៉ា")).taken
    assert (name.note, name.approver, name.approved) == ("name", "Sok", "2026-11-30")


def test_what_somebody_approved_stays_signed_by_them() -> None:
    assert weighed(RITH).taken == (RITH,)
    assert weighed(RITH, own=(RITH,)) == Weighed((), 1, ())


def test_another_khmer_is_approved_anew() -> None:
    (name,) = weighed(Term("Koeut Rith", "គើត រិទ្ធ"), own=(RITH,)).taken
    assert (name.target, name.approver) == ("គើត រិទ្ធ", "Sok")


def test_an_entry_keeps_what_the_file_does_not_say() -> None:
    entry = Term("Koeut Rith", "កើត រិទ្ធ", note="name", office="minister", latin=("Keut Rith",))
    (name,) = weighed(Term("Koeut Rith", "គើត រិទ្ធ"), own=(entry,)).taken
    assert (name.office, name.latin) == ("minister", ("Keut Rith",))


def test_a_proposal_that_the_program_makes_itself_is_none() -> None:
    row = Term("Chan Dara", "ចាន់ ដារ៉ា", status="proposed")
    assert weighed(row, said="ចាន់ ដារ៉ា").unchanged == 1
    assert weighed(row, said="ចាន់ តារា").taken[0].status == "proposed"


def test_rows_of_one_name_that_differ_are_all_refused() -> None:
    both = weighed(Term("Chan Dara", "ចាន់ ដារ៉ា"), Term("Chan Dara", "ចាន់ តារា"))
    assert both.taken == ()
    assert [reason.split(": ")[0] for reason in both.refused] == [
        "Chan Dara = ចាន់ ដារ៉ា",
        "Chan Dara = ចាន់ តារា",
    ]


def test_another_spelling_of_an_entry_is_no_name_of_its_own() -> None:
    entry = Term("Koeut Rith", "កើត រិទ្ធ", latin=("Keut Rith",))
    (reason,) = weighed(Term("Keut Rith", "គឺត រិទ្ធ"), own=(entry,)).refused
    assert "another spelling of Koeut Rith" in reason


@given(st.lists(FINISHED, max_size=6), st.lists(FINISHED, max_size=3))
def test_every_row_is_taken_unchanged_or_refused(rows: list[Term], own: list[Term]) -> None:
    found = weighed(*rows, own=tuple(own))
    assert len(found.taken) + found.unchanged + len(found.refused) == len(rows)
    again = weighed(*found.taken, own=(*own, *found.taken))
    assert again.taken == ()
