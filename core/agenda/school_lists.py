"""What a school's correspondent is to see: offers that fit its classes, and classes of which we ask who still seeks. Wordless."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from config.territory import Need, School
from core.agenda.keeping import keep_entries
from core.agenda.promises import fulfil, promise
from core.agenda.records import Digest, DigestEntry
from core.people.members import Member
from core.pool.holds import Hold
from core.pool.matching import Match, NeedIndex
from core.pool.needs import kept_key
from core.pool.records import Offer
from core.territory.workdays import school_day_before

MOST = 15  # offers of a list
FAR = 40  # kilometres as the crow flies beyond which an offer is for another school
STEPS = (30, 15, 7)  # days before the start of a stay, or the last school day before: then a school is asked who still seeks
PLACING = "placing"


@dataclass(frozen=True)
class Fit:
    """An offer that has free seats, and the class of the school that it suits best."""

    offer: Offer
    match: Match


@dataclass(frozen=True)
class SchoolSheet:
    """A correspondent's letter before it is words; numbered from 1: the classes asked about, then the offers."""

    member: Member
    school: School
    day: date
    asked: tuple[Need, ...]
    fits: tuple[Fit, ...]
    left_out: int = 0


def own_needs(school: str, needs: NeedIndex, day: date) -> list[Need]:
    """The needs of a school for which somebody still seeks, to come."""
    return [need for need in needs.needs if need.school_key == school and need.seeking and need.start > day]


def fitting_offers(session: Session, school: str, needs: NeedIndex, day: date) -> list[Fit]:
    """Available offers with free seats that fit a class of this school, the best first; not those it has seats of already."""
    own = own_needs(school, needs, day)
    if not own:
        return []
    index = needs.with_needs(tuple(own))
    held = select(Hold.offer_id).where(Hold.school == school, Hold.status == "held")
    last = max(need.end for need in own)
    rows = select(Offer).where(
        Offer.status == "available",
        Offer.pole.is_not(None),
        Offer.seats_left > Offer.seats_held,
        Offer.kind.in_({need.kind for need in own}),
        or_(Offer.starts_on.is_(None), Offer.starts_on.between(day, last)),
        Offer.id.not_in(held),
    )
    found = []
    for offer in session.scalars(rows.options(joinedload(Offer.organisation)).order_by(Offer.id)):
        best = index.matches(offer.draft, day, 1)
        if best and (best[0].km is None or best[0].km <= FAR):
            found.append(Fit(offer, best[0]))
    return sorted(found, key=lambda fit: (fit.match.rank, fit.offer.id))


def gather_school(
    session: Session, member: Member, needs: NeedIndex, day: date, *, asked: tuple[Need, ...] = (), offers: bool = True
) -> SchoolSheet:
    """All that this correspondent's letter of that day holds."""
    fits = fitting_offers(session, member.school, needs, day) if offers else []
    left_out = max(0, len(fits) - MOST)
    return SchoolSheet(member, needs.schools[member.school], day, asked, tuple(fits[:MOST]), left_out)


def keep_school(session: Session, sheet: SchoolSheet, occasion: str, now: datetime) -> Digest | None:
    """Store the letter and its numbers, once for an occasion; None when it is empty or was sent."""
    if not (sheet.asked or sheet.fits):
        return None
    asked = [DigestEntry(section="placing", awaits=True, need=kept_key(need)) for need in sheet.asked]
    fits = [DigestEntry(section="seats", awaits=False, offer_id=fit.offer.id) for fit in sheet.fits]
    return keep_entries(session, sheet.member.author, sheet.day, [*asked, *fits], occasion, now=now)


def to_ask(session: Session, member: Member, needs: NeedIndex, day: date, now: datetime) -> tuple[Need, ...]:
    """The classes about which this correspondent is asked on that day: at each step once, a missed one with the next letter."""
    found = []
    for need in own_needs(member.school, needs, day):
        steps = (days for days in STEPS if school_day_before(need.start - timedelta(days=days), needs.territory) <= day)
        step = min(steps, default=None)
        name = "|".join(kept_key(need))
        if step is not None and promise(session, PLACING, name, f"{member.id}:{step}", now):
            fulfil(session, PLACING, name, f"{member.id}:{step}", now, result="asked")
            found.append(need)
    return tuple(sorted(found, key=lambda need: (need.start, need.class_name, need.programme)))


def need_of(entry: DigestEntry, needs: Iterable[Need]) -> Need | None:
    """The need behind an entry, as it is stated now."""
    return next((need for need in needs if kept_key(need) == entry.need), None)
