"""What a coordinator sees: in which order, until when, instead of whom."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.deeds import Deed
from core.agenda.digests import LONGEST, Sheet, gather, in_charge
from core.agenda.keeping import keep
from core.agenda.records import DigestEntry
from core.database import transaction
from core.people.records import Contact
from core.pool.commands import CloseOffer
from core.pool.draft import Period, Place
from core.pool.filing import close_offer
from core.pool.history import Author
from core.territory.workdays import local_day
from tests.builders import NOW, TODAY
from tests.day import ACADEMY, TERRITORY, WEST, a_digest, a_matter, an_offer, do

MONDAY = (Period(date(2026, 11, 30), date(2026, 12, 4)),)


def seen(session: Session, now: datetime = NOW, coordinator: str = "c-ouest") -> Sheet:
    return gather(session, TERRITORY.coordinators[coordinator], local_day(now, TERRITORY), now, TERRITORY)


def told(sheet: Sheet) -> list[tuple[str, str]]:
    return [
        (line.section, line.matter.kind if line.matter else line.offer.reference if line.offer else "") for line in sheet.lines
    ]


def test_an_empty_day_has_nothing_to_say_and_makes_no_digest(engine: Engine) -> None:
    with transaction(engine) as session:
        assert keep(session, seen(session), "digest:c-ouest:2026-11-24", NOW) is None


def test_what_awaits_a_decision_comes_before_what_needs_none(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "Connue", vetted=True)
        an_offer(session, "Nouvelle")
        a_matter(session)
        assert told(seen(session)) == [("decide", "OF-2026-00002"), ("decide", "question"), ("new", "OF-2026-00001")]


def test_what_is_late_comes_first_then_what_is_urgent(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "Ancienne", at=NOW - timedelta(days=6))
        an_offer(session, "Récente")
        an_offer(session, "Pressée", periods=MONDAY)
        lines = seen(session).lines
        assert [(line.late, line.urgent) for line in lines] == [(True, False), (False, True), (False, False)]


def test_two_working_days_are_not_late_yet(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, at=datetime(2026, 11, 20, 6, tzinfo=UTC))  # Friday: Monday and Tuesday are two
        assert [line.late for line in seen(session).lines] == [False]


def test_a_new_offer_is_shown_once(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        assert a_digest(session)
        assert told(seen(session, NOW + timedelta(days=1))) == []


def test_an_urgent_offer_awaits_a_look_until_somebody_has_acted(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True, periods=MONDAY)
        digest = a_digest(session)
        assert told(seen(session)) == [("decide", "OF-2026-00001")]
        do(session, digest, Deed(1, "ok"))
        assert told(seen(session)) == []


def test_an_offer_taken_back_since_is_told_with_who_did_it(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        a_digest(session)
        later = NOW + timedelta(hours=3)
        close_offer(
            session, CloseOffer(offer.reference, "filled"), session.get_one(Contact, offer.contact_id), Author("contact:1", later)
        )
        (line,) = seen(session, NOW + timedelta(days=1)).lines
        assert line.section == "ended" and line.change and (line.change.what, line.change.author) == ("filled", "contact:1")


def test_the_cfa_decides_on_apprenticeship_and_the_pole_sees_it(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, kind="apprenticeship", vetted=True)
        assert told(seen(session, coordinator="c-cfa")) == [("new", "OF-2026-00001")]
        assert [(line.section, line.copied) for line in seen(session).lines] == [("new", True)]


def test_the_deputy_sees_what_an_absent_coordinator_has_to_decide(engine: Engine) -> None:
    away = datetime(2026, 12, 8, 6, tzinfo=UTC)
    with transaction(engine) as session:
        an_offer(session, place=Place("97410", "Saint-Benoît"))
        assert told(seen(session, away, "c-est")) == []
        sheet = seen(session, away, "c-acad")
        assert told(sheet) == [("decide", "OF-2026-00001")]
        assert [person.id for person in sheet.stands_in_for] == ["c-est"]


def test_the_academy_sees_what_belongs_to_nobody_who_is_known(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session).coordinator = "c-parti"
        session.flush()
        assert told(seen(session, coordinator="c-acad")) == [("decide", "OF-2026-00001")]


def test_a_training_request_goes_to_the_training_contact(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session, "training", coordinator="c-tuteurs")
        assert told(seen(session, coordinator="c-tuteurs")) == [("decide", "training")]


def test_a_question_put_to_the_employer_sends_the_entry_to_the_end(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "Première", at=NOW - timedelta(days=6))
        an_offer(session, "Seconde")
        do(session, a_digest(session), Deed(1, "ask", words="Quels horaires ?"))
        lines = seen(session).lines
        assert [(line.asked_at is not None, line.late) for line in lines] == [(False, False), (True, False)]


def test_a_long_section_is_cut_and_the_rest_counted(engine: Engine) -> None:
    with transaction(engine) as session:
        for _ in range(LONGEST["decide"] + 2):
            a_matter(session)
        sheet = seen(session)
        assert (len(sheet.lines), sheet.left_out["decide"]) == (LONGEST["decide"], 2)


def test_numbers_are_kept_and_an_occasion_is_kept_once(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session)
        an_offer(session)
        digest = a_digest(session)
        entries = session.scalars(
            select(DigestEntry).where(DigestEntry.digest_id == digest.id).order_by(DigestEntry.number)
        ).all()
        assert [(entry.number, entry.awaits) for entry in entries] == [(1, True), (2, True)]
        assert keep(session, seen(session), digest.occasion, NOW) is None


def test_somebody_away_is_in_charge_of_nothing() -> None:
    gone = replace(WEST, absent_from=TODAY)
    territory = replace(TERRITORY, coordinators=TERRITORY.coordinators | {"c-ouest": gone})
    assert in_charge(gone, TODAY, territory) == ()
    assert {one.id for one in in_charge(ACADEMY, TODAY, territory)} >= {"c-acad", "c-ouest"}
