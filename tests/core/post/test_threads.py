"""A letter's tokens name a thread: the sender's own before another person's, one still good before one that has expired."""

from datetime import timedelta

from sqlalchemy import Engine

from core.database import transaction
from core.post.inbound import Inbound
from core.post.threads import latest_thread, link_of, open_thread
from core.post.tokens import Keyring, sign
from tests.builders import NOW

KEY = b"a key for these tests"
RING = Keyring(KEY)
LATER = NOW + timedelta(days=200)


def a_letter(*tokens: str, sender: str = "rh@clinique.example") -> Inbound:
    return Inbound("email", "1", sender, NOW, tokens=tokens)


def test_the_senders_own_thread_comes_first_and_one_still_good_before_an_old_one(engine: Engine) -> None:
    with transaction(engine) as session:
        old, mine = (open_thread(session, "rh@clinique.example", "Stage", NOW) for _ in range(2))
        other = open_thread(session, "dg@clinique.example", "Stage", NOW)
        of_other, of_old = sign(KEY, other.id, other.address, LATER), sign(KEY, old.id, old.address, NOW)
        of_mine = sign(KEY, mine.id, mine.address, LATER)
        link = link_of(session, a_letter(of_other, of_old, of_mine), RING, LATER)
        assert link and (link.thread.id, link.own, link.expired) == (mine.id, True, False)
        link = link_of(session, a_letter(of_other, of_old), RING, LATER)
        assert link and (link.thread.id, link.own, link.expired) == (old.id, True, True)
        link = link_of(session, a_letter(of_other), RING, LATER)
        assert link and (link.thread.id, link.own, link.expired) == (other.id, False, False)


def test_a_token_that_we_never_signed_names_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        thread = open_thread(session, "rh@clinique.example", "Stage", NOW)
        forged = sign(b"somebody else's key", thread.id, thread.address, NOW)
        assert link_of(session, a_letter(forged, "999.aaaaaaaaaaaaaaaaaaaa", "x"), RING, NOW) is None


def test_our_own_letters_never_join_a_thread_that_puts_one_question(engine: Engine) -> None:
    with transaction(engine) as session:
        talk, question = (open_thread(session, "rh@clinique.example", "Stage", NOW) for _ in range(2))
        question.apart = True
        session.flush()
        assert latest_thread(session, "rh@clinique.example") is talk
