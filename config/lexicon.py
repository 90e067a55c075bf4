"""Word lists and phrases that understanding looks for: data files a person of a pôle may edit, checked as they load."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from config.errors import DataInvalid

FOLDER = Path(__file__).parent / "lexicon"
_WORDS = re.compile(r"[a-z0-9]+")
WORD = r"[a-z0-9|*?+]+|_\d|\^|\$"


@dataclass(frozen=True)
class Cue:
    """A phrase that speaks for `label` with `weight`; every match holds one of the `triggers`: words, or `stag*` beginnings."""

    label: str
    weight: float
    written: str  # the pattern, not compiled until a message holds a trigger: most never are
    triggers: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase over folded text."""
        return re.compile(self.written)


class Cues:
    """The cues of one table, indexed by their triggers: most of them are never tried on a message."""

    def __init__(self, cues: Sequence[Cue]):
        """Index once; the order of the table is kept."""
        self._cues = tuple(cues)
        self._by_word: dict[str, list[int]] = {}
        self._by_beginning: list[tuple[str, int]] = []
        for place, cue in enumerate(cues):
            for trigger in cue.triggers:
                if trigger.endswith("*"):
                    self._by_beginning.append((trigger[:-1], place))
                else:
                    self._by_word.setdefault(trigger, []).append(place)

    def __len__(self) -> int:
        return len(self._cues)

    def matches(self, folded: str) -> Iterator[tuple[Cue, re.Match[str]]]:
        """The cues that folded text holds, in the order of the table, each with its first match."""
        words = _words_in(folded)
        places = {place for word in words for place in self._by_word.get(word, ())}
        places.update(place for beginning, place in self._by_beginning if beginning in folded)
        for place in sorted(places):
            if match := self._cues[place].pattern.search(folded):
                yield self._cues[place], match


@lru_cache(8)
def _words_in(folded: str) -> frozenset[str]:
    """The words of a text that several tables are matched with."""
    return frozenset(_WORDS.findall(folded))


def pattern_of(phrase: str) -> tuple[str, tuple[str, ...]]:
    """A phrase as the pattern that finds it in folded text, and its triggers.

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
    triggers = max((tuple(max(w.split("+"), key=len) for w in word.split("|")) for word in fixed), key=lambda t: min(map(len, t)))
    return opening + body + closing, triggers


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
            pattern, triggers = pattern_of(row["phrase"])
            cues.append(Cue(row["label"], float(row.get("weight") or 1), pattern, triggers))
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
