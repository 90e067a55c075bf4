"""The message, prepared once for every rule of understanding.

Rules read `folded` (lower case, no accents, plain quotes and dashes); whatever they answer points at `original`.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, Self, TypeVar, TypeVarTuple, cast

LIMIT = 20_000  # characters read; what follows is kept, and ignored
TAKEN = "\0"  # stands for a character already understood: no rule matches it

Span = tuple[int, int]  # characters [start, end) of the original
Edit = tuple[int, int, str]  # folded characters [start, end), and what to say instead

_WORD = re.compile(r"[a-z0-9]+")
_UNIFIED = (
    dict.fromkeys("’‘ʼ`´′‛", "'")
    | dict.fromkeys("‐‑‒–—―−→", "-")
    | dict.fromkeys("“”„«»″", '"')
    | dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f", " ")
    | {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "…": ".", "ß": "ss"}
)


class _Folds(dict[int, str]):
    """What each character becomes, learnt as characters are met; `odd` are those that become none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(folded) != 1:
            self.odd.add(chr(code))
        if len(self) < 5000:
            self[code] = folded
        return folded


def _fold(char: str) -> str:
    if char in _UNIFIED:
        return _UNIFIED[char]
    folded = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)).lower()
    return folded if len(folded) <= 4 else char


_FOLDS = _Folds()
_Args = TypeVarTuple("_Args")
_T = TypeVar("_T")


class Once:
    """A frozen value that keeps what rules make of it: several rules read the same form of the same text."""

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def once(self, make: Callable[[Self, *_Args], _T], *args: *_Args) -> _T:
        """What `make(self, …)` gives, made once; `make` is pure, a function of a module, its arguments hashable."""
        key = (make, args)
        if key not in self._made:
            self._made[key] = make(self, *args)
        return cast(_T, self._made[key])


class Token(NamedTuple):
    """A run of letters and digits of the folded text, and where it stands in it."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Text(Once):
    """A message and its folded form; folded character `i` comes from the original's [starts[i], ends[i])."""

    original: str
    folded: str
    starts: Sequence[int]
    ends: Sequence[int]
    _known: tuple[Token, ...] | None = field(default=None, repr=False, compare=False)  # its tokens, when its maker had them

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and numbers of the folded text, in order."""
        return self._known if self._known is not None else _tokens(self.folded, 0, len(self.folded))

    def origin(self, start: int, end: int) -> Span:
        """The characters of the original that gave the folded ones [start, end)."""
        return (self.starts[start], self.ends[end - 1]) if start < end else (0, 0)

    def span(self, start: int, end: int) -> str:
        """The original words behind the folded characters [start, end)."""
        first, last = self.origin(start, end)
        return self.original[first:last]

    def first(self, length: int) -> "Text":
        """The text up to that many folded characters."""
        if len(self.folded) <= length:
            return self
        return Text(self.original, self.folded[:length], self.starts[:length], self.ends[:length])

    def part(self, start: int, end: int) -> "Text":
        """The folded characters [start, end) alone; what is found in them still points at the whole original."""
        return Text(self.original, self.folded[start:end], self.starts[start:end], self.ends[start:end])

    def without(self, spans: Iterable[Span]) -> "Text":
        """The same text where the spans (of the original) can no longer be matched; positions do not move."""
        folded, tokens = self.folded, self.tokens
        for first, last in spans:
            start, end = bisect_left(self.starts, first), bisect_left(self.starts, last)
            if start < end:
                folded = folded[:start] + TAKEN * (end - start) + folded[end:]
                tokens = _left(tokens, folded, start, end)
        return self if folded is self.folded else Text(self.original, folded, self.starts, self.ends, tokens)

    def rewritten(self, edits: Sequence[Edit]) -> "Text":
        """The text with its edits made, in order of place; a rewritten character points at all that it replaces."""
        if not edits:
            return self
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        here = 0
        for start, end, word in (*edits, (len(self.folded), len(self.folded), "")):
            first, last = self.origin(start, end)
            pieces += (self.folded[here:start], word)
            starts += [*self.starts[here:start], *[first] * len(word)]
            ends += [*self.ends[here:start], *[last] * len(word)]
            here = end
        return Text(self.original, "".join(pieces), starts, ends)


def _tokens(folded: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple([Token(found[0], *found.span()) for found in _WORD.finditer(folded, start, end)])


def _left(tokens: tuple[Token, ...], folded: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens without what stands in [start, end); one that is cut through leaves its rest."""
    first = bisect_right(tokens, start, key=_end)
    last = bisect_left(tokens, end, lo=first, key=_start)
    cut = tokens[first:last]
    rest = _tokens(folded, cut[0].start, cut[-1].end) if cut and (cut[0].start < start or cut[-1].end > end) else ()
    return (*tokens[:first], *rest, *tokens[last:])


_start, _end = attrgetter("start"), attrgetter("end")


def prepare(text: str) -> Text:
    """Fold a message; only its first 20,000 characters are read."""
    read = text[:LIMIT]
    folded = read.translate(_FOLDS)
    if _FOLDS.odd.isdisjoint(read):
        return Text(text, folded, range(len(folded)), range(1, len(folded) + 1))
    starts: list[int] = []
    ends: list[int] = []
    for position, char in enumerate(read):
        width = len(_FOLDS[ord(char)])
        if not width and ends:  # a combining accent belongs to the letter before it
            ends[-1] = position + 1
        starts += [position] * width
        ends += [position + 1] * width
    return Text(text, folded, starts, ends)
