"""How a proposal is put into words: what is asked of which offer, by whom, and the question that settles it."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from core.agenda.proposals import NOTHING, Proposal, Wish
from core.people.records import Contact
from core.pool.commands import ConfirmOffer
from core.pool.filing import merge
from core.pool.records import Offer
from dialogs.house import House
from dialogs.post.notices import known_contact
from dialogs.talk.say import Choice, Say
from dialogs.wording.describe import describe, say_callback
from dialogs.wording.words import Words

NAME = re.compile(r"[^\w\s'’-]")  # what a display name may not bring into a letter of ours: a link, a mark


def question_of(session: Session, house: House, proposal: Proposal, by: str, words: Words) -> Say:
    """The question that settles a proposal; on a chat its buttons work at any time. `by`: the address that wrote."""
    offer = offer_of(session, proposal)
    what = what_is_asked(proposal.wish, offer, house, words)
    if proposal.by_id == proposal.contact_id:
        return Say("proposal-again", {"what": what})
    labels = {verb: words.label("proposal-question", verb) for verb in ("agree", "refuse")}
    buttons = tuple(Choice(f"o.{verb}.{proposal.id}", label) for verb, label in labels.items())
    return Say("proposal-question", {"what": what, **who_asks(known_contact(session, proposal.by_id), by, words)}, buttons)


def offer_of(session: Session, proposal: Proposal) -> Offer:
    """The offer that a proposal is about, with its organisation."""
    rows = select(Offer).where(Offer.id == proposal.offer_id).options(joinedload(Offer.organisation))
    return session.scalars(rows).one()


def what_is_asked(wish: Wish, offer: Offer, house: House, words: Words) -> str:
    """« l’offre OF-2026-00031 (2 élèves de CAP Cuisine…) est pourvue »."""
    facts: dict[str, Any] = {"reference": offer.reference, "offer": describe(offer.draft, house.catalogue, words)}
    if wish.status:
        return words.line(f"wish-{'filled' if wish.status == 'filled' else 'withdrawn'}", **facts)
    if isinstance(wish.command, ConfirmOffer):
        return words.line("wish-confirmed", **facts)
    if wish.change == NOTHING and wish.callback:
        return words.line("wish-contact", **facts, contact=say_callback(wish.callback))
    parts = [
        describe(merge(offer.draft, wish.change), house.catalogue, words),
        say_callback(wish.callback) if wish.callback else "",
    ]
    return words.line("wish-changed", **facts, change=" ; ".join(part for part in parts if part))


def clean_name(name: str | None) -> str:
    """A name that somebody gave themselves, without marks or links, 60 characters at most; empty when nothing is left."""
    return " ".join(NAME.sub(" ", name or "").split())[:60]


def who_asks(contact: Contact, address: str, words: Words) -> dict[str, str]:
    """The sender as we name them: their address, which is what can be checked, and their name without marks or links."""
    return {"who": clean_name(contact.name) or words.line("somebody"), "address": address}
