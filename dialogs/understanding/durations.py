"""How long: « 3 smn », « 15 jours », « un mois et demi », in weeks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dialogs.understanding.moments import MOST

_DURATION = re.compile(
    r"(?<![\d/.:,a-z-])(?P<count>\d{1,3}|une?)(?:(?: a | ou |-| - | to | or |/)(?P<more>\d{1,2}))? ?"
    r"(?P<unit>semaine|jour|mois|quinzaine)(?P<half> et demie?)?(?![a-z])"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:dans|sous|il y a|depuis|toute?s les|chaque|plus de|moins de|apres|preavis d[e']|au bout d[e']|ca fait|delai d[e']|"
    r"within|in|every|d'ici|premiere?s|derniere?s|prochaine?s|ces|ouverte?s?|avant)|\ble|\bdelai :?)[ \n]$"
)
_NOT_AFTER = re.compile(
    r" ?(?:/|sur \d|sur deux|par |per |avant|apres|plus tard|d'avance|a l'avance|d'experience|d'anciennete|de preavis|de delai|"
    r"de retard|d'essai|ago|de conges?|de vacances|before|after|of notice)"
)
_LONGEST = 52


@dataclass(frozen=True)
class Duration:
    """Characters [start, end) of the plain text that say how long, in weeks."""

    start: int
    end: int
    weeks: int


def find_durations(said: str) -> Iterator[Duration]:
    """Durations of a stay: of « 2 à 3 semaines » the sure two; a year and more has no weeks."""
    for match in islice(_DURATION.finditer(said), MOST):
        before = said[max(0, match.start() - 20) : match.start()]
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(said, match.end()):
            continue
        count = 1 if match["count"].startswith("u") else int(match["count"])
        weeks = _weeks(count, match["unit"]) + (2 if match["half"] and match["unit"] == "mois" else 0)
        if 0 < weeks < _LONGEST - 4:
            yield Duration(match.start(), match.end(), weeks)


def _weeks(count: int, unit: str) -> int:
    if unit == "jour":
        return {8: 1, 14: 2, 15: 2}.get(count, round(count / 5))
    return count * {"semaine": 1, "mois": 4, "quinzaine": 2}[unit]
