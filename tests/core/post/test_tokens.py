"""A token names one thread for one recipient, and nothing else opens it."""

from sqlalchemy import Engine

from core.database import transaction
from core.post.tokens import secret_key, sign, thread_of

KEY = b"secret"


def test_a_token_names_its_thread_for_its_recipient() -> None:
    token = sign(KEY, 1042, "rh@clinique.example")
    assert thread_of(KEY, token, "rh@clinique.example") == 1042
    assert thread_of(KEY, token.upper(), "RH@Clinique.example") == 1042


def test_another_recipient_key_or_thread_does_not_open_it() -> None:
    token = sign(KEY, 1042, "rh@clinique.example")
    assert thread_of(KEY, token, "autre@clinique.example") is None
    assert thread_of(b"other", token, "rh@clinique.example") is None
    assert thread_of(KEY, token.replace("1042", "1043"), "rh@clinique.example") is None
    assert thread_of(KEY, "n’importe quoi", "rh@clinique.example") is None


def test_a_key_is_made_once_and_kept(engine: Engine) -> None:
    with transaction(engine) as session:
        first = secret_key(session, None)
    with transaction(engine) as session:
        assert secret_key(session, None) == first
        assert secret_key(session, "given") == b"given"
