"""The first figure of a digest: seats open in the pool against pupils who need one, month by month."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.territory import Pole, Territory
from core.pool.draft import Kind
from core.pool.records import Offer

HORIZON = timedelta(days=120)
MOST = 4
Month = tuple[int, int, str]  # year, month, kind: a stay counts in the month when it starts


@dataclass(frozen=True)
class Figure:
    """Seats open for one kind of stay that starts in one month, and the pupils whom the schools declared for it."""

    kind: str
    first: date
    seats: int
    students: int


def count_seats(
    session: Session, poles: Iterable[Pole], kinds: tuple[str, ...], day: date, territory: Territory
) -> tuple[Figure, ...]:
    """A figure for each month and kind to come for which schools of these pôles declared needs; at most four."""
    poles = tuple(poles)
    needed = _needed(poles, kinds, day, territory)
    open_seats: dict[Month, int] = defaultdict(int)
    rows = select(Offer.starts_on, Offer.kind, func.sum(Offer.seats_left)).where(
        Offer.status == "available",
        Offer.pole.in_([pole.id for pole in poles]),
        Offer.starts_on >= day,
        Offer.starts_on <= day + HORIZON,
    )
    for start, kind, seats in session.execute(rows.group_by(Offer.starts_on, Offer.kind)) if needed else ():
        if start and kind:
            open_seats[_month(start, kind)] += seats
    return tuple(
        Figure(month[2], date(month[0], month[1], 1), open_seats[month], needed[month]) for month in sorted(needed)[:MOST]
    )


def _needed(poles: tuple[Pole, ...], kinds: tuple[str, ...], day: date, territory: Territory) -> dict[Month, int]:
    bassins = {bassin for pole in poles for bassin in pole.bassins}
    schools = {key for school in territory.schools if school.bassin in bassins for key in (school.uai, school.name) if key}
    needed: dict[Month, int] = defaultdict(int)
    for need in territory.needs:
        if day <= need.start <= day + HORIZON and need.school_key in schools and ("all" in kinds or need.kind in kinds):
            needed[_month(need.start, need.kind)] += need.seeking
    return needed


def _month(start: date, kind: Kind | str) -> Month:
    return (start.year, start.month, kind)
