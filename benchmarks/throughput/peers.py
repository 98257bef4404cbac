"""Packages for translation that a user might pick instead."""

from benchmarks.throughput.baselines import Seq2Seq
from benchmarks.throughput.clock import Clock
from benchmarks.throughput.plan import Plan, chosen, make_articles

BATCH = 32
"""The default of dl-translate."""


def dl_translate(plan: Plan, clock: Clock) -> list[str]:
    """dl-translate (https://github.com/xhluca/dl-translate), an article at a time.

    It does not summarise: transformers does that here.
    """
    import dl_translate as dlt

    articles = make_articles(plan)
    sentences = chosen(articles)
    summarizer = Seq2Seq(plan.summarizer)
    model = dlt.TranslationModel(plan.translator, model_family="nllb200", device="cpu")
    clock.ready()
    targets: list[str] = []
    for article, own in zip(articles, sentences, strict=True):
        summarizer.generate([article.text])
        targets += model.translate(own, source="eng_Latn", target="khm_Khmr", batch_size=BATCH)
        clock.done(1)
    return targets
