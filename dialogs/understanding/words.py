"""The words of a folded text with where each stands, so that what is found in words can be shown in the message."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[a-z0-9]+")
MOST = 1500  # words read of one message: a longer one is no offer


@dataclass(frozen=True)
class Words:
    """The words of [offset, …) of a folded text; `starts` and `ends` count in the whole text."""

    folded: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def gap(self, last: int, first: int) -> str:
        """What stands between the word that ends before index `last` and the word at index `first`."""
        return self.folded[self.ends[last - 1] : self.starts[first]]

    def between(self, start: int, end: int) -> "Words":
        """The words that lie within the characters [start, end)."""
        kept = [i for i, begin in enumerate(self.starts) if start <= begin < end]
        first, last = (kept[0], kept[-1] + 1) if kept else (0, 0)
        return Words(self.folded, self.words[first:last], self.starts[first:last], self.ends[first:last])


def split_words(folded: str) -> Words:
    """The words of folded text (letters and digits), at most 1500."""
    found = []
    for match in _WORD.finditer(folded):
        found.append(match)
        if len(found) == MOST:
            break
    return Words(folded, tuple(m[0] for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found))
