"""What Guichet will say of its own accord to an employer, and when; the employer may choose another day."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.promises import MORNING, working_day_before
from core.agenda.records import Due
from core.people.records import Contact
from core.pool.commands import MoveReminder, NotDone, Outcome, ReminderMoved
from core.pool.filing import own_offer
from core.pool.history import Author, note_change, snapshot
from core.pool.records import OPEN
from core.territory.workdays import add_working_days, at_local, local_day

TOLD = ("news", "still_valid")
FARTHEST = timedelta(days=365)


@dataclass(frozen=True)
class Reminder:
    """On which day an employer will hear of an offer: `news` that were promised, or « still valid? »."""

    reference: str
    kind: str
    on: date


_WAITING = select(Due.kind, Due.object, Due.at, Due.id).where(
    Due.done_at.is_(None),
    Due.object.in_(bindparam("references", expanding=True)),
    Due.kind.in_((*TOLD, "unconfirmed")),
)


def waiting_for(session: Session, references: list[str], territory: Territory) -> tuple[tuple[Reminder, ...], tuple[str, ...]]:
    """The reminders to come of these offers, soonest first; and the offers asked about without an answer yet, latest first."""
    if not references:
        return (), ()
    found = session.execute(_WAITING, {"references": references}).all()
    told = sorted((row for row in found if row.kind in TOLD), key=lambda row: (row.at, row.id))
    asked = sorted((row for row in found if row.kind == "unconfirmed"), key=lambda row: -row.id)
    reminders = tuple(Reminder(row.object, row.kind, local_day(row.at, territory)) for row in told)
    return reminders, tuple(row.object for row in asked)


def move_reminder(session: Session, command: MoveReminder, contact: Contact, author: Author, territory: Territory) -> Outcome:
    """Tell the next reminder of an offer on another day: a working day to come, at the latest the first day of the stay."""
    offer = own_offer(session, command.reference, contact)
    if offer is None:
        return NotDone("UnknownOffer", command.reference)
    waiting = select(Due).where(Due.object == offer.reference, Due.kind.in_(TOLD), Due.done_at.is_(None))
    row = session.scalar(waiting.order_by(Due.at, Due.id).limit(1).with_for_update())
    if offer.status not in OPEN or row is None:
        return NotDone("NoReminder", command.reference)
    today = local_day(author.now, territory)
    if not today < command.day <= (offer.starts_on or today + FARTHEST):
        return NotDone("ReminderOutside", command.reference)
    day = working_day_before(command.day, territory)
    day = day if day > today else add_working_days(today, 1, territory)
    row.at = at_local(day, MORNING, territory)
    if row.kind == "news":
        before = snapshot(offer)
        offer.news_by = day
        note_change(session, offer, before, author, "reminder moved")
    return ReminderMoved(offer.reference, offer.draft, day)
