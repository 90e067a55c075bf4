"""Which classes an offer would suit: kind, level, programme or its family, dates, distance; equity first among equals. Pure.

Schools declare needs (`needs.csv`): so many pupils of a class from one day to another, never a name.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from config.catalogue import Catalogue
from config.territory import Commune, Need, School, Territory
from core.pool.draft import Draft, Period, kind_of
from core.territory.schools import key_of

ENOUGH = 0.5  # of a need's days, from which an offer helps
BAND = 10  # kilometres that make no difference: there, equity decides
# Circular 2015-035: fair access first for pupils without a network. Among classes as near, the highest goes first.
EQUITY = {"REP+": 3, "REP": 2, "segpa": 2}


@dataclass(frozen=True)
class Match:
    """A class that an offer would suit: its very programme or the family, all of its days or a part, how far, why first."""

    need: Need
    school: School
    programme: Literal["same", "family"]
    days: Literal["all", "some", "open"]
    km: int | None
    equity: int

    @property
    def rank(self) -> tuple[int, int, int, int, int, int]:
        """The smaller, the better."""
        far = 999 if self.km is None else self.km
        days = ("all", "open", "some").index(self.days)
        return (self.programme != "same", days, far // BAND, -self.equity, far, -self.need.seeking)


class NeedIndex:
    """The needs of a territory, by kind and programme and by kind and family, each in the order of their first days."""

    def __init__(self, territory: Territory, catalogue: Catalogue) -> None:
        """Index every need once."""
        self.territory, self.catalogue, self.needs = territory, catalogue, territory.needs
        self.schools = {key_of(school): school for school in territory.schools}
        self.communes = territory.communes
        self._found: dict[tuple[str, str], list[Need]] = defaultdict(list)
        for need in sorted(territory.needs, key=lambda need: (need.start, need.school_key, need.class_name)):
            if need.school_key in self.schools:
                programme = catalogue.programmes.get(need.programme)
                self._found[need.kind, need.programme].append(need)
                self._found[need.kind, f"family {programme.family if programme else ''}"].append(need)
                self._found[need.kind, ""].append(need)
        self._km = lru_cache(100_000)(self._distance)  # of communes there are few
        self._longest = max((need.end - need.start for need in territory.needs), default=timedelta())
        self._starts = {handle: [need.start for need in needs] for handle, needs in self._found.items()}

    def with_needs(self, needs: tuple[Need, ...]) -> "NeedIndex":
        """The index of the same territory with these needs."""
        return NeedIndex(replace(self.territory, needs=needs), self.catalogue)

    def matches(self, draft: Draft, today: date, most: int = 2) -> list[Match]:
        """The classes that this offer would suit best, at most one of a school and programme; needs that have begun are left."""
        kind, best = kind_of(draft), dict[tuple[str, str], Match]()
        for handle, closeness in self._handles(draft):
            for need in self._around(kind or "", handle, draft.periods, today):
                match = self._match(need, draft, closeness)
                key = (need.school_key, need.programme)
                if match and (key not in best or match.rank < best[key].rank):
                    best[key] = match
        return sorted(best.values(), key=lambda match: (match.rank, match.school.name))[:most]

    def taught(self, draft: Draft) -> bool:
        """Whether any school here has declared a class of one of these programmes, whenever; true when none is named."""
        return not draft.programmes or any((kind_of(draft) or "", code) in self._found for code in draft.programmes)

    def _handles(self, draft: Draft) -> list[tuple[str, Literal["same", "family"]]]:
        """By its programmes, else by its trades; who comes to observe may do so anywhere."""
        if draft.programmes:
            return [(code, "same") for code in draft.programmes]
        if draft.fields and kind_of(draft) != "observation":
            return [(f"family {one}", "family") for one in draft.fields]
        return [("", "same")]

    def _around(self, kind: str, handle: str, periods: tuple[Period, ...], today: date) -> list[Need]:
        needs, starts = self._found.get((kind, handle), []), self._starts.get((kind, handle), [])
        first = max(today, min(period.start for period in periods) - self._longest) if periods else today
        last = max(period.end for period in periods) if periods else date.max
        return needs[bisect_left(starts, first) : bisect_right(starts, last)]

    def _match(self, need: Need, draft: Draft, closeness: Literal["same", "family"]) -> Match | None:
        if (draft.levels and need.level not in draft.levels) or not need.seeking:
            return None
        days = _days(need, draft.periods)
        if days is None:
            return None
        school = self.schools[need.school_key]
        km = self._km(school.insee, draft.place.insee) if draft.place else None
        equity = EQUITY.get(school.priority_education, 0) + EQUITY.get(need.level, 0)
        return Match(need, school, closeness, days, km, equity)

    def _distance(self, one: str, other: str) -> int | None:
        return distance(self.communes.get(one), self.communes.get(other))


def _days(need: Need, periods: tuple[Period, ...]) -> Literal["all", "some", "open"] | None:
    """How much of a need's days an offer covers; None when it is less than half."""
    if not periods:
        return "open"
    whole = (need.end - need.start).days + 1
    covered = max((min(one.end, need.end) - max(one.start, need.start)).days + 1 for one in periods)
    return "all" if covered >= whole else "some" if covered >= whole * ENOUGH else None


def distance(one: Commune | None, other: Commune | None) -> int | None:
    """Kilometres between two communes as the crow flies; None when one is not known."""
    if one is None or other is None or None in (one.lat, one.lon, other.lat, other.lon):
        return None
    lat, lon, lat2, lon2 = (radians(value or 0) for value in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return round(2 * 6371 * asin(sqrt(half)))
