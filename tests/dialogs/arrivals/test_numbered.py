"""Which letter a number answers, and what happens to buttons that go another way."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.people.records import Address
from core.post.inbound import Inbound
from core.post.outbox import Envelope, Message, Outgoing, post
from core.post.parcel import Block, Button
from core.post.threads import open_thread
from core.post.tokens import sign
from dialogs.arrivals.numbered import with_choice
from dialogs.post.redirect import redirect
from dialogs.wording.page import plain
from tests.builders import NOW, a_house

HOUSE = a_house()
WHO = "dany@garage.example"


def buttons(reference: str) -> tuple[Button, ...]:
    labels = (("still", "Oui, toujours"), ("dates", "Autres dates"), ("withdraw", "Retirer"))
    return tuple(Button(f"o.{verb}.{reference}", label) for verb, label in labels)


def two_questions(engine: Engine) -> str:
    """Two letters in one thread, each about an offer; the thread's token."""
    with transaction(engine) as session:
        contact = meet(session, Doorstep("email", WHO, "Dany"), NOW)
        thread = open_thread(session, WHO, "Stages", NOW, contact_id=contact.id)
        for number in (1, 2):
            message = Message(f"q{number}", "email", WHO, (Block("?"),), buttons(f"OF-{number}"), Envelope(thread=thread.id))
            post(session, message, NOW, contact_id=contact.id)
        return sign(HOUSE.key, thread.id, WHO, NOW)


@pytest.mark.parametrize(
    ("said", "references", "press"),
    [
        ("2", (), "o.dates.OF-2"),
        ("la dernière, merci", ("<o2@pole.example>",), "o.withdraw.OF-2"),
        ("2.", ("<o1@pole.example>",), "o.dates.OF-1"),
        ("2", ("<o1@pole.example>", "<o2@pole.example>"), "o.dates.OF-2"),
        ("4", (), None),
        ("2 places", (), None),
    ],
)
def test_a_number_answers_the_letter_that_the_references_name(
    engine: Engine, said: str, references: tuple[str, ...], press: str | None
) -> None:
    token = two_questions(engine)
    letter = Inbound("email", "k", WHO, NOW, text=said, tokens=(token,), references=references)
    with transaction(engine) as session:
        assert with_choice(session, HOUSE, letter, NOW).press == press


def test_without_proof_of_the_thread_a_number_is_only_a_number(engine: Engine) -> None:
    two_questions(engine)
    with transaction(engine) as session:
        assert with_choice(session, HOUSE, Inbound("email", "k", WHO, NOW, text="2"), NOW).press is None


def test_the_buttons_of_a_chat_that_is_dead_are_numbered_in_the_letter_that_replaces_it(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = meet(session, Doorstep("telegram", "7", "Dany"), NOW)
        session.add(Address(contact_id=contact.id, channel="email", address=WHO, heard_at=NOW + timedelta(days=1)))
        post(session, Message("q", "telegram", "7", (Block("Toujours valable ?"),), buttons("OF-1")), NOW, contact_id=contact.id)
        redirect(session, HOUSE, session.scalars(select(Outgoing)).one(), dead=True, now=NOW)
        letter = session.scalars(select(Outgoing).where(Outgoing.channel == "email")).one().message
    assert "1. Oui, toujours\n2. Autres dates\n3. Retirer\n\nUn chiffre suffit" in plain(letter.blocks)
    assert letter.buttons == buttons("OF-1")
