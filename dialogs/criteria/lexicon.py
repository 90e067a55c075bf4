"""The groups of words that a forbidden criterion can be said with, and what is said around them: tables of config/lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from config.errors import DataInvalid
from config.lexicon import Cue, Cues, pattern_of, read_rows

MOST = 60  # places of one row looked at in one message


@dataclass(frozen=True)
class Wording:
    """One row of criteria.csv: the frames that make it unlawful, whether a noun may follow, the words that change its sense."""

    criterion: str
    when: frozenset[str]
    unless: tuple[str, ...]  # each between blanks, or with a blank before it when any ending will do

    def means_something_else(self, sentence: str) -> bool:
        """Whether other words of the sentence (between blanks) give these another meaning: « voile » beside « bateau »."""
        return any(word in sentence for word in self.unless)


class Frame(NamedTuple):
    """One row of criteria-frames.csv: what it does to a group of words, and on which side of it it stands."""

    does: str
    side: str


@cache
def _wordings() -> tuple[Cues, tuple[Wording, ...]]:
    wordings: list[Wording] = []
    cues: list[Cue] = []
    for line, row in read_rows("criteria"):
        unless = (word.replace("+", " ") for word in row["unless"].split("|") if word)
        cues.append(_cue("criteria", line, row["phrase"], len(wordings)))
        wordings.append(
            Wording(
                row["label"],
                frozenset(row["when"].split("|")),
                tuple(f" {word[:-1]}" if word.endswith("*") else f" {word} " for word in unless),
            )
        )
    return Cues(cues), tuple(wordings)


@cache
def _frames() -> tuple[Cues, tuple[Frame, ...]]:
    frames: list[Frame] = []
    cues: list[Cue] = []
    for line, row in read_rows("criteria-frames"):
        cues.append(_cue("criteria-frames", line, row["phrase"], len(frames)))
        frames.append(Frame(row["label"], row["side"]))
    return Cues(cues), tuple(frames)


def _cue(table: str, line: int, phrase: str, place: int) -> Cue:
    """The cue's label is the place of its row."""
    try:
        pattern, needs = pattern_of(phrase)
    except ValueError as fault:
        raise DataInvalid(file=f"lexicon/{table}.csv", line=line, reason=str(fault)) from None
    return Cue(str(place), 1, pattern, needs)


def find_wordings(folded: str) -> Iterator[tuple[Wording, int, int]]:
    """Every group of words that a criterion can be said with, and the folded characters [start, end) that hold it."""
    cues, wordings = _wordings()
    for cue, start, end in _all(cues, folded):
        yield wordings[int(cue.label)], start, end


def find_frames(folded: str) -> Iterator[tuple[Frame, int, int]]:
    """Everything said around such groups, with its folded characters [start, end)."""
    cues, frames = _frames()
    for cue, start, end in _all(cues, folded):
        yield frames[int(cue.label)], start, end


def _all(cues: Cues, folded: str) -> Iterator[tuple[Cue, int, int]]:
    for cue, _ in cues.matches(folded):
        for number, match in enumerate(cue.pattern.finditer(folded)):
            if number >= MOST:
                break
            yield cue, match.start(), match.end()
