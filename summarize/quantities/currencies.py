"""Currencies that news writes, with their English and Khmer forms and their signs.

The Khmer names are those of Unicode CLDR without the country, with the spellings of newspapers.
"""

from decimal import Decimal
from typing import Final

from summarize.quantities.records import Entry, Unit


def _money(name: str, english: str, khmer: str, signs: str = "") -> Entry:
    """Forms are separated by commas; the first of the English is the word after a number."""
    forms = tuple(english.split(", "))
    return Entry(Unit(name, "money", name), forms, tuple(khmer.split(", ")), tuple(signs.split()))


CURRENCIES: Final = (
    _money(
        "dollar", "dollar, USD, buck, greenback", "ដុល្លា, ដុលា, ដុល្លៃ, ដូល្លារ, ដុលា្លរ, $, USD", "$ USD"
    ),
    Entry(
        Unit("cent", "money", "dollar", Decimal("0.01")),
        ("cent", "¢"),
        ("សេន", "¢"),
    ),
    _money("euro", "euro, EUR", "អឺរ៉ូ, អ៊ឺរ៉ូ, អឺរូ, អេរ៉ូ, អ៊ឺរូ, អ៊ុយរ៉ូ, €, EUR", "€ EUR"),
    _money("pound", "pound, pound sterling, GBP, quid, sterling", "ផោន, £, GBP", "£ GBP"),
    _money("yen", "yen, JPY", "យ៉េន, យេន, យ៉ែន, ¥, JPY", "¥ JPY"),
    _money(
        *("yuan", "yuan, renminbi, CNY, RMB"),
        *("យ័ន, យន់, យ៉ន់, យាន់, យ៉ាន់, យូអាន, យ័ន់, រ៉េនមីនប៊ី, រ៉ិនមិនប៊ី, ¥, CNY, RMB", "¥ RMB CNY"),
    ),
    _money("riel", "riel, KHR, ៛", "រៀល, ៛, KHR", "៛ KHR"),
    _money("baht", "baht, THB", "បាត, ฿, THB", "฿ THB"),
    _money("dong", "dong, VND", "ដុង, ₫, VND", "₫ VND"),
    _money("kip", "kip, LAK", "គីប, គិប, ₭, LAK", "₭ LAK"),
    _money("kyat", "kyat, MMK", "គីយ៉ាត, ក្យាត, ចាត, គ្យ៉ាត, MMK", "MMK"),
    _money("ringgit", "ringgit, MYR", "រីងហ្គីត, រីងហ្គិត, រិងហ្គីត, រិងគីត, រីងគីត, MYR", "RM MYR"),
    _money("rupiah", "rupiah, IDR", "រូពីយ៉ា, រុពីយ៉ា, រូពៀ, រូពី, IDR", "Rp IDR"),
    _money("rupee", "rupee, INR, PKR", "រូពី, រុពី, រ៉ូពី, ₹, INR, PKR", "₹ Rs Rs. INR PKR"),
    _money("won", "won, KRW", "វ៉ុន, វុន, វ៉ូន, ₩, KRW", "₩ KRW"),
    _money("peso", "peso, PHP, MXN", "ប៉េសូ, ប៉េសួ, ពេសូ, ប៉េសូស, ₱, PHP", "₱ PHP"),
    _money("franc", "franc, CHF", "ហ្វ្រង់, ហ្វ្រង, CHF", "CHF"),
    _money(
        "krona",
        "krona, krone, kronor, kroner, kronur, króna, SEK, NOK, DKK",
        "ក្រូណា, ក្រូន, ក្រូណេ, គ្រូណា, គ្រូន, SEK, NOK, DKK",
    ),
    _money("koruna", "koruna, CZK", "កូរុណា, CZK"),
    _money("ruble", "ruble, rouble, RUB", "រ៉ូប, រូប្ល, រូប៊ល, រ៉ូប្ល, រូបល, ₽, RUB", "₽ RUB"),
    _money("lira", "lira", "លីរ៉ា, លីរ៉ែ, លីរ, ₺", "₺"),
    _money("real", "reais, BRL", "រៀល, រេអាល, រ៉េអាល, រ៉េអាយស៍, BRL", "R$ BRL"),
    _money("rial", "rial, IRR", "រៀល, រីយ៉ាល, រីអល, IRR", "IRR"),
    _money("riyal", "riyal, SAR", "រីយ៉ាល, រីយ៉ាល់, រៀល, SAR", "SAR"),
    _money("dirham", "dirham, AED", "ឌៀរហា, ឌីរហា, ឌៀហាំ, ឌឺហាំ, AED", "AED"),
    _money("dinar", "dinar, KWD, IQD", "ឌីណា, KWD, IQD"),
    _money("rand", "rand, ZAR", "រ៉ង់, រ៉ាន់, រ៉ែន, ZAR", "ZAR"),
    _money("shekel", "shekel, ILS", "ស៊ីគែល, ស៊ែកែល, សេកែល, ហ្សេកែល, សៀកែល, ₪, ILS", "₪ ILS"),
    _money("taka", "taka, BDT", "តាកា, BDT", "৳ BDT"),
    _money("naira", "naira, NGN", "ណៃរ៉, នៃរ៉, ₦, NGN", "₦ NGN"),
    _money("shilling", "shilling, KES", "ស៊ីលិញ, ស៊ីលីង, KES"),
    _money("zloty", "zloty, zlotys, PLN", "ហ្សូទី, ស្លូទី, ហ្ស្លូទី, PLN", "PLN"),
    _money("forint", "forint, HUF", "ហ្វូរីន, ហ្វរីន, HUF", "HUF"),
    _money("hryvnia", "hryvnia, hryvnias, UAH", "ហ៊ូនីយ៉ា, ហ្រ៊ីវនីយ៉ា, ហ្រីវនីយ៉ា, ₴, UAH", "₴ UAH"),
    _money("tenge", "tenge, KZT", "តង់ហ្គី, តេង, ₸, KZT", "₸ KZT"),
    _money("pataca", "pataca, MOP", "ប៉ាតាកា, MOP", "MOP"),
    _money("bitcoin", "bitcoin, BTC", "ប៊ីតខញ, ប៊ីតខូញ, ប៊ីតខយ, ប៊ីតកូញ, Bitcoin, bitcoin, BTC", "₿"),
)
"""Dollars and pounds of whatever country are one each; :data:`COUNTRIES` tells them apart."""

