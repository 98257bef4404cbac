"""One article whose first Khmer sentence has a wrong number."""

from summarize.records import (
    Draft,
    Finding,
    Provenance,
    Result,
    Segment,
    Source,
    Summary,
    SummarySentence,
)
from tests.builders import build_article

TEXT = (
    "The court opened 12 cases on Monday.",
    "The minister of justice met reporters afterwards.",
    "Nobody was hurt when a lorry overturned.",
    "<img src=x onerror=\"document.title='taken over'\"> & <script>alert(1)</script>",
)
ENGLISH = (TEXT[0], "The minister met reporters.", TEXT[2])
KHMER = (
    "តុលាការបានបើកសំណុំរឿង ១៣ កាលពីថ្ងៃចន្ទ។",
    "រដ្ឋមន្ត្រីបានជួបអ្នកសារព័ត៌មាន។",
    "គ្មាននរណាម្នាក់រងរបួសទេ នៅពេលដែលរថយន្តក្រឡាប់។",
)
RIGHT = KHMER[0].replace("១៣", "១២")
THEIRS = "តុលាការបើកសំណុំរឿង ១២ នៅថ្ងៃចន្ទ។"
"""Another right one."""
ALTERNATIVES = {1: (RIGHT, "តុលាការបើករឿង ១៣ នៅថ្ងៃចន្ទ។")}
"""Other wordings of the model, by the number of the sentence."""


def build_result(title: str = "Courts <b>open</b>", khmer: tuple[str, ...] = KHMER) -> Result:
    """The second summary sentence rests on two sentences of the article, the others on one."""
    article = build_article(*TEXT, title=title, source="courts.txt")
    first, second, third, _ = (Source(s.id, s.start, s.end) for s in article.sentences)
    summary = Summary(
        (
            SummarySentence("s1", ENGLISH[0], (first,), support=1.0),
            SummarySentence("s2", ENGLISH[1], (second, first), support=0.75),
            SummarySentence("s3", ENGLISH[2], (third,), replaced="The model wrote of a lorry."),
        ),
        "lead",
    )
    pairs = enumerate(zip(ENGLISH, khmer, strict=True), start=1)
    segments = tuple(
        Segment(f"k{n}", f"s{n}", en, km, alternatives=ALTERNATIVES.get(n, ()))
        for n, (en, km) in pairs
    )
    draft = Draft(segments, "book")
    findings = (Finding("cut_off", "warning", "The English has no end.", "s2"),)
    return Result(article, summary, draft, findings, Provenance("0.1.0"))


RESULT = build_result()
ARTICLE = RESULT.article.id
