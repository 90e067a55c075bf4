"""Carry out what a turn decided: one function a command, in the transaction of the message that caused it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.records import Matter
from core.agenda.reminders import move_reminder
from core.people.records import Contact
from core.pool.commands import (
    ChangeOffer,
    CloseOffer,
    Command,
    ConfirmOffer,
    FileOffer,
    MoveReminder,
    Opened,
    OpenMatter,
    Outcome,
    Start,
    Started,
    Stop,
    Stopped,
    Unfile,
)
from core.pool.filing import (
    change_offer,
    close_offer,
    confirm_offer,
    file_offer,
    offer_named,
    own_offers,
    person_of,
    unfile,
)
from core.pool.history import Author
from core.territory.routing import contact_for, coordinator_of
from core.territory.workdays import answer_day, local_day


@dataclass(frozen=True)
class Circumstances:
    """In whose name, when, and where a command is carried out."""

    contact: Contact
    author: Author
    territory: Territory


def carry_out(session: Session, command: Command, at: Circumstances) -> Outcome:
    """Do what the command says; what came of it."""
    match command:
        case FileOffer():
            return file_offer(session, command, at.contact, at.author, at.territory)
        case ChangeOffer():
            return change_offer(session, command, at.contact, at.author, at.territory)
        case CloseOffer():
            return close_offer(session, command, at.contact, at.author)
        case ConfirmOffer():
            return confirm_offer(session, command, at.contact, at.author)
        case Unfile():
            return unfile(session, command, at.contact, at.author)
        case OpenMatter():
            return open_matter(session, command, at)
        case MoveReminder():
            return move_reminder(session, command, at.contact, at.author, at.territory)
        case Stop() | Start():
            at.contact.stopped_at = at.author.now if isinstance(command, Stop) else None
            return Stopped() if isinstance(command, Stop) else Started()


def open_matter(session: Session, command: OpenMatter, at: Circumstances) -> Opened:
    """Put something before the person in charge: of the training, of the offer's place, of the place named, else the academy."""
    today = local_day(at.author.now, at.territory)
    offer = offer_named(session, command.reference) if command.reference else None
    if command.kind == "answer" and offer and offer.contact_id != at.contact.id:
        offer = None  # only who was asked can answer; anybody's words may be about an offer that they name
    known = offer or next(iter(own_offers(session, at.contact)), None)
    if command.kind == "training":
        person = contact_for("training", at.territory, today)
    elif command.insee:
        person = coordinator_of(command.insee, at.territory, today)
    else:
        person = at.territory.coordinators[known.coordinator] if known else contact_for("academy", at.territory, today)
    by = answer_day(person, today, at.territory)
    same = select(Matter.id).where(Matter.contact_id == at.contact.id, Matter.kind == command.kind, Matter.closed_at.is_(None))
    if session.scalar(same.where(Matter.text == command.text[:4000]).limit(1)) is not None:
        return Opened(command.kind, person_of(at.territory, person.id), by)  # a button pressed twice, words said twice
    session.add(
        Matter(
            kind=command.kind,
            contact_id=at.contact.id,
            offer_id=offer.id if offer else None,
            coordinator=person.id,
            text=command.text[:4000],
            people=command.people,
            opened_at=at.author.now,
        )
    )
    session.flush()
    return Opened(command.kind, person_of(at.territory, person.id), by)
