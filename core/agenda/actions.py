"""Carry out what a coordinator answered: on the offer or matter behind a number, written down, undone within 30 minutes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.asides import ASIDE, HOLDING, aside, put_off
from core.agenda.campaigns import Campaign
from core.agenda.deeds import (
    AlreadyHandled,
    CampaignDecided,
    Deed,
    Done,
    Effect,
    EntryClosed,
    NoOffer,
    Occasion,
    OnlyYesOrNo,
    QuestionNeedsWords,
    UnknownNumber,
    WordsMissing,
)
from core.agenda.offer_work import WORK, offer_closed
from core.agenda.proposing import propose
from core.agenda.records import Action, Digest, DigestEntry, Matter
from core.pool.history import Author, note_change, snapshot
from core.pool.records import OPEN, Offer, lock_offer
from core.post.outbox import cancel

HELD = ("propose", "take")  # seats for a school, by a coordinator or by the school itself: nothing is settled by that
TALK = ("answer", "ask")  # said to the employer; the offer stays as it is
WANTS_WORDS = ("question", "privacy")  # matters that are not settled by « ok »
SPOKEN = (*WANTS_WORDS, "human", "incident")  # and those that nobody settles by « tout ok »


def perform(session: Session, deed: Deed, at: Occasion) -> Done:
    """Do one thing to one entry. Raises DeedRefused: unknown number, dealt with already, closed, or not possible there."""
    campaign = find_campaign(session, deed.number, at)
    if campaign is not None:
        return _decide(session, deed, at, campaign)
    offer, matter = find_entry(session, deed.number, at)
    earlier = _refuse_what_is_settled(session, deed, at, offer, matter)
    if deed.verb in (*TALK, "note", "pass", "propose") and not deed.words:
        raise WordsMissing(number=deed.number)
    with session.begin_nested():  # an action that turns out to be impossible leaves no trace
        action = Action(
            coordinator=at.coordinator.id,
            digest_id=at.digest.id,
            number=deed.number,
            verb=deed.verb,
            words=deed.words,
            message_id=at.message_id,
            offer_id=offer.id if offer else None,
            matter_id=matter.id if matter else None,
            at=at.now,
        )
        session.add(action)
        session.flush()
        before = offer.seats_left if offer else 0
        hold = propose(session, deed, at, offer, action=action) if deed.verb == "propose" else None
        effect: Effect = (
            "held"
            if hold
            else aside(session, deed, at, offer, matter, action=action)
            if deed.verb in ASIDE
            else _settle(deed, at, matter)
            if matter and deed.verb in ("ok", "no", *TALK)
            else _change(session, deed, at, offer, action)
        )
    if earlier and {earlier.verb, deed.verb} == {"ok", "no"}:
        cancel(session, earlier.id)  # a change of mind: only the last word is announced
    contact_id = matter.contact_id if matter else offer.contact_id if offer else 0
    seats = hold.seats if hold else max(0, before - offer.seats_left) if offer else 0
    return Done(deed, effect, action, offer, matter, contact_id, seats, hold)


def find_campaign(session: Session, number: int, at: Occasion) -> Campaign | None:
    """The campaign that a number of this digest proposes, locked."""
    rows = select(Campaign).join(DigestEntry, DigestEntry.campaign_id == Campaign.id)
    rows = rows.where(DigestEntry.digest_id == at.digest.id, DigestEntry.number == number)
    return session.scalar(rows.with_for_update(of=Campaign).execution_options(populate_existing=True))


def _decide(session: Session, deed: Deed, at: Occasion, campaign: Campaign) -> Done:
    """Yes: the employers are asked when undo is over; no: they are not."""
    if deed.verb not in ("ok", "no"):
        raise OnlyYesOrNo(number=deed.number)
    if campaign.status != "proposed":
        raise CampaignDecided(number=deed.number, state=campaign.status)
    action = Action(
        coordinator=at.coordinator.id, digest_id=at.digest.id, number=deed.number, verb=deed.verb, words=deed.words,
        message_id=at.message_id, at=at.now,
    )  # fmt: skip
    session.add(action)
    session.flush()
    campaign.status, campaign.decided_at = "approved" if deed.verb == "ok" else "declined", at.now
    campaign.action_id = action.id
    return Done(deed, "launched" if deed.verb == "ok" else "declined", action, None, None, 0, campaign=campaign)


def find_entry(session: Session, number: int, at: Occasion) -> tuple[Offer | None, Matter | None]:
    """The offer and the matter behind a number of this digest, locked. Raises UnknownNumber."""
    entry = session.scalar(select(DigestEntry).where(DigestEntry.digest_id == at.digest.id, DigestEntry.number == number))
    if entry is None:
        raise UnknownNumber(number=number)
    matter = session.get(Matter, entry.matter_id, with_for_update=True) if entry.matter_id else None
    offer_id = entry.offer_id or (matter.offer_id if matter else None)
    if offer_id is None:
        return None, matter
    return lock_offer(session, offer_id), matter


@dataclass(frozen=True)
class OpenEntry:
    """An entry that still awaits a decision; `delicate`: a question or an offer to check, which « tout ok » leaves out."""

    number: int
    delicate: bool


def open_entries(session: Session, digest: Digest) -> list[OpenEntry]:
    """What this digest asked and nobody has decided since, in its order."""
    rows = select(DigestEntry).where(DigestEntry.digest_id == digest.id, DigestEntry.awaits).order_by(DigestEntry.number)
    found = []
    for entry in session.scalars(rows).all():
        offer = session.get(Offer, entry.offer_id) if entry.offer_id else None
        matter = session.get(Matter, entry.matter_id) if entry.matter_id else None
        if put_off(session, entry.offer_id, entry.matter_id, digest.made_at):
            continue
        if matter and matter.closed_at is None:
            found.append(OpenEntry(entry.number, matter.kind in SPOKEN))
        elif matter is None and offer and offer.status in OPEN and _undecided(session, offer, digest):
            found.append(OpenEntry(entry.number, offer.status == "to_check"))
    return found


def _undecided(session: Session, offer: Offer, digest: Digest) -> bool:
    return offer.status in ("to_check", "to_reconfirm") or latest_action(session, offer, None, digest.made_at) is None


def latest_action(session: Session, offer: Offer | None, matter: Matter | None, since: datetime) -> Action | None:
    """The last deed that settled this matter, or this offer, since that moment, and still stands."""
    rows = select(Action).where(Action.at >= since, Action.undone_at.is_(None))
    if matter:
        rows = rows.where(Action.matter_id == matter.id, Action.verb.not_in(("ask", *HOLDING)))
    else:
        rows = rows.where(Action.offer_id == (offer.id if offer else None), Action.verb.not_in((*TALK, *HOLDING, *HELD)))
    return session.scalar(rows.order_by(Action.id.desc()).limit(1))


def _refuse_what_is_settled(
    session: Session, deed: Deed, at: Occasion, offer: Offer | None, matter: Matter | None
) -> Action | None:
    """Refuse what somebody has dealt with; the person's own earlier deed on it, when they may change their mind."""
    on_matter = matter is not None and deed.verb in ("ok", "no", "pass", *TALK)
    if on_matter or deed.verb not in (*TALK, *HOLDING, "propose"):
        earlier = latest_action(session, offer, matter if on_matter else None, at.digest.made_at)
        own = earlier is not None and earlier.coordinator == at.coordinator.id
        again = earlier is not None and earlier.verb == deed.verb and deed.verb in ("ok", "no", "full", "answer")
        if earlier is not None and (not own or again or on_matter):
            raise AlreadyHandled(number=deed.number, by=f"coordinator:{earlier.coordinator}", at=earlier.at, verb=earlier.verb)
        if own:
            return earlier
    if on_matter and matter and matter.closed_at:
        raise EntryClosed(number=deed.number, status="closed", by="clock", at=matter.closed_at)
    if not on_matter and offer and offer.status not in OPEN and deed.verb not in (*TALK, "left", "until", "note"):
        raise offer_closed(session, deed, offer)
    return None


def _settle(deed: Deed, at: Occasion, matter: Matter) -> Effect:
    """A matter: answered, dealt with, or asked about."""
    if deed.verb == "ask":
        return "asked"
    if deed.verb != "answer" and matter.kind in WANTS_WORDS:
        raise QuestionNeedsWords(number=deed.number)
    matter.closed_at, matter.outcome = at.now, deed.verb
    return "answered" if deed.verb == "answer" else "closed"


def _change(session: Session, deed: Deed, at: Occasion, offer: Offer | None, action: Action) -> Effect:
    """An offer: what the verb does to it, kept in its history."""
    if offer is None:
        raise NoOffer(number=deed.number)
    if deed.verb in TALK:
        return "answered" if deed.verb == "answer" else "asked"
    before = snapshot(offer)
    effect = WORK[deed.verb](session, deed, at, offer)
    author = Author(f"coordinator:{at.coordinator.id}", at.now, at.channel, at.message_id, action.id)
    note_change(session, offer, before, author, effect, reason=deed.words)
    session.flush()
    return effect
