"""Finding known names in a sequence of words: the longest at each place, never two over the same word."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A name found at the words [first, last)."""

    first: int
    last: int
    value: T


class Ngrams(Generic[T]):
    """Names of one or more words, each with a value; a lookup costs a dictionary access a word."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], T] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}  # of the names that open with a word, the longest first

    def add(self, words: Sequence[str], value: T) -> None:
        """Make a name known; said twice, the last value stands."""
        key = tuple(words)
        if key:
            self.names[key] = value
            lengths = self._lengths.get(key[0], ())
            if len(key) not in lengths:
                self._lengths[key[0]] = tuple(sorted((len(key), *lengths), reverse=True))

    def scan(self, words: Sequence[str]) -> list[Hit[T]]:
        """The names in these words, left to right, the longest first at each place, without overlap."""
        hits: list[Hit[T]] = []
        free = 0
        lengths = self._lengths
        for first, word in enumerate(words):
            if word in lengths and first >= free and (hit := self.at(words, first)):
                hits.append(hit)
                free = hit.last
        return hits

    def at(self, words: Sequence[str], first: int) -> Hit[T] | None:
        """The longest name that opens at this word."""
        for length in self._lengths.get(words[first], ()):
            value = self.names.get(tuple(words[first : first + length]))
            if value is not None and first + length <= len(words):
                return Hit(first, first + length, value)
        return None
