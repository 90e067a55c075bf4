"""One offer in the making: the slots of the `guichet understand` contract, as frozen values that every floor shares."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["observation", "pfmp", "sts", "apprenticeship", "immersion"]
Level = Literal["troisieme", "segpa", "prepa_metiers", "seconde", "cap", "bac_pro", "bts", "cs", "bp", "bma", "but"]


@dataclass(frozen=True)
class Period:
    """The days from `start` to `end`, both inclusive."""

    start: date
    end: date


@dataclass(frozen=True)
class Place:
    """A commune where the youths would work, by INSEE code."""

    insee: str
    name: str


@dataclass(frozen=True)
class Draft:
    """What one offer says so far; None, () and False mean « not said »."""

    kind: Kind | None = None
    levels: tuple[Level, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    seats: int | None = None
    periods: tuple[Period, ...] = ()
    weeks: int | None = None
    flexible: bool = False
    place: Place | None = None


@dataclass(frozen=True)
class Employer:
    """The organisation that offers; `siret` only with a valid checksum."""

    name: str | None = None
    siret: str | None = None


@dataclass(frozen=True)
class Callback:
    """The person to call back: `phone` in E.164, `hours` in a few words of theirs (« après 11 h »)."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    hours: str | None = None


_KIND_OF_LEVEL: dict[Level, Kind] = {
    "troisieme": "observation", "segpa": "observation", "prepa_metiers": "observation", "seconde": "observation",
    "cap": "pfmp", "bac_pro": "pfmp", "cs": "pfmp", "bma": "pfmp", "bts": "sts",
}  # fmt: skip


def kind_of(draft: Draft) -> Kind | None:
    """The kind said, else the one that the levels said imply together, else None."""
    implied = {_KIND_OF_LEVEL.get(level) for level in draft.levels}
    return draft.kind or (implied.pop() if len(implied) == 1 else None)


def start_of(draft: Draft) -> date | None:
    """The first day of the first period, None when the dates are open."""
    return min((period.start for period in draft.periods), default=None)


def end_of(draft: Draft) -> date | None:
    """The last day of the last period, None when the dates are open."""
    return max((period.end for period in draft.periods), default=None)
