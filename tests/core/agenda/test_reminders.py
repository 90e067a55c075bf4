"""The day of a reminder: seen, moved within bounds, and told on that day only."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.records import Due
from core.agenda.reminders import move_reminder, waiting_for
from core.carry_out import Circumstances, carry_out
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.pool.commands import Filed, FileOffer, MoveReminder, NotDone, ReminderMoved
from core.pool.draft import Callback, Employer
from core.pool.history import Author
from core.pool.records import Offer
from tests.builders import NOW, TODAY, a_draft, a_house

TERRITORY = a_house().territory


def filed(session: Session, address: str = "7") -> tuple[Circumstances, str]:
    contact = meet(session, Doorstep("telegram", address, "Jean"), NOW)
    at = Circumstances(contact, Author(f"contact:{contact.id}", NOW, "telegram"), TERRITORY)
    outcome = carry_out(session, FileOffer(a_draft(), Employer("Élec Austral"), Callback("Jean")), at)
    assert isinstance(outcome, Filed)
    return at, outcome.reference


def test_the_next_reminder_moves_to_the_working_day_asked_for(engine: Engine) -> None:
    with transaction(engine) as session:
        at, reference = filed(session)
        saturday = date(2026, 12, 12)
        moved = move_reminder(session, MoveReminder(reference, saturday), at.contact, at.author, TERRITORY)
        assert isinstance(moved, ReminderMoved) and moved.day == date(2026, 12, 11)
        reminders, asked = waiting_for(session, [reference], TERRITORY)
        assert (reminders[0].kind, reminders[0].on, asked) == ("news", moved.day, ())
        assert session.scalars(select(Offer.news_by)).one() == moved.day


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(1), date(2027, 2, 2)])
def test_no_reminder_comes_in_the_past_or_after_the_start(engine: Engine, day: date) -> None:
    with transaction(engine) as session:
        at, reference = filed(session)
        refused = move_reminder(session, MoveReminder(reference, day), at.contact, at.author, TERRITORY)
        assert refused == NotDone("ReminderOutside", reference)


def test_nobody_moves_the_reminder_of_somebody_else(engine: Engine) -> None:
    with transaction(engine) as session:
        _, reference = filed(session)
        other, _ = filed(session, "8")
        day = TODAY + timedelta(7)
        refused = move_reminder(session, MoveReminder(reference, day), other.contact, other.author, TERRITORY)
        assert refused == NotDone("UnknownOffer", reference)


def test_an_offer_that_has_ended_has_none(engine: Engine) -> None:
    with transaction(engine) as session:
        at, reference = filed(session)
        for row in session.scalars(select(Due)):
            row.done_at = NOW
        day = TODAY + timedelta(7)
        assert move_reminder(session, MoveReminder(reference, day), at.contact, at.author, TERRITORY) == NotDone(
            "NoReminder", reference
        )
