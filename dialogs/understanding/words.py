"""A run of words of the message: where each stands, so that what is found in words can be shown in the original."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dialogs.understanding.text import Once, Span, Text, Token

MOST = 1500  # words read of one message: a longer one is no offer


@dataclass(frozen=True)
class Words(Once):
    """Some words of a text, in order."""

    text: Text
    tokens: tuple[Token, ...]

    @cached_property
    def list(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple([token.word for token in self.tokens])

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The folded characters just before each word, back to the word before; none are told before the first."""
        folded = self.text.folded
        return ("", *(folded[before.end : token.start] for before, token in pairwise(self.tokens)))

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Whether each word opens with a capital."""
        original, starts = self.text.original, self.text.starts
        return tuple([original[starts[token.start]].isupper() for token in self.tokens])

    def span(self, first: int, last: int) -> Span:
        """Where the words [first, last) stand in the original."""
        return self.text.origin(self.tokens[first].start, self.tokens[last - 1].end)

    def original(self, first: int, last: int) -> str:
        """The words [first, last) as they were written."""
        return self.text.span(self.tokens[first].start, self.tokens[last - 1].end)

    def between(self, start: int, end: int) -> "Words":
        """The words that open within the folded characters [start, end)."""
        return Words(self.text, tuple(token for token in self.tokens if start <= token.start < end))


def words_of(text: Text) -> Words:
    """The first 1500 words of a text."""
    return text.once(_words)


def _words(text: Text) -> Words:
    return Words(text, text.tokens[:MOST])
