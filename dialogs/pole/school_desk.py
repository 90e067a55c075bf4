"""A school's correspondent answers about seats held for it: taken, some of them, or given back; all three hear of it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.records import Digest, DigestEntry
from core.agenda.school_lists import gather_school, keep_school
from core.agenda.taking import SchoolOccasion
from core.carry_out import Circumstances, open_matter
from core.people.acquaintance import Doorstep, meet
from core.people.members import Member, member_named
from core.pool.commands import OpenMatter
from core.pool.history import Author
from core.pool.holds import Hold, end_hold, groundless_holds, lapsed_holds
from core.pool.records import OPEN, Offer
from core.post.parcel import Block
from core.post.threads import Link, hear_letter, link_of, open_thread
from core.territory.workdays import local_day
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.bringing import Bearer, bring
from dialogs.pole.entries import short_day
from dialogs.pole.school_answers import asks_for_list, is_talk, read_school_answer, wants_no_letters
from dialogs.pole.school_letters import (
    WORDS,
    coordinator_words,
    offer_to_next,
    post_to_member,
    tell_employer_of_school,
    tell_school_of_end,
)
from dialogs.pole.school_list import write_school_list
from dialogs.pole.school_orders import obey_school, settle_held
from dialogs.pole.school_words import Settled, settled_by
from dialogs.post.notices import offer_words
from dialogs.talk.tell import say_person


def school_writes(case: Case) -> bool:
    """Answer a correspondent's letter: about seats held, or a list, or one that asks for the list; False when it is none."""
    link = link_of(case.session, case.inbound, case.house.ring, case.now)
    if link is not None and link.own and link.thread.hold_id is not None:
        return _answer_hold(case, link)
    digest = case.session.get(Digest, link.thread.digest_id) if link and link.own and link.thread.digest_id else None
    if link is not None and digest is not None and (member := member_named(case.session, digest.coordinator)):
        return _answer_list(case, link, digest, member)
    if (link is None or link.thread.apart) and _brings(case, link):
        return True
    if link is None and wants_no_letters(case.inbound.text):
        for member in _members(case):
            member.lists = False
    return link is None and asks_for_list(case.inbound.text) and _send_lists(case)


def _answer_list(case: Case, link: Link, digest: Digest, member: Member) -> bool:
    """What a correspondent says to the numbers of their letter."""
    if member.email != case.inbound.address.lower():
        return False
    hear_letter(link.thread, case.inbound)
    entries = case.session.scalars(select(DigestEntry).where(DigestEntry.digest_id == digest.id)).all()
    needs = tuple(entry.number for entry in entries if entry.need)
    offers = tuple(entry.number for entry in entries if entry.offer_id)
    said = case.inbound.in_place or case.inbound.text
    answer = read_school_answer(said, needs, offers)
    if link.expired:
        blocks: tuple[Block, ...] = (Block(WORDS.line("school-list-old", days=case.house.settings.token_days)),)
    else:
        days = case.house.settings.hold_days
        at = SchoolOccasion(member, digest, case.house.territory, case.message_id, case.now, days)
        blocks = (_pass_on(case, member),) if answer.talks else obey_school(case.session, case.house, answer, at)
    if answer.again or link.expired:
        return _send_list(case, member, blocks)
    post_to_member(case.session, case.house, member, link.thread, blocks, key=case.key, due=case.now, solicited=True)
    return True


def _pass_on(case: Case, member: Member) -> Block:
    """Words that are no answer of a correspondent's go to the coordinator of their pôle, who answers."""
    contact = meet(case.session, Doorstep("email", member.email, member.name), case.now)
    school = case.house.needs.schools.get(member.school)
    said = (case.inbound.in_place or case.inbound.text).strip()
    author = Author(member.author, case.now, "email", case.message_id)
    command = OpenMatter("question", said, insee=school.insee if school else None)
    opened = open_matter(case.session, command, Circumstances(contact, author, case.house.territory))
    return Block(WORDS.line("school-passed-on", person=say_person(opened.person), date=short_day(opened.by, WORDS)))


