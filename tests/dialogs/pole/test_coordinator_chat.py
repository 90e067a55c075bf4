"""A coordinator's chat: mail, words and buttons do the same; what is nobody's does no harm."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.chats import ASKED_FOR, chats_at, link_chat
from core.agenda.records import Digest
from core.database import transaction
from core.pool.records import Offer
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from dialogs.pole.card_orders import ORDERS, wants_words
from dialogs.pole.coordinator_chat import coordinator_in_chat
from dialogs.wording.words import words_in
from tests.builders import NOW, a_database
from tests.day import TERRITORY, WEST, a_digest, a_matter, an_offer, answer, shown
from tests.pole_chat import CHAT, a_linked_digest, case, last_said

SAID = {
    "ask": "quels horaires ?",
    "answer": "oui, à 8 h",
    "propose": "Moulin Joli 1",
    "taken": "1",
    "until": "31/03",
    "wait": "5/12",
    "pass": "le Sud : l’atelier est au Tampon",
}
BY_MAIL = {
    "ok": "1 ok",
    "no": "1 non",
    "full": "1 complet",
    "ask": "1 demander : quels horaires ?",
    "answer": "1 répondre : oui, à 8 h",
    "propose": "1 proposer Moulin Joli 1",
    "taken": "1 1 prise",
    "until": "1 jusqu'au 31/03",
    "mine": "1 je m'en occupe",
    "wait": "1 attendre 5/12",
    "pass": "1 pour le Sud : l’atelier est au Tampon",
}


def by_mail(session: Session, digest: Digest, verb: str) -> str:
    return answer(session, digest, BY_MAIL[verb])


def by_words(session: Session, digest: Digest, verb: str) -> str:
    assert coordinator_in_chat(case(session, BY_MAIL[verb]))
    return last_said(session)


def by_button(session: Session, digest: Digest, verb: str) -> str:
    assert coordinator_in_chat(case(session, press=f"c.{verb}.{digest.id}.1"))
    if wants_words(verb):
        assert coordinator_in_chat(case(session, SAID[verb]))
    return last_said(session)


@pytest.mark.parametrize("verb", sorted(set(ORDERS) - {"undo"}))
def test_mail_words_and_buttons_do_the_same(verb: str, tmp_path: Path) -> None:
    found = []
    for name, act in (("mail", by_mail), ("words", by_words), ("button", by_button)):
        (tmp_path / name).mkdir()
        engine = a_database(tmp_path / name)
        with transaction(engine) as session:
            digest = a_linked_digest(session)
            echo = act(session, digest, verb)
            offer = session.scalars(select(Offer)).one()
            first = next(line for line in echo.splitlines() if line.startswith("1."))
            told = [shown(row.message.blocks) for row in session.scalars(select(Outgoing).where(Outgoing.action_id.is_not(None)))]
            found.append((first, offer.status, offer.seats_left, offer.ends_on, told))
        engine.dispose()
    assert found[0] == found[1] == found[2]
    assert found[0][0].count("1.") and "Rien n’a" not in found[0][0]


def test_what_a_button_does_is_undone_by_the_next(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        by_button(session, digest, "no")
        assert session.scalars(select(Offer.status)).one() == "rejected"
        by_button(session, digest, "undo")
        assert session.scalars(select(Offer.status)).one() == "available"


def test_a_button_pressed_twice_is_done_once(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        by_button(session, digest, "no")
        assert "Déjà fait" in by_button(session, digest, "no")


@pytest.mark.parametrize(
    "press",
    ["c.ok.999.1", "c.ok.1.99", "c.drop.1.1", "c.ok", "c.ok.x.y", "c.ok.99999999999999.1", "c.ok.1.99999999999999999999", "c."],
)
def test_buttons_that_are_none_do_no_harm(engine: Engine, press: str) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        assert coordinator_in_chat(case(session, press=press))
        assert session.scalars(select(Offer.status)).one() == "available"


def test_a_chat_that_is_not_linked_decides_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        assert coordinator_in_chat(case(session, press=f"c.no.{digest.id}.1", chat="88"))
        assert "n’agit plus ici" in last_said(session, "88")
        assert not coordinator_in_chat(case(session, "1 non", chat="88"))
        assert session.scalars(select(Offer.status)).one() == "available"


def test_words_that_were_asked_for_are_awaited_for_an_hour(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        coordinator_in_chat(case(session, press=f"c.ask.{digest.id}.1"))
        [chat] = chats_at(session, CHAT, TERRITORY)
        chat.asked_at = NOW - ASKED_FOR - timedelta(seconds=1)
        assert coordinator_in_chat(case(session, "quels horaires ?"))
        assert "Question à" not in last_said(session)


def test_orders_go_before_words_that_are_awaited(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        coordinator_in_chat(case(session, press=f"c.ask.{digest.id}.1"))
        assert coordinator_in_chat(case(session, "1 non"))
        assert session.scalars(select(Offer.status)).one() == "rejected"


def test_of_two_buttons_that_want_words_the_last_one_gets_them(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        an_offer(session, "Garage Alizé", vetted=True)
        digest = a_digest(session)
        assert link_chat(session, [WEST, TERRITORY.coordinators["c-sud"]], CHAT, digest, NOW)
        for number in (1, 2):
            assert coordinator_in_chat(case(session, press=f"c.ask.{digest.id}.{number}"))
        assert coordinator_in_chat(case(session, "quels horaires ?"))
        assert "2. Question à" in last_said(session)
        assert coordinator_in_chat(case(session, press=f"c.ask.{digest.id}.1"))
        assert coordinator_in_chat(case(session, "2 note : rappeler"))
        assert coordinator_in_chat(case(session, "et les horaires ?"))  # nothing is awaited any more
        assert "Question à" not in last_said(session)


def test_words_act_on_the_digest_that_was_last_when_they_were_written(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        said = case(session, "1 non")
        a_matter(session)
        a_digest(session, NOW + timedelta(days=1))
        assert coordinator_in_chat(replace(said, now=NOW + timedelta(days=1)))
        assert session.scalars(select(Offer.status)).one() == "rejected"


def test_a_second_press_leaves_the_card_and_its_way_back(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        card = Message(f"chat:{digest.occasion}:1", "telegram", CHAT, (Block("Pharmacie", "item", 1),))
        post(session, card, NOW)
        session.scalars(select(Outgoing).where(Outgoing.key == card.key)).one().remote_id = "5"
        for replaces, said in (("5", "refusé"), (None, "Déjà fait"), ("5", "annulé")):
            press = f"c.{'undo' if said == 'annulé' else 'no'}.{digest.id}.1"
            assert coordinator_in_chat(case(session, press=press))
            last = session.scalars(select(Outgoing).where(Outgoing.address == CHAT).order_by(Outgoing.id.desc()).limit(1)).one()
            assert last.message.envelope.replaces == replaces, said


def test_what_is_no_day_is_asked_for_again(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        assert coordinator_in_chat(case(session, press=f"c.wait.{digest.id}.1"))
        assert coordinator_in_chat(case(session, "quand il voudra"))
        assert "« quand il voudra »" in last_said(session)
        assert coordinator_in_chat(case(session, "le 5/12"))
        assert "5 décembre" in last_said(session)


def test_a_link_to_an_offer_opens_the_employers_side_and_stop_says_what_stops(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        assert coordinator_in_chat(case(session, "stop"))
        assert "« délier » les arrête" in last_said(session)
        assert not coordinator_in_chat(case(session, "/start p-lycee"))
        assert not coordinator_in_chat(case(session, "2 places en mars"))
        assert coordinator_in_chat(case(session, "pôle"))


def test_every_button_is_in_the_documents() -> None:
    documents = (Path(__file__).parents[3] / "docs" / "telegram.md").read_text(encoding="utf-8")
    section = documents.partition("## Coordinators")[2].partition("\n## ")[0]
    for verb in ORDERS:
        assert words_in("fr").label("chat-entry", verb) in section
