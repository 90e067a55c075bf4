"""Two contacts become one and nothing of either is lost; parted addresses are strangers again."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.agenda.records import Matter
from core.database import transaction
from core.people.acquaintance import Doorstep, address_of, known_at, meet
from core.people.joining import join_contacts, other_addresses, owners, part_addresses
from core.people.records import Address, Contact
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block
from core.post.threads import Thread, open_thread
from core.records import Base
from tests.builders import NOW, a_database

MAIL = "dany@garage.example"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return a_database(tmp_path)


def two(session: Session) -> tuple[Contact, Contact]:
    by_mail = meet(session, Doorstep("email", MAIL, "Dany Payet"), NOW)
    return by_mail, meet(session, Doorstep("telegram", "7", "Dany"), NOW + timedelta(hours=1))


def own(session: Session, contact: Contact, number: int) -> None:
    """Something of each kind that a contact may have beside offers."""
    asked = {"kind": "question", "coordinator": "c-sud", "text": "?", "opened_at": NOW}
    session.add(Matter(contact_id=contact.id, **asked))
    post(session, Message(f"m{number}", "telegram", "7", (Block("Bonjour"),)), NOW, contact_id=contact.id)
    open_thread(session, MAIL, "Stage", NOW, contact_id=contact.id)


def test_every_column_that_names_a_contact_is_moved() -> None:
    named = {f"{column.table.name}.{column.name}" for column in owners()}
    assert {"offers.contact_id", "outbox.contact_id", "matters.contact_id", "proposals.by_id", "addresses.contact_id"} <= named
    suspects = {f"{table.name}.{c.name}" for table in Base.metadata.sorted_tables for c in table.columns if "contact" in c.name}
    assert suspects <= named


@settings(max_examples=25, deadline=None)
@given(first=st.integers(0, 3), second=st.integers(0, 3), turned=st.booleans())
def test_whatever_both_had_belongs_to_the_one_who_is_left(
    tmp_path_factory: pytest.TempPathFactory, first: int, second: int, turned: bool
) -> None:
    engine = a_database(tmp_path_factory.mktemp("joined"))
    with transaction(engine) as session:
        one, other = two(session)
        for number in range(first + second):
            own(session, one if number < first else other, number)
        kept = join_contacts(session, *((other, one) if turned else (one, other)))
        left = session.scalars(select(Contact.id)).all()
        assert left == [kept.id]
        for kind in (Matter, Outgoing, Thread):
            assert session.scalar(select(func.count()).select_from(kind).where(kind.contact_id == kept.id)) == first + second
        assert {a.contact_id for a in session.scalars(select(Address))} == {kept.id}
    engine.dispose()


def test_the_talk_under_way_goes_on_and_a_stop_stands(engine: Engine) -> None:
    with transaction(engine) as session:
        by_mail, chat = two(session)
        by_mail.state, chat.state = {"phase": "confirming", "drafts": [1]}, {"phase": "idle"}
        by_mail.stopped_at, by_mail.phone = NOW, "+262692604712"
        kept = join_contacts(session, chat, by_mail)
        assert kept.state == {"phase": "confirming", "drafts": [1], "turn": 1}  # a later turn: no old button answers it
        assert (kept.stopped_at, kept.phone, kept.name, kept.email) == (NOW, "+262692604712", "Dany", MAIL)


def test_of_two_talks_under_way_the_one_that_asks_goes_on(engine: Engine) -> None:
    with transaction(engine) as session:
        by_mail, chat = two(session)
        by_mail.state, chat.state = {"phase": "confirming"}, {"phase": "collecting"}
        assert join_contacts(session, chat, by_mail).state == {"phase": "collecting"}


def test_we_write_where_they_wrote_last_unless_they_prefer_the_other_and_it_lives(engine: Engine) -> None:
    with transaction(engine) as session:
        by_mail, chat = two(session)
        kept = join_contacts(session, chat, by_mail)
        assert where(session, kept) == "telegram"
        kept.prefers = "email"
        session.flush()
        assert where(session, kept) == "email"
        session.scalars(select(Address).where(Address.channel == "email")).one().dead_at = NOW
        session.flush()
        assert where(session, kept) == "telegram"


def where(session: Session, contact: Contact) -> str | None:
    address = address_of(session, contact.id)
    return address.channel if address else None


def test_parted_addresses_are_contacts_that_have_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        by_mail, chat = two(session)
        own(session, by_mail, 1)
        kept = join_contacts(session, chat, by_mail)
        part_addresses(session, kept, other_addresses(session, kept.id, "telegram", "7"), NOW)
        alone = known_at(session, "email", MAIL)
        assert alone and alone.id != kept.id and alone.email == MAIL and kept.email is None
        assert session.scalars(select(Thread.contact_id)).all() == [alone.id]  # its letters prove nothing of the other any more
        assert session.scalars(select(Matter.contact_id)).all() == [kept.id]
