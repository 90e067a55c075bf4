"""A code proves a mailbox to one chat, for half an hour, once; guessing it is hopeless."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from core.database import transaction
from core.people.link_codes import (
    A_DAY,
    DIGITS,
    KEPT,
    LASTS,
    WRONG,
    WRONG_IN,
    LinkCode,
    WrongCode,
    forget_old,
    make_code,
    use_code,
)
from core.post.tokens import Keyring
from tests.builders import NOW, a_database

RING = Keyring(b"a key for tests")
MAIL, CHAT = "dany@garage.example", "7"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return a_database(tmp_path)


def a_code(engine: Engine, chat: str | None = None, address: str = MAIL) -> str:
    with transaction(engine) as session:
        made = make_code(session, RING, address, chat, NOW)
    assert made and len(made[1]) == DIGITS
    return made[1]


def verdict(engine: Engine, code: str, chat: str = CHAT, after: timedelta = timedelta(), ring: Keyring = RING) -> str:
    with transaction(engine) as session:
        typed = use_code(session, ring, code, chat, NOW + after)
        return f"{typed.verdict} {typed.address}".strip()


def test_a_code_is_right_once_and_known_as_used_afterwards(engine: Engine) -> None:
    code = a_code(engine)
    assert verdict(engine, code, after=LASTS) == f"right {MAIL}"
    assert verdict(engine, code, after=LASTS) == f"used {MAIL}"


def test_a_code_is_too_old_after_half_an_hour_and_forgotten_after_a_day(engine: Engine) -> None:
    code = a_code(engine)
    assert verdict(engine, code, after=LASTS + timedelta(seconds=1)) == "old"
    assert verdict(engine, code, after=KEPT + timedelta(seconds=1)) == "none"


def test_a_code_that_a_chat_asked_for_is_of_no_use_to_another(engine: Engine) -> None:
    code = a_code(engine, CHAT)
    assert verdict(engine, code, "8") == "none"
    assert verdict(engine, code, CHAT) == f"right {MAIL}"


def test_a_code_outlives_a_change_of_key(engine: Engine) -> None:
    code = a_code(engine)
    assert verdict(engine, code, ring=Keyring(b"another")) == "wrong"
    assert verdict(engine, code, ring=Keyring(b"another", (RING.signing,))) == f"right {MAIL}"


def test_after_five_wrong_tries_even_the_right_code_waits_an_hour(engine: Engine) -> None:
    a_code(engine)
    for _ in range(WRONG):
        assert verdict(engine, "x" * DIGITS) == "wrong"
    code = a_code(engine)
    assert verdict(engine, code) == "tired"
    assert verdict(engine, code, "8") == f"right {MAIL}"
    a_code(engine, CHAT)
    assert verdict(engine, "x" * DIGITS, after=WRONG_IN + timedelta(seconds=1)) == "wrong"
    with transaction(engine) as session:
        forget_old(session, NOW + WRONG_IN + timedelta(seconds=2))
        assert session.scalar(select(func.count()).select_from(WrongCode)) == 1  # the last one


def test_eight_digits_are_no_code_where_none_is_awaited(engine: Engine) -> None:
    a_code(engine)
    with transaction(engine) as session:
        for _ in range(WRONG):
            assert use_code(session, RING, "06923456", CHAT, NOW, busy=True).verdict == "none"
        assert use_code(session, RING, "06923456", CHAT, NOW, busy=True).verdict == "none"
        assert use_code(session, RING, "06923456", CHAT, NOW).verdict == "tired"  # they were tries all the same
    assert verdict(engine, "06923456", "8", after=LASTS + timedelta(seconds=1)) == "none"


def test_what_strangers_ask_for_does_not_stop_a_mailbox_that_asks_for_itself(engine: Engine) -> None:
    for number in range(A_DAY):
        a_code(engine, str(number))
    assert a_code(engine)


def test_an_address_is_sent_three_codes_a_day_and_a_chat_asks_for_three(engine: Engine) -> None:
    for number in range(A_DAY):
        a_code(engine, str(number))
        a_code(engine, CHAT, f"{number}@garage.example")
    with transaction(engine) as session:
        assert make_code(session, RING, MAIL, "99", NOW) is None
        assert make_code(session, RING, "new@garage.example", CHAT, NOW) is None
        assert make_code(session, RING, MAIL, CHAT, NOW + KEPT + timedelta(seconds=1))
        assert session.scalar(select(func.count()).select_from(LinkCode)) == 1  # what is old is gone
