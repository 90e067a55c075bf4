"""« Did you mean… »: the nearest known word to a misspelt one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 70  # on a scale of 100


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause to end a message with: the nearest known word, or nothing when none is near."""
    found = process.extractOne(word[:80], list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return f" (did you mean {found[0]}?)" if found else ""
