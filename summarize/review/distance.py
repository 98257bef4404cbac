"""How far a text is from the machine's draft: the post-edit distance."""


def post_edit_distance(draft: str, target: str) -> float:
    """Levenshtein distance in characters over the longer length, from 0 (equal) to 1."""
    if draft == target:
        return 0.0
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_distance(draft, target))