COUNTRIES: Final = {
    "US": (("US", "U.S.", "American"), ("អាមេរិក", "អាម៉េរិក", "សហរដ្ឋ")),
    "AU": (("A", "AU", "AUD", "Australian"), ("អូស្ត្រាលី",)),
    "CA": (("C", "CA", "Canadian"), ("កាណាដា",)),
    "SG": (("S", "SG", "Singapore", "Singaporean"), ("សិង្ហបូរី", "សិង្ហបុរី")),
    "HK": (("HK", "Hong Kong"), ("ហុងកុង",)),
    "NZ": (("NZ", "New Zealand"), ("នូវែលសេឡង់", "នូវែលហ្សេឡង់", "ញូវហ្សេឡែន", "ញូវស៊ីឡែន")),
    "TW": (("NT", "Taiwan", "Taiwanese", "New Taiwan"), ("តៃវ៉ាន់",)),
    "IN": (("Indian",), ("ឥណ្ឌា",)),
    "PK": (("Pakistani", "Pakistan"), ("ប៉ាគីស្ថាន",)),
    "LK": (("Sri Lankan", "Sri Lanka"), ("ស្រីលង្កា",)),
    "GB": (("British", "UK"), ("អង់គ្លេស", "ចក្រភព")),
    "EG": (("Egyptian",), ("អេហ្ស៊ីប",)),
    "LB": (("Lebanese",), ("លីបង់",)),
    "PH": (("Philippine",), ("ហ្វីលីពីន",)),
    "MX": (("Mexican",), ("ម៉ិកស៊ិក", "ម៉ិចស៊ិក", "ម៉ិកសិក")),
    "KR": (("South Korean",), ("កូរ៉េខាងត្បូង", "កូរ៉េ")),
    "KP": (("North Korean",), ("កូរ៉េខាងជើង",)),
}
"""What tells the currencies of one name apart, before it in English and after it in Khmer."""
