"""Approved sentences of a desk in which a term and a name were corrected again and again."""

from summarize.review.records import Reviewed
from tests.review.named import BY_HAND, NAME, SPELT

PORT, DRAFTED, CORRECTED = "dry port", "កំពង់ផែស្ងួត", "កំពង់ផែគោក"
PORTS = (
    ("The dry port opened on Monday.", "{}បានបើកនៅថ្ងៃចន្ទ។"),
    ("Trucks wait at the dry port near the border.", "រថយន្តរង់ចាំនៅ{}ជិតព្រំដែន។"),
    ("A new dry port costs millions.", "{}ថ្មីមានតម្លៃរាប់លាន។"),
)
PEOPLE = (
    (f"{NAME} said the school had closed.", "លោក {} បាននិយាយថា សាលារៀនបានបិទ។"),
    (f"The court heard {NAME}.", "តុលាការបានសួរ {}។"),
    (f"Reporters met {NAME} there.", "អ្នកសារព័ត៌មានបានជួប {} នៅទីនោះ។"),
)
TERM = tuple((en, km.format(DRAFTED), km.format(CORRECTED)) for en, km in PORTS)
PERSON = tuple((en, km.format(SPELT), km.format(BY_HAND)) for en, km in PEOPLE)
Row = tuple[str, str, str]
"""An English sentence, its draft, and the Khmer that was approved."""


def approved(*rows: Row) -> list[Reviewed]:
    """The rows as segments that Dara has approved."""
    return [
        Reviewed("a", f"k{n}", en, draft, target, "approved", 1, "Dara")
        for n, (en, draft, target) in enumerate(rows, 1)
    ]
