"""A coordinator's chat: mail, words and buttons do the same; forged, old and used links; what is nobody's does no harm."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.agenda.chats import ASKED_FOR, LINK_LASTS, Chat, all_chats, chats_at, link_chat, link_token
from core.agenda.digests import gather
from core.agenda.records import Digest
from core.database import transaction
from core.pool.records import Offer
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival, Inbound, InboundKind
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from core.post.threads import open_thread
from core.post.tokens import sign
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.chat_digest import ORDERS, offer_chat, post_to_chat, wants_words
from dialogs.pole.coordinator_chat import coordinator_in_chat, linked_by_digest
from dialogs.pole.coordinator_desk import coordinator_writes
from dialogs.post.redirect import redirect
from dialogs.wording.words import words_in
from tests.builders import NOW, a_database, a_house
from tests.day import TERRITORY, WEST, a_digest, a_matter, an_offer, answer, shown

ON = a_house(GUICHET_COORDINATORS_TELEGRAM="yes")
CHAT = "77"
SAID = {
    "ask": "quels horaires ?",
    "answer": "oui, à 8 h",
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
    "taken": "1 1 prise",
    "until": "1 jusqu'au 31/03",
    "mine": "1 je m'en occupe",
    "wait": "1 attendre 5/12",
    "pass": "1 pour le Sud : l’atelier est au Tampon",
}


def case(session: Session, text: str = "", press: str | None = None, *, chat: str = CHAT, house: House = ON) -> Case:
    """A message of this chat, recorded as it came."""
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    kind: InboundKind = "press" if press else "message"
    heard = Inbound("telegram", str(number), chat, NOW, kind, text=text, press=press, name="Doriane", message_id="5")
    record(session, [Arrival(heard, b"")], NOW)
    return Case(session, house, heard, number, NOW)


def a_linked_digest(session: Session) -> Digest:
    """One entry; the coordinator of the West has linked a chat."""
    an_offer(session, vetted=True)
    digest = a_digest(session)
    assert link_chat(session, [WEST], CHAT, digest, NOW)
    return digest


def last_said(session: Session, chat: str = CHAT) -> str:
    row = session.scalars(select(Outgoing).where(Outgoing.address == chat).order_by(Outgoing.id.desc()).limit(1)).one()
    return shown(row.message.blocks)


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


def test_switched_off_nothing_is_offered_linked_or_obeyed(engine: Engine) -> None:
    off = a_house()
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        token = link_token(off.ring, digest)
        assert not linked_by_digest(case(session, house=off), token)
        assert not coordinator_in_chat(case(session, "1 non", house=off))
        assert coordinator_in_chat(case(session, press=f"c.no.{digest.id}.1", house=off))
        assert session.scalars(select(Offer.status)).one() == "available"


def test_a_link_serves_one_chat_for_two_weeks_and_a_forged_one_none(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        token = link_token(ON.ring, digest)
        old = replace(case(session), now=digest.made_at + LINK_LASTS + timedelta(seconds=1))
        for one, said in (
            (old, token),
            (case(session), token[:-1] + "a"),
            (case(session), "1-" + "a" * 16),
            (case(session), "x"),
        ):
            assert linked_by_digest(replace(one, message_id=hash(said) % 1000 + 2000), said)
            assert not session.scalars(select(Chat)).all()
        assert linked_by_digest(case(session), token)
        assert linked_by_digest(case(session), token)  # followed twice: nothing changes
        assert linked_by_digest(case(session, chat="88"), token)
        assert "déjà servi" in last_said(session, "88")
        assert [chat.address for chat in session.scalars(select(Chat))] == [CHAT]


def test_a_later_link_takes_the_place_and_the_former_chat_hears_of_it(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        a_matter(session)
        later = a_digest(session, NOW + timedelta(days=1))
        assert linked_by_digest(case(session, chat="88"), link_token(ON.ring, later))
        assert "une autre conversation" in last_said(session, CHAT)
        assert [chat.address for chat in session.scalars(select(Chat))] == ["88"]
        letter = session.scalars(select(Outgoing).where(Outgoing.channel == "email").order_by(Outgoing.id.desc())).first()
        assert letter and "vient d’être reliée" in shown(letter.message.blocks)


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


def test_who_took_the_function_over_does_not_share_the_former_persons_chat(engine: Engine) -> None:
    heir = replace(WEST, email="heir@example.org")
    after = replace(ON, territory=replace(TERRITORY, coordinators={**TERRITORY.coordinators, heir.id: heir}))
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        assert not coordinator_in_chat(case(session, "1 non", house=after))
        assert coordinator_in_chat(case(session, press=f"c.no.{digest.id}.1", house=after))
        assert "n’agit plus ici" in last_said(session) and session.scalars(select(Offer.status)).one() == "available"
        assert offer_chat(session, after, digest) == ()  # no bot name is known here
        keep_bot_name(session, "pole_bot")
        assert offer_chat(session, after, digest) and not offer_chat(session, ON, digest)


def test_a_chat_that_is_shut_is_forgotten(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        sheet = gather(session, WEST, digest.day, NOW, TERRITORY)
        post_to_chat(session, ON, digest, sheet, urgent=False)
        row = session.scalars(select(Outgoing).where(Outgoing.address == CHAT)).first()
        assert row is not None and redirect(session, ON, row, dead=True, now=NOW)
        assert not all_chats(session)


@pytest.mark.parametrize("by", ["chat", "letter"])
def test_once_unlinked_the_link_that_was_used_links_nobody_any_more(engine: Engine, by: str) -> None:
    with transaction(engine) as session:
        digest = a_linked_digest(session)
        if by == "chat":
            assert coordinator_in_chat(case(session, "Délier"))
        else:
            thread = open_thread(session, WEST.email, "point", NOW, digest_id=digest.id)
            token = sign(ON.key, thread.id, WEST.email, NOW)
            letter = Inbound("email", "m", WEST.email, NOW, text="délier", tokens=(token,))
            record(session, [Arrival(letter, b"")], NOW)
            assert coordinator_writes(session, ON, letter, 1, NOW)
            assert "que par mail" in last_said(session, WEST.email)
        assert not all_chats(session)
        for chat in (CHAT, "88"):
            assert linked_by_digest(case(session, chat=chat), link_token(ON.ring, digest))
            assert "déjà servi" in last_said(session, chat)
        assert not all_chats(session)


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


def test_every_button_is_in_the_documents() -> None:
    documents = (Path(__file__).parents[3] / "docs" / "telegram.md").read_text(encoding="utf-8")
    section = documents.partition("## Coordinators")[2].partition("\n## ")[0]
    for verb in ORDERS:
        assert words_in("fr").label("chat-entry", verb) in section
