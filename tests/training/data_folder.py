"""A data folder of the shape that the training reads, with little in it."""

import lzma
import re
import tomllib
from pathlib import Path

from training.adapter.data import MONOLINGUAL, MONOLINGUAL_FILE, NAMES, NEWS, SYNTHETIC, Pair


def quick(path: Path) -> str:
    """The text of a configuration without the project's corpus, which takes long to read."""
    return re.sub(r"(?m)^news = .*\n", "", path.read_text("utf-8"))


CONFIG = tomllib.loads(quick(Path("training/adapter/config.toml")))
STUDENT = tomllib.loads(quick(Path("training/student/config.toml")))
OPEN = "ក្រុមហ៊ុនបានបើកផ្លូវថ្មីនៅក្នុងខេត្តកាលពីសប្ដាហ៍មុន។"
HELD = "រដ្ឋាភិបាលបានប្រកាសពីគម្រោងសាងសង់សាលារៀនថ្មីមួយ។"
MORE = "អ្នកស្រុកជាច្រើនបានមកមើលការបើកសម្ពោធផ្លូវនេះ។"
PLACES = """kind	code	latin	khmer
province	12	Phnom Penh	រាជធានីភ្នំពេញ
district	1202	Doun Penh	ដូនពេញ
province	03	Kampong Cham	កំពង់ចាម
district	0305	Kampong Cham	កំពង់ចាម
district	0313	Prey Chhor	ព្រៃឈរ
commune	031303	Lve	ល្វេ
village	03130301	Phnum	ភ្នំ
"""
PEOPLE = "khmer_full	Chhay Someth	ឆាយ សុមេធ\n"
GOOD = Pair("The road opened in 2019.", "ផ្លូវនេះបានបើកនៅឆ្នាំ2019។")


def write_data_folder(root: Path) -> Path:
    """Write it; ``HELD`` is a sentence of its evaluation sets."""
    (root / "train").mkdir(parents=True)
    (root / "eval").mkdir()
    line = f"{GOOD.source}\t{GOOD.target}\n"
    for number, name in enumerate({**CONFIG["mix"], **STUDENT["mix"]}):
        if name not in (SYNTHETIC, MONOLINGUAL, NAMES, NEWS, *CONFIG["made"]):
            rain = f"It rained in town {'again ' * number}.\tមានភ្លៀងធ្លាក់នៅទី{'នោះ' * number}។\n"
            (root / "train" / f"{name}.tsv").write_text(line + rain, "utf-8")
    with lzma.open(root / MONOLINGUAL_FILE, "wt", encoding="utf-8") as stream:
        stream.write(f"{OPEN}\n{HELD}\n{OPEN.removesuffix('។')}\nខ្លី។\n{MORE}\n")
    (root / "names").mkdir()
    (root / "names" / "cambodia_places.tsv").write_text(PLACES, "utf-8")
    (root / "names" / "people_names.tsv").write_text(PEOPLE, "utf-8")
    (root / "eval" / "held.tsv").write_text(f"Held.\t{HELD}\n", "utf-8")
    (root / "eval" / "flores_dev.tsv").write_text("Rain again.\tភ្លៀងទៀត។\n", "utf-8")
    return root
