"""Every input has a place of its own, the same one in every run."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.batch.names import LONGEST, Places
from summarize.batch.records import Input


def source(full: str) -> Input:
    stem = full.rpartition(".")[0] or full
    return Input(name=full, stem=stem, full=full, id=full)


def places(*names: str, known: dict[str, str] | None = None) -> list[str]:
    return Places(known or {}).assign([source(name) for name in names])


def test_a_place_is_the_path_without_suffix() -> None:
    assert places("a.txt", "sub/b.html") == ["a", "sub/b"]


def test_two_that_want_one_place_both_keep_their_suffix() -> None:
    assert places("a.txt", "a.html", "b.txt") == ["a.txt", "a.html", "b"]


def test_case_and_normal_form_make_no_other_place() -> None:
    assert len({place.casefold() for place in places("A.txt", "a.html")}) == 2
    assert places("caf\u00e9.txt", "cafe\u0301.md") == ["caf\u00e9.txt", "cafe\u0301.md"]


def test_the_files_of_the_batch_are_never_taken() -> None:
    assert places("report.md", "manifest.txt", "sub/report.md") == [
        "report.md",
        "manifest.txt",
        "sub/report",
    ]


def test_inputs_of_one_name_are_numbered() -> None:
    twins = [Input(f"{name}#1", "same", "same", id=name) for name in ("x.jsonl", "y.jsonl")]
    assert Places({}).assign(twins) == ["same", "same-2"]


def test_places_of_earlier_runs_stay_when_another_file_comes() -> None:
    assert places("a.txt", "a.html", known={"a.txt": "a"}) == ["a", "a.html"]


def test_names_too_long_for_a_file_are_cut_and_told_apart() -> None:
    first, second = places("ក" * 90 + "1.txt", "ក" * 90 + "2.txt")
    assert first != second
    assert max(len(first.encode()), len(second.encode())) <= LONGEST


NAMES = st.text("aAbé.-", min_size=1, max_size=4).map(lambda s: s.strip(".") or "a")


@given(st.lists(NAMES, unique=True, max_size=12), st.lists(NAMES, unique=True, max_size=12))
def test_no_two_inputs_share_a_place_and_none_ever_moves(first: list[str], then: list[str]) -> None:
    before = dict(zip(first, places(*first), strict=True))
    both = list(dict.fromkeys([*then, *first]))
    after = dict(zip(both, places(*both, known=before), strict=True))
    assert len({place.casefold() for place in after.values()}) == len(after)
    assert {name: after[name] for name in before} == before
