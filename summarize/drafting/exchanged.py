"""An approved Khmer sentence for nearly the same English: its numbers, dates and names exchanged.

Only where the two English sentences are word for word the same but for numbers in digits, months,
weekdays and known names, and where what is to be exchanged stands exactly once in the Khmer. In
all other cases nothing is guessed: the model drafts the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarize.checks import USUAL, Context, check_pair
from summarize.checks.months_weekdays import BY_ENGLISH
from summarize.drafting.known import wanted
from summarize.drafting.repair import Repaired
from summarize.drafting.wanted import Wanted
from summarize.english.dates import dates
from summarize.glossary import Glossary
from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.digits import to_ascii_digits, to_khmer_digits
from summarize.khmer.numbers import Number, numbers
from summarize.names.world import world_in

_NUMERAL: Final = re.compile(
    r"(?<![\w.,:/–—’'#-])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    r"(?![\w:/–—’'-]|[.,][0-9]|\s?(?:[ap]\.?m\b|o['’]clock))"
)
"""One that stands alone: no time, range, ordinal or part of a word (COVID-19, 5km, 10-year-old)."""
_GROUPS: Final = ("", ".", ",", " ", "\u00a0")
"""How Khmer newspapers divide thousands."""
_POINTS: Final = (",", ".")
_COUNTED: Final = 2
"""From here on a noun is counted: one thing and none are put in other words."""
_MONDAYS: Final = {"ច័ន្ទ": "(?:ច័ន្ទ|ចន្ទ)"}
_PLACES: Final = frozenset({"country", "continent", "city", "place", "body"})
_NAME_BEFORE: Final = re.compile(
    r"(?:^|[^.?!“\"])\s[A-Z][\w.’'-]*\s(?:(?:of|for)\s(?:the\s)?)?$|[\w-]-$"
)
_NAME_BEHIND: Final = re.compile(r"-|\s[A-Z]")
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms)\.? $")
"""Khmer puts a title of its own before people, which depends on who they are."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What can be exchanged: it stands at ``start:end``, and is the same as others of its ``name``.

    ``number`` or ``wanted`` is what is known of a number or a name.
    """

    kind: str
    start: int
    end: int
    text: str
    name: str
    number: Number | None = None
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True)
class _Put:
    """What stands in the old Khmer at ``start:end``, and what comes in its place."""

    start: int
    end: int
    khmer: str


def repaired(
    old_source: str, old_target: str, new_source: str, context: Context = USUAL
) -> Repaired | None:
    """The Khmer ``old_target`` of ``old_source`` for ``new_source``, with a note of what changed.

    ``None`` where :func:`exchanged` is, or where a check has an error or a warning of it.
    """
    found = exchanged(old_source, old_target, new_source, context.glossary)
    if found is None:
        return None
    findings = check_pair(new_source, found.target, context)
    return None if any(finding.severity != "info" for finding in findings) else found


def exchanged(
    old_source: str, old_target: str, new_source: str, glossary: Glossary
) -> Repaired | None:
    """The same before any check has looked at it.

    ``None`` where anything else differs, or where it is not certain what to exchange.
    """
    old, new = (_items(text, glossary) for text in (old_source, new_source))
    if _frame(old_source, old) != _frame(new_source, new):
        return None
    changed = [(was, now) for was, now in zip(old, new, strict=True) if was.name != now.name]
    if not changed or not _are_apart(changed, old, new):
        return None
    puts = list[_Put]()
    for was, now in changed:
        put = _put(was, now, old_target, old_source)
        if put is None:
            return None
        puts.append(put)
    notes = " ".join(f"{now.text} put in place of {was.text}." for was, now in changed)
    return Repaired(_with(old_target, puts), notes)


def _items(text: str, glossary: Glossary) -> list[_Item]:
    """What can be exchanged in an English sentence, in order; names come before what is in them."""
    found: list[_Item] = []
    for item in (*_names(text, glossary), *_dates(text), *_numbers(text)):
        if all(item.end <= other.start or other.end <= item.start for other in found):
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def _names(text: str, glossary: Glossary) -> Iterator[_Item]:
    world = {(one.start, one.end): one.kind for one in world_in(text)}
    for one in wanted(text, glossary):
        kind = world.get((one.start, one.end), "" if one.kind == "country" else one.kind)
        if len(one.forms) == 1 and _is_sure(one, kind, text):
            yield _Item(kind, one.start, one.end, one.text, one.khmer, wanted=one)


def _is_sure(one: Wanted, kind: str, text: str) -> bool:
    """Whether the name is one of its ``kind``, and no part of a longer one."""
    before = text[: one.start]
    if kind == "person":
        return _TITLED.search(before) is not None
    is_part = _NAME_BEFORE.search(before) or _NAME_BEHIND.match(text, one.end)
    return kind in _PLACES and is_part is None


def _dates(text: str) -> Iterator[_Item]:
    for one in dates(text):
        kind = BY_ENGLISH[one.name].kind
        start = text.find(one.name[:3], one.start, one.end)
        if start >= 0:
            written = re.compile(rf"{one.name}|[A-Za-z]+\.?").match(text, start)
            end = written.end() if written else one.end
            yield _Item(kind, start, end, text[start:end], one.name)


def _numbers(text: str) -> Iterator[_Item]:
    for match in _NUMERAL.finditer(text):
        for number in numbers(text, "en"):
            if number.start <= match.start() < number.end and number.kind == "digits":
                yield _Item("number", *match.span(), match[0], str(number.value), number=number)


def _frame(text: str, items: Sequence[_Item]) -> list[str]:
    """The words around the items, and of which kind these are."""
    frame, at = list[str](), 0
    for item in items:
        frame += (text[at : item.start], item.kind)
        at = item.end
    return [*frame, text[at:]]


def _are_apart(
    changed: Sequence[tuple[_Item, _Item]], old: Sequence[_Item], new: Sequence[_Item]
) -> bool:
    """Whether no change can be taken for another: nothing stands twice or moves elsewhere."""
    before, after = [item.name for item in old], [item.name for item in new]
    return all(
        before.count(was.name) == 1 and after.count(now.name) == 1 and now.name not in before
        for was, now in changed
    )


def _put(was: _Item, now: _Item, target: str, source: str) -> _Put | None:
    """Where in the Khmer ``was`` stands, and how ``now`` is written there; ``None`` if unsure."""
    if was.number:
        return _number_put(was, now.text, was.number.value, target, source)
    if was.wanted and now.wanted:
        return _name_put(was.wanted, now.wanted, target)
    before = r"ថ្ងៃ ?" if was.kind == "day" else r"(?:ខែ|ទី ?[0-9០-៩]{1,2}) ?"
    khmer = BY_ENGLISH[was.name].khmer
    form = _MONDAYS.get(khmer, re.escape(khmer))
    spans = [match.span(1) for match in re.finditer(f"{before}({form})", target)]
    if len(spans) != 1 or len(re.findall(form, target)) != 1:
        return None
    return _Put(*spans[0], BY_ENGLISH[now.name].khmer)


def _number_put(was: _Item, new: str, value: Decimal, target: str, source: str) -> _Put | None:
    if min(Decimal(text.replace(",", "")) for text in (was.text, new)) < _COUNTED:
        return None
    if _readings(numbers(source, "en"), value) != 1 or _readings(numbers(target, "km"), value) != 1:
        return None
    found = set(_written(was.text, new, to_ascii_digits(target)))
    if len(found) != 1:
        return None
    (start, end), put = found.pop()
    is_khmer = target[start:end] != to_ascii_digits(target[start:end])
    return _Put(start, end, to_khmer_digits(put) if is_khmer else put)


def _readings(found: Sequence[Number], value: Decimal) -> int:
    """How many of the numbers may be ``value``."""
    return sum(value in one.readings for one in found if one.kind != "month")


def _written(old: str, new: str, target: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Each place of ``old`` in the Khmer, in ASCII digits, with ``new`` in the same form."""
    if any(mark in new and mark not in old for mark in ",."):
        return  # nobody knows how this writer divides thousands, or what the point is
    for group in _GROUPS:
        for point in _POINTS:
            form = _formed(old, group, point)
            pattern = rf"(?<![0-9A-Za-z.,:/-]){re.escape(form)}(?![0-9A-Za-z:/-]|[., ][0-9])"
            for match in re.finditer(pattern, target):
                if not re.search(r"[0-9] $", target[: match.start()]):
                    yield match.span(), _formed(new, group, point)


