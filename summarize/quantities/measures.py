"""Units of measure with their English and Khmer forms; currencies have a table of their own.

English forms are given in the singular, or in the plural where the singular is another word
("feet"). Khmer forms are as much of a word as all its spellings share; a space in them may be
missing. Loose forms mean other things as well: they only tell that the unit is not lost.
"""

from decimal import Decimal
from typing import Final

from summarize.quantities.records import Entry, Kind, Unit


def _entry(
    name: str, kind: Kind, base: str, factor: str, english: str, khmer: str, loose: str = ""
) -> Entry:
    """Forms are separated by commas."""
    unit = Unit(name, kind, base, Decimal(factor))
    return Entry(unit, _forms(english), _forms(khmer), loose=_forms(loose))


def _forms(text: str) -> tuple[str, ...]:
    return tuple(text.split(", ")) if text else ()


_TIME: Final = (
    _entry("second", "time", "second", "1", "second, seconds, sec", "វិនាទី"),
    _entry("minute", "time", "second", "60", "minute, min", "នាទី"),
    _entry("hour", "time", "second", "3600", "hour, hr", "ម៉ោង"),
    _entry("day", "time", "second", "86400", "day", "ថ្ងៃ"),
    _entry("night", "time", "second", "86400", "night", "យប់"),
    _entry(
        *("week", "time", "second", "604800"),
        *("week, wk", "សប្តាហ៍, សប្តាហ, សបា្តហ៍, អាទិត្យ"),
    ),
    _entry("fortnight", "time", "second", "1209600", "fortnight", "បក្ខ", "សប្តាហ៍"),
    _entry("month", "time", "second", "2629800", "month", "ខែ"),
    _entry("year", "time", "second", "31557600", "year, yr", "ឆ្នាំ", "វស្សា"),
    _entry("decade", "time", "second", "315576000", "decade", "ទសវត្ស, ទស្សវត្ស"),
    _entry("century", "time", "second", "3155760000", "century, centuries", "សតវត្ស, សតវស្ស"),
)
_LENGTH: Final = (
    _entry(
        *("millimetre", "length", "metre", "0.001", "millimetre, millimeter, mm"),
        "មីលីម៉ែត្រ, មិល្លីម៉ែត្រ, មីល្លីម៉ែត្រ, មិលីម៉ែត្រ, ម.ម, មម, mm",
    ),
    _entry(
        *("centimetre", "length", "metre", "0.01", "centimetre, centimeter, cm"),
        "សង់ទីម៉ែត្រ, សង្ទីម៉ែត្រ, សង់ទីមែត្រ, ស.ម, សម, cm",
    ),
    _entry("metre", "length", "metre", "1", "metre, meter, m", "ម៉ែត្រ, មែត្រ, ម៉ត្រ, ម, m"),
    _entry(
        *("kilometre", "length", "metre", "1000", "kilometre, kilometer, km, kms, kph"),
        "គីឡូម៉ែត្រ, គីឡូមែត្រ, គីទ្បូម៉ែត្រ, គីឡូម៉ែត, គីឡូ, គ.ម, គម, km",
    ),
    _entry("inch", "length", "metre", "0.0254", "inch, inches", "អ៊ីញ, អ៊ិញ, អ៊ិន, អ៊ីន, អីញ, អុិន, inch"),
    _entry("foot", "length", "metre", "0.3048", "foot, feet, ft", "ហ្វីត, ហ្វ៊ីត, ហ្វូត", "ជើង"),
    _entry("yard", "length", "metre", "0.9144", "yard, yd", "យ៉ាត, យ៉ាដ"),
    _entry(
        *("mile", "length", "metre", "1609.344", "mile, mi, mph"),
        "ម៉ាយ, ម៉ៃល៍, ម៉ៃ, មៃល៍, មៃល, ម៉ែល, ម៉ាល, ម៉ាយល៍, mile, mph",
    ),
    _entry("nautical mile", "length", "metre", "1852", "nautical mile", "ណូទីក, ម៉ាយល៍សមុទ្រ"),
)
SQUARE: Final = ("ការ៉េ", "ការេ៉", "ក្រឡា", "ក្រលា", "ក្រាឡា")
"""What makes a Khmer length an area."""
_AREA: Final = (
    Entry(
        Unit("square metre", "area", "square metre"),
        ("square metre", "square meter", "sq metre", "sq meter", "sq m", "sqm", "m2", "m²"),
        (*(f"ម៉ែត្រ {word}" for word in SQUARE), "m2", "m²", "ម២", "ម2", "ម²"),
    ),
    Entry(
        Unit("square kilometre", "area", "square metre", Decimal(10**6)),
        ("square kilometre", "square kilometer", "sq km", "sq. km", "km2", "km²"),
        (
            *(f"គីឡូម៉ែត្រ {word}" for word in SQUARE),
            "km2",
            "km²",
            "គម២",
            "គ.ម២",
            "គម2",
            "គម²",
            "គ.ម²",
        ),
    ),
    _entry(
        *("square mile", "area", "square metre", "2589988", "square mile, sq mi, sq mile"),
        *("ម៉ាយ ការ៉េ, ម៉ៃល៍ ការ៉េ, ម៉ាយ ក្រឡា, ម៉ៃ ការ៉េ, ម៉ាយល៍ ការ៉េ", "sq mi"),
    ),
    _entry(
        "square foot",
        "area",
        "square metre",
        "0.0929",
        "square foot, square feet, sq ft",
        "ហ្វីតការ៉េ",
    ),
    _entry("hectare", "area", "square metre", "10000", "hectare, ha", "ហិកតា, ហិចតា, ហ.ត, ហត, ha"),
    _entry(
        *("acre", "area", "square metre", "4046.86", "acre"),
        "អាខ័រ, អេឃ័រ, អាក្រ, អេក័រ, អេក, អាកូ, អ៊ែកឃ័រ",
    ),
)
_VOLUME: Final = (
    _entry(
        *("cubic metre", "volume", "litre", "1000", "cubic metre, cubic meter, m3, m³"),
        "ម៉ែត្រគូប, ម៉ែត្រគុប, m3, m³, ម៣, ម3, ម³",
    ),
    _entry(
        "millilitre", "volume", "litre", "0.001", "millilitre, milliliter, ml", "មីលីលីត្រ, មិល្លីលីត្រ, ml"
    ),
    _entry("litre", "volume", "litre", "1", "litre, liter", "លីត្រ, លិត្រ"),
    _entry("gallon", "volume", "litre", "3.785", "gallon", "ហ្គាឡុង, ហ្គាឡន, កាឡុង"),
    _entry("barrel", "volume", "litre", "158.99", "barrel", "បារ៉ែល, បារែល", "ធុង"),
)
_MASS: Final = (
    _entry(
        "milligram", "mass", "gram", "0.001", "milligram, milligramme, mg", "មីលីក្រាម, មិល្លីក្រាម, mg"
    ),
    _entry("gram", "mass", "gram", "1", "gram, gramme", "ក្រាម"),
    _entry(
        *("kilogram", "mass", "gram", "1000", "kilogram, kilogramme, kilo, kg, kgs"),
        "គីឡូក្រាម, គីទ្បូក្រាម, គីឡូ, គ.ក្រ, គក្រ, គ.ក, គក, kg",
    ),
    _entry("tonne", "mass", "gram", "1000000", "tonne, ton, metric tonne, metric ton", "តោន"),
    _entry("ounce", "mass", "gram", "28.35", "ounce, oz", "អោន, អោនស៍, អ៊ុន"),
    _entry("pound (weight)", "mass", "gram", "453.59", "pound, lb", "ផោន"),
)
_OTHER: Final = (
    _entry(
        "kilowatt", "power", "watt", "1000", "kilowatt, kw, kilowatt hour, kwh", "គីឡូវ៉ាត់, គីឡូវ៉ាត, kW"
    ),
    _entry(
        "megawatt", "power", "watt", "1000000", "megawatt, mw", "មេហ្គាវ៉ាត់, មេហ្គាវ៉ាត, មេកាវ៉ាត់, MW"
    ),
    _entry(
        "gigawatt", "power", "watt", "1000000000", "gigawatt, gw", "ជីហ្គាវ៉ាត់, ជីកាវ៉ាត់, ហ្គីហ្គាវ៉ាត់, GW"
    ),
    _entry("kilovolt", "power", "volt", "1000", "kilovolt, kv", "គីឡូវ៉ុល, គីឡូវ៉ុត, kV"),
    _entry(
        *("degree", "temperature", "degree", "1"),
        *("degree, °c, °f, °, celsius, degree celsius", "អង្សា, ដឺក្រេ, °"),
    ),
    _entry(
        *("percent", "share", "percent", "1", "percent, per cent, %, pc, pct"),
        "ភាគ រយ, ភារយ, %, ៪",
    ),
    _entry(
        *("percentage point", "share", "point", "1", "percentage point"),
        *("ចំណុច ភាគ រយ, ពិន្ទុ ភាគ រយ, ចំនុច ភាគ រយ", "ចំណុច, ចំនុច, ពិន្ទុ"),
    ),
)
MEASURES: Final = (*_TIME, *_LENGTH, *_AREA, *_VOLUME, *_MASS, *_OTHER)
"""Every unit but money."""
