"""The outbox says each thing once, in order for each address, until it arrives."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, select, text

from core.database import transaction
from core.post.outbox import TRIES, Envelope, Message, Outgoing, due, mark_later, mark_sent, post, postpone
from core.post.parcel import Block, Button
from tests.builders import NOW


def a_message(key: str, address: str = "7") -> Message:
    return Message(key, "telegram", address, (Block("Bonjour"),), (Button("1:yes", "Oui"),), Envelope(closes="q1"))


def test_the_same_key_is_posted_once(engine: Engine) -> None:
    with transaction(engine) as session:
        assert post(session, a_message("answer:1"), NOW)
        assert not post(session, a_message("answer:1"), NOW)
        assert len(due(session, "telegram", NOW, 10)) == 1


def test_a_parcel_carries_words_buttons_and_envelope(engine: Engine) -> None:
    with transaction(engine) as session:
        post(session, a_message("answer:1"), NOW)
    with transaction(engine) as session:
        parcel = due(session, "telegram", NOW, 10)[0]
        assert (parcel.address, parcel.blocks[0].text, parcel.buttons[0].label, parcel.closes) == ("7", "Bonjour", "Oui", "q1")


def test_only_what_is_due_leaves_and_what_was_sent_never_again(engine: Engine) -> None:
    with transaction(engine) as session:
        post(session, a_message("later"), NOW + timedelta(minutes=30))
        assert due(session, "telegram", NOW, 10) == [] == due(session, "email", NOW + timedelta(hours=1), 10)
        parcel = due(session, "telegram", NOW + timedelta(hours=1), 10)[0]
        mark_sent(session, parcel.id, NOW, "55")
        assert due(session, "telegram", NOW + timedelta(hours=1), 10) == []


def test_a_failed_parcel_holds_back_later_ones_to_the_same_address(engine: Engine) -> None:
    with transaction(engine) as session:
        for key, address in (("1", "a"), ("2", "a"), ("3", "b")):
            post(session, a_message(key, address), NOW)
        first = due(session, "telegram", NOW, 10)[0]
        assert mark_later(session, first.id, NOW, 5.0, "429")
        assert [parcel.address for parcel in due(session, "telegram", NOW, 10)] == ["b"]
        assert [parcel.address for parcel in due(session, "telegram", NOW + timedelta(minutes=1), 10)] == ["a", "a", "b"]


def test_an_answer_leaves_before_what_nobody_asked_for(engine: Engine) -> None:
    reminder = Envelope(solicited=False)
    with transaction(engine) as session:
        for number in range(50):
            post(session, replace(a_message(f"reminder:{number}", f"{number}"), envelope=reminder), NOW)
        post(session, a_message("answer:1", "99"), NOW)
    with transaction(engine) as session:
        assert [parcel.address for parcel in due(session, "telegram", NOW, 3)] == ["99", "0", "1"]


def test_a_passing_fault_is_tried_again_soon_and_a_lasting_one_ever_later(engine: Engine) -> None:
    with transaction(engine) as session:
        post(session, a_message("1"), NOW)
        row, waits = session.scalars(select(Outgoing)).one(), list[float]()
        for _ in range(6):
            mark_later(session, row.id, NOW, 5.0, "502")
            waits.append((row.due_at - NOW).total_seconds())
        assert waits == [5, 5, 5, 60, 120, 240]


def test_a_parcel_is_given_up_after_half_a_day_of_tries(engine: Engine) -> None:
    with transaction(engine) as session:
        post(session, a_message("1"), NOW)
        parcel = due(session, "telegram", NOW, 10)[0]
        now, results = NOW, list[bool]()
        for _ in range(TRIES):
            results.append(mark_later(session, parcel.id, now, 0, "down"))
            now = session.get_one(Outgoing, parcel.id).due_at
        assert results == [True] * (TRIES - 1) + [False]
        assert now - NOW > timedelta(hours=12)


def test_a_message_that_can_no_longer_be_read_fails_alone(engine: Engine) -> None:
    with transaction(engine) as session:
        for key in "123":
            post(session, a_message(key), NOW)
        session.execute(text("update outbox set message = '{' where key = '2'"))
    with transaction(engine) as session:
        assert [parcel.id for parcel in due(session, "telegram", NOW, 10)] == [1, 3]
        assert session.scalars(select(Outgoing.status).order_by(Outgoing.id)).all() == ["waiting", "failed", "waiting"]


def test_a_parcel_put_off_until_its_turn_has_used_no_try_and_holds_back_the_next(engine: Engine) -> None:
    with transaction(engine) as session:
        for key in ("1", "2"):
            post(session, a_message(key), NOW)
        first = due(session, "telegram", NOW, 10)[0]
        postpone(session, first.id, NOW, 20.0, "paced")
        assert due(session, "telegram", NOW, 10) == []
        assert len(due(session, "telegram", NOW + timedelta(seconds=20), 10)) == 2
        assert session.get_one(Outgoing, first.id).attempts == 0


def test_those_who_wait_do_not_crowd_out_the_others(engine: Engine) -> None:
    with transaction(engine) as session:
        for key, address in (("1", "a"), ("2", "a"), ("3", "b"), ("4", "c")):
            post(session, a_message(key, address), NOW)
        mark_later(session, due(session, "telegram", NOW, 1)[0].id, NOW, 5.0, "429")
        assert [parcel.address for parcel in due(session, "telegram", NOW, 1, under_way=["b"])] == ["c"]
