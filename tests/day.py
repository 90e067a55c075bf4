"""A coordinator's day in tests: offers in the pool, matters, the digest made of them, and an answer to it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.actions import perform
from core.agenda.deeds import Deed, Done, Occasion
from core.agenda.digests import gather
from core.agenda.keeping import keep
from core.agenda.records import Digest, Matter
from core.people.acquaintance import Doorstep, meet, organisation_key
from core.people.records import Contact, Organisation
from core.pool.commands import FileOffer
from core.pool.draft import Callback, Employer
from core.pool.filing import file_offer
from core.pool.history import Author
from core.pool.records import Offer
from core.post.outbox import Outgoing
from core.post.parcel import Block
from core.territory.workdays import local_day
from dialogs.pole.counter import answer_digest
from dialogs.pole.orders import read_orders
from dialogs.wording.page import plain
from tests.builders import NOW, a_draft, a_house

HOUSE = a_house()
TERRITORY = HOUSE.territory
WEST = TERRITORY.coordinators["c-ouest"]
ACADEMY = TERRITORY.coordinators["c-acad"]


def somebody(session: Session, channel: str = "telegram", address: str = "7") -> Contact:
    """A contact who has just written."""
    contact = meet(session, Doorstep(channel, address, "Mme Lauret"), NOW)
    contact.phone = "+262692000012"
    return contact


def an_offer(
    session: Session, name: str = "Pharmacie de la Baie", *, vetted: bool = False, at: datetime = NOW, **said: object
) -> Offer:
    """An offer in the pool: to check, or available when its organisation is vetted."""
    contact = somebody(session)
    if vetted:
        session.add(Organisation(name=name, key=organisation_key(name), first_seen=at, vetted_at=at))
        session.flush()
    author = Author(f"contact:{contact.id}", at, "telegram")
    command = FileOffer(a_draft(**said), Employer(name), Callback("Mme Lauret", phone="+262692000012"))
    filed = file_offer(session, command, contact, author, TERRITORY)
    return session.scalars(select(Offer).where(Offer.reference == filed.reference)).one()


def a_matter(session: Session, kind: str = "question", text: str = "C’est payé ?", coordinator: str = "c-ouest") -> Matter:
    """Something that a person must deal with."""
    matter = Matter(kind=kind, contact_id=somebody(session).id, coordinator=coordinator, text=text, opened_at=NOW)
    session.add(matter)
    session.flush()
    return matter


def a_digest(session: Session, now: datetime = NOW, coordinator: str = "c-ouest") -> Digest:
    """The digest of that day, kept."""
    day = local_day(now, TERRITORY)
    sheet = gather(session, TERRITORY.coordinators[coordinator], day, now, TERRITORY)
    digest = keep(session, sheet, f"digest:{coordinator}:{day.isoformat()}", now)
    assert digest
    return digest


def an_occasion(digest: Digest, now: datetime = NOW, coordinator: str = "c-ouest") -> Occasion:
    """This coordinator acts now."""
    return Occasion(TERRITORY.coordinators[coordinator], digest, TERRITORY, None, now)


def do(session: Session, digest: Digest, deed: Deed, now: datetime = NOW, coordinator: str = "c-ouest") -> Done:
    """Carry out one deed."""
    return perform(session, deed, an_occasion(digest, now, coordinator))


def answer(session: Session, digest: Digest, text: str, now: datetime = NOW, coordinator: str = "c-ouest") -> str:
    """Answer the digest in words; what the echo says, as text."""
    who = TERRITORY.coordinators[coordinator]
    at = Occasion(who, digest, TERRITORY, None, now)
    return shown(answer_digest(session, HOUSE, read_orders(text, local_day(now, TERRITORY)), at))


def shown(blocks: tuple[Block, ...]) -> str:
    """Blocks as plain text, with plain spaces: easier to type in a test."""
    return plain(blocks).replace("\u00a0", " ")


def waiting(session: Session) -> list[Outgoing]:
    """What is to be delivered, oldest first."""
    return list(session.scalars(select(Outgoing).where(Outgoing.status == "waiting").order_by(Outgoing.id)))
