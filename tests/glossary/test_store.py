"""Which terms are in force: those of the program, and one's own above them."""

from dataclasses import replace
from pathlib import Path

import pytest

from summarize.errors import GlossaryError, UsageError
from summarize.glossary.records import Term
from summarize.glossary.store import load_glossary, merged, own_terms, shipped_terms
from summarize.settings import Settings, load_settings, user_glossary

TABLE = "source\ttarget\tstatus\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Those of a desk without a glossary, and of a user without one."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return load_settings(environment={}, folder=tmp_path)


def named(settings: Settings, path: Path, text: str) -> Settings:
    path.write_text(TABLE + text, "utf-8")
    return replace(settings, glossary=path)


def test_without_an_own_glossary_the_shipped_terms_are_in_force(settings: Settings) -> None:
    assert load_glossary(settings.own_glossary).terms == shipped_terms()


def test_an_own_term_stands_above_that_of_the_program_whatever_its_case(
    settings: Settings, tmp_path: Path
) -> None:
    own = named(
        settings, tmp_path / "mine.tsv", "Prime Minister\tនាយក\tapproved\nlabour law\tច្បាប់\n"
    )
    terms = load_glossary(own.own_glossary).terms
    assert [t.target for t in terms if t.source.casefold() == "prime minister"] == ["នាយក"]
    assert len(terms) == len(shipped_terms()) + 1


def test_of_two_own_terms_the_later_one_holds() -> None:
    first, second, other = Term("court", "ក"), Term("court", "ខ"), Term("US", "គ")
    assert merged((), (first, other, second)) == (second, other)


def test_the_glossary_of_the_folder_comes_before_that_of_the_user(
    settings: Settings, tmp_path: Path
) -> None:
    assert settings.glossary == user_glossary()
    user_glossary().parent.mkdir(parents=True)
    named(settings, user_glossary(), "court\tក\n")
    assert own_terms(settings.own_glossary).terms == (Term("court", "ក"),)
    named(settings, tmp_path / "glossary.tsv", "court\tខ\n")
    local = load_settings(environment={}, folder=tmp_path)
    assert own_terms(local.own_glossary).terms == (Term("court", "ខ"),)


def test_a_named_glossary_must_exist(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no glossary .*none.tsv, which the setting"):
        load_glossary(replace(settings, glossary=tmp_path / "none.tsv").own_glossary)


def test_a_broken_own_glossary_is_never_ignored(settings: Settings, tmp_path: Path) -> None:
    broken = named(settings, tmp_path / "mine.tsv", "court\tក\tgood\n")
    with pytest.raises(GlossaryError, match=r"mine.tsv, line 2: status 'good'"):
        load_glossary(broken.own_glossary)
