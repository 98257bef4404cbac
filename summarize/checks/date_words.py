"""A word after the Khmer for month or day that is no name and no word of time: ខែតុណ្ហភាព."""

import re
from typing import Final

from summarize.khmer.alphabet import COENG, LETTER, MARK
from summarize.khmer.normalise import key

# As much of each word as all its spellings share.
_MONTHS: Final = "មករ កុម្ភ មីនា មិនា មេសា ឧសភា មិថុ កក្កដ សីហា កញ្ញា តុលា វិច្ឆិ ធ្នូ"
_LUNAR: Final = "ចេត្រ ពិសាខ ជេស្ឋ អាសាឍ ស្រាព ភទ្របទ អស្សុជ កត្តិក កក្តិក មិគសិរ បុស្ស មាឃ ផល្គុន រ៉ាម៉ា"
_DAYS: Final = "ចន្ទ ច័ន អង្គារ ពុធ ពុទ្ធ ព្រហស សុក្រ សៅរ អាទិត្យ"
# What points, counts or describes, joins two clauses or begins a new one.
_AFTER_BOTH: Final = (
    "នេះ នោះ មុន ក្រោយ ខាង ដដែល ទៀត ណា ដំបូង ចុង ដើម បន្ទាប់ ដែល ហើយ និង ឬ ឫ ដើម្បី ដូច ដោយ ប៉ុ "
    "តែ ទេ ទាំង ដែរ គឺ ជា មាន បាន នឹង ត្រូវ ត្រឹម ក្នុង នៅ លើ ក្រោម ពី ដល់ រហូ តាំង ចាប់ សម្រា របស់ នៃ "
    "តាម អំពី ចំពោះ មក ទៅ ចូល ចេញ ផុត កន្លង ខណៈ ព្រោះ បើ ទោះ ប្រសិន បន្ថែម ផង វិញ រៀង រាល់ គ្រប់ "
    "មួយ ពីរ បី បួន ប្រាំ ដប់ ទី ប្រហែល ប្រមាណ ជិត គ្មាន មិន ពុំ ឥត ៗ ក៏ ក្តៅ ត្រជាក់ ភ្លៀង ល្អ អាក្រក់ "
    "ខ្ពស់ ទាប ច្រើន តិច កាល ពេល ឆ្នាំ យើង គេ គាត់ នាង ខ្ញុំ លោក អ្នក ពួក វា ថា យ៉ាង ធ្វើ ឱ្យ ឲ្យ អោយ ថ្មី "
    "ចាស់ ឡើយ ទើប រួម រួច លែង ឥឡូវ ដ៏ ក្រៅ បាត់ អាច គួរ ចំនួន ម្តង ម្នាក់ កន្លះ ពាក់ យូរ នីមួយ ស្ទើរ ឯ "
    "ខ្លះ ខុស ផ្សេង រវាង"
)
_AFTER_MONTH: Final = (
    "គិត លើក បូក ប្រាំង វស្សា រងា រំហើយ ធម្មតា គ្រូ គ្រុន បួស ទាហាន ខ្វះ បរា ស្តីពី ពោល អត់ តម រស រដូវ "
    "ជាប់ ជុំវិញ ខ្លួន ថ្លៃ មនុស្ស ខ្ចី បុគ្គល សាំ ភ្លឺ ឈឺ ការពារ ល្បាត"
)
_AFTER_DAY: Final = (
    "ត្រង់ សីល ឈប់ កំណ កំណើត ខួប បុណ្យ បោះឆ្នោត លិច រះ ស្អែក បើក ម្សិល មិញ ធម្មតា ជាតិ ខែ រៀន ប្រឡង "
    "អនាគត ធៀប អស់ ចរចា ចរ ប្រជុំ កូដ ជំនុំ ពន្លឺ ពន្យារ ស្ងប់ ធ្លាក់ ខ្លាំង ជួញ ប្រើ ប្រកាស បង់ រក សម្រាក កាត់ "
    "ផ្សារ មេឃ ល្បាត ប្រឆាំង បញ្ចេញ គ្នា "
    "ផ្តល់ ភាគ ពេញ ទល់ រយៈ ទិវា កាន់ ភ្លាម ឈឺ កើត សិក្សា ទុក មុខ យប់ វែង គង់ មើល ចេះ"
)


def _pattern(word: str, allowed: str, not_before: str) -> re.Pattern[str]:
    """``word`` as a word of its own, before a letter that begins none of those allowed."""
    known = "|".join(map(re.escape, key(allowed).split()))
    return re.compile(
        rf"{not_before}{word}(?![{MARK}{COENG}]|[ងលម](?![{MARK}{COENG}]))(?=[{LETTER}])(?!{known})"
        rf"(?P<word>[{LETTER}]{{1,20}})"
    )


# After a number, and in "all day" and "daytime", both are units and anything may follow.
_UNIT: Final = (
    "(?<![0-9])(?<![0-9] )(?<!មួយ)(?<!ពីរ)(?<!បី)(?<!រាល់)(?<!សព្វ)(?<!ប្រចាំ)(?<!ពេល)(?<!គ្មាន)(?<!ប្រាក់)"
)
_PATTERNS: Final = (
    ("month", _pattern("ខែ", f"{_MONTHS} {_LUNAR} {_AFTER_BOTH} {_AFTER_MONTH}", _UNIT)),
    ("day", _pattern("ថ្ងៃ", f"{_DAYS} {_AFTER_BOTH} {_AFTER_DAY}", _UNIT)),
)


def check(_source: str, target: str) -> list[str]:
    """The Khmer alone shows it; ខែនេះ, ថ្ងៃដដែល and ថ្ងៃអាទិត្យ are right."""
    khmer = key(target)
    return [
        f"{match[0]} is no {kind}."
        for kind, pattern in _PATTERNS
        for match in pattern.finditer(khmer)
    ]
