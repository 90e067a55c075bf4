"""Seats held for a school: who is told, what an answer does, undo, silence, an offer that changes meanwhile, strangers."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.agenda.records import Digest
from core.database import transaction
from core.people.members import Member, keep_member
from core.pool.filing import UNDO
from core.pool.holds import Hold, held_until
from core.pool.records import Offer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.post.tokens import sign
from dialogs.arrivals.case import Case
from dialogs.arrivals.reception import receive_otherwise
from dialogs.pole.rounds import make_rounds
from dialogs.pole.school_desk import school_writes
from tests.builders import NOW, a_draft
from tests.day import HOUSE, TERRITORY, WEST, a_digest, an_offer, answer, shown, waiting

SCHOOL, MAIL = "9741173G", "payet@lycee.example"


def a_hold(session: Session, order: str = "1 proposer Moulin Joli", seats: int = 3) -> tuple[Offer, Digest, str]:
    """An offer whose seats are held for a school with one correspondent; the echo."""
    keep_member(session, Member(school=SCHOOL, name="Mme Payet", email=MAIL, added_at=NOW))
    offer = an_offer(session, vetted=True, seats=seats)
    digest = a_digest(session)
    return offer, digest, answer(session, digest, order)


def the_hold(session: Session) -> Hold:
    return session.scalars(select(Hold).order_by(Hold.id.desc()).limit(1)).one()


def school_says(session: Session, text: str, *, sender: str = MAIL, after: timedelta = UNDO) -> str | None:
    """A letter in the thread of the seats; what is answered."""
    thread = session.scalars(select(Thread).where(Thread.hold_id.is_not(None)).order_by(Thread.id.desc()).limit(1)).one()
    token = sign(HOUSE.key, thread.id, thread.address, NOW)
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    letter = Inbound("email", f"s{number}", sender, NOW + after, text=text, tokens=(token,))
    record(session, [Arrival(letter, b"")], NOW)
    if not school_writes(Case(session, HOUSE, letter, number, NOW + after)):
        return None
    return shown(session.scalars(select(Outgoing).where(Outgoing.key == f"answer:{number}")).one().message.blocks)


def told(session: Session, address: str) -> str:
    rows = select(Outgoing).where(Outgoing.address == address, Outgoing.status == "waiting").order_by(Outgoing.id)
    return "\n".join(shown(row.message.blocks) for row in session.scalars(rows))


def test_both_sides_are_told_when_undo_is_over_and_only_the_free_seats_are_held(engine: Engine) -> None:
    with transaction(engine) as session:
        offer, digest, echo = a_hold(session, "1 proposer 2 places à Moulin Joli")
        assert "2 places proposées à Lycée Moulin Joli" in echo and "je préviens Mme Payet" in echo
        assert (offer.seats_left, offer.seats_held) == (3, 2)
        assert "+262" not in told(session, MAIL) and "0692 00 00 12" in told(session, MAIL)
        assert "Lycée Moulin Joli s’intéresse" in told(session, "7")
        assert {row.due_at for row in waiting(session) if row.address in (MAIL, "7")} == {NOW + UNDO}
        assert "Places libres : 1, les autres sont prises ou réservées" in answer(session, digest, "1 proposer Moulin Joli 2")


def test_an_undone_proposal_is_as_if_it_had_not_been(engine: Engine) -> None:
    with transaction(engine) as session:
        offer, digest, _ = a_hold(session)
        assert "Annulé (proposition)" in answer(session, digest, "annuler")
        assert (offer.seats_held, the_hold(session).status) == (0, "undone")
        assert not told(session, MAIL) and not told(session, "7")


@pytest.mark.parametrize(
    ("said", "left", "status", "hold"),
    [
        ("pris", 0, "filled", "settled"),
        ("2 pris", 1, "available", "settled"),
        ("rendu", 3, "available", "returned"),
        ("4 pris", 3, "available", "held"),
        ("je regarde", 3, "available", "held"),
    ],
)
def test_an_answer_settles_once(engine: Engine, said: str, left: int, status: str, hold: str) -> None:
    with transaction(engine) as session:
        offer, _, _ = a_hold(session)
        assert school_says(session, said)
        assert (offer.seats_left, offer.status, the_hold(session).status) == (left, status, hold)
        assert offer.seats_held == (3 if hold == "held" else 0)
        again = school_says(session, said)
        assert again and (offer.seats_left, offer.status) == (left, status)
        assert ("ne vous sont plus réservées" in again) == (hold != "held")


def test_silence_gives_the_seats_back_and_everybody_hears(engine: Engine) -> None:
    with transaction(engine) as session:
        offer, _, _ = a_hold(session)
        last = the_hold(session).until
        assert last == datetime(2026, 12, 1, tzinfo=UTC).date()  # five working days
        make_rounds(session, HOUSE, datetime(2026, 12, 1, 12, tzinfo=UTC))
        assert the_hold(session).status == "held"
        for _ in range(2):
            make_rounds(session, HOUSE, datetime(2026, 12, 2, 6, tzinfo=UTC))
        assert (the_hold(session).status, offer.seats_held, offer.seats_left) == ("lapsed", 0, 3)
        assert told(session, MAIL).count("Sans réponse") == 1 and told(session, "7").count("pas donné suite") == 1
        assert "plus réservées" in (school_says(session, "pris", after=timedelta(days=9)) or "")
        assert offer.seats_left == 3


def test_seats_that_are_gone_are_let_go_the_latest_hold_first(engine: Engine) -> None:
    with transaction(engine) as session:
        offer, digest, _ = a_hold(session, "1 proposer Moulin Joli 2\n1 proposer Evariste de Parny 1")
        answer(session, digest, "1 1 prise")
        make_rounds(session, HOUSE, NOW + timedelta(minutes=1))
        assert [hold.status for hold in session.scalars(select(Hold).order_by(Hold.id))] == ["held", "withdrawn"]
        assert (offer.seats_left, offer.seats_held) == (2, 2)
        answer(session, digest, "1 complet")
        make_rounds(session, HOUSE, NOW + timedelta(minutes=2))
        assert offer.seats_held == 0 and "ne sont plus disponibles" in told(session, MAIL)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("1 proposer Filaos", "aucun établissement de ce nom"),
        ("1 proposer Leconte de Lisle 1", "peut désigner Lycée Leconte de Lisle, Collège Leconte de Lisle"),
        ("1 proposer", "Que faut-il transmettre"),
        ("1 proposer Moulin Joli 9", "Places libres : 3"),
        ("1 proposer Bourbon collège 1", "Collège de Bourbon"),
    ],
)
def test_what_cannot_be_proposed_is_said(engine: Engine, order: str, said: str) -> None:
    with transaction(engine) as session:
        _, _, echo = a_hold(session, order)
        assert said in echo


def test_a_school_without_a_correspondent_is_to_be_called(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        assert "appelez l’établissement" in answer(session, a_digest(session), "1 proposer Roches Maigres 1")


def test_a_strangers_letter_in_the_thread_settles_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        offer, _, _ = a_hold(session)
        assert school_says(session, "pris", sender="x@elsewhere.example") is None
        assert the_hold(session).status == "held" and offer.seats_left == 3


def test_a_coordinator_who_is_a_correspondent_too_answers_as_one(engine: Engine) -> None:
    with transaction(engine) as session:
        keep_member(session, Member(school=SCHOOL, name="Doriane", email=WEST.email, added_at=NOW))
        offer = an_offer(session, vetted=True, seats=3)
        answer(session, a_digest(session), "1 proposer Moulin Joli")
        thread = session.scalars(select(Thread).where(Thread.hold_id.is_not(None))).one()
        letter = Inbound("email", "s", WEST.email, NOW + UNDO, text="pris", tokens=(sign(HOUSE.key, thread.id, WEST.email, NOW),))
        record(session, [Arrival(letter, b"")], NOW)
        assert receive_otherwise(session, HOUSE, letter, 1, NOW + UNDO)
        assert offer.status == "filled"


def test_little_time_before_the_start_is_little_time_to_answer(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        today = NOW.date()
        for days, until in ((60, 1), (15, 26), (1, 25), (0, 24)):
            offer.starts_on = today + timedelta(days=days)
            assert held_until(offer, today, (5, 2), TERRITORY).day == until
        assert a_draft().seats and WEST.id
