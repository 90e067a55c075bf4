"""What counts is what the outbox holds: in the transaction of the answer, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, update

from core.database import transaction
from core.post.exchange import ACKNOWLEDGED, Exchange
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.quotas import acknowledged, answers_given, note_answer
from tests.builders import NOW

SAID = Exchange("stage", "h", "s")
WHO = "rh@clinique.example"


def answer(engine: Engine, key: str, exchange: Exchange = SAID, *, hours: float = 0, address: str = WHO) -> None:
    now = NOW - timedelta(hours=hours)
    with transaction(engine) as session:
        post(session, Message(key, "email", address, (Block("Bonjour"),)), now)
        note_answer(session, key, address, exchange, now)


def counted(engine: Engine, address: str = WHO) -> int:
    with transaction(engine) as session:
        return len(answers_given(session, address, NOW, proved=False))


def test_answers_of_the_last_day_count_from_whichever_form_of_the_address(engine: Engine) -> None:
    answer(engine, "1", hours=2)
    answer(engine, "2", address="RH+ticket@clinique.example")
    answer(engine, "3", hours=25)
    answer(engine, "4", address="other@clinique.example")
    assert counted(engine) == counted(engine, "rh+x@clinique.example") == 2


def test_what_was_taken_back_does_not_count_and_what_still_waits_does(engine: Engine) -> None:
    answer(engine, "1")
    answer(engine, "2")
    with transaction(engine) as session:
        session.execute(update(Outgoing).where(Outgoing.key == "1").values(status="cancelled"))
    assert counted(engine) == 1


def test_an_answer_whose_transaction_never_was_does_not_count(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), transaction(engine) as session:
        post(session, Message("1", "email", WHO, (Block("Bonjour"),)), NOW)
        note_answer(session, "1", WHO, SAID, NOW)
        _ = 1 / 0
    assert counted(engine) == 0


def test_an_acknowledgement_is_remembered_for_a_day(engine: Engine) -> None:
    answer(engine, "1", ACKNOWLEDGED, hours=23)
    answer(engine, "2", ACKNOWLEDGED, hours=25, address="late@x.example")
    with transaction(engine) as session:
        assert acknowledged(session, WHO, NOW, proved=False) and not acknowledged(session, WHO, NOW, proved=True)
        assert not acknowledged(session, "late@x.example", NOW, proved=False)
