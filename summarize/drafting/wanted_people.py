"""People of a sentence, spelt by their sound where no list has them."""

from collections.abc import Iterator

from summarize.checks.people import named
from summarize.drafting.stand_ins import Kind
from summarize.drafting.wanted import Wanted
from summarize.names.proposed import spellings


def people(source: str) -> Iterator[Wanted]:
    """The people whom ``source`` names, each by a word or by the whole name."""
    for name in named(source):
        if name.is_person:
            khmer = next(iter(spellings(name.text)), "")
            kind: Kind = "person" if " " in name.text else "word"
            forms = ((khmer or name.text,),)
            yield Wanted(
                name.text, name.start, kind, khmer or name.text, forms, is_spelt=bool(khmer)
            )
