"""The one-line signature of a model backend, in one place.

Grammar, in order, parted by ``|``::

    family | name@revision | engine-version | precision | decoding fields

``revision`` has twelve characters: of the commit for models of the hub, of a fingerprint of the
files for folders. Decoding fields are ``beam=``, ``new=least..most`` (tokens), ``lp=`` (length
penalty), ``rp=`` (repetition penalty) and ``ngram=`` (length of n-grams never repeated). Example::

    marian|acme/tiny@0123456789ab|ctranslate2-4.8.5|int8|beam=4|new=0..511|lp=1|rp=1|ngram=0
"""

from summarize.tokens import Decoding


def signature(family: str, model: str, engine: str, precision: str, decoding: Decoding) -> str:
    """Compose the signature of a backend from its parts."""
    lengths = f"{decoding.min_new_tokens}..{decoding.max_new_tokens}"
    fields = (
        f"beam={decoding.beam_size}",
        f"new={lengths}",
        f"lp={decoding.length_penalty:g}",
        f"rp={decoding.repetition_penalty:g}",
        f"ngram={decoding.no_repeat_ngram_size}",
    )
    return "|".join((family, model, engine, precision, *fields))
