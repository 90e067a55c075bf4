"""Phrases of a lexicon table, matched over words rather than letters: the table may be long, a message is still read at once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from config.errors import DataInvalid
from config.lexicon import read_rows

MOST = 40  # places of one element that are followed: no letter needs more, and no text can ask for long work
Spot = tuple[int, int]  # the first and the last word of what is found, by their numbers
Spots = dict[int, list[Spot]]
Compound = tuple[tuple[str, ...], int]  # the words that follow the first one, and the element

_PIECE = re.compile(r"_\d|(?:[a-z0-9+]+\*?|@[a-z]+)(?:\|(?:[a-z0-9+]+\*?|@[a-z]+))*\??")
_CONCEPT = re.compile(r"@([a-z]+)")
# Words so common that they are the last to look for.
_SMALL = frozenset(
    "a ai au avec bien c ce d de des du en est et il j je l la le les m me mon n ne nous on ou pas plus pour que qui s se si "
    "sur un une votre vous we the to i of and is".split()
)


@dataclass(frozen=True)
class Phrase:
    """What speaks for `label` with `weight` in the kinds of sentence named by `where` (in all when it is empty).

    Each step is an element and how many other words may stand before it.
    """

    label: str
    weight: float
    where: str
    written: str
    steps: tuple[tuple[int, int], ...]
    opens: bool
    closes: bool


class Phrasebook:
    """The phrases of one table, indexed by their rarest element: most of them are never tried on a message."""

    def __init__(self, concepts: Mapping[str, str]):
        """Begin with no phrase; `concepts` gives the words that `@name` stands for."""
        self.phrases: list[Phrase] = []
        self._concepts = concepts
        self._ids: dict[str, int] = {}
        self._sizes: list[int] = []
        self._words: dict[str, set[int]] = {}
        self._beginnings: dict[str, set[int]] = {}
        self._compounds: dict[str, list[Compound]] = {}
        self._anchored: dict[int, list[int]] = {}
        self._elements: Callable[[str], tuple[int, ...]] = lru_cache(8192)(self._look_up)

    def add(self, label: str, weight: float, where: str, written: str) -> None:
        """Take a phrase in. Words are apart; `a|b` is either, `a+b` words in a row, `stag*` any ending, `@name` a concept,
        `s?` an optional word, `_3` up to three words in between, `^` and `$` the ends of a message. Raises ValueError on
        anything else.
        """
        pieces = written.split()
        opens, closes = pieces[:1] == ["^"], pieces[-1:] == ["$"]
        body = pieces[opens : len(pieces) - closes]
        if not all(_PIECE.fullmatch(piece) for piece in body) or all(piece[0] == "_" for piece in body):
            raise ValueError(f"not a phrase: {written!r}")
        for variant in _variants(body):
            steps = tuple(self._steps(variant))
            rarest = min(steps, key=lambda step: self._sizes[step[0]])[0]
            self._anchored.setdefault(rarest, []).append(len(self.phrases))
            self.phrases.append(Phrase(label, weight, where, written, steps, opens, closes))

    def matches(self, words: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[Phrase, list[Spot]]]:
        """The phrases that the words hold, in the order of the table, with everywhere each is found.

        The numbers of the words jump where a sentence ends, so that no phrase runs on into the next.
        """
        spots = self._spots(words, numbers)
        anchored = self._anchored
        for place in sorted([place for element in spots if element in anchored for place in anchored[element]]):
            phrase = self.phrases[place]
            if found := _follow(phrase, spots, numbers):
                yield phrase, found

    def _steps(self, pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
        gap = 0
        for piece in pieces:
            if piece[0] == "_":
                gap = int(piece[1])
            else:
                yield self._element(piece), gap
                gap = 0

    def _element(self, piece: str) -> int:
        options = _CONCEPT.sub(lambda found: self._concept(found[1]), piece)
        if options in self._ids:
            return self._ids[options]
        element = self._ids[options] = len(self._ids)
        split = options.split("|")
        self._sizes.append(len(split) + 500 * any(option in _SMALL for option in split))
        for option in split:
            self._remember(option, element)
        return element

    def _concept(self, name: str) -> str:
        if name not in self._concepts:
            raise ValueError(f"no such concept: @{name}")
        return self._concepts[name]

    def _remember(self, option: str, element: int) -> None:
        first, *rest = option.split("+")
        if rest:
            self._compounds.setdefault(first, []).append((tuple(rest), element))
        elif first.endswith("*"):
            self._beginnings.setdefault(first[:-1], set()).add(element)
        else:
            self._words.setdefault(first, set()).add(element)

    def _look_up(self, word: str) -> tuple[int, ...]:
        found = set(self._words.get(word, ()))
        for length in range(2, len(word) + 1):
            found.update(self._beginnings.get(word[:length], ()))
        return tuple(found)

    def _spots(self, words: Sequence[str], numbers: Sequence[int]) -> Spots:
        """Where each element is; the last step of every message, and the one that takes longest."""
        spots: Spots = defaultdict(list)
        elements_of, compounds_of = self._elements, self._compounds.get
        for place, word in enumerate(words):
            spot = (numbers[place], numbers[place])
            for element in elements_of(word):
                spots[element].append(spot)
            if compounds := compounds_of(word):
                self._add_compounds(spots, place, compounds, words, numbers)
        return spots

    def _add_compounds(
        self, spots: Spots, place: int, compounds: Sequence[Compound], words: Sequence[str], numbers: Sequence[int]
    ) -> None:
        following = words[place + 1 : place + 2]
        for rest, element in compounds:
            last = place + len(rest)
            if (
                rest[0] in following
                and tuple(words[place + 1 : last + 1]) == rest
                and numbers[last] == numbers[place] + len(rest)
            ):
                spots[element].append((numbers[place], numbers[last]))


def _variants(pieces: Sequence[str]) -> Iterator[list[str]]:
    """The phrase with and without each of its optional words."""
    for place, piece in enumerate(pieces):
        if piece.endswith("?"):
            for kept in ([piece[:-1]], []):
                yield from _variants([*pieces[:place], *kept, *pieces[place + 1 :]])
            return
    yield list(pieces)


def _follow(phrase: Phrase, spots: Spots, numbers: Sequence[int]) -> list[Spot]:
    """Where the steps follow each other; of several beginnings of one end, the nearest."""
    reached: list[Spot] = []
    for place, (element, gap) in enumerate(phrase.steps):
        if element not in spots:
            return []
        here = spots[element][:MOST]
        reached = _go_on(reached, here, gap) if place else [spot for spot in here if not phrase.opens or spot[0] == numbers[0]]
        if not reached:
            return []
    return [spot for spot in reached if spot[1] == numbers[-1]] if phrase.closes else reached


def _go_on(reached: list[Spot], here: list[Spot], gap: int) -> list[Spot]:
    ends: dict[int, int] = {}
    for first, last in reached:
        furthest = last + 1 + gap
        for start, end in here:
            if start > furthest:
                break
            if start > last:
                ends[end] = first
    return [(first, end) for end, first in ends.items()]


@cache
def read_phrasebook(name: str) -> Phrasebook:
    """The phrases of `config/lexicon/<name>.csv` (label, weight, phrase, where) over the words of concepts.csv.

    Raises DataInvalid with file and line.
    """
    book = Phrasebook(read_concepts())
    for line, row in read_rows(name):
        try:
            book.add(row["label"], float(row.get("weight") or 1), row.get("where") or "", row["phrase"])
        except (ValueError, KeyError) as fault:
            raise DataInvalid(file=f"lexicon/{name}.csv", line=line, reason=str(fault)) from None
    return book


@cache
def read_concepts() -> Mapping[str, str]:
    """What each `@name` of a phrase stands for: words and compounds, separated as in a phrase."""
    return {row["name"]: "|".join(row["words"].split()) for _, row in read_rows("concepts")}
