"""Money of which the currency was swapped, lost or invented."""

from summarize.checks.units import messages
from summarize.quantities import compare


def check(source: str, target: str) -> list[str]:
    """Amounts of money; "30 million wallets" are no dollars."""
    return messages(compare(source, target), money=True)