def _send_lists(case: Case) -> bool:
    """The list of today, to whoever is known here as a correspondent."""
    return [_send_list(case, member, ()) for member in _members(case)] != []


def _brings(case: Case, link: Link | None) -> bool:
    """An employer's offer that a correspondent passes on."""
    member = next(iter(_members(case)), None)
    brought = bring(case, link, Bearer(member.author, member.name, member.email)) if member else None
    if member is None or brought is None:
        return False
    thread, blocks = brought
    post_to_member(case.session, case.house, member, thread, blocks, key=case.key, due=case.now, solicited=True)
    return True


def _members(case: Case) -> list[Member]:
    return list(case.session.scalars(select(Member).where(Member.email == case.inbound.address.lower())))


def _send_list(case: Case, member: Member, before: tuple[Block, ...]) -> bool:
    day = local_day(case.now, case.house.territory)
    sheet = gather_school(case.session, member, case.house.needs, day)
    occasion = f"asked:{case.message_id}:{member.id}"
    digest = keep_school(case.session, sheet, occasion, case.now)
    subject, blocks = write_school_list(sheet, case.house)
    thread = open_thread(case.session, member.email, subject, case.now, digest_id=digest.id if digest else None)
    hear_letter(thread, case.inbound)
    blocks = (*before, *(blocks if digest else (Block(WORDS.line("school-list-empty")),)))
    key = f"{case.key}:{member.id}"
    post_to_member(case.session, case.house, member, thread, blocks, key=key, due=case.now, solicited=True)
    return True


def _answer_hold(case: Case, link: Link) -> bool:
    rows = select(Hold).where(Hold.id == link.thread.hold_id).with_for_update()
    hold = case.session.scalars(rows).one()
    found = select(Member).where(Member.school == hold.school, Member.email == case.inbound.address.lower())
    member = case.session.scalar(found)
    if member is None:
        return False
    hear_letter(link.thread, case.inbound)
    said = settled_by(case.inbound.in_place or case.inbound.text)
    block = Block(_answer(case, hold, member, said, expired=link.expired))
    post_to_member(case.session, case.house, member, link.thread, (block,), key=case.key, due=case.now, solicited=True)
    return True


def _answer(case: Case, hold: Hold, member: Member, said: Settled | None, *, expired: bool) -> str:
    offer = case.session.get_one(Offer, hold.offer_id)
    facts = {
        "offer": offer_words(offer, case.house, WORDS),
        "seats": hold.seats,
        "person": coordinator_words(hold, offer, case.house),
    }
    if hold.status != "held" or expired:
        return WORDS.line("school-over", **facts)
    if said is None:
        passed = f"\n\n{_pass_on(case, member).text}" if is_talk(case.inbound.in_place or case.inbound.text) else ""
        return WORDS.line("school-unread", **facts) + passed
    author = Author(member.author, case.now, "email", case.message_id)
    return settle_held(case.session, case.house, hold, said.taken, author)


def end_silent_holds(session: Session, house: House, now: datetime) -> int:
    """Seats that no school answered for in time are free again; how many holds."""
    holds = lapsed_holds(session, local_day(now, house.territory))
    for hold in holds:
        end_hold(session, hold, "lapsed", Author("clock", now))
        tell_school_of_end(session, house, hold, "school-lapsed", now)
        tell_employer_of_school(session, house, hold, "notice-school-lapsed", now=now)
        offer_to_next(session, house, hold, now)
    return len(holds)


def end_groundless_holds(session: Session, house: House, now: datetime) -> int:
    """Holds of an offer that has ended, or has fewer seats than held, the latest first; how many were let go."""
    done = 0
    for hold in groundless_holds(session):
        offer = session.get_one(Offer, hold.offer_id)
        if offer.seats_held > offer.seats_left or offer.status not in OPEN:  # an earlier one may have been enough
            end_hold(session, hold, "withdrawn", Author("clock", now))
            tell_school_of_end(session, house, hold, "school-withdrawn", now)
            done += 1
    return done
