"""The summarisers of sumy on sentences that are already split: no download of tokenizer data."""

from collections.abc import Callable, Sequence

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from summarize.english.stems import tokens
from summarize.records import Article

METHODS = {"lex_rank": LexRankSummarizer, "text_rank": TextRankSummarizer}


class Words:
    """The part of a sumy tokenizer that its sentences use."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Split a sentence into words."""
        return tuple(tokens(text))


def sumy_system(method: str) -> Callable[[Article, int], Sequence[int]]:
    """A summariser of sumy with its English stemmer and stop words; gives rising indices."""
    summarizer = METHODS[method](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def choose(article: Article, length: int) -> Sequence[int]:
        sentences = [SumySentence(sentence.text, Words()) for sentence in article.sentences]
        chosen = summarizer(ObjectDocumentModel([Paragraph(sentences)]), length)
        return [
            i for i, sentence in enumerate(sentences) if any(sentence is each for each in chosen)
        ]

    return choose
