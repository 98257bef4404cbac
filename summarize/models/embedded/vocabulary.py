"""A smaller vocabulary cut out of a large BPE one, tokenising what it covers exactly alike.

Byte-pair encoding merges, again and again, the adjacent pair whose union has the best score. A
piece is therefore reached through smaller pieces, and those must stay when the vocabulary is cut:
:func:`closed` adds them. Text that the large vocabulary writes with kept pieces only is then
written with the same pieces by the small one, because every merge on the way is still there and
the rivals that were removed never won. Other text falls apart into smaller kept pieces, in the
end into bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SPACE: Final = "\u2581"  # how SentencePiece writes a space
BOS: Final = "<bos>"
EOS: Final = "<eos>"
UNKNOWN: Final = "<unk>"
NORMAL, BYTE = 1, 6  # GGUF's ``tokenizer.ggml.token_type``


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces by id, the merge scores of SentencePiece BPE (higher merges first), their kinds."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    kinds: tuple[int, ...]

    def cut(self, ids: Iterable[int]) -> "Vocabulary":
        """The vocabulary of these ids, renumbered in the order given."""
        kept = tuple(ids)
        return Vocabulary(
            tuple(self.pieces[i] for i in kept),
            tuple(self.scores[i] for i in kept),
            tuple(self.kinds[i] for i in kept),
        )

    def mergeable(self) -> dict[str, float]:
        """Scores of the pieces that a merge may give: not control words, not bytes."""
        kept = zip(self.pieces, self.scores, self.kinds, strict=True)
        return {piece: score for piece, score, kind in kept if kind == NORMAL}


def closed(vocabulary: Vocabulary, ids: Iterable[int]) -> tuple[int, ...]:
    """``ids`` with all bytes and with every piece on the way to a kept piece, ascending."""
    scores = vocabulary.mergeable()
    index = {piece: i for i, piece in enumerate(vocabulary.pieces)}
    kept = {i for i, kind in enumerate(vocabulary.kinds) if kind == BYTE}
    for i in ids:
        kept.add(i)
        if vocabulary.kinds[i] == NORMAL:
            kept.update(index[step] for step in _steps(vocabulary.pieces[i], scores))
    return tuple(sorted(kept))


def tokenizer(vocabulary: Vocabulary) -> "Tokenizer":
    """A ``tokenizers`` BPE of the vocabulary, with byte fallback and without added tokens.

    Control words in a text stay text: there is no merge that leads to them.
    """
    from tokenizers import Tokenizer, decoders, models, normalizers

    index = {piece: i for i, piece in enumerate(vocabulary.pieces)}
    built = Tokenizer(
        models.BPE(index, _merges(vocabulary), byte_fallback=True, fuse_unk=True, unk_token=UNKNOWN)
    )
    built.normalizer = normalizers.Replace(" ", SPACE)
    built.decoder = decoders.Sequence(
        [decoders.Replace(SPACE, " "), decoders.ByteFallback(), decoders.Fuse()]
    )
    return built


def _steps(piece: str, scores: Mapping[str, float]) -> list[str]:
    """Every symbol that BPE passes through on its way to ``piece``."""
    symbols = list(piece)
    seen = [symbol for symbol in symbols if symbol in scores]
    while len(symbols) > 1:
        at = _best_pair(symbols, scores)
        if at is None:
            break
        symbols[at : at + 2] = [symbols[at] + symbols[at + 1]]
        seen.append(symbols[at])
    return seen


def _best_pair(symbols: Sequence[str], scores: Mapping[str, float]) -> int | None:
    best, best_score = None, float("-inf")
    for at in range(len(symbols) - 1):
        score = scores.get(symbols[at] + symbols[at + 1])
        if score is not None and score > best_score:
            best, best_score = at, score
    return best


def _merges(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Every pair of pieces whose union is a piece, best score of the union first."""
    scores = vocabulary.mergeable()
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    return [
        (piece[:cut], piece[cut:])
        for piece in ranked
        for cut in range(1, len(piece))
        if piece[:cut] in scores and piece[cut:] in scores
    ]
