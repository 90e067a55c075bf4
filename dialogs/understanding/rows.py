"""The rows of a message: lines, items of a list (« • », « 1- », « a) »), bullets run together on one line."""

from itertools import pairwise
from typing import NamedTuple

from config.pattern import Pattern
from dialogs.understanding.text import Text

_BULLET = r"[•●▪◦‣·◆■□✓✔☑➔➤►*+>-]"
_NUMBER = r"(?P<n>\d{1,2}) ?(?:[-.)/:]|\. ?-)(?= ?[a-z\"])"
_MARK = Pattern(rf"[ >]{{0,8}}(?:{_BULLET}{{1,3}} ?|{_NUMBER}|[a-h] ?[.)] )[ ]{{0,4}}")
_SIGN = "•●▪◦‣◆■✓✔☑➔➤►"  # opens a row within a line too, as does « 1) »
_BREAK = Pattern(rf"[\n{_SIGN}1-9](?:(?<=\n)|(?<=[ :;.,\n][{_SIGN}])|(?<=[ ;:][1-9])(?=\) ?[a-z]))")
MOST = 200  # rows looked at


class Row(NamedTuple):
    """The folded characters [start, end) of one row, its mark left out; `marked` when it is an item of a list."""

    start: int
    end: int
    marked: bool


def find_rows(text: Text) -> tuple[Row, ...]:
    """The rows that hold words. A number marks a row only where the numbers run 1, 2, 3…: « 2- » alone may count."""
    return text.once(_find_rows)


def _find_rows(text: Text) -> tuple[Row, ...]:
    folded = text.folded
    cuts = [0, *(match.end() if match[0] == "\n" else match.start() for match in _BREAK.finditer(folded)), len(folded)][
        : MOST + 1
    ]
    pieces = [(start, end, _MARK.match(folded, start, end)) for start, end in pairwise(cuts)]
    numbers = [int(mark["n"]) for _, _, mark in pieces if mark and mark["n"]]
    runs = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    rows = []
    for start, end, mark in pieces:
        marks = mark is not None and (not mark["n"] or runs)
        if folded[start:end].strip(" \n"):
            rows.append(Row(mark.end() if mark and marks else start, end, marks))
    return tuple(rows)
