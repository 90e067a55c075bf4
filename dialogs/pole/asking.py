"""Answers to what a coordinator asks: a numbered list on which the same words act, a card, gaps, figures, a table in a file."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.asking import card_of, employers_named, list_offers, poles_of, seen_by, tally
from core.agenda.digests import Sheet
from core.agenda.keeping import keep
from core.agenda.records import Digest
from core.pool.cover import Cover, cover
from core.pool.draft import Period
from core.pool.records import OPEN
from core.pool.search import Wanted, search_offers
from core.post.outbox import Message, post
from core.post.parcel import Block, Enclosure
from core.post.threads import hear_letter, open_thread
from core.territory.workdays import at_local, local_day
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.asked_card import write_card
from dialogs.pole.asked_reading import Asked, read_asked
from dialogs.pole.asking_words import Question
from dialogs.pole.digest import framed
from dialogs.pole.entries import write_entry
from dialogs.pole.offer_table import workbook
from dialogs.post.letter import envelope_for
from dialogs.wording.describe import say_fields
from dialogs.wording.period_words import say_period, say_start
from dialogs.wording.subject import numbered
from dialogs.wording.words import Words, words_in

AHEAD = timedelta(days=120)  # how far gaps are looked for when no days are said
GAPS = 12  # trades of an answer
LANGUAGE = "fr"


@dataclass(frozen=True)
class Told:
    """The answer to one question: numbered entries act under `digest`."""

    subject: str
    blocks: tuple[Block, ...]
    digest: Digest | None = None
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True)
class Asker:
    """Who asks, by which message, when."""

    coordinator: Coordinator
    message_id: int | None
    now: datetime
    place: int = 0  # of the question in the message


def answer_questions(session: Session, house: House, questions: tuple[Question, ...], by: Asker) -> list[Told]:
    """One answer for each question, in their order."""
    words = words_in(LANGUAGE)
    answers = {"offers": _offers, "card": _card, "gaps": _gaps, "figures": _figures, "table": _table}
    return [answers[one.what](session, house, one, replace(by, place=n), words) for n, one in enumerate(questions)]


def post_told(case: Case, coordinator: Coordinator, told: Told, *, key: str) -> None:
    """The answer as a letter of its own: what is answered to it is about its numbers."""
    words, address = words_in(LANGUAGE), coordinator.email.lower()
    digest_id = told.digest.id if told.digest else None
    thread = open_thread(case.session, address, told.subject[:200], case.now, digest_id=digest_id)
    if case.inbound.channel == "email":
        hear_letter(thread, case.inbound)
    envelope = envelope_for(thread, case.house, words, name=coordinator.name, solicited=True, now=case.now)
    envelope = replace(envelope, subject=numbered(told.subject, thread.id), enclosures=told.enclosures)
    blocks = framed(coordinator.name, told.blocks, case.house)
    post(case.session, Message(key, "email", address, blocks, (), envelope), case.now)


def _read(house: House, question: Question, by: Asker, words: Words) -> tuple[Asked, date]:
    asked, day = read_asked(question.words, house, by.now, words), local_day(by.now, house.territory)
    return replace(asked, wanted=replace(asked.wanted, seen=seen_by(by.coordinator, day, house.territory))), day


def _numbered(session: Session, house: House, sheet: Sheet, by: Asker, words: Words) -> tuple[list[Block], Digest | None]:
    """The entries of a list, kept so that answers to them act; how to answer; how many more there are."""
    digest = keep(session, sheet, f"asked:{by.message_id}:{by.place}", by.now)
    if digest is None:
        return [], None
    blocks = [
        Block(write_entry(line, sheet.coordinator, sheet.day, house, words), "item", number)
        for number, line in enumerate(sheet.lines, 1)
    ]
    if sheet.left_out["found"]:
        blocks.append(Block(words.line("asked-cut", count=sheet.left_out["found"])))
    return [*blocks, Block(words.line("asked-how"), "small")], digest


def _offers(session: Session, house: House, question: Question, by: Asker, words: Words) -> Told:
    asked, day = _read(house, question, by, words)
    since = asked.wanted.since or day
    sheet = list_offers(session, replace(asked.wanted, statuses=tuple(sorted(OPEN)), since=since), by.coordinator, day)
    count, said = len(sheet.lines) + sheet.left_out["found"], asked.said or "none"
    blocks, digest = _numbered(session, house, sheet, by, words)
    subject = words.line("asked-offers-subject", count=count, said=said)
    if not blocks:
        return Told(subject, (Block(words.line("asked-offers-none", said=said)),))
    return Told(subject, tuple(blocks), digest)


def _card(session: Session, house: House, question: Question, by: Asker, words: Words) -> Told:
    found, day = employers_named(session, question.words), local_day(by.now, house.territory)
    if len(found) != 1:
        names = "\n".join(one.name for one in found)
        key = "asked-card-several" if found else "asked-card-nobody"
        said = words.line(key, said=question.words, names=names)
        return Told(words.line("asked-card-subject", name=question.words), (Block(said),))
    card = card_of(session, found[0], seen_by(by.coordinator, day, house.territory), by.coordinator, day)
    entries, digest = _numbered(session, house, card.sheet, by, words)
    head = write_card(card, house, words)
    return Told(words.line("asked-card-subject", name=found[0].name), (Block(head), *entries), digest)


def _gaps(session: Session, house: House, question: Question, by: Asker, words: Words) -> Told:
    asked, day = _read(house, question, by, words)
    period = asked.period or Period(day, day + AHEAD)
    poles = poles_of(by.coordinator, day, house.territory)
    if asked.wanted.bassin:
        poles = [id for id in house.territory.poles if asked.wanted.bassin in house.territory.poles[id].bassins]
    rows = [one for one in cover(session, house.needs, poles, max(period.start, day), period.end) if _fits(one, asked.wanted)]
    lacking, days = [one for one in rows if one.missing], say_period(period, words.language)
    subject = words.line("asked-gaps-subject", days=days)
    if not rows:
        return Told(subject, (Block(words.line("asked-gaps-undeclared", days=days)),))
    if not lacking:
        return Told(subject, (Block(words.line("asked-gaps-none", days=days)),))
    lines = Block("\n".join(gap_words(one, house, words) for one in lacking[:GAPS]))
    more = [Block(words.line("asked-gaps-more", count=len(lacking) - GAPS))] if len(lacking) > GAPS else []
    return Told(subject, (Block(words.line("asked-gaps-heading", days=days), "heading"), lines, *more))


def _fits(one: Cover, wanted: Wanted) -> bool:
    return (not wanted.kind or one.kind == wanted.kind) and (not wanted.fields or one.family in wanted.fields)


def gap_words(one: Cover, house: House, words: Words) -> str:
    """« PFMP, électricité : il manque 33 places (45 élèves, 12 places). Surtout la semaine du 1er février. »"""
    return words.line(
        "asked-gap",
        kind=words.line("digest-kind", kind=one.kind),
        family=", ".join(say_fields([one.family], words)) or "none",
        missing=one.missing,
        students=one.students,
        seats=one.seats,
        week=say_start(one.week, words.language) if one.week else "none",
    )


def _figures(session: Session, house: House, question: Question, by: Asker, words: Words) -> Told:
    asked, day = _read(house, question, by, words)
    period = _past(asked.period, day)
    poles = poles_of(by.coordinator, day, house.territory)
    first, last = (at_local(one, time(), house.territory) for one in (period.start, period.end + timedelta(days=1)))
    found, days = tally(session, poles, first, last), say_period(period, words.language)
    lines = [
        words.line("asked-figures-kind", kind=words.line("digest-kind", kind=kind), offers=offers, seats=seats)
        for kind, offers, seats in found.kinds
    ]
    facts = {"employers": found.employers, "new": found.new, "taken": found.taken}
    lines.append(words.line("asked-figures-employers" if lines else "asked-figures-nothing", **facts))
    return Told(words.line("asked-figures-subject", days=days), (Block("\n".join(lines)),))


def _past(period: Period | None, day: date) -> Period:
    """The days asked about, of the year that has been; this month when none are said."""
    if period is None:
        return Period(day.replace(day=1), day)
    while period.start > day:
        period = Period(_year_before(period.start), _year_before(period.end))
    return Period(period.start, min(period.end, day))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _table(session: Session, house: House, question: Question, by: Asker, words: Words) -> Told:
    asked, day = _read(house, question, by, words)
    offers = list(search_offers(session, asked.wanted))
    name = f"offres-{day.isoformat()}.xlsx"
    subject = words.line("asked-table-subject", count=len(offers), said=asked.said or "none")
    said = Block(words.line("asked-table", count=len(offers), name=name))
    return Told(subject, (said,), enclosures=(workbook(offers, house, name),))
