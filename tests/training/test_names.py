from pathlib import Path

import pytest

from tests.training.data_folder import write_data_folder
from training.adapter.names import name_pairs


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data_folder(tmp_path_factory.mktemp("names") / "data") / "names"


def test_places_are_written_with_what_they_lie_in(names: Path) -> None:
    pairs = {pair for seed in range(20) for pair in name_pairs(names, seed)}
    assert ("Lve commune, Kampong Cham province", "ឃុំល្វេ ខេត្តកំពង់ចាម") in pairs
    assert (
        "Phnum village, Lve commune, Prey Chhor district, Kampong Cham province",
        "ភូមិភ្នំ ឃុំល្វេ ស្រុកព្រៃឈរ ខេត្តកំពង់ចាម",
    ) in pairs
    assert ("Kampong Cham city, Kampong Cham province", "ក្រុងកំពង់ចាម ខេត្តកំពង់ចាម") in pairs


def test_the_parts_of_the_capital_have_words_of_their_own(names: Path) -> None:
    assert ("Doun Penh khan, Phnom Penh", "ខណ្ឌដូនពេញ រាជធានីភ្នំពេញ") in name_pairs(names, 1)


def test_people_are_among_them_and_the_order_follows_the_seed(names: Path) -> None:
    assert ("Chhay Someth", "ឆាយ សុមេធ") in name_pairs(names, 1)
    assert name_pairs(names, 1) == name_pairs(names, 1)
