"""What is trained on: half of the desk, half of the shipped corpus, never what is measured on."""

from itertools import islice

from summarize.adapting import shipped
from summarize.adapting.pairs import clean, is_sound
from summarize.adapting.train import mixed, settings
from tests.adapting.desks import pairs

CONFIG = settings()


def test_half_of_the_pairs_are_of_the_desk() -> None:
    own, corpus = pairs(30), shipped.read(shipped.CORPUS)
    drawn = list(islice(mixed(own, corpus, CONFIG, 1), 1000))
    assert 400 < sum(one in own for one in drawn) < 600


def test_every_pair_of_the_desk_comes_before_one_comes_again() -> None:
    own, corpus = pairs(30), shipped.read(shipped.CORPUS)
    drawn = [one for one in islice(mixed(own, corpus, CONFIG, 1), 200) if one in own]
    assert set(drawn[:30]) == set(own)


def test_the_corpus_that_comes_along_is_clean_and_sound() -> None:
    for pair in shipped.read(shipped.CORPUS):
        assert clean(pair.source, pair.target) == pair
        assert is_sound(pair, CONFIG["filters"])


def test_no_general_sentence_is_learned_from() -> None:
    general = {pair.source for pair in shipped.read(shipped.GENERAL)}
    assert len(general) == 200
    assert not general & {pair.source for pair in shipped.read(shipped.CORPUS)}


def test_both_files_are_small() -> None:
    assert shipped.CORPUS.stat().st_size + shipped.GENERAL.stat().st_size < 500_000
