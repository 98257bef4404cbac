"""Khmer spellings of Latin names by sound, likeliest first, each with its probability.

A joint n-gram model (Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme conversion",
2008) proposes, and a small log-linear model chooses among what it proposes with what is known of
Khmer words. Trained by ``training/names``; pure Python and NumPy, no network, no other model.
"""

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.names import Candidate, candidates
from summarize.names.spelling.telling import kind_of

__all__ = ["Candidate", "Kind", "candidates", "kind_of"]
