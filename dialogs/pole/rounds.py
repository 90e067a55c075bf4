"""What Guichet does by the clock: news, « still valid? », ends of offers, digests; keyed, so that a missed run catches up."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from config.errors import GuichetError
from config.territory import Coordinator
from core.agenda.digests import Line, Sheet, gather, gather_urgent
from core.agenda.keeping import keep
from core.agenda.promises import MORNING, STILL_EVERY, due_now, forget_promises, fulfil, news_by, promise, urgent
from core.agenda.records import Digest, Due, Matter
from core.people.link_codes import forget_old
from core.pool.history import Author, note_change, snapshot
from core.pool.records import OPEN, Offer
from core.post.retention import BATCH, empty_old
from core.territory.routing import acting
from core.territory.workdays import at_local, digest_day, local_day, opens_week
from dialogs.house import House
from dialogs.pole.campaigns import launch_campaigns, propose_for
from dialogs.pole.chat_digest import offer_chat, post_to_chat
from dialogs.pole.digest import write_digest, write_urgent
from dialogs.pole.school_desk import end_groundless_holds, end_silent_holds
from dialogs.pole.school_rounds import lists_due, send_list
from dialogs.post.letter import post_to_contact, post_to_coordinator
from dialogs.post.notices import expired_says, known_contact, news_says, reachable, still_says
from dialogs.post.promptness import LAST, digest_moment, may_speak
from dialogs.talk.say import Say
from dialogs.wording.words import Words, words_in

LOG = logging.getLogger("guichet.rounds")
PATIENCE = timedelta(days=7)  # an answer to « still valid? » is waited for
AGAIN = timedelta(minutes=15)  # after a failure
TRIES = 5
URGENT_A_DAY = 5  # letters beside the digest
URGENT_FOR = timedelta(days=7)  # how long after its filing an urgent offer can be told at once
CLOCK = "clock"
RETENTION, NIGHT = "retention", time(3, 0)
Step = Callable[[Session, House, Due, Offer, datetime], str]
Write = Callable[[Offer, House, Words], tuple[Say, ...]]


def make_rounds(session: Session, house: House, now: datetime) -> int:
    """Do all that is due at this moment; how many things were done. Called again, it does nothing twice."""
    house = house.as_said(session)
    done = _take_steps(session, house, tuple(SILENT), now)  # ends first: nobody is asked about an offer that is over
    if may_speak(now, house.territory):
        done += _take_steps(session, house, tuple(SPOKEN), now)
    done += _apart(session, "telling what is urgent", lambda: _tell_urgent(session, house, now))
    done += _apart(session, "ending holds without seats", lambda: end_groundless_holds(session, house, now))
    if may_speak(now, house.territory):
        done += _apart(session, "ending holds without an answer", lambda: end_silent_holds(session, house, now))
    done += _apart(session, "emptying old messages", lambda: _empty_old(session, house, now))
    if may_speak(now, house.territory):
        done += _apart(session, "asking employers", lambda: launch_campaigns(session, house, now))
    for member in lists_due(session, house, now):
        done += _apart(session, f"the list of member {member.id}", partial(send_list, session, house, member, now))
    return done + _send_digests(session, house, now)


def _apart(session: Session, what: str, work: Callable[[], int]) -> int:
    """One part of the rounds: a failure is undone alone, told in the log and tried again at the next; the others are done."""
    try:
        with session.begin_nested():
            return work()
    except Exception as error:
        LOG.error("%s failed: %s", what, error, exc_info=None if isinstance(error, GuichetError) else error)
        return 0


def _empty_old(session: Session, house: House, now: datetime) -> int:
    """Every night, what was dealt with `keep_raw_days` ago loses its words, a batch a round; old codes go."""
    if session.scalar(select(Due.id).where(Due.kind == RETENTION)) is None:
        promise(session, RETENTION, "inbox", "nightly", now)
    emptied, days = 0, house.settings.keep_raw_days
    for row in due_now(session, now, kinds=(RETENTION,)):  # held by one process at a time
        emptied = empty_old(session, now - timedelta(days=days))
        forget_old(session, now)
        if emptied < BATCH:  # the row is never done: it moves to the next night
            row.at = at_local(local_day(now, house.territory) + timedelta(days=1), NIGHT, house.territory)
    if emptied:
        LOG.info("%d messages dealt with more than %d days ago were emptied", emptied, days)
    return emptied


def _take_steps(session: Session, house: House, kinds: tuple[str, ...], now: datetime) -> int:
    """Everything of these kinds that is due, what it makes due included; a failed step waits for a later round."""
    done = 0
    while rows := due_now(session, now, kinds=kinds):
        done += sum(_take_step(session, house, row, now) for row in rows)
        session.flush()
    return done


def _take_step(session: Session, house: House, row: Due, now: datetime) -> bool:
    """One due row; a failure is undone alone, told in the log, tried again later, and given up after five tries."""
    try:
        with session.begin_nested():
            rows = (
                select(Offer)
                .where(Offer.reference == row.object)
                .options(joinedload(Offer.organisation))
                .with_for_update(of=Offer)
            )
            offer = session.scalar(rows)
            step = (SILENT | SPOKEN)[row.kind]
            wanted = offer is not None and offer.status in (("expired",) if row.kind == "farewell" else OPEN)
            row.result = step(session, house, row, offer, now) if offer and wanted else "not needed any more"
            row.done_at = now
        return True
    except Exception as error:
        LOG.exception("%s of %s failed", row.kind, row.object)
        tries = row.facts.get("tries", 0) + 1
        row.facts, row.at = {"tries": tries}, now + AGAIN
        if tries >= TRIES:
            row.done_at, row.result = now, f"failed: {error}"[:500]
        return False


def _news(session: Session, house: House, row: Due, offer: Offer, now: datetime) -> str:
    """The news that was promised; the next ones are promised a week before the start."""
    result = _say(session, house, row, offer, write=news_says, now=now)
    today = local_day(now, house.territory)
    following = news_by(offer.draft, today, house.territory) if offer.starts_on else None
    if following and offer.starts_on and (offer.starts_on - following).days >= 7:
        before = snapshot(offer)
        offer.news_by = following
        note_change(session, offer, before, Author(CLOCK, now), "news promised")
        promise(session, "news", offer.reference, following.isoformat(), at_local(following, MORNING, house.territory))
    return result


def _still(session: Session, house: House, row: Due, offer: Offer, now: datetime) -> str:
    """« Still valid? »; with open dates it is asked again every 60 days, and an offer left unconfirmed until then ends."""
    if offer.status == "to_reconfirm":
        return _expire(session, house, row, offer, now)
    if offer.status != "available":
        return "not available"
    today = local_day(now, house.territory)
    if offer.starts_on is None:
        following = today + STILL_EVERY
        promise(session, "still_valid", offer.reference, following.isoformat(), at_local(following, MORNING, house.territory))
    result = _say(session, house, row, offer, write=still_says, now=now)
    if result == "told":
        promise(session, "unconfirmed", offer.reference, row.step, now + PATIENCE)
    return result


def _unconfirmed(session: Session, house: House, row: Due, offer: Offer, now: datetime) -> str:
    """A week without an answer: the offer waits for a word, and its coordinator sees it."""
    if offer.status != "available":
        return "not available"
    before = snapshot(offer)
    offer.go("to_reconfirm")
    note_change(session, offer, before, Author(CLOCK, now), "unconfirmed")
    return "to_reconfirm"


def _expire(session: Session, house: House, row: Due, offer: Offer, now: datetime) -> str:
    """The last day has passed: the offer ends; seats that nobody took stay counted as such."""
    before = snapshot(offer)
    offer.go("expired")
    note_change(session, offer, before, Author(CLOCK, now), "expired")
    forget_promises(session, offer.reference, now)
    promise(session, "farewell", offer.reference, row.step, now)
    return "expired"


def _farewell(session: Session, house: House, row: Due, offer: Offer, now: datetime) -> str:
    """The employer hears that their offer has ended; nobody calls for that."""
    contact = known_contact(session, offer.contact_id)
    reached = reachable(session, contact)
    if reached == "told":
        says = expired_says(offer, house, words_in(contact.language))
        post_to_contact(session, house, contact, says, key=f"farewell:{row.object}:{row.step}", due=now)
    return reached


def _say(session: Session, house: House, row: Due, offer: Offer, *, write: Write, now: datetime) -> str:
    """Tell the employer; when they said stop or no address is left, the coordinator is asked to call instead."""
    contact = known_contact(session, offer.contact_id)
    reached = reachable(session, contact)
    if reached == "told":
        says = write(offer, house, words_in(contact.language))
        post_to_contact(session, house, contact, says, key=f"{row.kind}:{row.object}:{row.step}", due=now)
    else:
        _ask_to_call(session, offer, "stop" if reached == "stopped" else f"{offer.channel}: no address", now)
    return reached


def _ask_to_call(session: Session, offer: Offer, why: str, now: datetime) -> None:
    open_already = select(Matter.id).where(Matter.offer_id == offer.id, Matter.kind == "unreachable", Matter.closed_at.is_(None))
    if session.scalar(open_already.limit(1)) is None:
        session.add(
            Matter(
                kind="unreachable",
                contact_id=offer.contact_id,
                offer_id=offer.id,
                coordinator=offer.coordinator,
                text=why,
                opened_at=now,
            )
        )


SILENT: dict[str, Step] = {"expiry": _expire, "unconfirmed": _unconfirmed}
SPOKEN: dict[str, Step] = {"news": _news, "still_valid": _still, "farewell": _farewell}


def _tell_urgent(session: Session, house: House, now: datetime) -> int:
    """Offers filed for less than a week later, and incidents: told at once, whatever the day, once each."""
    today = local_day(now, house.territory)
    offers = select(Offer).where(
        Offer.status.in_(("to_check", "available")), Offer.filed_at >= now - URGENT_FOR, Offer.starts_on >= today
    )
    offers = offers.options(joinedload(Offer.organisation)).order_by(Offer.id)
    told = 0
    for offer in session.scalars(offers).all():
        if urgent(offer.draft, local_day(offer.filed_at, house.territory)):
            line = Line("decide", offer.filed_at, known_contact(session, offer.contact_id), offer, urgent=True)
            told += _post_urgent(session, house, line, now)
    incidents = select(Matter).where(Matter.kind == "incident", Matter.closed_at.is_(None), Matter.opened_at >= now - URGENT_FOR)
    for matter in session.scalars(incidents.order_by(Matter.id)).all():
        line = Line("decide", matter.opened_at, known_contact(session, matter.contact_id), matter=matter, urgent=True)
        told += _post_urgent(session, house, line, now)
    return told


def _post_urgent(session: Session, house: House, line: Line, now: datetime) -> bool:
    territory, today = house.territory, local_day(now, house.territory)
    owner = line.matter.coordinator if line.matter else line.offer.coordinator if line.offer else ""
    occasion = f"urgent:{owner}:{line.offer.reference if line.offer else f'incident-{line.matter.id if line.matter else 0}'}"
    coordinator = acting(territory.coordinators.get(owner, territory.academy), territory, today)
    today_told = select(Digest.occasion).where(Digest.occasion.like("urgent:%"), Digest.coordinator == coordinator.id)
    if session.scalar(select(Digest.id).where(Digest.occasion == occasion)) is not None:
        return False
    if len(session.scalars(today_told.where(Digest.day == today)).all()) >= URGENT_A_DAY:
        return False  # the rest stands in the digest
    sheet = gather_urgent(line, coordinator, today)
    digest = keep(session, sheet, occasion, now)
    return digest is not None and _post(session, house, digest, sheet, now, urgent=True)


def _send_digests(session: Session, house: House, now: datetime) -> int:
    """The day's letters, at each one's time on their days, once; nothing to say is no letter; they catch up until evening."""
    territory, day = house.territory, local_day(now, house.territory)
    if now >= at_local(day, LAST, territory):
        return 0
    people = [one for one in territory.coordinators.values() if digest_day(one, day, territory)]
    people = [one for one in people if now >= digest_moment(one, day, territory)]
    seen = set(session.scalars(select(Due.object).where(Due.kind == "digest", Due.step == day.isoformat()))) if people else ()
    waiting = [one for one in people if one.id not in seen]
    return sum(
        _apart(session, f"the digest of {one.id}", partial(_send_digest, session, house, one, day, now)) for one in waiting
    )


def _send_digest(session: Session, house: House, coordinator: Coordinator, day: date, now: datetime) -> int:
    step, territory = day.isoformat(), house.territory
    if not promise(session, "digest", coordinator.id, step, digest_moment(coordinator, day, territory)):
        return 0
    if opens_week(day, territory) and not coordinator.absent(day):
        propose_for(session, house, coordinator, day, now)
    sheet = gather(session, coordinator, day, now, territory, steps=house.settings.escalation_days)
    digest = None if coordinator.absent(day) else keep(session, sheet, f"digest:{coordinator.id}:{step}", now)
    sent = bool(digest and _post(session, house, digest, sheet, now))
    fulfil(session, "digest", coordinator.id, step, now, result="sent" if digest else "nothing to say")
    return sent


def _post(session: Session, house: House, digest: Digest, sheet: Sheet, now: datetime, *, urgent: bool = False) -> bool:
    """The letter, in any case; and the same in the coordinator's chat, when they have linked one."""
    subject, blocks = (write_urgent if urgent else write_digest)(sheet, house)
    coordinator, offered = house.territory.coordinators[digest.coordinator], offer_chat(session, house, digest)
    post_to_chat(session, house, digest, sheet, urgent=urgent)
    key = digest.occasion
    return post_to_coordinator(session, house, coordinator, subject, (*blocks, *offered), key=key, due=now, digest_id=digest.id)
