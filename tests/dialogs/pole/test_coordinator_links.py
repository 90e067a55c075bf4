"""What links a coordinator's chat, and what ends it: forged, old, used and later links, passed functions, shut chats."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.agenda.chats import LINK_LASTS, Chat, all_chats, link_chat, link_token
from core.agenda.digests import gather
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.pool.records import Offer
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival, Inbound
from core.post.inbox import record
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.threads import open_thread
from core.post.tokens import sign
from dialogs.arrivals.case import Case
from dialogs.pole.chat_digest import offer_chat, post_to_chat
from dialogs.pole.coordinator_chat import coordinator_in_chat, linked_by_digest
from dialogs.pole.coordinator_desk import coordinator_writes
from dialogs.post.redirect import redirect
from tests.builders import NOW, a_house
from tests.day import TERRITORY, WEST, a_digest, a_matter, an_offer, shown
from tests.pole_chat import CHAT, ON, a_linked_digest, case, last_said


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
            assert coordinator_writes(Case(session, ON, letter, 1, NOW))
            assert "que par mail" in last_said(session, WEST.email)
        assert not all_chats(session)
        for chat in (CHAT, "88"):
            assert linked_by_digest(case(session, chat=chat), link_token(ON.ring, digest, WEST))
            assert "déjà servi" in last_said(session, chat)
        assert not all_chats(session)


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


def test_a_chat_of_a_person_who_is_an_employer_too_is_forgotten_when_it_is_shut(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        employer = meet(session, Doorstep("telegram", CHAT, "Doriane"), NOW)
        post(session, Message("news", "telegram", CHAT, (Block("Bonjour"),)), NOW, contact_id=employer.id)
        row = session.scalars(select(Outgoing).where(Outgoing.key == "news")).one()
        redirect(session, ON, row, dead=True, now=NOW)
        assert not all_chats(session)
