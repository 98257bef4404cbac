"""Two articles in which a person stands whom no list has: spelt by the sound, and once by hand."""

from summarize.names.proposed import choices
from summarize.records import Draft, Provenance, Result, Segment, Stretch, Summary, SummarySentence
from tests.builders import build_article

NAME = "Sok Pheakdey"
SPELT, OTHER, *_ = (one.khmer for one in choices(NAME))
BY_HAND = "សុក ភាក់ឌី"
ENGLISH = (
    f"Village chief {NAME} met reporters.",
    "Nobody was hurt.",
    f"{NAME} said the school had closed.",
    f"The court heard {NAME} on Monday.",
)
KHMER = (
    f"មេភូមិ {SPELT} បានជួបអ្នកសារព័ត៌មាន។",
    "គ្មាននរណាម្នាក់រងរបួសទេ។",
    f"លោក {SPELT} បាននិយាយថា សាលារៀនបានបិទ។",
    f"តុលាការបានសួរ {BY_HAND} កាលពីថ្ងៃចន្ទ។",
)
UNSURE = (0.62, 0.41, 0.05, 0.2)
WORD = "ជួប"
AT = KHMER[0].index(WORD)


def build_named(title: str = "School", source: str = "school.txt") -> Result:
    """One article; its second sentence is of no person, the last has another form of the name."""
    article = build_article(*ENGLISH, title=title, source=source)
    summary = Summary(
        tuple(SummarySentence(f"s{n}", text) for n, text in enumerate(ENGLISH, 1)), "lead"
    )
    segments = tuple(
        Segment(f"k{n}", f"s{n}", en, km, confidence=chance)
        for n, (en, km, chance) in enumerate(zip(ENGLISH, KHMER, UNSURE, strict=True), 1)
    )
    marked = Segment(
        *(segments[0].id, segments[0].sentence, ENGLISH[0], KHMER[0]),
        confidence=UNSURE[0],
        alternatives=(f"ប្រធានភូមិ {SPELT} បានជួបអ្នកកាសែត។",),
        doubtful=(Stretch(AT, AT + len(WORD)),),
    )
    return Result(article, summary, Draft((marked, *segments[1:]), "book"), (), Provenance("0.1"))


NAMED = build_named()
ARTICLE = NAMED.article.id
