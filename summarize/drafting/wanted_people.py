"""People of a sentence, spelt by their sound where no list has them."""

from collections.abc import Iterator

from summarize.checks.people import named
from summarize.drafting.stand_ins import Kind
from summarize.drafting.wanted import Wanted
from summarize.english.names import names
from summarize.names.proposed import spellings


def people(source: str) -> Iterator[Wanted]:
    """The people whom ``source`` names, each by a word or by the whole name."""
    evident = {one.text for one in named(source) if one.is_person}
    for name in names(source):
        if name.text in evident:
            khmer = next(iter(spellings(name.text)), "")
            kind: Kind = "person" if " " in name.text else "word"
            yield Wanted(
                name.text,
                name.start,
                kind,
                khmer or name.text,
                ((khmer or name.text,),),
                is_spelt=bool(khmer),
            )
