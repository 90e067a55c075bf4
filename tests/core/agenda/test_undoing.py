"""Within 30 minutes a deed can be as if it had not been."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.agenda.deeds import Deed, NothingToUndo, UndoTooLate
from core.agenda.records import Action, Due
from core.agenda.undoing import undo
from core.database import transaction
from core.people.records import Organisation
from tests.builders import NOW
from tests.day import a_digest, a_matter, an_occasion, an_offer, do

LATER = NOW + timedelta(minutes=29)


def test_undoing_ok_checks_the_offer_again_and_takes_the_trust_back(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "ok"))
        undo(session, (), an_occasion(digest, LATER))
        assert (offer.status, offer.check_reason) == ("to_check", "new_organisation")
        assert session.get_one(Organisation, offer.organisation_id).vetted_at is None
        assert session.scalars(select(Action.undone_at)).one() == LATER


def test_undoing_complete_gives_seats_and_promises_back(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        digest = a_digest(session)
        do(session, digest, Deed(1, "full"))
        undo(session, (1,), an_occasion(digest, LATER))
        waiting = session.scalars(select(Due.kind).where(Due.object == offer.reference, Due.done_at.is_(None))).all()
        assert (offer.status, offer.seats_left, len(waiting)) == ("available", 2, 3)


def test_undoing_until_plans_the_first_end_again(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        digest = a_digest(session)
        do(session, digest, Deed(1, "until", day=offer.ends_on + timedelta(days=30) if offer.ends_on else None))
        undo(session, (), an_occasion(digest, LATER))
        expiry = session.scalars(select(Due).where(Due.kind == "expiry", Due.done_at.is_(None))).one()
        assert offer.ends_on and expiry.step == offer.ends_on.isoformat() == "2027-02-19"


def test_undoing_an_answer_opens_the_question_again(engine: Engine) -> None:
    with transaction(engine) as session:
        matter = a_matter(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "answer", words="Non."))
        undo(session, (1,), an_occasion(digest, LATER))
        assert matter.closed_at is None


def test_after_thirty_minutes_it_is_too_late(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "ok"))
        with pytest.raises(UndoTooLate):
            undo(session, (), an_occasion(digest, NOW + timedelta(minutes=30)))


def test_nothing_done_is_nothing_to_undo(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        for numbers in ((), (1,)):
            with pytest.raises(NothingToUndo):
                undo(session, numbers, an_occasion(digest))


def test_nobody_undoes_what_another_did(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "ok"), coordinator="c-acad")
        with pytest.raises(NothingToUndo):
            undo(session, (), an_occasion(digest, LATER))
