"""From entries to a model that spells."""

import numpy as np
import pytest

from summarize.khmer.clusters import check
from summarize.names.spelling.features import FEATURES
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranker import linear
from summarize.names.spelling.ranking import rank
from summarize.names.spelling.shipped import opened
from training.names.entries import Entry
from training.names.learn import Choices, arrays, background
from training.names.lexicon import counted
from training.names.train import filled, held_out, part_of, tuned

PEOPLE = {"sok": "សុខ", "sokha": "សុខា", "dara": "តារា", "sophy": "សុភី", "thy": "ធី", "chan": "ចាន់"}
ENTRIES = [
    *(Entry("person", latin, khmer) for latin, khmer in PEOPLE.items()),
    *(Entry("place", latin, khmer) for latin, khmer in (("prey", "ព្រៃ"), ("chan", "ចន្ទ"))),
    *(Entry("western", latin, khmer) for latin, khmer in (("dan", "ដាន"), ("obama", "អូបាម៉ា"))),
]
LEXICON = counted(["លោក សុខ តារា និង ធី ព្រៃ ដាន អូបាម៉ា ចន្ទ ចាន់ សុភី"] * 3)
WORDS = [("sokphy", "សុខភី")]


@pytest.fixture(scope="module")
def made() -> dict[str, np.ndarray]:
    return arrays(ENTRIES, WORDS, background(ENTRIES, WORDS, LEXICON), Choices(order=3))


def test_the_model_spells_what_it_was_taught(made: dict[str, np.ndarray]) -> None:
    joint = linear(np.eye(len(FEATURES))[0])
    model = opened(filled(made, dict.fromkeys(Kind, (joint, (0.0, 1.0)))))
    assert rank("sokha", Kind.PERSON, model)[0][0] == "សុខា"
    assert rank("chan", Kind.PLACE, model)[0][0] == "ចន្ទ"
    assert all(not check(khmer) for khmer, _ in rank("darasok", Kind.PERSON, model))


def test_what_is_held_out_is_measured_with_all_its_forms_as_right() -> None:
    part = part_of("chan")
    behind = background(ENTRIES, WORDS, LEXICON)
    cases = held_out(ENTRIES, WORDS, behind, Choices(order=3), part)
    assert {c.latin for c in cases} == {e.latin for e in ENTRIES if part_of(e.latin) == part}
    (person,) = (c for c in cases if (c.latin, c.kind) == ("chan", Kind.PERSON))
    assert person.accepted == {"ចាន់"}
    assert set(tuned(cases)) == set(Kind)
