"""Countries by their English and Khmer names in CLDR, for damage that swaps one for another."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Australia": "អូស្ត្រាលី",
        "Brazil": "ប្រេស៊ីល",
        "Cambodia": "កម្ពុជា",
        "Canada": "កាណាដា",
        "China": "ចិន",
        "Egypt": "អេហ្ស៊ីប",
        "France": "បារាំង",
        "Germany": "អាល្លឺម៉ង់",
        "India": "ឥណ្ឌា",
        "Indonesia": "ឥណ្ឌូណេស៊ី",
        "Iran": "អ៊ីរ៉ង់",
        "Israel": "អ៊ីស្រាអែល",
        "Italy": "អ៊ីតាលី",
        "Japan": "ជប៉ុន",
        "Laos": "ឡាវ",
        "Malaysia": "ម៉ាឡេស៊ី",
        "Mexico": "ម៉ិកស៊ិក",
        "Nepal": "នេប៉ាល់",
        "Russia": "រុស្ស៊ី",
        "Singapore": "សិង្ហបុរី",
        "Spain": "អេស្ប៉ាញ",
        "Thailand": "ថៃ",
        "Vietnam": "វៀតណាម",
    }
)
"""English names that are no part of another name, and Khmer names that are no part of a word."""
