"""Damage to people, places and meaning, by the tables that the checks use.

As in :mod:`summarize.evaluate.damage`: one fault each, or ``None`` where it does not apply.
"""

import itertools
import random
import re
from functools import lru_cache
from typing import Final

from summarize.alignment.table import content, links
from summarize.checks.antonyms import rows
from summarize.checks.people import people
from summarize.english.denial import denies
from summarize.evaluate.pairs import Pair
from summarize.khmer.normalise import key
from summarize.khmer.words import listed, numbered, words
from summarize.names.entities import named, sure_names

_TITLES: Final = ("លោក", "អ្នកស្រី", "សម្តេច", "ឯកឧត្តម")
_CAPITALISED: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_VERB: Final = re.compile("ត្រូវបាន|បាន|អាច|មាន")
_END: Final = re.compile("[។៕?!]»?$")
_LEAST_CLAUSE: Final = 25  # characters; a shorter phrase is no clause
_MOST_CLAUSE: Final = 0.6  # of the sentence
_RELIABLE: Final = 0.7  # share from which a word stands for something in the English
_BY_CHANCE: Final = 0.15
_LONG: Final = 4  # characters of a content word


def swap_person(pair: Pair, chance: random.Random) -> str | None:
    """The full name of somebody whom both name becomes another one."""
    found = [form for form in _full_names(pair) if form in key(pair.target)]
    if not found:
        return None
    old, new = chance.choice(found), _somebody(chance)
    if not set(old.split()).isdisjoint(new.split()):
        return None
    return key(pair.target).replace(old, new)


def invent_person(pair: Pair, chance: random.Random) -> str | None:
    """Somebody with a title whom the English does not name stands at the beginning."""
    return f"{chance.choice(_TITLES)} {_somebody(chance)} {pair.target}"


def swap_place(pair: Pair, chance: random.Random) -> str | None:
    """A place that both name becomes another of its kind."""
    text, wanted = key(pair.target), set(named(pair.source))
    found = [(k, e, form) for k, e, form in sure_names() if e in wanted and form in text]
    if not found:
        return None
    kind, _, old = max(found, key=lambda name: len(name[2]))
    others = [form for k, e, form in sure_names() if k == kind and e not in wanted]
    return text.replace(old, chance.choice([form for form in others if form not in text]))


def invent_place(pair: Pair, chance: random.Random) -> str | None:
    """A country that the English does not name is named."""
    wanted = set(named(pair.source))
    forms = [form for k, e, form in sure_names() if k == "country" and e not in wanted]
    return f"នៅប្រទេស{chance.choice(forms)} {pair.target}"


def swap_antonym(pair: Pair, chance: random.Random) -> str | None:
    """Words of one meaning become words of the opposite, where one is meant and not the other."""
    text, english = key(pair.target), pair.source.lower()
    there = {word.text for word in words(text)}
    found = [
        row
        for row in rows()
        if row.said.search(english) and not row.opposed.search(english)
        if not there.isdisjoint(row.sure) and not any(form in text for form in row.wrong)
    ]
    if not found:
        return None
    row = chance.choice(found)
    forms = "|".join(map(re.escape, sorted(row.sure, key=len, reverse=True)))
    return re.sub(forms, chance.choice(sorted(row.wrong)), text)


def gain_negation(pair: Pair, chance: random.Random) -> str | None:
    """A sentence without a denial in either language gets one."""
    places = [match.start() for match in _VERB.finditer(pair.target)]
    if not places or denies(pair.source) or "មិន" in pair.target or "គ្មាន" in pair.target:
        return None
    at = chance.choice(places)
    return f"{pair.target[:at]}មិន{pair.target[at:]}"


def drop_clause(pair: Pair, chance: random.Random) -> str | None:
    """One to four phrases in a row, as spaces part them, are left out."""
    phrases = pair.target.split(" ")
    most = _MOST_CLAUSE * sum(map(len, phrases))
    spans = [
        (start, end)
        for start in range(len(phrases))
        for end in range(start + 1, min(len(phrases), start + 4) + 1)
        if _LEAST_CLAUSE <= sum(map(len, phrases[start:end])) <= most
    ]
    if not spans:
        return None
    start, end = chance.choice(spans)
    rest = " ".join(phrases[:start] + phrases[end:])
    return rest if _END.search(rest) else f"{rest}។"


def replace_noun(pair: Pair, chance: random.Random) -> str | None:
    """A content word that renders a word of the English becomes an unrelated one."""
    table, text = links(), key(pair.target)
    rendered = frozenset[int]().union(
        *(table.of(table.rows[stem]) for stem in content(pair.source) if stem in table.rows)
    )
    found = [
        word.text
        for word in words(text)
        if word.is_known and word.text in _nouns() and text.count(word.text) == 1
        if numbered(word.text) in rendered
    ]
    others = sorted(_nouns())
    return text.replace(chance.choice(found), chance.choice(others)) if found else None


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """Words of the list that in good translations mostly stand for a word of the English."""
    table = links()
    return frozenset(
        word
        for word, share, met in zip(listed(), table.explained, table.met, strict=True)
        if share > _RELIABLE and met < _BY_CHANCE and len(word) >= _LONG
    )


def _full_names(pair: Pair) -> list[str]:
    """Khmer forms of the names of two words that the English has and the list knows."""
    forms = people().khmer
    spans = [span.lower().split() for span in _CAPITALISED.findall(pair.source)]
    return [
        f"{family} {given}"
        for span in spans
        for first, second in itertools.pairwise(span)
        for family in forms.get(first, ())
        for given in forms.get(second, ())
    ]


def _somebody(chance: random.Random) -> str:
    given = sorted(people().latin.keys() - people().families)
    return f"{chance.choice(sorted(people().families))} {chance.choice(given)}"
