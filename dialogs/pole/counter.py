"""A coordinator answers a digest: orders are read, carried out, echoed line by line, with what remains and what is unclear."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from core.agenda.actions import OpenEntry, open_entries, perform
from core.agenda.deeds import Deed, DeedRefused, Done, Occasion
from core.agenda.undoing import undo
from core.pool.filing import UNDO
from core.post.parcel import Block
from dialogs.house import House
from dialogs.pole.digest import LANGUAGE, framed
from dialogs.pole.entries import author_name, clock, moment_words, person_name, quoted, short_day, short_entry, who_to_call
from dialogs.pole.orders import Order, Orders
from dialogs.pole.own_days import say_own_days
from dialogs.pole.school_letters import school_facts, tell_school
from dialogs.post.notices import announce, known_contact
from dialogs.wording.words import Words, words_in

MOST = 100  # deeds of one answer


@dataclass(frozen=True)
class Answer:
    """What was done, what remains and what was not understood, in words; the numbers of what was done and undone."""

    blocks: tuple[Block, ...]
    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()


def answer_digest(session: Session, house: House, orders: Orders, at: Occasion) -> tuple[Block, ...]:
    """Carry out what a letter says, and say what was done, what remains, what was not understood."""
    owner = house.territory.coordinators.get(at.digest.coordinator)
    if owner and owner.email.lower() == at.coordinator.email.lower():
        at = replace(at, coordinator=owner)  # one address may serve two functions
    return framed(at.coordinator.name, obey(session, house, orders, at).blocks, house)


def obey(session: Session, house: House, orders: Orders, at: Occasion) -> Answer:
    """Carry out orders, by mail, in a chat or behind a button alike."""
    words = words_in(LANGUAGE)
    awaiting = open_entries(session, at.digest)
    own = [say_own_days(session, one, at) for one in orders.own]
    undone = [block for numbers in orders.undo for block in _undo(session, numbers, at, house, words)]
    deeds, left_out = _deeds(orders.orders, awaiting)
    results = [_carry_out(session, deed, at, house, words) for deed in deeds]
    remaining = open_entries(session, at.digest)
    blocks = [
        *own,
        *undone,
        *(block for block, _ in results),
        *_not_done(orders, left_out, remaining, words),
        *_what_remains(orders, remaining, words),
    ]
    done = tuple(deed.number for (_, ok), deed in zip(results, deeds, strict=True) if ok)
    if done or own:
        time = clock(at.now + UNDO, house.territory, words)
        blocks.append(Block(words.line("digest-undo-hint", time=time, number=done[0] if done else 0), "small"))
    return Answer(tuple(blocks), done, tuple(block.number for block in undone if block.number is not None))


def _deeds(orders: Iterable[Order], awaiting: list[OpenEntry]) -> tuple[list[Deed], list[int]]:
    """One deed for each number; « tout » is what awaits a decision, but for questions and offers to check, which are named."""
    deeds: list[Deed] = []
    left_out: list[int] = []
    for order in orders:
        numbers = order.numbers
        if not numbers:
            numbers = tuple(entry.number for entry in awaiting if not entry.delicate and entry.number not in order.but)
            left_out += [entry.number for entry in awaiting if entry.delicate and entry.number not in order.but]
        deeds += [Deed(number, order.verb, order.words, order.seats, order.day) for number in numbers]
    named = {deed.number for deed in deeds}
    return deeds[:MOST], [number for number in left_out if number not in named]


def _carry_out(session: Session, deed: Deed, at: Occasion, house: House, words: Words) -> tuple[Block, bool]:
    try:
        done = perform(session, deed, at)
    except DeedRefused as refusal:
        return Block(_refusal(refusal, house, words), "item", deed.number), False
    if done.campaign:
        time = clock(at.now + UNDO, house.territory, words)
        said = words.line(f"digest-done-{done.effect}", count=done.campaign.employers, time=time)
        return Block(said, "item", deed.number), True
    told = announce(session, house, done, at.coordinator.id, at.now)
    if done.hold:
        tell_school(session, house, done.hold, at.coordinator, due=at.now + UNDO)
    lines = [_said_done(session, done, house, words)]
    if told == "told":
        lines.append(words.line("digest-told-at", time=clock(at.now + UNDO, house.territory, words)))
    elif told:
        who = who_to_call(done.offer, known_contact(session, done.contact_id), words)
        lines.append(words.line(f"digest-told-{told}", contact=who))
    return Block("\n".join(lines), "item", deed.number), True


def _said_done(session: Session, done: Done, house: House, words: Words) -> str:
    contact = known_contact(session, done.contact_id)
    if done.effect in ("answered", "asked"):
        who = contact.name or who_to_call(done.offer, contact, words)
        return words.line(f"digest-done-{done.effect}", contact=who, words=done.deed.words)
    facts: dict[str, Any] = {
        "entry": short_entry(done.offer, done.matter if done.effect == "closed" else None, contact, house, words).rstrip(" .")
    }
    if done.effect in ("taken", "reopened", "kept") and done.offer:
        facts["left"] = done.offer.seats_left
    if done.effect in ("taken", "held"):
        facts["seats"] = done.seats
    if done.hold:
        facts |= school_facts(session, done.hold, house)
    if (day := done.action.until or done.deed.day) and done.effect in ("until", "waits", "mine", "held"):
        facts["date"] = short_day(day, words)
    if done.effect == "passed" and (thing := done.matter or done.offer):
        facts["person"] = person_name(thing.coordinator, house.territory)
    return words.line(f"digest-done-{done.effect}", **facts)


def _refusal(refusal: DeedRefused, house: House, words: Words) -> str:
    """A refusal in words: the entry of its name, its facts made readable."""
    facts: dict[str, Any] = dict(refusal.facts)
    if isinstance(facts.get("at"), datetime):
        facts["at"] = moment_words(facts["at"], house.territory, words)
    if "by" in facts:
        facts["by"] = author_name(facts["by"], house.territory, words)
    if "verb" in facts:
        facts["verb"] = words.line("digest-verb", verb=facts["verb"])
    if "status" in facts:
        facts["status"] = words.line(f"status-{facts['status']}")
    if "state" in facts:
        facts["state"] = words.line("campaign-state", state=facts["state"])
    if facts.get("day"):
        facts["day"] = short_day(facts["day"], words)
    return words.line(type(refusal).__name__, **facts)


def _undo(session: Session, numbers: tuple[int, ...], at: Occasion, house: House, words: Words) -> list[Block]:
    try:
        actions = undo(session, numbers, at)
    except DeedRefused as refusal:
        return [Block(_refusal(refusal, house, words))]
    return [
        Block(words.line("digest-undone", verb=words.line("digest-verb", verb=action.verb)), "item", action.number or None)
        for action in sorted(actions, key=lambda action: action.number)
    ]


def _not_done(orders: Orders, left_out: list[int], remaining: list[OpenEntry], words: Words) -> list[Block]:
    blocks = []
    if left_out:
        blocks.append(Block(words.line("digest-left-out", numbers=_list(left_out, words))))
    if orders.help:
        blocks.append(Block(words.line("digest-help")))
    if orders.bare:
        blocks.append(Block(words.line("digest-which", example=remaining[0].number if remaining else 1)))
    if orders == Orders():
        blocks.append(Block(words.line("digest-nothing-read")))
    if orders.unread:
        blocks.append(Block(words.line("digest-unread", lines=quoted(orders.unread))))
    return blocks


def _what_remains(orders: Orders, remaining: list[OpenEntry], words: Words) -> list[Block]:
    if remaining:
        return [Block(words.line("digest-remaining", numbers=_list([entry.number for entry in remaining], words)))]
    return [Block(words.line("digest-nothing-remains"))] if orders.orders or orders.undo else []


def _list(numbers: list[int], words: Words) -> str:
    *first, last = [str(number) for number in dict.fromkeys(numbers)]
    return f"{', '.join(first)} {words.line('and')} {last}" if first else last
