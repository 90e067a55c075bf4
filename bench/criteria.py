"""How well forbidden criteria are told from lawful words: recall by criterion, and lawful phrases accused, on bench/criteria.csv.

`tune` and `held` were drawn by lot from phrases written before the rules; rules were tuned on `tune`, to which later phrases
were added, and `held` was not looked at. `fresh` was written last: at first reading 105 of its 114 breaches were found and none
of its 60 lawful phrases accused; what was missing was then taught. One author wrote phrases and rules: none of this is blind.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogs.criteria.discrimination import find_criteria
from dialogs.understanding.text import prepare

FILE = Path(__file__).with_name("criteria.csv")
HALVES = ("tune", "held", "fresh")


@dataclass(frozen=True)
class Judged:
    """A phrase, what it asks for (`none` when nothing is to be reported), and what was found in it."""

    phrase: str
    criterion: str
    half: str
    found: tuple[str, ...]

    @property
    def breach(self) -> bool:
        """Whether the phrase names a forbidden criterion."""
        return self.criterion != "none"

    @property
    def right(self) -> bool:
        """A breach is found under its name; nothing at all is found in what is lawful or only to be asked about."""
        return self.criterion in self.found if self.breach else not self.found


def judge() -> tuple[Judged, ...]:
    """Every phrase of the file, judged in the order in which it stands."""
    with FILE.open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    return tuple(
        Judged(row["phrase"], row["criterion"], row["half"], tuple(c for c, _ in find_criteria(prepare(row["phrase"]))))
        for row in read
    )


def rows() -> list[str]:
    """The figures of each half as rows of a table: recall of breaches, lawful phrases accused, criteria that fall short."""
    judged = judge()
    return [line for half in HALVES for line in _half(half, [one for one in judged if one.half == half])]


def _half(half: str, judged: Sequence[Judged]) -> list[str]:
    breaches = [one for one in judged if one.breach]
    lawful = [one for one in judged if not one.breach]
    found = sum(one.right for one in breaches)
    accused = sum(not one.right for one in lawful)
    named = sum(set(one.found) == {one.criterion} for one in breaches)
    short = [line for line in (_criterion(c, breaches) for c in sorted({one.criterion for one in breaches})) if line]
    return [
        f"| criteria, {half}: breaches found | {found / len(breaches):.1%} ({found} of {len(breaches)}) | 95 % |",
        f"| criteria, {half}: found and nothing else | {named / len(breaches):.1%} ({named} of {len(breaches)}) | |",
        f"| criteria, {half}: lawful phrases accused | {accused / len(lawful):.1%} ({accused} of {len(lawful)}) | 2 % |",
        *(f"| criteria, {half}: {line} | |" for line in short),
    ]


def _criterion(criterion: str, breaches: Sequence[Judged]) -> str:
    """« sex | 4 of 5 »; nothing when all are found."""
    mine = [one for one in breaches if one.criterion == criterion]
    found = sum(one.right for one in mine)
    return f"{criterion} | {found} of {len(mine)}" if found < len(mine) else ""


def main() -> None:
    """Print the figures, then the phrases of the half to tune on that went wrong."""
    print("\n".join(rows()))
    for one in judge():
        if one.half == "tune" and not one.right:
            print(f"  {one.criterion}: {one.phrase} ({', '.join(one.found) or 'nothing'})")


if __name__ == "__main__":
    main()
