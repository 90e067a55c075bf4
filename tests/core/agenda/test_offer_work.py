"""Seats and days: what the verbs about them do to an offer."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select

from core.agenda.deeds import DayPassed, Deed, TooManySeats
from core.agenda.records import Due
from core.database import transaction
from tests.builders import NOW, TODAY
from tests.day import a_digest, an_offer, do

LATER = NOW + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("deed", "left", "status", "effect"),
    [
        (Deed(1, "taken", seats=1), 1, "available", "taken"),
        (Deed(1, "taken", seats=2), 0, "filled", "filled"),
        (Deed(1, "left", seats=1), 1, "available", "taken"),
        (Deed(1, "left", seats=2), 2, "available", "kept"),
        (Deed(1, "left", seats=0), 0, "filled", "filled"),
        (Deed(1, "full"), 0, "filled", "filled"),
    ],
)
def test_seats_follow_what_is_said(engine: Engine, deed: Deed, left: int, status: str, effect: str) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        assert do(session, a_digest(session), deed).effect == effect
        assert (offer.seats_left, offer.status) == (left, status)


@pytest.mark.parametrize("deed", [Deed(1, "taken", seats=3), Deed(1, "taken", seats=0), Deed(1, "left", seats=3)])
def test_more_seats_than_there_are_is_refused(engine: Engine, deed: Deed) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        with pytest.raises(TooManySeats):
            do(session, a_digest(session), deed)
        assert offer.seats_left == 2


def test_a_seat_taken_vouches_for_an_offer_to_check(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        do(session, a_digest(session), Deed(1, "taken", seats=1))
        assert (offer.status, offer.check_reason, offer.seats_left) == ("available", None, 1)


def test_a_filled_offer_opens_again_when_a_seat_is_left(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        digest = a_digest(session)
        do(session, digest, Deed(1, "full"))
        assert do(session, digest, Deed(1, "left", seats=1), LATER).effect == "reopened"
        waiting = session.scalars(select(Due.kind).where(Due.object == offer.reference, Due.done_at.is_(None))).all()
        assert (offer.status, sorted(waiting)) == ("available", ["expiry", "news", "still_valid"])


def test_until_moves_the_end_of_an_offer_and_plans_it(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True, periods=(), flexible=True)
        do(session, a_digest(session), Deed(1, "until", day=date(2026, 12, 11)))
        assert (offer.ends_on, offer.news_by) == (date(2026, 12, 11), date(2026, 12, 11))
        expiry = session.scalars(select(Due).where(Due.kind == "expiry", Due.done_at.is_(None))).one()
        assert expiry.step == "2026-12-11"


def test_until_brings_back_an_offer_that_waited_for_a_word(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        offer.status = "to_reconfirm"
        session.flush()
        do(session, a_digest(session), Deed(1, "until", day=date(2027, 3, 31)))
        assert offer.status == "available"


def test_a_day_that_has_passed_is_refused(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        with pytest.raises(DayPassed):
            do(session, a_digest(session), Deed(1, "until", day=TODAY - timedelta(days=1)))
