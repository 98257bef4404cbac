"""Terms of every kind, for property tests: nothing in them is spared."""

from hypothesis import strategies as st

from summarize.glossary.records import STATUSES, Term, tidy

AWKWARD = st.sampled_from(
    ["|", "\\", '"', "'", ",", "\t", "\n", "=", "+", "-", "@", "<&>", "កម្ពុជា"]
)
TEXTS = st.lists(AWKWARD | st.text(max_size=4), max_size=5).map("".join)


TERMS = st.builds(
    Term,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS | TEXTS.map("status: proposed".__add__) | TEXTS.map("note: office: ".__add__),
    st.sampled_from(STATUSES),
    st.lists(TEXTS, max_size=3).map(tuple),
    *[TEXTS] * 5,
).map(tidy)
FINISHED = TERMS.filter(lambda term: bool(term.source and term.target))
"""Terms as they are after reading, with an English and a Khmer side."""
