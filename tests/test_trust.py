"""The file of a folder decides how results look; what is the user's, only once it is trusted."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import UntrustedError
from summarize.settings import Settings, load_settings, setting_types, survey, user_file
from summarize.trust import GUARDED, HARMLESS, Wanted, is_trusted, remember, trusted_file

FOREIGN: dict[str, str] = {
    "server_url": '"http://192.0.2.1/v1"',
    "summarizer": '"server:qwen3"',
    "translator": '"someone/model"',
    "memory": '"theirs.sqlite"',
    "glossary": '"theirs.tsv"',
    "prompt_dir": '"prompts"',
    "cache_dir": '"cache"',
    "cache_size_mb": "1",
    "private_addresses": "true",
    "offline": "false",
    "skip_checks": '["numbers"]',
    "who": '"The editor"',
}
"""A value of each guarded setting that is not the user's."""
HARMLESS_LINES = """
profile = "recommended"
length = "long"
engine = "ctranslate2"
device = "cpu"
effort = "best"
digits = "arabic"
dates = "keep"
known_names = "both"
story_end = true
offline = true
private_addresses = false
"""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "foreign"
    path.mkdir()
    return path


def write(folder: Path, text: str) -> None:
    (folder / "summarize.toml").write_text(text, "utf-8")


def write_user(text: str) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text(text, "utf-8")


def load(folder: Path, environment: dict[str, str] | None = None, **flags: Any) -> Settings:
    return load_settings(flags, environment or {}, folder)


def wanted(folder: Path) -> Wanted:
    found = survey({}, {}, folder).wanted
    assert found is not None
    return found


def test_every_setting_is_either_harmless_or_guarded() -> None:
    assert {*HARMLESS, *GUARDED} == set(setting_types())
    assert not HARMLESS & GUARDED.keys()
    assert FOREIGN.keys() == GUARDED.keys()


def test_style_length_and_installed_models_need_no_trust(folder: Path) -> None:
    write(folder, HARMLESS_LINES)
    assert load(folder).length == "long"
    assert load(folder).translator == "opus-mt-tc-bible-big-mkh"
    assert not trusted_file().exists()


@pytest.mark.parametrize("key", sorted(FOREIGN))
def test_what_is_the_users_is_not_taken_from_a_foreign_folder(folder: Path, key: str) -> None:
    write_user("offline = true")
    write(folder, f"{key} = {FOREIGN[key]}")
    with pytest.raises(UntrustedError) as caught:
        load(folder)
    assert f"{key} = " in caught.value.message
    assert GUARDED[key].stake in caught.value.message
    assert "--trust" in caught.value.hint
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "name", ["a/b", "./a", "server:x", "x.gguf", "x.GGUF", "own", "..", "a\\b"]
)
def test_a_model_that_the_folder_brings_needs_trust(folder: Path, name: str) -> None:
    (folder / "own").mkdir()
    write(folder, f"translator = '{name}'")
    with pytest.raises(UntrustedError):
        load(folder)


def test_what_the_user_says_anyway_needs_no_trust(folder: Path) -> None:
    write_user('who = "Sok"')
    write(folder, 'who = "Sok"\nmemory = "m.sqlite"\nserver_url = "http://192.0.2.1/v1"')
    environment = {"SUMMARIZE_MEMORY": "/own.sqlite"}
    settings = load(folder, environment, server_url="http://127.0.0.1/v1")
    assert (settings.memory, settings.server_url) == (Path("/own.sqlite"), "http://127.0.0.1/v1")


def test_trust_is_for_one_file_with_one_content(folder: Path, tmp_path: Path) -> None:
    write(folder, 'who = "Sok"')
    remember(wanted(folder))
    assert load(folder).who == "Sok"
    write(folder, 'who = "Sok" ')
    with pytest.raises(UntrustedError):
        load(folder)
    other = tmp_path / "other"
    other.mkdir()
    write(other, 'who = "Sok"')
    with pytest.raises(UntrustedError):
        load(other)


def test_trust_in_several_files_is_remembered(folder: Path, tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, 'who = "Sok"')
        found.append(wanted(tmp_path / name))
        remember(found[-1])
    assert all(map(is_trusted, found))


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_what_is_trusted_is_for_its_owner_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        write(folder, 'who = "Sok"')
        remember(wanted(folder))
    finally:
        os.umask(before)
    assert stat.S_IMODE(trusted_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(trusted_file().parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("record", [b"", b"[[[[" * 50_000, b"\xff", b"[]", b"1", b'{"a": 1}'])
def test_a_damaged_record_is_no_trust(folder: Path, record: bytes) -> None:
    write(folder, 'who = "Sok"')
    found = wanted(folder)
    trusted_file().parent.mkdir(parents=True)
    trusted_file().write_bytes(record)
    assert not is_trusted(found)
    remember(found)
    assert is_trusted(found)


def test_a_key_goes_only_to_a_server_that_the_user_named(folder: Path) -> None:
    server = "https://models.example/v1"
    write(folder, f'server_url = "{server}"')
    remember(wanted(folder))
    assert load(folder).server_key is False
    assert load(folder, {"SUMMARIZE_SERVER_URL": "https://MODELS.example/v2"}).server_key is True
    assert load(folder, server_url=server).server_key is True
    assert load(folder, server_url="http://other/v1").server_key is True


@pytest.mark.parametrize(
    "own", ["http://models.example/v1", "https://models.example:444/v1", "https://example/v1"]
)
def test_a_key_does_not_follow_to_another_scheme_port_or_host(folder: Path, own: str) -> None:
    write_user(f'server_url = "{own}"')
    assert load(folder).server_key is True
    write(folder, 'server_url = "https://models.example/v1"')
    remember(wanted(folder))
    assert load(folder).server_key is False


def test_the_users_server_keeps_the_key_under_another_path(folder: Path) -> None:
    write_user('server_url = "https://models.example/v1"')
    write(folder, 'server_url = "https://models.example/v2"')
    remember(wanted(folder))
    assert load(folder).server_key is True


def test_a_question_shows_nothing_that_a_terminal_acts_upon(folder: Path) -> None:
    write(folder, f'who = "\\u001b[2J\\u202e{"x" * 5000}"')
    [line] = wanted(folder).lines
    assert line.isprintable()
    assert len(line) < 250


def test_a_setting_is_no_name_of_what_is_none(folder: Path) -> None:
    write(folder, "server_key = true")
    with pytest.raises(Exception, match="unknown setting 'server_key'"):
        load(folder)


def test_settings_of_a_gigabyte_are_not_read(folder: Path) -> None:
    with (folder / "summarize.toml").open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(Exception, match="more than 1,000,000 bytes"):
        load(folder)
