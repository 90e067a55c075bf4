"""An employer answers a campaign: « oui 2 » is an offer to confirm, « non » is thanked; « sollicitez-moi », and the contrary."""

import re
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from core.agenda.campaigns import Ask, Campaign, open_ask
from core.people.acquaintance import Doorstep, known_at, meet
from core.people.records import Contact
from core.pool.records import Offer
from core.post.inbound import Inbound
from core.post.threads import link_of
from core.territory.fold import fold
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.campaign_words import draft_of
from dialogs.pole.order_words import COUNT, count_in
from dialogs.post.reply import post_reply
from dialogs.talk.say import Say
from dialogs.wording.describe import describe
from dialogs.wording.words import words_in

LONGEST = 120  # characters of an answer
_SEATS = rf"(?P<seats>{COUNT})(?:\s(?:places?|eleves?|jeunes?|stagiaires?))?"
_YES = re.compile(
    rf"(?:bonjour[\s,.!]*)?(?:oui|yes|ok|d'accord|avec plaisir|volontiers)?[\s,:]*(?:pour\s)?(?:{_SEATS})?"
    r"[\s,.!]*(?:merci|avec plaisir|cordialement)?[\s.!]*"
)
_NO = re.compile(r"(?:bonjour[\s,.!]*)?(?:non|no|pas cette fois|pas possible|desolee?|impossible|aucune?)\b[\s\w,.!'-]{0,80}")
_WELCOME = re.compile(
    r"(?:oui[\s,]*)?(?:vous pouvez me )?sollicite[zr](?:[ -]moi)?(?: quand vous voulez)?[\s.!]*(?:merci)?[\s.!]*"
)
_UNWELCOME = re.compile(r"(?:ne (?:me|nous) sollicite[zr] (?:plus|pas)|plus de sollicitations?)[\s.!]*(?:svp|merci)?[\s.!]*")


def receive_asked(case: Case) -> bool:
    """Keep whether somebody may be asked for seats, and thank for a « non »; False for anything else."""
    said = _said(case.inbound)
    if _WELCOME.fullmatch(said) or _UNWELCOME.fullmatch(said):
        contact = meet(case.session, Doorstep(case.inbound.channel, case.inbound.address, case.inbound.name), case.now)
        contact.welcomes_asks = _UNWELCOME.fullmatch(said) is None
        return _answer(case, contact, "asks-welcome" if contact.welcomes_asks else "asks-unwelcome")
    ask = _ask_answered(case.session, case.house, case.inbound, case.now) if _NO.fullmatch(said) else None
    if ask is None:
        return False
    ask.answered_at, ask.seats = case.now, 0
    return _answer(case, case.session.get_one(Contact, ask.contact_id), "campaign-declined")


def with_offer_asked_for(session: Session, house: House, inbound: Inbound, now: datetime) -> Inbound:
    """« Oui 2 » in answer to a campaign, as the offer that it makes: read, said back and confirmed like any other."""
    yes = _YES.fullmatch(_said(inbound))
    ask = _ask_answered(session, house, inbound, now) if yes and yes[0].strip(" .!,") else None
    if ask is None or yes is None:
        return inbound
    ask.answered_at, ask.seats = now, count_in(yes["seats"]) if yes["seats"] else 1
    campaign = session.get_one(Campaign, ask.campaign_id)
    rows = select(Offer).where(Offer.contact_id == ask.contact_id).options(joinedload(Offer.organisation))
    last = session.scalars(rows.order_by(Offer.id.desc()).limit(1)).first()
    draft = draft_of(campaign, ask.seats, house)
    if last is not None and last.draft.place is not None:
        draft = replace(draft, place=last.draft.place)
    offer = describe(draft, house.catalogue, words_in("fr"))
    return replace(inbound, text=f"{last.organisation.name}\u00a0: {offer}." if last else f"{offer}.")


def _said(inbound: Inbound) -> str:
    plain = inbound.kind == "message" and not inbound.press and len(inbound.text) <= LONGEST
    return " ".join(fold(inbound.text).replace("’", "'").split()) if plain else ""


def _ask_answered(session: Session, house: House, inbound: Inbound, now: datetime) -> Ask | None:
    """The campaign's question that this message answers: by mail in its own thread, in a chat the last one."""
    contact = known_at(session, inbound.channel, inbound.address) if inbound.text and len(inbound.text) <= LONGEST else None
    if contact is None:
        return None
    if inbound.channel != "email":
        idle = (contact.state or {}).get("phase", "idle") == "idle"
        return open_ask(session, contact.id, now) if idle else None
    link = link_of(session, inbound, house.ring, now)
    return open_ask(session, contact.id, now, link.thread.id) if link and link.good else None


def _answer(case: Case, contact: Contact, key: str) -> bool:
    post_reply(case.session, case.house, contact, case.inbound, (Say(key),), key=case.key, now=case.now)
    return True
