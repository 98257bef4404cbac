"""True and false positives of the checks of one segment, numbers apart."""

import pytest

from summarize.checks import (
    degeneration,
    invalid_cluster,
    khmer_share,
    length,
    months_weekdays,
    truncation,
    untranslated,
    wrong_script,
)

ENGLISH = "The minister said that the new law would protect every worker in the country."
KHMER = "លោករដ្ឋមន្ត្រីបាននិយាយថា ច្បាប់ថ្មីនេះនឹងការពារកម្មករគ្រប់រូបនៅក្នុងប្រទេស។"


@pytest.mark.parametrize("target", ["", " \n", ENGLISH, "Le ministre a parlé."])
def test_what_was_not_translated_is_an_error(target: str) -> None:
    assert len(untranslated.check(ENGLISH, target)) == 1


def test_a_headline_in_capitals_that_came_back_is_an_error() -> None:
    headline = "THE PRESIDENT SAYS TAXES MUST RISE"
    assert len(untranslated.check(f"{headline}.", f"{headline}។")) == 1


@pytest.mark.parametrize(("source", "target"), [("CNN", "CNN"), ("", ""), (ENGLISH, KHMER)])
def test_names_and_translations_are_not_untranslated(source: str, target: str) -> None:
    assert untranslated.check(source, target) == []


def test_much_english_in_the_khmer_is_reported_with_its_share() -> None:
    (message,) = khmer_share.check(ENGLISH, "លោក minister said that ច្បាប់ថ្មី")
    assert message.startswith("55 % of the letters are Latin")


@pytest.mark.parametrize(
    "target", ["លោក រី (Ri Myung San and many others)", "អង្គការ UNESCO និង NATO-EU", "12", KHMER]
)
def test_acronyms_and_names_in_brackets_are_no_left_over_english(target: str) -> None:
    assert khmer_share.check(ENGLISH, target) == []


@pytest.mark.parametrize(
    ("letters", "name"), [("ของ", "Thai"), ("ຂອງ", "Lao"), ("的", "Chinese"), ("да", "Cyrillic")]
)
def test_letters_of_a_third_script_are_an_error(letters: str, name: str) -> None:
    (message,) = wrong_script.check(ENGLISH, KHMER + letters)
    assert name in message
    assert letters in message


def test_a_script_that_the_source_quotes_is_fine() -> None:
    assert wrong_script.check("The sign read 的.", "ស្លាកសរសេរថា 的។") == []


@pytest.mark.parametrize("target", ["«លាន»។", "យូរ ៗ ។", "ទេ? ", "ថា៖", "ហើយ។»", 'ហើយ។"', "៕"])
def test_a_marked_end_is_no_truncation(target: str) -> None:
    assert truncation.check("He left.", target) == []


@pytest.mark.parametrize("target", [KHMER[:40], "បាន", "(លាន)", "១២"])
def test_a_sentence_without_an_end_is_truncated(target: str) -> None:
    assert len(truncation.check('He "left".', target)) == 1


@pytest.mark.parametrize("source", ["A title without a stop", "Did he leave?"])
def test_only_full_stops_ask_for_an_end_mark(source: str) -> None:
    assert truncation.check(source, "បាន") == []


def test_faults_that_normalisation_repairs_are_no_findings() -> None:
    assert invalid_cluster.check(ENGLISH, "ធើ្វ សុី") == []


def test_impossible_clusters_are_quoted_once() -> None:
    (message,) = invalid_cluster.check(ENGLISH, "ភូមិាគ ភូមិាគ")
    assert "មិា" in message
    assert "more than one vowel" in message


@pytest.mark.parametrize(
    ("target", "found"), [(KHMER, 0), (KHMER[:30], 1), (KHMER * 3, 1), ("", 0)]
)
def test_length_is_judged_on_long_sentences(target: str, found: int) -> None:
    assert len(length.check(ENGLISH, target)) == found


def test_length_of_a_short_sentence_is_not_judged() -> None:
    assert length.check("He left.", KHMER) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("On Monday, 3 July.", "នៅថ្ងៃច័ន្ទ ទី៣ ខែកក្កដា។"),
        ("On Monday.", "នៅថ្ងៃចន្ទ។"),
        ("In July.", "ក្នុងខែ៧។"),
        ("May I march in March?", "ខ្ញុំអាចដង្ហែក្នុងខែមីនា?"),
        ("On 3 July 2019.", "នៅថ្ងៃទី 3/7/2019។"),
        ("On 3/7/2019.", "នៅថ្ងៃទី៣ ខែកក្កដា ឆ្នាំ២០១៩។"),
        ("Open Nov-Feb.", "បើកពីខែវិច្ឆិកា ដល់ខែកុម្ភៈ។"),
        ("On 23 Jan. 2020.", "នៅថ្ងៃទី២៣ ខែមករា ឆ្នាំ២០២០។"),
        ("They may march.", "ពួកគេអាចដង្ហែ។"),
    ],
)
def test_named_months_and_weekdays_pass(source: str, target: str) -> None:
    assert months_weekdays.check(source, target) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [("On Friday he left.", "Friday"), ("In May he left.", "May"), ("On June 3.", "June")],
)
def test_missing_months_and_weekdays_are_named(source: str, name: str) -> None:
    assert months_weekdays.check(source, "គាត់បានចាកចេញ។") == [
        f"The English names {name}; the Khmer does not."
    ]


def test_another_figure_does_not_stand_for_a_month() -> None:
    assert months_weekdays.check("In March, 3.4 percent fell.", "ធ្លាក់ចុះ ៣.៤ ភាគរយ។") == [
        "The English names March; the Khmer does not."
    ]


def test_a_weekday_beside_another_date_is_told() -> None:
    source = "He left on November 15 and came back on Thursday."
    assert months_weekdays.check(source, "ថ្ងៃព្រហស្បតិ៍ទី១៥ ខែវិច្ឆិកា។") == [
        "The Khmer gives Thursday the date 15; the English does not."
    ]


def test_a_word_of_law_is_no_thursday() -> None:
    assert months_weekdays.check("The criminal court met on Thursday.", "តុលាការព្រហ្មទណ្ឌបានប្រជុំ។")


@pytest.mark.parametrize(
    "target",
    [
        KHMER[:-1] + "ទេ" * 6,
        KHMER[:-1] + " និងប្រទេស" * 6,
        KHMER[:-1] + "នៅក្នុងប្រទេសកម្ពុជា" * 3,
        "ha" * 6,
    ],
)
def test_loops_are_reported(target: str) -> None:
    (message,) = degeneration.check(ENGLISH, target)
    assert "Remove the repetition" in message


def test_a_sentence_said_twice_with_something_between_is_reported() -> None:
    assert len(degeneration.check(ENGLISH, f"{KHMER} ហើយ {KHMER}")) == 1


@pytest.mark.parametrize("target", [KHMER, "ចុះៗ ទៅៗ", "១០០០០០០០០០០", "............", ""])
def test_ordinary_text_is_no_loop(target: str) -> None:
    assert degeneration.check(ENGLISH, target) == []


def test_what_the_english_repeats_may_be_repeated() -> None:
    assert degeneration.check("ha ha ha ha ha ha ha", "ហាហាហាហាហាហាហា") == []
