"""Which commands a message may have carried out at once, and which need the word of whoever filed the offer."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.digests import gather
from core.agenda.proposals import Proposal, Wish, propose, wishes_of
from core.agenda.records import Matter
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.pool.commands import ChangeOffer, CloseOffer, Command, ConfirmOffer, OpenMatter, Unfile
from core.pool.draft import Draft
from core.pool.history import Author
from core.pool.records import Offer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import record
from core.post.outbox import Outgoing
from dialogs.desk import Desk
from dialogs.pole.digest import write_digest
from dialogs.proof.proposals import set_apart
from dialogs.proof.settlement import clear_answer
from dialogs.talk.own_offers import seats_left
from dialogs.talk.say import Turn
from dialogs.talk.state import State
from dialogs.talk.turn import take_turn
from dialogs.understanding.heard import Heard
from dialogs.wording.page import plain
from dialogs.wording.words import words_in
from tests.builders import NOW, TODAY
from tests.day import HOUSE, TERRITORY, WEST, an_offer, shown
from tests.dialogs.talk.test_turn import an_offer as a_known_offer
from tests.dialogs.talk.test_turn import facts

REFERENCE = "OF-2026-00001"
CLOSE, CHANGE = CloseOffer(REFERENCE, "filled"), ChangeOffer(REFERENCE, Draft(seats=1))
STILL, UNFILE, ASK = ConfirmOffer(REFERENCE), Unfile((REFERENCE,)), OpenMatter("question", "C’est payé ?")
EVERYTHING: tuple[Command, ...] = (CLOSE, CHANGE, STILL, UNFILE, ASK)


@pytest.mark.parametrize(
    ("proof", "done"),
    [
        ({"channel": "telegram"}, EVERYTHING),
        ({}, (CHANGE, STILL, UNFILE, ASK)),
        ({"trusted": False}, (STILL, ASK)),
        ({"trusted": False, "vouched": False}, (ASK,)),
        ({"offers": (), "shared": (a_known_offer(),)}, (ASK,)),
    ],
)
def test_what_is_done_at_once_depends_on_what_is_proved(proof: dict[str, object], done: tuple[Command, ...]) -> None:
    known = replace(facts(channel="email", offers=(a_known_offer(),)), **proof)  # type: ignore[arg-type]
    turn, wishes = set_apart(Turn(State(), do=EVERYTHING), known)
    assert turn.do == done
    assert wishes == tuple(wish for command in EVERYTHING if command not in done for wish in wishes_of(command))


def test_a_wish_is_carried_out_as_the_command_that_it_was() -> None:
    assert [wish.command for command in (CLOSE, CHANGE, STILL) for wish in wishes_of(command)] == [CLOSE, CHANGE, STILL]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("oui", True),
        ("Bonjour,\noui c’est bien cela, merci.\nCordialement", True),
        ("D’accord", True),
        ("Bonjour Madame, je confirme", True),
        ("👍", True),
        ("Non, c’est une erreur", False),
        ("Absolument pas !", False),
        ("Bonjour, non.", False),
        ("Oui, mais une seule place", None),
        ("Qui est cette personne ?", None),
        ("", None),
        ("Yes, that is right", True),
        ("Hello, no", False),
    ],
)
def test_a_clear_answer_is_told_from_one_with_a_reserve(said: str, meant: bool | None) -> None:
    assert clear_answer(said) is meant


def a_proposal(session: Session) -> tuple[Proposal, Offer]:
    """A colleague says that the offer of somebody on Telegram is filled."""
    offer = an_offer(session)
    colleague = meet(session, Doorstep("email", "accueil@baie.example", "Marc"), NOW)
    author, wish = Author(f"contact:{colleague.id}", NOW, "email"), Wish(offer.reference, status="filled")
    return propose(session, wish, offer, colleague.id, author=author, said="Marc écrit que l’offre est pourvue")[0], offer


def answered(engine: Engine, **said: str) -> list[str]:
    """What is said after the one who filed the offer has answered on Telegram."""
    with transaction(engine) as session:
        record(session, [Arrival(Inbound("telegram", repr(said), "7", NOW, **said), b"")], NOW)  # type: ignore[arg-type]
    while Desk(engine, HOUSE).work(NOW):
        pass
    with transaction(engine) as session:
        rows = session.scalars(select(Outgoing).order_by(Outgoing.id))
        return [f"{row.channel}: {plain(row.message.blocks)}".replace("\u00a0", " ") for row in rows]


@pytest.mark.parametrize("said", [{"press": "o.agree.1", "kind": "press"}, {"text": "oui"}])
def test_on_a_chat_a_button_or_a_word_settles_it_and_the_colleague_hears_of_it(engine: Engine, said: dict[str, str]) -> None:
    with transaction(engine) as session:
        proposal, offer = a_proposal(session)
        assert proposal.id == 1
    told = answered(engine, **said)
    assert any(one.startswith("telegram: Parfait, la place est notée") for one in told)
    assert any(one.startswith("email: Bonjour Marc") and "est pourvue" in one for one in told)
    with transaction(engine) as session:
        assert session.get_one(Offer, offer.id).status == "filled"
        assert session.scalars(select(Matter)).one().outcome == "agreed"
    assert "C’était déjà réglé" in answered(engine, press="o.refuse.1", kind="press", text="")[-1]


def test_nobody_else_presses_the_button(engine: Engine) -> None:
    with transaction(engine) as session:
        _, offer = a_proposal(session)
        record(session, [Arrival(Inbound("telegram", "x", "8", NOW, kind="press", press="o.agree.1"), b"")], NOW)
    Desk(engine, HOUSE).work(NOW)
    with transaction(engine) as session:
        assert session.get_one(Offer, offer.id).status == "to_check"


def test_the_coordinator_sees_what_nobody_has_confirmed(engine: Engine) -> None:
    with transaction(engine) as session:
        a_proposal(session)
        sheet = gather(session, WEST, TODAY, NOW, TERRITORY)
        text = shown(write_digest(sheet, HOUSE)[1])
    assert "Marc écrit que l’offre est pourvue. La personne qui a déposé l’offre n’a pas encore confirmé." in text


def test_the_same_wish_is_kept_once(engine: Engine) -> None:
    with transaction(engine) as session:
        proposal, offer = a_proposal(session)
        author = Author("contact:2", NOW, "email")
        again = propose(session, proposal.wish, offer, proposal.by_id, author=author, said="encore")
        assert again == (proposal, False)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Une place est prise, il en reste une.", 1),
        ("j’ai pris quelqu’un, il ne reste qu’une place", 1),
        ("On a trouvé un stagiaire, il reste encore 2 places", 2),
        ("plus que deux", 2),
        ("one is taken, one place left", 1),
        ("la place est prise, il ne reste rien", None),
        ("je reste à votre disposition", None),
        ("Je retire mon offre, merci du reste", None),
    ],
)
def test_places_that_are_left_are_heard(said: str, left: int | None) -> None:
    assert seats_left(said) == left


def test_an_offer_with_places_left_is_changed_and_not_ended() -> None:
    known = facts("Une place est prise, il en reste une", offers=(a_known_offer(),))
    heard = Heard("fr", "withdraw_offer", 0.9)
    assert take_turn(State(), heard, known, words_in("fr")).do == (ChangeOffer(REFERENCE, Draft(seats=1)),)