def _formed(numeral: str, group: str, point: str) -> str:
    """The English ``numeral`` with the marks of a Khmer writer."""
    return group.join(numeral.partition(".")[0].split(",")) + "".join(
        point + digits for digits in numeral.split(".")[1:]
    )


def _name_put(was: Wanted, now: Wanted, target: str) -> _Put | None:
    forms = dict.fromkeys((was.khmer, *was.forms[0]))
    present = sorted((form for form in forms if form in target), key=len, reverse=True)
    if not present:
        return None
    start, form = target.index(present[0]), present[0]
    rest = target[:start] + "\0" + target[start + len(form) :]
    is_torn = re.compile(f"[{COENG}{MARK}]").match(target, start + len(form))
    if is_torn or any(other in rest for other in forms):
        return None
    khmer = now.khmer
    if was.kind == "place":  # with or without the word for its kind, as in the old sentence
        if len(was.forms[0]) != len(now.forms[0]) or form not in was.forms[0]:
            return None
        khmer = now.forms[0][was.forms[0].index(form)]
    return None if khmer in target else _Put(start, start + len(form), khmer)


def _with(target: str, puts: Sequence[_Put]) -> str:
    """``target`` with all ``puts``; the last first, so that the places of the others stay."""
    for put in sorted(puts, key=lambda one: one.start, reverse=True):
        target = target[: put.start] + put.khmer + target[put.end :]
    return target
