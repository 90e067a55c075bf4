"""Phrases of a lexicon table, matched over words rather than letters: the table may be long, a message is still read at once."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from config.errors import DataInvalid
from config.lexicon import read_rows

MOST = 40  # places of one element that are followed: no letter needs more, and no text can ask for long work
_LONGEST = 30  # letters of a beginning
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
    elements: frozenset[int]  # of its steps: without one of them it is not tried


class Phrasebook:
    """The phrases of one table, indexed by their rarest element: most of them are never tried on a message."""

    def __init__(self, concepts: Mapping[str, str]):
        """Begin with no phrase; `concepts` gives the words that `@name` stands for."""
        self.phrases: list[Phrase] = []
        self._concepts = concepts
        self._ids: dict[str, int] = {}
        self._sizes: list[int] = []
        self.words: list[frozenset[str]] = []  # the simple words of each element
        self.compounds: dict[tuple[str, str], list[Compound]] = {}  # by their first two words
        self._beginnings: dict[str, set[int]] = {}
        self._anchored: dict[int, list[int]] = {}
        self.naming: dict[str, list[int]] = {}  # the elements that a simple word is one of
        self.begun_by: Callable[[str], tuple[int, ...]] = lru_cache(8192)(self._begun_by)
        self._tried_with: Callable[[str], tuple[int, ...]] = lru_cache(8192)(self._anchored_by)

    def add(self, label: str, weight: float, where: str, written: str) -> None:
        """Take a phrase in. Words are apart; `a|b` is either, `a+b` words in a row, `stag*` any ending, `@name` a concept,
        `s?` an optional word, `_3` up to three words in between, `^` and `$` the ends of a message. Raises ValueError on
        anything else.
        """
        pieces = written.split()
        opens, closes = pieces[:1] == ["^"], pieces[-1:] == ["$"]
        body = pieces[opens : len(pieces) - closes]
        if not all(map(_is_piece, body)) or all(piece[0] == "_" for piece in body):
            raise ValueError(f"not a phrase: {written!r}")
        for variant in _variants(body):
            steps = tuple(self._steps(variant))
            places = [element for element, _ in steps]
            rarest = min(places, key=self._sizes.__getitem__)
            self._anchored.setdefault(rarest, []).append(len(self.phrases))
            elements = frozenset(places)
            self.phrases.append(Phrase(label, weight, where, written, steps, opens, closes, elements))

    def matches(self, words: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[Phrase, list[Spot]]]:
        """The phrases that the words hold, in the order of the table, with everywhere each is found.

        The numbers of the words jump where a sentence ends, so that no phrase runs on into the next.
        """
        message = _Message(self, words, numbers)
        for place in self._tried(message):
            phrase = self.phrases[place]
            if all(map(message.holds, phrase.elements)) and (found := _follow(phrase, message, numbers)):
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
        options = _CONCEPT.sub(lambda found: self._concept(found[1]), piece) if "@" in piece else piece
        if options in self._ids:
            return self._ids[options]
        element = self._ids[options] = len(self._ids)
        split = options.split("|")
        self._sizes.append(len(split) + 500 * (not _SMALL.isdisjoint(split)))
        self.words.append(frozenset(option for option in split if option.isalnum()))
        for word in self.words[element]:
            self.naming.setdefault(word, []).append(element)
        for option in split:
            first, *rest = option.split("+")
            if rest:
                self.compounds.setdefault((first, rest[0]), []).append((tuple(rest), element))
            elif first.endswith("*"):
                self._beginnings.setdefault(first[:-1], set()).add(element)
        return element

    def _concept(self, name: str) -> str:
        if name not in self._concepts:
            raise ValueError(f"no such concept: @{name}")
        return self._concepts[name]

    def _begun_by(self, word: str) -> tuple[int, ...]:
        """The elements that name a beginning of the word."""
        beginnings = (word[:length] for length in range(2, min(len(word), _LONGEST) + 1))
        return tuple({element for beginning in beginnings for element in self._beginnings.get(beginning, ())})

    def _anchored_by(self, word: str) -> tuple[int, ...]:
        """The phrases whose rarest element the word may be."""
        elements = (*self.naming.get(word, ()), *self.begun_by(word))
        return tuple({place for element in elements for place in self._anchored.get(element, ())})

    def _tried(self, message: "_Message") -> list[int]:
        """The phrases whose rarest element the message holds."""
        places = {place for element in message.compounds for place in self._anchored.get(element, ())}
        return sorted(places.union(*map(self._tried_with, message.where)))


class _Message:
    """Where the words of one message are; where an element is, is looked for when it is asked."""

    def __init__(self, book: Phrasebook, words: Sequence[str], numbers: Sequence[int]):
        self._named = book.words
        self._spots: Spots = {}
        self.compounds: Spots = {}
        self.where: dict[str, list[Spot]] = {}
        for word, number in zip(words, numbers, strict=True):
            if word not in self.where:
                self.where[word] = [(number, number)]
            elif len(self.where[word]) < MOST:
                self.where[word].append((number, number))
        compounds = book.compounds
        for place, pair in [(place, pair) for place, pair in enumerate(pairwise(words)) if pair in compounds]:
            for rest, element in compounds[pair]:
                last = place + len(rest)
                if tuple(words[place + 1 : last + 1]) == rest and numbers[last] == numbers[place] + len(rest):
                    self.compounds.setdefault(element, []).append((numbers[place], numbers[last]))
        self._words = frozenset(self.where)
        self._begun: dict[int, list[str]] = {}
        for word in self.where:
            for element in book.begun_by(word):
                self._begun.setdefault(element, []).append(word)

    def holds(self, element: int) -> bool:
        """Whether the element is anywhere."""
        return not self._words.isdisjoint(self._named[element]) or element in self._begun or element in self.compounds

    def spots(self, element: int) -> list[Spot]:
        """Where the element is, first places first."""
        if element not in self._spots:
            said = [*(self._named[element] & self._words), *self._begun.get(element, ())]
            found = [self.where[word] for word in said]
            found += [self.compounds[element]] if element in self.compounds else []
            self._spots[element] = found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
        return self._spots[element][:MOST]


@lru_cache(8192)
def _is_piece(written: str) -> bool:
    return _PIECE.fullmatch(written) is not None


def _variants(pieces: Sequence[str]) -> Iterator[list[str]]:
    """The phrase with and without each of its optional words."""
    for place, piece in enumerate(pieces):
        if piece.endswith("?"):
            for kept in ([piece[:-1]], []):
                yield from _variants([*pieces[:place], *kept, *pieces[place + 1 :]])
            return
    yield list(pieces)


def _follow(phrase: Phrase, message: _Message, numbers: Sequence[int]) -> list[Spot]:
    """Where the steps follow each other; of several beginnings of one end, the nearest."""
    reached: list[Spot] = []
    for place, (element, gap) in enumerate(phrase.steps):
        here = message.spots(element)
        reached = _go_on(reached, here, gap) if place else here
        if phrase.opens and not place:
            reached = [spot for spot in here if spot[0] == numbers[0]]
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
