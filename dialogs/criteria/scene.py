"""A message laid out for the search of criteria: its words, where sentences, clauses and commas part them, and the groups
and frames that stand there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogs.criteria.lexicon import Frame, Wording, find_frames
from dialogs.understanding.text import Text, Token

_STOP = re.compile(r"[.;!?](?=\s|\Z)|\n\s*(?:\n|[-*•])")
_COMMA = re.compile(r"[,(:]")
_CONTRAST = frozenset("mais sauf but however though cependant toutefois".split())
_AS_WORDS = {("par", "contre"), ("en", "revanche")}


class Group(NamedTuple):
    """Words that may name a criterion: the words [first, last) of the scene, the characters [start, end)."""

    wording: Wording
    first: int
    last: int
    start: int
    end: int

    @property
    def criterion(self) -> str:
        """The criterion that these words would name."""
        return self.wording.criterion


class Placed(NamedTuple):
    """A frame, and the words [first, last) that say it."""

    frame: Frame
    first: int
    last: int


@dataclass(frozen=True)
class Scene:
    """The words of a message; for each, the number of its sentence, of its clause, and of the stretch between two commas."""

    text: Text
    tokens: Sequence[Token]
    sentence: Sequence[int]
    clause: Sequence[int]
    stretch: Sequence[int]
    questions: frozenset[int]  # sentences that end with a question mark
    groups: Mapping[int, Sequence[Group]]  # by first word, the longest first
    frames: Sequence[Placed]

    def words(self, first: int, last: int) -> list[str]:
        """The words [first, last)."""
        return [token.word for token in self.tokens[max(0, first) : last]]

    def capital(self, place: int) -> bool:
        """Whether a word is written with a capital and is no acronym."""
        said = self.text.span(self.tokens[place].start, self.tokens[place].end)
        return said[:1].isupper() and not said.isupper()

    @property
    def every_group(self) -> Iterable[Group]:
        """All groups, in order of place."""
        return (group for first in sorted(self.groups) for group in self.groups[first])


def lay_out(text: Text, wordings: Iterable[tuple[Wording, int, int]]) -> Scene:
    """The scene of a text; groups that another word of their sentence gives another meaning are left out."""
    folded, tokens = text.folded, text.tokens
    sentence, clause, stretch, questions = _part(folded, tokens)
    firsts = {token.start: place for place, token in enumerate(tokens)}
    lasts = {token.end: place + 1 for place, token in enumerate(tokens)}
    said = _said(tokens, sentence)
    groups: dict[int, list[Group]] = {}
    for wording, start, end in wordings:
        first, last = firsts.get(start), lasts.get(end)
        if first is None or last is None or clause[first] != clause[last - 1]:
            continue
        if not wording.means_something_else(said[sentence[first]]):
            groups.setdefault(first, []).append(Group(wording, first, last, start, end))
    frames = [
        Placed(frame, firsts[start], lasts[end])
        for frame, start, end in find_frames(folded)
        if start in firsts and end in lasts and clause[firsts[start]] == clause[lasts[end] - 1]
    ]
    return Scene(text, tokens, sentence, clause, stretch, questions, _outermost(groups), frames)


def _outermost(groups: Mapping[int, Sequence[Group]]) -> dict[int, Sequence[Group]]:
    """The groups by their first word, the longest first; « européen » in « prénom européen » is only a part of it."""
    kept: dict[int, Sequence[Group]] = {}
    whole: Group | None = None
    for first in sorted(groups):
        ordered = sorted(groups[first], key=lambda group: -group.last)
        kept[first] = [group for group in ordered if not (whole and _is_part(group, whole))]
        if whole is None or ordered[0].last > whole.last:
            whole = ordered[0]
    return kept


def _is_part(group: Group, whole: Group) -> bool:
    """Whether a group says nothing of its own; a girl is one, whatever else is said of her."""
    inside = whole.first < group.first and group.last <= whole.last and group.criterion not in ("sex", "lawful")
    return inside and group.wording.when <= whole.wording.when | {"alone"}


def _said(tokens: Sequence[Token], sentence: Sequence[int]) -> dict[int, str]:
    """The words of each sentence, between blanks."""
    words: dict[int, list[str]] = {}
    for token, number in zip(tokens, sentence, strict=True):
        words.setdefault(number, [""]).append(token.word)
    return {number: " ".join([*found, ""]) for number, found in words.items()}


def _part(folded: str, tokens: Sequence[Token]) -> tuple[list[int], list[int], list[int], frozenset[int]]:
    sentence, clause, stretch = [0] * len(tokens), [0] * len(tokens), [0] * len(tokens)
    questions: set[int] = set()
    for place, token in enumerate(tokens):
        before = folded[tokens[place - 1].end : token.start] if place else ""
        stops, here = bool(place) and bool(_STOP.search(before)), max(0, place - 1)
        if stops and "?" in before:
            questions.add(sentence[here])
        contrast = token.word in _CONTRAST or (place and (tokens[place - 1].word, token.word) in _AS_WORDS)
        sentence[place] = sentence[here] + stops
        clause[place] = clause[here] + bool(stops or contrast)
        stretch[place] = stretch[here] + bool(stops or contrast or _COMMA.search(before))
    if tokens and "?" in folded[tokens[-1].end :]:
        questions.add(sentence[-1])
    return sentence, clause, stretch, frozenset(questions)
