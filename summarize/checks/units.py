"""Quantities of which the unit was swapped, lost or invented: weeks for days."""

from summarize.quantities import Comparison, Quantity, compare


def check(source: str, target: str) -> list[str]:
    """Every unit but money, compared with the number that it counts."""
    return messages(compare(source, target), money=False)


def messages(found: Comparison, *, money: bool) -> list[str]:
    """What is wrong with the amounts of money, or with all other quantities."""
    swapped = [pair for pair in found.swapped if _has_money(*pair) is money]
    lost = [quantity for quantity in found.lost if quantity.is_money is money]
    invented = [quantity for quantity in found.invented if quantity.is_money is money]
    told = [
        *(f"The English has {old.text}; the Khmer has {new.text}." for old, new in swapped),
        *(
            f"The English has {old.text}; the Khmer has the number without {_name(old)}."
            for old in lost
        ),
        *(f"The Khmer has {new.text}; the English counts no {_name(new)}." for new in invented),
    ]
    return list(dict.fromkeys(told))


def _has_money(*quantities: Quantity) -> bool:
    return any(quantity.is_money for quantity in quantities)


def _name(quantity: Quantity) -> str:
    return quantity.units[0].name
