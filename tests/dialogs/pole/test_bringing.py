"""Offers brought for an employer: the bearer's mailbox is never the contact, « oui » counts in its own thread only, undo."""

from datetime import timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.agenda.brought import Brought
from core.database import transaction
from core.people.records import Contact
from core.pool.records import Offer
from core.post.inbound import Arrival, Forwarded, Inbound
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.post.tokens import sign
from dialogs.arrivals.case import Case
from dialogs.pole.coordinator_desk import coordinator_writes
from tests.builders import NOW
from tests.day import HOUSE, WEST, a_digest, an_offer, shown, waiting

CALL = "Le garage Alizé à La Possession m’a appelée : 2 élèves en CAP carrossier du 5 au 30 avril. Dany Payet 0692 60 47 12"


def writes(session: Session, text: str, *, answers: bool = False, after: int = 0, forwarded: Forwarded | None = None) -> str:
    """A letter of the coordinator, in answer to our last letter or not; what is answered."""
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    now = NOW + timedelta(minutes=after)
    thread = session.scalars(select(Thread).order_by(Thread.id.desc()).limit(1)).one() if answers else None
    tokens = (sign(HOUSE.key, thread.id, thread.address, NOW),) if thread else ()
    letter = Inbound("email", f"b{number}", WEST.email, now, text=text, tokens=tokens, forwarded=forwarded)
    record(session, [Arrival(letter, b"")], now)
    assert coordinator_writes(Case(session, HOUSE, letter, number, now))
    row = session.scalars(select(Outgoing).where(Outgoing.key == f"answer:{number}")).one()
    return shown(row.message.blocks)


def test_an_offer_told_on_the_phone_is_filed_for_the_employer_at_yes(engine: Engine) -> None:
    with transaction(engine) as session:
        assert "à appeler : Dany Payet, 0692 60 47 12" in writes(session, CALL)
        assert session.scalar(select(func.count()).select_from(Offer)) == 0
        assert "proposé aux établissements" in writes(session, "oui", answers=True)
        offer = session.scalars(select(Offer)).one()
        contact = session.get_one(Contact, offer.contact_id)
        assert (offer.status, contact.email, contact.phone) == ("available", None, "+262692604712")
        assert session.scalars(select(Brought)).one().author == "coordinator:c-ouest"
        assert "déjà traitée" in writes(session, "oui", answers=True, after=1)
        assert session.scalar(select(func.count()).select_from(Offer)) == 1


def test_what_is_missing_is_named_and_completed_or_corrected_in_a_sentence(engine: Engine) -> None:
    with transaction(engine) as session:
        said = writes(session, "Un garage m’a appelée : 2 élèves en CAP carrossier. Dany Payet 0692 60 47 12")
        assert "Il manque : le nom de l’entreprise, la commune, les dates." in said and "« oui »" not in said
        assert "Il manque" in writes(session, "oui", answers=True)
        said = writes(session, "Garage Alizé à La Possession, du 5 au 30 avril, finalement 3 places", answers=True)
        assert "Garage Alizé" in said and "3 élèves" in said and "du 5 au 30 avril 2027, à La Possession" in said
        assert "rien n’est enregistré" in writes(session, "non", answers=True)
        assert session.scalar(select(func.count()).select_from(Offer)) == 0


def test_of_a_forwarded_letter_its_author_is_the_contact_and_hears_where_the_address_comes_from(engine: Engine) -> None:
    letter = Forwarded(
        "La Clinique des Orchidées à Saint-Benoît prend 2 élèves de bac pro ASSP du 5 au 30 avril.",
        "N. Lebon",
        "N.Lebon@o.example",
    )
    with transaction(engine) as session:
        writes(session, "Je vous transmets.", forwarded=letter)
        writes(session, "oui", answers=True)
        [told] = [row for row in waiting(session) if row.address == "n.lebon@o.example"]
        words = shown(told.message.blocks)
        assert "C’est de Mme Doriane EXEMPLE-OUEST que je tiens votre adresse" in words and "effacer mes données" in words
        assert told.due_at == NOW + timedelta(minutes=30)
        assert "n’en a rien su" in writes_in_first_thread(session, "annuler")
        assert told.status == "cancelled" and session.scalars(select(Offer)).one().status == "withdrawn"


def writes_in_first_thread(session: Session, text: str) -> str:
    """Where it was brought: a letter to the employer has opened a thread since."""
    session.flush()
    brought = session.scalars(select(Brought)).one()
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    token = sign(HOUSE.key, brought.thread_id, WEST.email.lower(), NOW)
    heard = Inbound("email", f"b{number}", WEST.email, NOW + timedelta(minutes=5), text=text, tokens=(token,))
    record(session, [Arrival(heard, b"")], NOW)
    assert coordinator_writes(Case(session, HOUSE, heard, number, NOW + timedelta(minutes=5)))
    session.expire_all()
    return shown(session.scalars(select(Outgoing).where(Outgoing.key == f"answer:{number}")).one().message.blocks)


def test_the_bearers_own_address_is_not_taken_for_the_employers(engine: Engine) -> None:
    with transaction(engine) as session:
        writes(session, f"{CALL}\n{WEST.email}")
        writes(session, "oui", answers=True)
        assert session.scalars(select(Contact)).one().email is None


def test_other_letters_bring_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        a_digest(session)
        for text in ("Bonjour, je serai au bureau demain.", "1 ok", "oui", "La mairie cherche des stagiaires ?", "2 places"):
            writes(session, text)
        assert not session.scalars(select(Brought)).all()
