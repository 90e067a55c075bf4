"""The inbox keeps everything once, in order for each person."""

from datetime import timedelta

from sqlalchemy import Engine, select

from core.database import transaction
from core.post.inbound import Arrival, Inbound
from core.post.inbox import TRIES, Incoming, fail, finish, next_waiting, parked, record, retry
from tests.builders import NOW


def an_arrival(key: str, address: str = "7") -> Arrival:
    return Arrival(Inbound("telegram", key, address, NOW, text=f"message {key}"), b"{}")


def test_the_same_message_is_kept_once(engine: Engine) -> None:
    with transaction(engine) as session:
        assert record(session, [an_arrival("1"), an_arrival("2")], NOW) == 2
    with transaction(engine) as session:
        assert record(session, [an_arrival("2"), an_arrival("3"), an_arrival("3")], NOW) == 1
        assert len(session.scalars(select(Incoming)).all()) == 3


def test_what_was_heard_comes_back_as_it_was(engine: Engine) -> None:
    arrival = Arrival(
        Inbound("email", "k", "a@b.example", NOW, text="é’\u00a0😀", references=("<a@b>",), phone="+262692000011"), b"\x00\xff"
    )
    with transaction(engine) as session:
        record(session, [arrival], NOW)
    with transaction(engine) as session:
        row = session.scalars(select(Incoming)).one()
        assert (row.inbound, row.raw) == (arrival.inbound, arrival.raw)


def test_each_person_is_served_in_order_and_side_by_side(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, [an_arrival("1", "a"), an_arrival("2", "a"), an_arrival("3", "b")], NOW)
        assert [row.key for row in next_waiting(session, NOW, 10)] == ["1", "3"]
        finish(next_waiting(session, NOW, 10)[0], NOW)
        assert [row.key for row in next_waiting(session, NOW, 10)] == ["2", "3"]


def test_a_failing_message_waits_and_holds_back_its_own_person_only(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, [an_arrival("1", "a"), an_arrival("2", "a"), an_arrival("3", "b")], NOW)
        fail(next_waiting(session, NOW, 1)[0], "boom", NOW)
        assert [row.key for row in next_waiting(session, NOW, 10)] == ["3"]
        assert [row.key for row in next_waiting(session, NOW + timedelta(minutes=2), 10)] == ["1", "3"]


def test_after_five_failures_a_message_is_parked_and_the_next_is_served(engine: Engine) -> None:
    with transaction(engine) as session:
        record(session, [an_arrival("1", "a"), an_arrival("2", "a")], NOW)
        row = next_waiting(session, NOW, 1)[0]
        for _ in range(TRIES):
            fail(row, "boom", NOW)
        assert [one.key for one in parked(session)] == ["1"]
        assert [one.key for one in next_waiting(session, NOW, 10)] == ["2"]
        assert retry(session, row.id) and not retry(session, 999)
        assert [one.key for one in next_waiting(session, NOW, 10)] == ["1"]
