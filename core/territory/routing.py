"""Who takes an offer: place of work -> commune -> bassin -> pôle -> the narrowest scope -> who is there today. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from config.territory import Coordinator, Function, Pole, Territory
from core.pool.draft import Draft, Kind, kind_of

# scope: a person for that kind · coordinator: the pôle's · apprenticeship: the CFA académique, the pôle in copy ·
# no_pole: no pôle takes that kind there · no_place: the commune is not known yet · outside: not in the territory
Reason = Literal["scope", "coordinator", "apprenticeship", "no_pole", "no_place", "outside"]


@dataclass(frozen=True)
class Route:
    """Where an offer goes; persons by id. `titular` has it in their scope, `coordinator` acts today (a deputy, the academy)."""

    pole: str | None
    bassin: str
    coordinator: str
    titular: str
    copies: tuple[str, ...]
    outside: bool
    reason: Reason


def route(draft: Draft, territory: Territory, today: date, *, also: tuple[Function, ...] = ()) -> Route:
    """The route of one offer, by its kind and the commune of the place of work.

    Outside the territory, or without a place, it has no pôle and goes to the academic steering. Apprenticeship goes to the
    CFA académique with a copy to the pôle. `also` names functions that get a copy: handicap, mlds.
    """
    kind, insee = kind_of(draft), draft.place.insee if draft.place else None
    commune = territory.communes.get(insee or "")
    bassin = commune.bassin if commune else ""
    pole = pole_for(kind, bassin, territory)
    copies: tuple[Coordinator, ...] = ()
    reason: Reason
    if pole is None:
        titular = territory.academy
        reason = "no_pole" if commune else "outside" if insee else "no_place"
    else:
        titular = titular_of(pole, kind, bassin, territory)
        reason = "coordinator" if titular.id == pole.coordinator_id else "scope"
        if kind == "apprenticeship":
            copies, titular, reason = (
                (acting(titular, territory, today),),
                titular_for("cfa", territory, bassin),
                "apprenticeship",
            )
    coordinator = acting(titular, territory, today)
    copies += tuple(contact_for(function, territory, today, bassin) for function in also)
    return Route(
        pole=pole.id if pole else None,
        bassin=bassin,
        coordinator=coordinator.id,
        titular=titular.id,
        copies=tuple(dict.fromkeys(person.id for person in copies if person.id != coordinator.id)),
        outside=insee is not None and commune is None,
        reason=reason,
    )


def pole_for(kind: Kind | None, bassin: str, territory: Territory) -> Pole | None:
    """The pôle that covers the bassin and takes the kind; one for that kind before one for all."""
    fitting = [pole for pole in territory.poles.values() if bassin in pole.bassins and pole.takes(kind)]
    return min(fitting, key=lambda pole: "all" in pole.kinds, default=None)


def titular_of(pole: Pole, kind: Kind | None, bassin: str, territory: Territory) -> Coordinator:
    """Who has that kind in their scope in the pôle: a person for it (fewest kinds first), else the coordinator."""
    here = [
        person
        for person in territory.coordinators.values()
        if person.pole == pole.id and (not person.bassins or bassin in person.bassins)
    ]
    narrow = [person for person in here if kind in person.scope_kinds and person.function in ("coordinator", "deputy")]
    if narrow:
        return min(narrow, key=lambda person: (len(person.scope_kinds), len(person.bassins) or len(pole.bassins)))
    first = territory.coordinators[pole.coordinator_id]
    if first.bassins and bassin not in first.bassins:
        return next((person for person in here if person.function == "coordinator" and "all" in person.scope_kinds), first)
    return first


def acting(titular: Coordinator, territory: Territory, today: date) -> Coordinator:
    """Who acts for a person on that day: they, else the first present in their chain of deputies, else the academy."""
    person: Coordinator | None = titular
    passed: set[str] = set()
    while person and person.id not in passed:
        if not person.absent(today):
            return person
        passed.add(person.id)
        person = deputy_of(person, territory)
    return territory.academy


def deputy_of(person: Coordinator, territory: Territory) -> Coordinator | None:
    """The deputy named, else the pôle's deputy for all kinds."""
    if person.deputy_id:
        return territory.coordinators.get(person.deputy_id)
    others = (other for other in territory.coordinators.values() if other.pole == person.pole and other.id != person.id)
    return next((other for other in others if other.function == "deputy" and "all" in other.scope_kinds), None)


def coordinator_of(insee: str, territory: Territory, today: date, kind: Kind | None = None) -> Coordinator:
    """Who acts today for the pôle of a commune (and a kind); the academy outside the territory."""
    commune = territory.communes.get(insee)
    pole = pole_for(kind, commune.bassin, territory) if commune else None
    titular = titular_of(pole, kind, commune.bassin, territory) if commune and pole else territory.academy
    return acting(titular, territory, today)


def titular_for(function: Function, territory: Territory, bassin: str = "") -> Coordinator:
    """Who has a function: in that bassin before everywhere; the academy when nobody has it."""
    holders = [person for person in territory.coordinators.values() if person.function == function]
    near = [person for person in holders if bassin and bassin in person.bassins]
    wide = [person for person in holders if not person.bassins]
    return next(iter(near or wide or holders), None) or territory.academy


def contact_for(function: Function, territory: Territory, today: date, bassin: str = "") -> Coordinator:
    """Who acts today for a function (training, handicap, mlds, cfa, academy); never nobody."""
    return acting(titular_for(function, territory, bassin), territory, today)
