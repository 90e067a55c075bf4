"""What coordinators ask of the records: offers that fit, an employer's card, figures of a stretch of days. Wordless."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rapidfuzz import fuzz, process
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.territory import Coordinator, Territory
from core.agenda.digests import LONGEST, Line, Sheet, in_charge
from core.agenda.records import Action
from core.people.acquaintance import contacts_of, organisation_key
from core.people.records import Contact, Organisation
from core.pool.records import OPEN, Offer, OfferChange
from core.pool.search import Seen, Wanted, search_offers
from core.territory.fold import fold

LIKE, MANY = 84, 6  # of 100, how much a name must be like the one asked for; names that are told apart


def seen_by(coordinator: Coordinator, day: date, territory: Territory) -> Seen | None:
    """What this person may see on that day: their own and those they stand in for, and their pôles; the academy sees all."""
    people = in_charge(coordinator, day, territory)
    if any(one.function == "academy" for one in people):
        return None
    return Seen([one.id for one in (coordinator, *people)], [one.pole for one in (coordinator, *people) if one.pole])


def poles_of(coordinator: Coordinator, day: date, territory: Territory) -> list[str]:
    """The pôles whose figures concern this person; all of them for the academy, and for who has none."""
    seen = seen_by(coordinator, day, territory)
    return list(seen.poles if seen and seen.poles else territory.poles)


def list_offers(session: Session, wanted: Wanted, coordinator: Coordinator, day: date) -> Sheet:
    """The offers asked for, those that begin first at the head; long lists are cut."""
    found = sorted(search_offers(session, wanted), key=lambda offer: (offer.starts_on or date.max, offer.id))
    return _sheet(session, found, coordinator, day)


def _sheet(session: Session, offers: list[Offer], coordinator: Coordinator, day: date) -> Sheet:
    shown = offers[: LONGEST["found"]]
    contacts = contacts_of(session, [offer.contact_id for offer in shown])
    lines = tuple(Line("found", offer.filed_at, contacts[offer.contact_id], offer) for offer in shown)
    left_out = dict.fromkeys(LONGEST, 0) | {"found": len(offers) - len(shown)}
    return Sheet(coordinator, day, lines, left_out)


@dataclass(frozen=True)
class Card:
    """An employer: who answers there, their offers (as a sheet), seats taken in all, what was noted, who asked them last."""

    organisation: Organisation
    contacts: tuple[Contact, ...]
    sheet: Sheet
    offers: int
    taken: int
    notes: tuple[OfferChange, ...]
    asked: Action | None


def employers_named(session: Session, said: str) -> list[Organisation]:
    """The employers that a name may mean: the same one, those that hold all of its words, else those called nearly so."""
    key = organisation_key(said)
    same = list(session.scalars(select(Organisation).where(Organisation.key == key).order_by(Organisation.id).limit(MANY)))
    if same:
        return same
    words = [word for word in fold(said).split() if len(word) > 2]
    rows = select(Organisation).order_by(Organisation.id).limit(MANY)
    for word in words:
        rows = rows.where(Organisation.key.contains(word, autoescape=True))
    found = list(session.scalars(rows)) if words else []
    return found or _nearly(session, key)


def _nearly(session: Session, key: str) -> list[Organisation]:
    names = dict(session.execute(select(Organisation.id, Organisation.key)).all())
    near = process.extract(key, names, scorer=fuzz.token_set_ratio, score_cutoff=LIKE, limit=MANY)
    return list(session.scalars(select(Organisation).where(Organisation.id.in_([id for _, _, id in near]))))


def card_of(session: Session, organisation: Organisation, seen: Seen | None, coordinator: Coordinator, day: date) -> Card:
    """Everything that is known of an employer and this person may see."""
    offers = list(search_offers(session, Wanted(organisation=organisation.id, seen=seen)))
    offers.sort(key=lambda offer: (offer.status not in OPEN, -offer.filed_at.timestamp()))
    ids = [offer.id for offer in offers]
    rows = select(Contact).where(Contact.organisation_id == organisation.id).order_by(Contact.id)
    noted = select(OfferChange).where(OfferChange.offer_id.in_(ids), OfferChange.what == "noted", OfferChange.undone_at.is_(None))
    asked = select(Action).where(Action.offer_id.in_(ids), Action.verb == "ask", Action.undone_at.is_(None))
    return Card(
        organisation,
        tuple(session.scalars(rows.limit(MANY))),
        _sheet(session, offers, coordinator, day),
        len(offers),
        sum((offer.draft.seats or offer.seats_left) - offer.seats_left for offer in offers),
        tuple(session.scalars(noted.order_by(OfferChange.id.desc()).limit(3))),
        session.scalar(asked.order_by(Action.id.desc()).limit(1)),
    )


@dataclass(frozen=True)
class Tally:
    """What happened in a stretch of days: offers filed by kind with their seats, employers, employers new, seats taken."""

    kinds: tuple[tuple[str, int, int], ...]  # kind, offers, seats
    employers: int
    new: int
    taken: int


def tally(session: Session, poles: Iterable[str], first: datetime, last: datetime) -> Tally:
    """The figures of these pôles from one moment to another (not included)."""
    of_pole = Offer.pole.in_(list(poles))
    filed = select(Offer.kind, Offer.draft, Offer.organisation_id).where(of_pole, Offer.filed_at >= first, Offer.filed_at < last)
    kinds: dict[str, list[int]] = {}
    employers = set()
    for kind, draft, organisation in session.execute(filed):
        count = kinds.setdefault(kind or "", [0, 0])
        count[0], count[1] = count[0] + 1, count[1] + (draft.seats or 1)
        employers.add(organisation)
    earlier = select(func.count(func.distinct(Offer.organisation_id))).where(
        Offer.organisation_id.in_(employers), Offer.filed_at < first
    )
    changes = select(OfferChange.before, OfferChange.after).join(Offer, Offer.id == OfferChange.offer_id)
    changes = changes.where(of_pole, OfferChange.at >= first, OfferChange.at < last, OfferChange.undone_at.is_(None))
    taken = sum(
        before["seats_left"] - after["seats_left"]
        for before, after in session.execute(changes.where(OfferChange.what.in_(("taken", "filled"))))
        if "seats_left" in before
    )
    return Tally(
        tuple(sorted((kind, offers, seats) for kind, (offers, seats) in kinds.items())),
        len(employers),
        len(employers) - (session.scalar(earlier) or 0),
        taken,
    )
