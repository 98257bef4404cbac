"""Settings come from the first place that names them, and mistakes are never ignored."""

from pathlib import Path

import pytest

from summarize.backends.base import SummarySpec
from summarize.errors import UsageError
from summarize.settings import Settings, load_settings, user_file


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def load(tmp_path: Path, environment: dict[str, str] | None = None, **flags: object) -> Settings:
    return load_settings(flags, environment or {}, tmp_path)


def write_local(tmp_path: Path, text: str) -> None:
    (tmp_path / "summarize.toml").write_text(text, "utf-8")


def write_user(text: str) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text(text, "utf-8")


def test_defaults_need_nothing(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert (settings.summarizer, settings.translator) == ("extractive", "embedded")
    assert settings.spec == SummarySpec(3)
    assert settings.offline is False


def test_each_layer_outranks_the_one_below(tmp_path: Path) -> None:
    assert load(tmp_path).length == "medium"
    write_user('length = "short"')
    assert load(tmp_path).length == "short"
    write_local(tmp_path, 'length = "long"')
    assert load(tmp_path).length == "long"
    assert load(tmp_path, {"SUMMARIZE_LENGTH": "7"}).length == "7"
    assert load(tmp_path, {"SUMMARIZE_LENGTH": "7"}, length="4").length == "4"


def test_a_flag_that_was_not_given_leaves_the_rest_alone(tmp_path: Path) -> None:
    write_local(tmp_path, 'translator = "other"')
    assert load(tmp_path, translator=None).translator == "other"


def test_an_unknown_key_in_a_file_names_the_file_and_the_nearest_key(tmp_path: Path) -> None:
    write_local(tmp_path, "sumarizer = 'x'")
    with pytest.raises(UsageError, match=r"sumarizer.*summarize\.toml") as caught:
        load(tmp_path)
    assert "Did you mean summarizer?" in caught.value.hint


def test_a_mistyped_environment_variable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ofline"):
        load(tmp_path, {"SUMMARIZE_OFLINE": "1"})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("engine", "onnx"),
        ("offline", "perhaps"),
        ("cache_size_mb", "-3"),
        ("cache_size_mb", "many"),
        ("length", "0"),
        ("length", "half"),
        ("translator", ""),
    ],
)
def test_a_value_out_of_range_is_refused(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(UsageError):
        load(tmp_path, {f"SUMMARIZE_{key.upper()}": value})


def test_a_list_where_text_belongs_is_refused(tmp_path: Path) -> None:
    write_local(tmp_path, 'translator = ["a"]')
    with pytest.raises(UsageError, match="translator"):
        load(tmp_path)


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    write_local(tmp_path, "length = ")
    with pytest.raises(UsageError, match=r"summarize\.toml"):
        load(tmp_path)


def test_values_of_the_environment_take_the_type_of_the_setting(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        {"SUMMARIZE_OFFLINE": "yes", "SUMMARIZE_CACHE_SIZE_MB": "7", "SUMMARIZE_CACHE_DIR": "/c"},
    )
    assert (settings.offline, settings.cache_size_mb, settings.cache_dir) == (True, 7, Path("/c"))


def test_the_offline_switch_of_the_hub_library_is_honoured(tmp_path: Path) -> None:
    assert load(tmp_path, {"HF_HUB_OFFLINE": "1"}).offline is True
    assert load(tmp_path, {"HF_HUB_OFFLINE": "0"}).offline is False


def test_a_length_that_is_none_is_refused_when_the_settings_are_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="length"):
        load(tmp_path, {"SUMMARIZE_LENGTH": "51"})


def test_length_and_compression_make_the_specification(tmp_path: Path) -> None:
    settings = load(tmp_path, {"SUMMARIZE_LENGTH": "60w", "SUMMARIZE_COMPRESS": "yes"})
    assert (settings.spec.words, settings.spec.compress) == (60, True)


def chosen(settings: Settings) -> tuple[str, str]:
    return settings.summarizer, settings.translator


RECOMMENDED = ("bart-large-cnn", "opus-mt-tc-bible-big-mkh")


def test_a_profile_chooses_summariser_and_translator(tmp_path: Path) -> None:
    assert load(tmp_path).profile == "embedded"
    assert chosen(load(tmp_path, profile="recommended")) == RECOMMENDED
    assert chosen(load(tmp_path, profile="embedded")) == ("extractive", "embedded")
    with pytest.raises(UsageError, match="profile"):
        load(tmp_path, profile="best")


@pytest.mark.parametrize("layer", ["user", "local", "environment", "flags"])
def test_a_name_outranks_the_profile_of_its_layer(tmp_path: Path, layer: str) -> None:
    both = {"profile": "recommended", "translator": "own"}
    text = "\n".join(f'{key} = "{value}"' for key, value in both.items())
    if layer == "user":
        write_user(text)
    if layer == "local":
        write_local(tmp_path, text)
    variables = {f"SUMMARIZE_{key.upper()}": value for key, value in both.items()}
    environment = variables if layer == "environment" else {}
    flags = both if layer == "flags" else {}
    found = load(tmp_path, environment, **flags)
    assert chosen(found) == (RECOMMENDED[0], "own")


def test_a_profile_outranks_names_of_lower_layers_only(tmp_path: Path) -> None:
    write_local(tmp_path, 'translator = "own"')
    assert chosen(load(tmp_path, {"SUMMARIZE_PROFILE": "recommended"})) == RECOMMENDED
    found = load(tmp_path, {"SUMMARIZE_PROFILE": "recommended"}, translator="mine")
    assert chosen(found) == (RECOMMENDED[0], "mine")
    write_local(tmp_path, 'profile = "recommended"')
    assert chosen(load(tmp_path, {"SUMMARIZE_TRANSLATOR": "own"})) == (RECOMMENDED[0], "own")


def test_names_come_as_a_list_or_parted_by_commas(tmp_path: Path) -> None:
    write_user('skip_checks = ["length", "numbers"]')
    assert load(tmp_path).skip_checks == ("length", "numbers")
    environment = {"SUMMARIZE_SKIP_CHECKS": "length, khmer_share"}
    assert load(tmp_path, environment).skip_checks == ("length", "khmer_share")
