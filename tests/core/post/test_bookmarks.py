"""How far a place has been read is kept with what was read there, or not at all."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select

from core.database import transaction
from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, record
from tests.builders import NOW

PLACE = "imap:stages@imap.example.org/INBOX"
MARK = Mark("1700000000", 12, NOW, left="3:5,9", taken="10:12")
LETTER = Arrival(Inbound("email", "<l1@x.example>", "a@x.example", NOW, text="oui"), b"oui")


def test_a_mark_comes_back_as_it_was_kept_and_the_newest_wins(engine: Engine) -> None:
    with transaction(engine) as session:
        assert mark_of(session, PLACE) is None
        keep_mark(session, PLACE, MARK)
    with transaction(engine) as session:
        assert mark_of(session, PLACE) == MARK
        keep_mark(session, PLACE, replace(MARK, last=13))
        keep_mark(session, "elsewhere", MARK)
    with transaction(engine) as session:
        assert mark_of(session, PLACE) == replace(MARK, last=13)


def test_a_mark_that_was_not_committed_never_was_and_neither_were_the_letters(engine: Engine) -> None:
    with pytest.raises(OSError, match="gone"), transaction(engine) as session:
        record(session, [LETTER], NOW)
        keep_mark(session, PLACE, MARK)
        raise OSError("gone")
    with transaction(engine) as session:
        assert mark_of(session, PLACE) is None
        assert session.scalar(select(func.count()).select_from(Incoming)) == 0
