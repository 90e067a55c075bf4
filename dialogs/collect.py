"""Collect the facts of a turn from the records: who speaks, what they offered, what they were asked about."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from core.agenda.records import Action, Matter
from core.agenda.reminders import waiting_for
from core.database import UtcDateTime
from core.people.records import Address, Contact
from core.pool.draft import Callback, Employer
from core.pool.filing import UNDO, own_offers, person_of
from core.pool.records import OPEN, Offer
from core.post.inbound import Inbound
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.listen import with_subject
from dialogs.post.speaker import standing_of
from dialogs.talk.deep_links import deep_link
from dialogs.talk.facts import Facts, KnownOffer
from dialogs.talk.state import State
from dialogs.wording.answers import answers_for
from dialogs.wording.words import words_in

LONGEST = 4000  # characters of a message that a person is shown


def collect_facts(session: Session, house: House, contact: Contact, inbound: Inbound, *, state: State, now: datetime) -> Facts:
    """Everything that a turn on this message may want to know."""
    today, territory = local_day(now, house.territory), house.territory
    kind = next((draft.kind for draft in state.drafts if draft.kind), None)
    offers, standing = own_offers(session, contact), standing_of(session, house, inbound, now)
    colleague = session.get(Contact, standing.stands_for) if standing.stands_for not in (None, contact.id) else None
    shared = [offer for offer in own_offers(session, colleague) if offer.status in OPEN] if colleague else []
    reminders, reminded = waiting_for(session, [offer.reference for offer in (*shared, *offers)], territory)
    return Facts(
        now=now,
        today=today,
        channel=inbound.channel,
        territory=territory,
        catalogue=house.catalogue,
        faq=answers_for(kind, house.faq, today, words_in("fr")),
        words=inbound.text[:LONGEST],
        whole=with_subject(inbound)[:LONGEST],
        press=inbound.press,
        kind=inbound.kind,
        reason=inbound.reason,
        message_id=inbound.message_id if inbound.channel == "telegram" else None,
        album=inbound.album,
        phone=inbound.phone,
        link=deep_link(inbound),
        mail=house.settings.mail_address or territory.dpo,
        employer=_employer(contact),
        callback=_callback(contact, inbound),
        profile_name=contact.name or inbound.name,
        elsewhere=_elsewhere(session, contact, inbound),
        noticed=contact.noticed_at is not None,
        stopped=contact.stopped_at is not None,
        trusted=standing.proved,
        vouched=standing.vouched,
        expired=standing.expired,
        offers=tuple(_known(offer, house) for offer in offers),
        shared=tuple(_known(offer, house) for offer in shared),
        reminders=reminders,
        reminded=reminded,
        questioned=_questioned(session, [*shared, *offers], now),
    )


_ADDRESSES = select(Address.channel, Address.address).where(Address.contact_id == bindparam("contact")).order_by(Address.id)


def _elsewhere(session: Session, contact: Contact, inbound: Inbound) -> tuple[str, ...]:
    rows = session.execute(_ADDRESSES, {"contact": contact.id}).all()
    here = (inbound.channel, inbound.address)
    return tuple(address if channel == "email" else channel.title() for channel, address in rows if (channel, address) != here)


def _employer(contact: Contact) -> Employer:
    return Employer(contact.organisation.name, contact.organisation.siret) if contact.organisation else Employer()


def _callback(contact: Contact, inbound: Inbound) -> Callback:
    email = contact.email or (inbound.address if inbound.channel == "email" else None)
    return Callback(name=contact.name, email=email, phone=contact.phone, hours=contact.hours)


def _known(offer: Offer, house: House) -> KnownOffer:
    return KnownOffer(
        offer.reference,
        offer.status,
        offer.draft,
        offer.organisation.name,
        offer.seats_left,
        offer.filed_at,
        offer.news_by,
        person_of(house.territory, offer.coordinator),
    )


_ASKED = (
    select(Action)
    .where(Action.verb == "ask", Action.offer_id.in_(bindparam("offers", expanding=True)), Action.undone_at.is_(None))
    .where(Action.at <= bindparam("until", type_=UtcDateTime()))
    .order_by(Action.id.desc())
    .limit(1)
)


def _questioned(session: Session, offers: list[Offer], now: datetime) -> str | None:
    """The offer of the latest question of a coordinator that has left (its undo is over) and has no answer."""
    if not offers:
        return None
    references = {offer.id: offer.reference for offer in offers}
    action = session.scalar(_ASKED, {"offers": list(references), "until": now - UNDO})
    if action is None:
        return None
    answer = select(Matter.id).where(Matter.kind == "answer", Matter.offer_id == action.offer_id, Matter.opened_at > action.at)
    return None if session.scalar(answer) else references[action.offer_id or 0]
