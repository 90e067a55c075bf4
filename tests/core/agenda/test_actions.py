"""What a coordinator's answer does, refuses, and leaves alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.actions import open_entries
from core.agenda.deeds import (
    AlreadyHandled,
    Deed,
    DeedRefused,
    EntryClosed,
    NoOffer,
    OutsideTerritory,
    QuestionNeedsWords,
    UnknownNumber,
    WordsMissing,
)
from core.agenda.records import Action, Due, Matter
from core.database import transaction
from core.people.records import Organisation
from core.pool.draft import Place
from core.pool.records import Offer, OfferChange
from tests.builders import NOW
from tests.day import a_digest, a_matter, an_offer, do

LATER = NOW + timedelta(minutes=10)


def refused(session: Session, deed: Deed, coordinator: str = "c-ouest", now: datetime = LATER) -> type[DeedRefused]:
    digest = a_digest(session) if not session.info.get("digest") else session.info["digest"]
    with pytest.raises(DeedRefused) as refusal:
        do(session, digest, deed, now, coordinator)
    return refusal.type


def test_ok_puts_an_offer_to_check_into_the_pool_and_vouches_for_its_employer(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        assert do(session, a_digest(session), Deed(1, "ok")).effect == "accepted"
        assert (offer.status, offer.check_reason) == ("available", None)
        assert session.get_one(Organisation, offer.organisation_id).vetted_at == NOW


def test_a_deed_is_written_down_with_who_and_what(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        do(session, a_digest(session), Deed(1, "no", words="doublon"))
        action = session.scalars(select(Action)).one()
        change = session.scalars(select(OfferChange).where(OfferChange.action_id == action.id)).one()
        assert (action.coordinator, action.verb, action.number) == ("c-ouest", "no", 1)
        assert (change.author, change.what, change.reason) == ("coordinator:c-ouest", "rejected", "doublon")


def test_a_rejected_offer_promises_nothing_any_more(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        do(session, a_digest(session), Deed(1, "no"))
        assert offer.status == "rejected"
        assert session.scalars(select(Due).where(Due.object == offer.reference, Due.done_at.is_(None))).all() == []


def test_ok_on_an_offer_that_needed_nothing_notes_that_it_was_seen(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        assert do(session, a_digest(session), Deed(1, "ok")).effect == "seen"


def test_news_that_were_due_before_the_acceptance_are_promised_again(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        late = datetime(2027, 1, 4, 6, tzinfo=UTC)
        do(session, a_digest(session, late), Deed(1, "ok"), late)
        assert offer.news_by > date(2027, 1, 4)


def test_an_offer_outside_the_territory_cannot_be_accepted(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, place=Place("75056", "Paris"))
        digest = a_digest(session, coordinator="c-acad")
        with pytest.raises(OutsideTerritory):
            do(session, digest, Deed(1, "ok"), coordinator="c-acad")
        assert session.scalars(select(Action)).all() == []


def test_an_answer_closes_the_question(engine: Engine) -> None:
    with transaction(engine) as session:
        matter = a_matter(session)
        assert do(session, a_digest(session), Deed(1, "answer", words="Non.")).effect == "answered"
        assert (matter.closed_at, matter.outcome) == (NOW, "answer")


def test_a_question_back_leaves_the_entry_open(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        assert do(session, digest, Deed(1, "ask", words="Quels horaires ?")).effect == "asked"
        assert offer.status == "to_check"
        assert [entry.number for entry in open_entries(session, digest)] == [1]


def test_a_question_is_not_settled_by_ok(engine: Engine) -> None:
    with transaction(engine) as session:
        matter = a_matter(session)
        assert refused(session, Deed(1, "ok")) is QuestionNeedsWords
        assert matter.closed_at is None


def test_ok_settles_a_matter_that_needs_no_words(engine: Engine) -> None:
    with transaction(engine) as session:
        matter = a_matter(session, "feedback")
        assert do(session, a_digest(session), Deed(1, "ok")).effect == "closed"
        assert session.get_one(Matter, matter.id).outcome == "ok"


def test_words_are_wanted_where_words_go_out(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        assert refused(session, Deed(1, "ask")) is WordsMissing


def test_a_number_that_the_digest_has_not_is_refused(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        assert refused(session, Deed(99, "ok")) is UnknownNumber


def test_seats_belong_to_an_offer(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session)
        assert refused(session, Deed(1, "full")) is NoOffer


def test_what_a_colleague_has_done_is_not_done_again(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "ok"), LATER, "c-acad")
        with pytest.raises(AlreadyHandled) as refusal:
            do(session, digest, Deed(1, "no"), LATER + timedelta(minutes=1))
        assert refusal.value.facts == {"number": 1, "by": "coordinator:c-acad", "at": LATER, "verb": "ok"}


def test_the_same_order_twice_is_done_once(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "ok"))
        with pytest.raises(AlreadyHandled):
            do(session, digest, Deed(1, "ok"), LATER)


def test_a_coordinator_may_change_their_mind(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "no"))
        assert do(session, digest, Deed(1, "ok"), LATER).effect == "accepted"
        open_promises = session.scalars(select(Due.kind).where(Due.object == offer.reference, Due.done_at.is_(None))).all()
        assert sorted(open_promises) == ["expiry", "news", "still_valid"]


def test_an_offer_that_its_employer_took_back_is_closed(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        session.get_one(Offer, offer.id).status = "withdrawn"
        session.flush()
        with pytest.raises(EntryClosed):
            do(session, digest, Deed(1, "ok"), LATER)
