"""Who writes is known by their address, from the first message on."""

from datetime import timedelta

from sqlalchemy import Engine, func, select

from core.database import transaction
from core.people.acquaintance import Doorstep, address_of, join_organisation, meet
from core.people.records import Address, Contact
from core.pool.draft import Employer
from tests.builders import NOW

DOOR = Doorstep("email", "rh@clinique.example", "Nathalie Lebon")


def test_a_stranger_becomes_a_contact_once(engine: Engine) -> None:
    with transaction(engine) as session:
        met = meet(session, DOOR, NOW)
        assert (met.name, met.email, met.organisation) == ("Nathalie Lebon", "rh@clinique.example", None)
        assert meet(session, DOOR, NOW) is met
    with transaction(engine) as session:
        assert meet(session, DOOR, NOW).id == met.id
        assert session.scalar(select(func.count()).select_from(Contact)) == 1


def test_a_contact_comes_with_their_organisation(engine: Engine) -> None:
    with transaction(engine) as session:
        join_organisation(session, meet(session, DOOR, NOW), Employer("Clinique des Lataniers"), "97415", NOW)
    with transaction(engine) as session:
        known = meet(session, DOOR, NOW)
        assert known.organisation and known.organisation.name == "Clinique des Lataniers"


def test_an_address_that_writes_is_alive(engine: Engine) -> None:
    later = NOW + timedelta(days=1)
    with transaction(engine) as session:
        contact = meet(session, DOOR, NOW)
        session.scalars(select(Address)).one().dead_at = NOW
        session.flush()
        assert address_of(session, contact.id) is None
        meet(session, DOOR, later)
        session.flush()
        living = address_of(session, contact.id)
        assert living and (living.heard_at, living.dead_reason) == (later, None)
