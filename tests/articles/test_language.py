"""English goes through without loading a model; other languages are named."""

import subprocess
import sys

import pytest

from summarize.articles.language import identify, require_english
from summarize.errors import NotEnglishError

FRENCH = (
    "Le ministre de la Justice a demandé lundi aux juges d'accélérer les procès pour traite des "
    "êtres humains. Il a ajouté que les tribunaux doivent être plus rapides."
)
DUTCH = (
    "De minister van Justitie heeft de rechters maandag gevraagd om sneller te werken. Hij zei dat "
    "het land daar veel aan had, of het nu wilde of niet."
)
KHMER = "រដ្ឋមន្ត្រីក្រសួងយុត្តិធម៌បានអំពាវនាវឱ្យតុលាការធ្វើការលឿនជាងមុន។ Koeut Rith"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        (DUTCH, "nl"),
        (KHMER, "km"),
        ("ศาลจังหวัดเลื่อนคำตัดสินเมื่อวันจันทร์", "th"),
        ("法院星期一推迟了对240个家庭捕鱼权的裁决。", "zh"),
        ("裁判所は月曜日、漁業権についての判決を延期した。", "ja"),
        ("Министр юстиции попросил судей ускорить процессы.", "ru"),
        ("The court on Monday delayed its ruling, which the villagers had expected.", "en"),
        ("Hun Sen meets Sar Kheng in Kampong Cham", "en"),
        ("5,000 riel", "en"),
    ],
)
def test_a_language_is_identified(text: str, code: str) -> None:
    assert identify(text) == code


def test_the_error_names_the_language_and_the_way_on() -> None:
    with pytest.raises(NotEnglishError, match=r"a\.txt is in French") as caught:
        require_english(FRENCH, "a.txt")
    assert "--force" in caught.value.hint


def test_an_english_article_is_read_without_loading_a_model_or_a_parser() -> None:
    code = (
        "import sys; from summarize.articles import read_article;"
        "read_article('samples/justice-courts.txt');"
        "heavy = {'py3langid', 'numpy', 'httpx', 'ftfy', 'docx', 'markdown_it', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
