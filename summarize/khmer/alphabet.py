"""The code points of Khmer text, named once; the other modules build their patterns from these.

Unicode block U+1780-U+17FF. Each constant is the inside of a regular-expression character class.
Word characters and boundaries of regular expressions are of no use for Khmer: Python does not
count vowel signs and COENG as letters.
"""

CONSONANT = "\u1780-\u17a2"
BASE = f"{CONSONANT}\u17a5-\u17b3\u25cc"  # consonants, independent vowels, the dotted circle
VOWEL = "\u17b6-\u17c5"
SHIFTER = "\u17c9\u17ca"  # muusikatoan, triisap
ROBAT = "\u17cc"
COENG = "\u17d2"  # makes the next consonant a subscript
SIGN = "\u17c6\u17cb\u17cd-\u17d1\u17d3\u17dd"
FINAL = "\u17c7\u17c8"  # reahmuk, yuukaleapintu
MARK = f"{VOWEL}{SHIFTER}{ROBAT}{SIGN}{FINAL}"
LETTER = "\u1780-\u17d3\u17dd"  # every letter and mark: no punctuation, no digits

ZWSP = "\u200b"
ZWNJ = "\u200c"
ZWJ = "\u200d"
INVISIBLE = f"{ZWSP}{ZWNJ}{ZWJ}\u2060\ufeff"
