"""What was dealt with long ago loses its words and bytes; what is not, and what makes a duplicate known, stays."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text

from core.database import transaction
from core.post.files import KeptFile, keep_files
from core.post.inbound import Arrival, Attachment, Inbound
from core.post.inbox import Incoming, finish, next_waiting, park, record
from core.post.retention import Overdue, empty_old, overdue
from tests.builders import NOW

TABLE = Attachment("places.csv", "text/csv", 20, "00ff")
AFTER = NOW + timedelta(seconds=1)


def an_arrival(key: str) -> Arrival:
    letter = Inbound("email", key, f"{key}@atelier.example", NOW, text=f"secret {key}", subject="secret", attachments=(TABLE,))
    return Arrival(letter, f"raw secret {key}".encode())


def heard(engine: Engine, *keys: str) -> None:
    """Letters with a table each, dealt with at NOW."""
    with transaction(engine) as session:
        record(session, [an_arrival(key) for key in keys], NOW)
        for row in next_waiting(session, NOW, 100):
            keep_files(session, row.inbound, row.id, None, NOW)
            finish(row, NOW)


def kept(engine: Engine) -> list[tuple[str, str, bytes, str]]:
    with transaction(engine) as session:
        return [
            (row.key, row.status, row.raw, row.inbound.text) for row in session.scalars(select(Incoming).order_by(Incoming.id))
        ]


def files(engine: Engine) -> list[int]:
    with transaction(engine) as session:
        return list(session.scalars(select(KeptFile.message_id).order_by(KeptFile.id)))


def test_a_letter_is_emptied_with_its_files_and_is_still_known(engine: Engine) -> None:
    heard(engine, "1", "2")
    with transaction(engine) as session:
        assert empty_old(session, AFTER) == 2
        assert empty_old(session, AFTER) == 0
    assert kept(engine) == [("1", "emptied", b"", ""), ("2", "emptied", b"", "")] and files(engine) == []
    with engine.connect() as connection:
        assert "secret" not in str(connection.execute(text("select * from inbox")).all())
    with transaction(engine) as session:
        assert record(session, [an_arrival("1")], NOW) == 0
        assert next_waiting(session, AFTER, 10) == []


def test_what_is_younger_waits_or_is_parked_is_not_touched(engine: Engine) -> None:
    heard(engine, "young")
    with transaction(engine) as session:
        record(session, [an_arrival("parked"), an_arrival("waiting")], NOW - timedelta(days=900))
        park(next_waiting(session, NOW, 1)[0], "unreadable")
        assert empty_old(session, NOW) == 0
    assert [(key, status, raw) for key, status, raw, _ in kept(engine)] == [
        ("young", "done", b"raw secret young"),
        ("parked", "parked", b"raw secret parked"),
        ("waiting", "waiting", b"raw secret waiting"),
    ]
    assert len(files(engine)) == 1


def test_batches_are_bounded_and_the_oldest_go_first(engine: Engine) -> None:
    heard(engine, "1", "2", "3")
    with transaction(engine) as session:
        assert empty_old(session, AFTER, limit=2) == 2
    assert [status for _, status, _, _ in kept(engine)] == ["emptied", "emptied", "done"] and files(engine) == [3]


def test_a_batch_that_is_cut_short_is_made_again_as_a_whole(engine: Engine) -> None:
    heard(engine, "1", "2")
    before = kept(engine)
    with pytest.raises(KeyboardInterrupt), transaction(engine) as session:
        empty_old(session, AFTER)
        raise KeyboardInterrupt
    assert kept(engine) == before and files(engine) == [1, 2]
    with transaction(engine) as session:
        assert empty_old(session, AFTER) == 2


def test_a_damaged_message_is_emptied_like_any_other(engine: Engine) -> None:
    heard(engine, "1")
    with engine.begin() as connection:
        connection.execute(text("update inbox set inbound = '{'"))
    with transaction(engine) as session:
        assert empty_old(session, AFTER) == 1
    assert kept(engine) == [("1", "emptied", b"", "")]


def test_what_is_overdue_is_counted_without_a_change(engine: Engine) -> None:
    heard(engine, "1", "2")
    before = kept(engine)
    with transaction(engine) as session:
        assert overdue(session, AFTER) == Overdue(2, 2, len("raw secret 1") * 2, NOW, NOW)
        assert overdue(session, NOW) == Overdue(0, 0, 0, None, None)
    assert kept(engine) == before
