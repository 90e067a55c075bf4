"""Word lists and phrases that understanding looks for: data files a person of a pôle may edit, checked as they load."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from config.errors import DataInvalid
from config.pattern import Pattern

FOLDER = Path(__file__).parent / "lexicon"
_WORDS = re.compile(r"[a-z0-9]+")
WORD = r"[a-z0-9|*?+]+|_\d|\^|\$"


@dataclass(frozen=True)
class Cue:
    """A phrase that speaks for `label` with `weight`; every match holds a word (or a `stag*` beginning) of each of `needs`."""

    label: str
    weight: float
    pattern: Pattern  # the phrase over folded text
    needs: tuple[frozenset[str], ...]  # the rarest first

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The needs that are whole words: without one of each no pattern is tried."""
        return tuple(need for need in self.needs if not any("*" in word for word in need))


class Cues:
    """The cues of one table, indexed by the rarest words that each needs: most of them are never tried on a message."""

    def __init__(self, cues: Sequence[Cue]):
        """Index once; the order of the table is kept."""
        self._cues = tuple(cues)
        self._by_word: dict[str, list[int]] = {}
        self._by_beginning: dict[str, list[int]] = {}
        for place, cue in enumerate(cues):
            for trigger in cue.needs[0]:
                known = self._by_beginning if trigger.endswith("*") else self._by_word
                known.setdefault(trigger.rstrip("*"), []).append(place)

    def __len__(self) -> int:
        return len(self._cues)

    def matches(self, folded: str) -> Iterator[tuple[Cue, re.Match[str]]]:
        """The cues that folded text holds, in the order of the table, each with its first match."""
        words = _words_in(folded)
        places = {place for word in self._by_word.keys() & words for place in self._by_word[word]}
        places.update(place for said, found in self._by_beginning.items() if said in folded for place in found)
        for place in sorted(places):
            cue = self._cues[place]
            if not any(map(words.isdisjoint, cue.words)) and (match := cue.pattern.search(folded)):
                yield cue, match


@lru_cache(8)
def _words_in(folded: str) -> frozenset[str]:
    """The words of a text that several tables are matched with."""
    return frozenset(_WORDS.findall(folded))


def pattern_of(phrase: str) -> tuple[Pattern, tuple[frozenset[str], ...]]:
    """A phrase as the pattern that finds it in folded text, and what it needs.

    Words stand apart by anything that is no letter; `a|b` is either, `a+b` two words as one, `stag*` any ending, `s?` an
    optional word, `_3` up to three words in between, `^` and `$` the ends of the message. Raises ValueError on anything else.
    """
    pieces = phrase.split()
    if not pieces or any(not re.fullmatch(WORD, piece) for piece in pieces):
        raise ValueError(f"not a phrase: {phrase!r}")
    start, end = pieces[0] == "^", pieces[-1] == "$"
    words = pieces[start : len(pieces) - end]
    parts = [_part(word) for word in words]
    body = "".join(parts[:-1]) + _bare(words[-1])
    opening = r"\A[^a-z0-9]{0,20}" if start else r"(?<![a-z0-9])"
    closing = r"(?![a-z0-9])" + (r"[^a-z0-9]{0,40}\Z" if end else "")
    fixed = [word for word in words if not word.startswith("_") and not word.endswith("?")]
    needs = [frozenset(max(option.split("+"), key=len) for option in word.split("|")) for word in fixed]
    needs.sort(key=lambda need: -min(map(len, need)))
    return Pattern(opening + body + closing), tuple(needs)


def _bare(word: str) -> str:
    options = [option.replace("*", "[a-z0-9]{0,20}").replace("+", "[^a-z0-9]{1,4}") for option in word.rstrip("?").split("|")]
    return f"(?:{'|'.join(options)})"


def _part(word: str) -> str:
    if word.startswith("_"):
        return rf"(?:[a-z0-9]{{1,30}}[^a-z0-9]{{1,4}}){{0,{word[1]}}}"
    part = f"{_bare(word)}[^a-z0-9]{{1,4}}"
    return f"(?:{part})?" if word.endswith("?") else part


@cache
def read_cues(name: str) -> Cues:
    """The cues of `config/lexicon/<name>.csv` (label, weight, phrase), in order. Raises DataInvalid with file and line."""
    cues = []
    for line, row in read_rows(name):
        try:
            pattern, needs = pattern_of(row["phrase"])
            cues.append(Cue(row["label"], float(row.get("weight") or 1), pattern, needs))
        except (ValueError, KeyError) as fault:
            raise DataInvalid(file=f"lexicon/{name}.csv", line=line, reason=str(fault)) from None
    return Cues(cues)


@cache
def read_words(*names: str) -> frozenset[str]:
    """The words of `config/lexicon/<name>.txt`, of one list or several: folded, any number a line, `#` opens a comment."""
    lines = [line for name in names for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    return frozenset(word for line in lines for word in line.split("#")[0].split())


def read_rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a lexicon table with their line numbers; lines that open with # are passed over."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            cells = {key: (value or "").strip() for key, value in row.items() if key}
            if not next(iter(cells.values())).startswith("#"):
                yield reader.line_num, cells
