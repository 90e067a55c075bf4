"""Finding known names in a sequence of words: the longest at each place, never two over the same word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Hit(Generic[T]):
    """A name found at the words [first, last)."""

    first: int
    last: int
    value: T


class Ngrams(Generic[T]):
    """Names of one or more words, each with a value; a lookup costs a dictionary access a word."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], T] = {}
        self._longest: dict[str, int] = {}

    def add(self, words: Sequence[str], value: T) -> None:
        """Make a name known; said twice, the last value stands."""
        key = tuple(words)
        if key:
            self.names[key] = value
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def scan(self, words: Sequence[str]) -> list[Hit[T]]:
        """The names in these words, left to right, the longest first at each place, without overlap."""
        hits: list[Hit[T]] = []
        free = 0
        longest = self._longest
        for first, word in enumerate(words):
            if first >= free and word in longest and (hit := self.at(words, first)):
                hits.append(hit)
                free = hit.last
        return hits

    def at(self, words: Sequence[str], first: int) -> Hit[T] | None:
        """The longest name that opens at this word."""
        for length in range(min(self._longest.get(words[first], 0), len(words) - first), 0, -1):
            value = self.names.get(tuple(words[first : first + length]))
            if value is not None:
                return Hit(first, first + length, value)
        return None
