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
from core.people.acquaintance import Doorstep, meet
from core.pool.records import Offer
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival, Inbound, InboundKind
from core.post.inbox import Incoming, record
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.threads import open_thread
from core.post.tokens import sign
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.pole.card_orders import ORDERS, orders_of, wants_words
from dialogs.pole.chat_digest import offer_chat, post_to_chat
from dialogs.pole.coordinator_chat import coordinator_in_chat, linked_by_digest
from dialogs.pole.coordinator_desk import coordinator_writes
from dialogs.pole.orders import read_orders
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
        token = link_token(off.ring, digest, WEST)
        assert not linked_by_digest(case(session, house=off), token)
        assert not coordinator_in_chat(case(session, "1 non", house=off))
        assert coordinator_in_chat(case(session, press=f"c.no.{digest.id}.1", house=off))
        assert session.scalars(select(Offer.status)).one() == "available"


def test_a_link_serves_one_chat_for_two_weeks_and_a_forged_one_none(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        token = link_token(ON.ring, digest, WEST)
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
        assert linked_by_digest(case(session, chat="88"), link_token(ON.ring, later, WEST))
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
        assert "agit plus" not in shown(offer_chat(session, after, digest))
        assert "Vous pouvez aussi" in shown(offer_chat(session, after, digest))
        assert linked_by_digest(case(session, house=after), link_token(ON.ring, digest, WEST))  # the former holder's link
        assert "plus valable" in last_said(session) and [chat.email for chat in all_chats(session)] == [WEST.email.lower()]


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
            assert linked_by_digest(case(session, chat=chat), link_token(ON.ring, digest, WEST))
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


def test_every_digest_has_a_link_and_the_last_one_takes_the_place_of_a_strangers_chat(engine: Engine) -> None:
    with transaction(engine) as session:
        keep_bot_name(session, "pole_bot")
        a_linked_digest(session)
        a_matter(session)
        later = a_digest(session, NOW + timedelta(days=1))
        [line] = offer_chat(session, ON, later)
        assert "n’est pas la vôtre" in line.text
        token = str(line.link).partition("?start=c-")[2]
        assert linked_by_digest(case(session, chat="88"), token)
        assert [chat.address for chat in all_chats(session)] == ["88"]


def test_an_earlier_link_followed_in_the_linked_chat_does_not_open_the_later_one_again(engine: Engine) -> None:
    with transaction(engine) as session:
        first = a_linked_digest(session)
        a_matter(session)
        later = a_digest(session, NOW + timedelta(days=1))
        assert link_chat(session, [WEST], CHAT, later, NOW)
        assert link_chat(session, [WEST], CHAT, first, NOW)
        assert not link_chat(session, [WEST], "88", later, NOW)


def test_words_act_on_the_digest_that_was_last_when_they_were_written(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        said = case(session, "1 non")
        a_matter(session)
        a_digest(session, NOW + timedelta(days=1))
        assert coordinator_in_chat(replace(said, now=NOW + timedelta(days=1)))
        assert session.scalars(select(Offer.status)).one() == "rejected"


def test_a_chat_of_a_person_who_is_an_employer_too_is_forgotten_when_it_is_shut(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        employer = meet(session, Doorstep("telegram", CHAT, "Doriane"), NOW)
        post(session, Message("news", "telegram", CHAT, (Block("Bonjour"),)), NOW, contact_id=employer.id)
        row = session.scalars(select(Outgoing).where(Outgoing.key == "news")).one()
        redirect(session, ON, row, dead=True, now=NOW)
        assert not all_chats(session)


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


@pytest.mark.parametrize(
    ("verb", "said", "order"),
    [
        ("until", "jusqu’au 31/03", "1 jusqu'au 31/03"),
        ("until", "Le 31 mars", "1 jusqu'au 31 mars"),
        ("until", "la fin mars", "1 jusqu'au fin mars"),
        ("wait", "le 5/12.", "1 attendre 5/12"),
        ("wait", "attendre 5/12", "1 attendre 5/12"),
        ("taken", "2 places", "1 2 prises"),
        ("taken", "Deux places prises", "1 2 prises"),
        ("pass", "pour le Sud : l’atelier est là", "1 pour le Sud : l’atelier est là"),
    ],
)
def test_what_is_written_around_a_day_or_a_count_does_not_matter(verb: str, said: str, order: str) -> None:
    assert orders_of(verb, 1, NOW.date(), said) == read_orders(order, NOW.date())


def test_words_that_go_outside_go_whole() -> None:
    said = "Quels horaires ; 2 non ?\n\n3 ok / et la tenue ? " + "Merci. " * 400
    [order] = orders_of("ask", 1, NOW.date(), said).orders
    assert order.words == said.strip()
    assert orders_of("ask", 1, NOW.date(), "demander : quels horaires ?").orders[0].words == "quels horaires ?"


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
