"""The forms under which one name goes: accents, plurals, demonyms, acronyms, common short names."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_POSSESSIVE: Final = re.compile(r"[’']s?$|(?<=s)[’']$")
_NO_LETTER: Final = re.compile(r"[^\w]+")
_FOLD: Final = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae"})

_DEMONYM: Final = (  # ending, and what stands for it in the name of the place
    ("ians", ("ia", "", "y", "a")),
    ("ian", ("ia", "", "y", "a")),
    ("eans", ("ea", "e", "")),
    ("ean", ("ea", "e", "")),
    ("ans", ("a", "")),
    ("an", ("a", "")),
    ("ese", ("", "a")),
    ("is", ("",)),
    ("i", ("",)),
    ("s", ("",)),
    ("es", ("",)),
)
_SHORTEST: Final = 3  # letters of a place before its ending: Oman, Omani

SAME: Final[tuple[tuple[str, ...], ...]] = (
    ("us", "usa", "united states", "america", "american", "americans"),
    ("uk", "united kingdom", "great britain", "britain", "british", "briton", "britons"),
    ("un", "united nations"),
    ("eu", "european union"),
    ("uae", "united arab emirates", "emirati"),
    ("asean", "association of southeast asian nations"),
    ("covid", "covid 19", "coronavirus", "sars cov 2"),
    ("isis", "isil", "daesh", "islamic state"),
    ("prc", "china", "chinese", "sino"),
    ("india", "indian", "indians", "indo"),
    ("dprk", "north korea", "north korean"),
    ("cambodia", "cambodian", "kampuchea", "khmer"),
    ("thailand", "thai", "thais"),
    ("laos", "lao", "laotian", "lao pdr"),
    ("myanmar", "burma", "burmese"),
    ("vietnam", "viet nam", "vietnamese"),
    ("philippines", "philippine", "filipino", "filipinos", "filipina"),
    ("france", "french", "frenchman", "frenchwoman"),
    ("netherlands", "dutch", "holland"),
    ("spain", "spanish", "spaniard", "spaniards"),
    ("switzerland", "swiss"),
    ("sweden", "swedish", "swede", "swedes"),
    ("denmark", "danish", "dane", "danes"),
    ("finland", "finnish", "finn", "finns"),
    ("poland", "polish", "pole", "poles"),
    ("turkey", "turkish", "turk", "turks", "turkiye"),
    ("greece", "greek", "greeks"),
    ("ireland", "irish"),
    ("scotland", "scottish", "scots"),
    ("wales", "welsh"),
    ("england", "english"),
    ("norway", "norwegian", "norwegians"),
    ("belgium", "belgian", "belgians"),
    ("germany", "german", "germans"),
    ("argentina", "argentine", "argentinian"),
    ("peru", "peruvian"),
    ("iceland", "icelandic"),
    ("europe", "european", "europeans"),
    ("congo", "congolese"),
    ("bangladesh", "bangladeshi"),
    ("ukraine", "ukrainian", "ukrainians"),
)
"""Names that mean the same and follow no rule, as :func:`normalised` writes them."""


@lru_cache(maxsize=1 << 14)  # a language has few words: this is what makes hop one fast
def normalised(word: str) -> str:
    """``word`` in lower case without accents, possessive ending, points and hyphens."""
    if word.isascii():
        if word.isalnum():
            return word.lower()
        plain = _POSSESSIVE.sub("", word.lower())
    else:
        folded = unicodedata.normalize("NFD", word.lower().translate(_FOLD))
        plain = _POSSESSIVE.sub("", _MARKS.sub("", folded))
    return plain if plain.isalnum() else _NO_LETTER.sub("", plain)


@lru_cache(maxsize=1 << 14)
def bases(word: str) -> tuple[str, ...]:
    """What a normalised ``word`` may be the plural or the demonym of: Korean, Korea."""
    return tuple(
        word.removesuffix(ending) + place
        for ending, places in _DEMONYM
        if word.endswith(ending) and len(word) >= _SHORTEST + len(ending)
        for place in places
    )
