"""Seats in the pool against pupils who still seek one, trade by trade: what is missing, where, and in which week most."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.catalogue import Catalogue
from config.territory import Need
from core.pool.draft import Draft, Kind, kind_of
from core.pool.matching import NeedIndex
from core.pool.records import Offer

Trade = tuple[str, str]  # kind, family; an observation has no family: whoever observes may do so anywhere


@dataclass(frozen=True)
class Cover:
    """One kind of stay in one family of trades: pupils who still seek, free seats, and the week when most are missing."""

    kind: str
    family: str
    students: int
    seats: int
    week: date | None = None  # its Monday
    needs: tuple[Need, ...] = ()

    @property
    def missing(self) -> int:
        """Seats that are lacking."""
        return max(0, self.students - self.seats)


def needs_between(needs: Iterable[Need], schools: Collection[str], first: date, last: date) -> list[Need]:
    """The needs of these schools that start within these days (inclusive), for which somebody seeks."""
    return [need for need in needs if need.seeking and first <= need.start <= last and need.school_key in schools]


def cover(session: Session, needs: NeedIndex, poles: Collection[str], first: date, last: date) -> list[Cover]:
    """Every trade for which schools of these pôles declared needs that start within these days, the most lacking first.

    A free seat of an available offer counts once, in the first of its families that lacks one; with open dates in any month.
    """
    territory, catalogue = needs.territory, needs.catalogue
    bassins = {bassin for pole in poles if pole in territory.poles for bassin in territory.poles[pole].bassins}
    schools = {key for key, school in needs.schools.items() if school.bassin in bassins}
    asked: dict[Trade, list[Need]] = defaultdict(list)
    for need in needs_between(needs.needs, schools, first, last):
        asked[trade_of(need, catalogue)].append(need)
    seats = _seats(session, asked, poles, (first, last), catalogue)
    found = [
        Cover(kind, family, sum(need.seeking for need in own), seats[kind, family], _hardest_week(own), tuple(own))
        for (kind, family), own in asked.items()
    ]
    return sorted(found, key=lambda one: (-one.missing, one.kind, one.family))


def trade_of(need: Need, catalogue: Catalogue) -> Trade:
    """Under what a need is counted."""
    programme = catalogue.programmes.get(need.programme)
    return (need.kind, "" if need.kind == "observation" or programme is None else programme.family)


def _trades(draft: Draft, kind: Kind, catalogue: Catalogue) -> list[Trade]:
    if kind == "observation":
        return [(kind, "")]
    families = [catalogue.programmes[code].family for code in draft.programmes if code in catalogue.programmes]
    return [(kind, family) for family in dict.fromkeys([*families, *draft.fields])]


def _seats(
    session: Session, asked: dict[Trade, list[Need]], poles: Collection[str], days: tuple[date, date], catalogue: Catalogue
) -> dict[Trade, int]:
    lacking = {trade: sum(need.seeking for need in own) for trade, own in asked.items()}
    seats: dict[Trade, int] = defaultdict(int)
    rows = select(Offer.draft, Offer.seats_left - Offer.seats_held).where(
        Offer.status == "available", Offer.pole.in_(poles), Offer.seats_left > Offer.seats_held
    )
    rows = rows.where(Offer.starts_on.is_(None) | Offer.starts_on.between(*days))
    for draft, free in session.execute(rows.order_by(Offer.id)):
        kind = kind_of(draft)
        trades = [trade for trade in _trades(draft, kind, catalogue) if trade in asked] if kind else []
        if trades:
            trade = next((one for one in trades if lacking[one] > seats[one]), trades[0])
            seats[trade] += free
    return seats


def _hardest_week(needs: list[Need]) -> date | None:
    """The Monday of the week in which most of these pupils are away at once."""
    weeks: dict[date, int] = defaultdict(int)
    for need in needs:
        monday = need.start - timedelta(days=need.start.weekday())
        while monday <= need.end:
            weeks[monday] += need.seeking
            monday += timedelta(days=7)
    return max(weeks, key=lambda week: (weeks[week], -week.toordinal()), default=None)
