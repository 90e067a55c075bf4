"""What a coordinator is to see on a day: what awaits a decision, late first, then what is new and what has ended. Wordless."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal

from sqlalchemy import ColumnElement, Text, cast, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from config.territory import Coordinator, Territory
from core.agenda.asides import days_of_return
from core.agenda.campaigns import Campaign, open_campaigns
from core.agenda.escalation import goes_up_before
from core.agenda.figures import Figure, count_seats
from core.agenda.promises import urgent
from core.agenda.records import Action, Digest, DigestEntry, Matter
from core.people.acquaintance import contacts_of
from core.people.records import Contact
from core.pool.records import OPEN, Offer, OfferChange
from core.territory.routing import acting
from core.territory.workdays import answer_day, at_local, local_day

Section = Literal["decide", "new", "ended", "found"]  # found: asked for
LONGEST: dict[Section, int] = {"decide": 30, "new": 20, "ended": 10, "found": 20}
Steps = tuple[int, int]
STEPS: Steps = (5, 10)
SOON, A_DAY = timedelta(days=7), timedelta(days=1)
RECENT = timedelta(days=30)  # how far back new offers are looked for
ENDINGS = ("filled", "withdrawn", "changed", "taken", "rejected", "duplicate", "held", "returned", "lapsed")


@dataclass(frozen=True)
class Line:
    """One entry: an offer or a matter, since when it waits, and what is particular about it."""

    section: Section
    since: datetime
    contact: Contact
    offer: Offer | None = None
    matter: Matter | None = None
    late: bool = False
    urgent: bool = False
    copied: bool = False  # somebody else deals with it
    asked_at: datetime | None = None  # when the coordinator asked the employer something
    change: OfferChange | None = None  # what ended or changed it
    back: bool = False  # it was put off until now
    gone_up: bool = False  # its owner has left it too long
    passed: Action | None = None  # by which somebody passed it on
    note: str | None = None  # what was noted last

    @property
    def owner(self) -> str:
        """By id, whose it is."""
        return self.matter.coordinator if self.matter else self.offer.coordinator if self.offer else ""

    @property
    def awaits(self) -> bool:
        """Whether a decision is asked."""
        return self.section == "decide"


@dataclass(frozen=True)
class Sheet:
    """A digest before it is words: numbered from 1 in this order; `left_out`: how many lines each section was cut by."""

    coordinator: Coordinator
    day: date
    lines: tuple[Line, ...]
    left_out: dict[Section, int]
    stands_in_for: tuple[Coordinator, ...] = ()
    figures: tuple[Figure, ...] = ()
    placed: bool = False  # in charge of pôles: figures make sense
    campaigns: tuple[Campaign, ...] = ()  # numbered after the lines


def _key(line: Line) -> tuple[str, int]:
    return ("matter", line.matter.id) if line.matter else ("offer", line.offer.id if line.offer else 0)


def in_charge(coordinator: Coordinator, day: date, territory: Territory) -> tuple[Coordinator, ...]:
    """Those for whom this person acts on that day, themselves included unless they are away."""
    return tuple(one for one in territory.coordinators.values() if acting(one, territory, day).id == coordinator.id)


def gather(
    session: Session, coordinator: Coordinator, day: date, now: datetime, territory: Territory, *, steps: Steps = STEPS
) -> Sheet:
    """Everything that this person is to see on that day; long sections are cut, the rest comes next time.

    `steps`: the days after which what others leave unanswered comes to their deputy, and to the academy.
    """
    people = in_charge(coordinator, day, territory)
    look = _Look(session, coordinator, frozenset(one.id for one in people), day, now, territory, steps)
    (fresh, many), awaiting, ended = look.new(), look.awaiting(), look.ended()
    sections: dict[Section, list[Line]] = {"decide": awaiting, "new": fresh, "ended": ended, "found": []}
    counts: dict[Section, int] = {"decide": len(awaiting), "new": many, "ended": len(ended), "found": 0}
    poles = [territory.poles[one.pole] for one in people if one.pole in territory.poles]
    kinds = tuple(kind for one in people for kind in one.scope_kinds)
    return Sheet(
        coordinator,
        day,
        lines=tuple(line for name in LONGEST for line in sections[name][: LONGEST[name]]),
        left_out={name: max(0, counts[name] - LONGEST[name]) for name in LONGEST},
        stands_in_for=tuple(one for one in people if one.id != coordinator.id and one.absent(day)),
        figures=count_seats(session, {pole.id: pole for pole in poles}.values(), kinds, day, territory),
        placed=bool(poles),
        campaigns=tuple(open_campaigns(session, [one.id for one in people])),
    )


def gather_urgent(line: Line, coordinator: Coordinator, day: date) -> Sheet:
    """A digest of one entry, for what cannot wait until the morning."""
    return Sheet(coordinator, day, (line,), dict.fromkeys(LONGEST, 0))


@dataclass(frozen=True)
class _Look:
    """One look at the records, for one person on one day."""

    session: Session
    coordinator: Coordinator
    charge: frozenset[str]
    day: date
    now: datetime
    territory: Territory
    steps: Steps

    def awaiting(self) -> list[Line]:
        """Open matters, offers to check or to reconfirm, and urgent ones that nobody has dealt with."""
        offers = self._offers(
            self._mine(Offer.coordinator) | self._left_to_us(Offer.coordinator, Offer.filed_at),
            Offer.status.in_(("to_check", "to_reconfirm")),
        )
        offers = sorted([*offers, *self._of_ids(self.urgent).values()], key=lambda offer: (offer.filed_at, offer.id))
        noted = self._last_changes([o.id for o in offers], ("noted",))
        asked, lapsed = self._asked(), self._last_changes([o.id for o in offers if o.status == "to_reconfirm"], ("unconfirmed",))
        theirs = self._mine(Matter.coordinator) | self._left_to_us(Matter.coordinator, Matter.opened_at)
        matters = self.session.scalars(select(Matter).where(Matter.closed_at.is_(None), theirs)).all()
        contacts = contacts_of(self.session, [*(o.contact_id for o in offers), *(m.contact_id for m in matters)])
        about = self._of_ids([m.offer_id for m in matters if m.offer_id])
        lines = [
            Line(
                "decide",
                lapsed[offer.id].at if offer.id in lapsed else offer.filed_at,
                contacts[offer.contact_id],
                offer,
                urgent=urgent(offer.draft, self.day),
                asked_at=asked.get(("offer", offer.id)),
            )
            for offer in offers
        ] + [
            Line(
                "decide",
                matter.opened_at,
                contacts[matter.contact_id],
                about.get(matter.offer_id or 0),
                matter,
                urgent=matter.kind == "incident",
                asked_at=asked.get(("matter", matter.id)),
            )
            for matter in matters
        ]
        told = self._in_context(lines, noted)
        return sorted(told, key=lambda line: (line.asked_at is not None, not line.late, not line.urgent, line.since))

    def _in_context(self, lines: list[Line], noted: dict[int, OfferChange]) -> list[Line]:
        """With what people did to them: late or not, put off, passed on, noted; those put off beyond this day are left out."""
        back, passed = days_of_return(self.session), self._passed()
        return [
            replace(
                line,
                late=line.asked_at is None and self._late(line.since, back.get(_key(line))),
                back=_key(line) in back,
                gone_up=line.owner in self.territory.coordinators and line.owner not in self.charge,
                passed=passed.get(_key(line)),
                note=noted[line.offer.id].reason if line.matter is None and line.offer and line.offer.id in noted else None,
            )
            for line in lines
            if back.get(_key(line), self.day) <= self.day and self._comes_up(line, back.get(_key(line)))
        ]

    def _comes_up(self, line: Line, back: date | None) -> bool:
        """Whether an entry is this person's to see: in their charge, or left so long by somebody else that it goes up to them."""
        owner = self.territory.coordinators.get(line.owner)
        if owner is None or owner.id in self.charge:
            return True
        since = max(local_day(line.since, self.territory), back or date.min)
        return line.asked_at is None and since < self.goes_up.get(owner.id, date.min)

    @cached_property
    def goes_up(self) -> dict[str, date]:
        """By owner who leaves things to this person, the day before which they must have begun to wait."""
        days = goes_up_before(self.coordinator, self.day, self.territory, steps=self.steps)
        return {id: day for id, day in days.items() if id not in self.charge}

    def _left_to_us(self, owner: InstrumentedAttribute[str], since: InstrumentedAttribute[datetime]) -> ColumnElement[bool]:
        """What others have left long enough, as far as the database can tell."""
        moments = {id: at_local(day, time(), self.territory) for id, day in self.goes_up.items()}
        return or_(false(), *((owner == id) & (since < moment) for id, moment in moments.items()))

    def new(self) -> tuple[list[Line], int]:
        """Offers of the last 30 days that this person has not been shown: theirs once available, and copies; how many in all."""
        shown = select(DigestEntry.id).join(Digest, Digest.id == DigestEntry.digest_id)
        shown = shown.where(Digest.coordinator == self.coordinator.id, DigestEntry.offer_id == Offer.id)
        fresh = (Offer.filed_at >= self.now - RECENT) & ~shown.exists() & Offer.id.not_in(self.urgent)
        mine = self._mine(Offer.coordinator)
        copied = cast(Offer.copies, Text).contains(f'"{self.coordinator.id}"', autoescape=True)
        wanted = (mine & (Offer.status == "available") & fresh, ~mine & copied & Offer.status.in_(OPEN) & fresh)
        ids = sorted(row for one in wanted for row in self.session.execute(select(Offer.filed_at, Offer.id).where(one)))
        rows = list(self._of_ids(id for _, id in ids[: LONGEST["new"]]).values())
        contacts = contacts_of(self.session, [offer.contact_id for offer in rows])
        lines = [
            Line("new", offer.filed_at, contacts[offer.contact_id], offer, copied=not self._in_charge(offer)) for offer in rows
        ]
        return lines, len(ids)

    def ended(self) -> list[Line]:
        """Offers shown before that somebody else ended or changed since the last daily digest."""
        told = select(func.max(Digest.made_at)).where(Digest.coordinator == self.coordinator.id, Digest.occasion.like("digest:%"))
        since = self.session.scalar(told) or self.now - timedelta(days=3)
        recent = select(OfferChange.offer_id).where(
            OfferChange.at > since,
            OfferChange.what.in_(ENDINGS),
            OfferChange.undone_at.is_(None),
            OfferChange.author != f"coordinator:{self.coordinator.id}",
        )
        offers = self._offers(
            Offer.id.in_(recent), self._mine(Offer.coordinator), Offer.status.not_in(("to_check", "to_reconfirm"))
        )
        shown = self._shown([offer.id for offer in offers])
        last = self._last_changes(shown, ENDINGS)
        contacts = contacts_of(self.session, [offer.contact_id for offer in offers])
        return [Line("ended", last[o.id].at, contacts[o.contact_id], o, change=last[o.id]) for o in offers if o.id in last]

    @cached_property
    def urgent(self) -> tuple[int, ...]:
        """Offers filed for less than a week later, still to come, on which nobody has acted."""
        acted = select(Action.id).where(Action.offer_id == Offer.id, Action.undone_at.is_(None)).exists()
        soon = (Offer.starts_on >= self.day) & (Offer.starts_on < self.day + SOON) & (Offer.filed_at >= self.now - SOON - A_DAY)
        rows = self._offers(self._mine(Offer.coordinator), Offer.status == "available", soon, ~acted)
        return tuple(offer.id for offer in rows if urgent(offer.draft, local_day(offer.filed_at, self.territory)))

    def _in_charge(self, offer: Offer) -> bool:
        unknown = offer.coordinator not in self.territory.coordinators
        return offer.coordinator in self.charge or (unknown and self.territory.academy.id in self.charge)

    def _mine(self, column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
        """What is in this person's charge; the academy also takes what belongs to nobody who is known."""
        theirs = column.in_(self.charge)
        if self.territory.academy.id in self.charge:
            return theirs | column.not_in(self.territory.coordinators)
        return theirs

    def _offers(self, *conditions: ColumnElement[bool]) -> list[Offer]:
        rows = select(Offer).where(*conditions).options(joinedload(Offer.organisation)).order_by(Offer.filed_at, Offer.id)
        return list(self.session.scalars(rows))

    def _of_ids(self, ids: Iterable[int]) -> dict[int, Offer]:
        ids = list(ids)
        return {offer.id: offer for offer in self._offers(Offer.id.in_(ids))} if ids else {}

    def _late(self, since: datetime, back: date | None) -> bool:
        first = max(local_day(since, self.territory), back or date.min)
        return self.day > answer_day(self.coordinator, first, self.territory)

    def _shown(self, ids: list[int]) -> set[int]:
        entries = select(DigestEntry.offer_id).join(Digest, Digest.id == DigestEntry.digest_id)
        found = self.session.scalars(entries.where(Digest.coordinator == self.coordinator.id, DigestEntry.offer_id.in_(ids)))
        return {id for id in found if id is not None}

    def _asked(self) -> dict[tuple[str, int], datetime]:
        rows = self.session.scalars(
            select(Action)
            .where(Action.verb == "ask", Action.undone_at.is_(None), Action.at >= self.now - 2 * RECENT)
            .order_by(Action.at)
        )
        return {("matter", a.matter_id) if a.matter_id else ("offer", a.offer_id or 0): a.at for a in rows}

    def _passed(self) -> dict[tuple[str, int], Action]:
        rows = select(Action).where(Action.verb == "pass", Action.undone_at.is_(None), Action.at >= self.now - 2 * RECENT)
        found = self.session.scalars(rows.order_by(Action.id))
        return {("matter", a.matter_id) if a.matter_id else ("offer", a.offer_id or 0): a for a in found}

    def _last_changes(self, ids: Iterable[int], kinds: tuple[str, ...]) -> dict[int, OfferChange]:
        rows = select(OfferChange).where(
            OfferChange.offer_id.in_(list(ids)), OfferChange.what.in_(kinds), OfferChange.undone_at.is_(None)
        )
        return {change.offer_id: change for change in self.session.scalars(rows.order_by(OfferChange.id))}
