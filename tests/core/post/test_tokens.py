"""A token names one thread for one recipient until it expires, and nothing else opens it."""

import re
from datetime import timedelta

from sqlalchemy import Engine

from core.database import transaction
from core.post.tokens import Keyring, Signed, former_keys, key_id, read_token, secret_key, sign, thread_named
from tests.builders import NOW

KEY, OTHER = b"a key of sixteen", b"another key of sixteen"
RING = Keyring(KEY)
CLINIC = "rh@clinique.example"


def test_a_token_names_its_thread_for_its_recipient_whatever_case_relays_leave() -> None:
    token = sign(KEY, 1042, CLINIC, NOW)
    assert read_token(RING, token, CLINIC, NOW) == Signed(1042)
    assert read_token(RING, token.upper(), "RH@Clinique.example", NOW) == Signed(1042)
    assert thread_named(token) == 1042


def test_another_recipient_key_thread_or_day_does_not_open_it() -> None:
    token = sign(KEY, 1042, CLINIC, NOW)
    later = sign(KEY, 1042, CLINIC, NOW + timedelta(days=1))
    younger = later[:9] + token[9:]  # the day of another token before this one's signature
    forged = (token.replace("1042", "1043"), younger, "1042.abcdefghij234567", "n’importe quoi", "")
    assert younger != token
    assert read_token(RING, token, "autre@clinique.example", NOW) is None
    assert read_token(Keyring(OTHER), token, CLINIC, NOW) is None
    assert [read_token(RING, one, CLINIC, NOW) for one in forged] == [None] * 5


def test_a_token_expires_after_the_days_that_are_set() -> None:
    token = sign(KEY, 7, CLINIC, NOW)
    assert read_token(RING, token, CLINIC, NOW + timedelta(days=180)) == Signed(7)
    assert read_token(RING, token, CLINIC, NOW + timedelta(days=181)) == Signed(7, expired=True)
    assert read_token(Keyring(KEY, days=30), token, CLINIC, NOW + timedelta(days=31)) == Signed(7, expired=True)


def test_a_former_key_is_accepted_and_signs_nothing() -> None:
    before, ring = sign(OTHER, 7, CLINIC, NOW), Keyring(KEY, (OTHER,))
    assert read_token(ring, before, CLINIC, NOW) == Signed(7)
    assert sign(ring.signing, 7, CLINIC, NOW) != before
    assert len({key_id(KEY), key_id(OTHER)}) == 2


def test_it_fits_the_local_part_of_an_address() -> None:
    token = sign(KEY, 999_999_999, CLINIC, NOW)
    assert len(token) == 30 and re.fullmatch(r"[a-z0-9.]+", token)


def test_a_key_is_made_once_and_kept(engine: Engine) -> None:
    with transaction(engine) as session:
        first = secret_key(session, None)
    with transaction(engine) as session:
        assert secret_key(session, None) == first
        assert secret_key(session, "given") == b"given"


def test_the_key_that_was_kept_is_accepted_once_another_is_set(engine: Engine) -> None:
    with transaction(engine) as session:
        kept = secret_key(session, None)
        assert former_keys(session, None, None) == ()
        assert former_keys(session, "given", "older") == (b"older", kept)
