"""« Did you mean… »: the nearest known word to a misspelt one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 70  # on a scale of 100
FEW = 12


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause to end a message with: the nearest known word, or nothing when none is near."""
    found = process.extractOne(word[:80], list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return f" (did you mean {found[0]}?)" if found else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that may have been meant: the near one, else all when they are few, else the three nearest."""
    words = list(known)
    near = process.extractOne(word[:80], words, scorer=fuzz.ratio, score_cutoff=NEAR)
    if near:
        return [near[0]]
    return words if len(words) <= FEW else [one[0] for one in process.extract(word[:80], words, scorer=fuzz.ratio, limit=3)]
