"""Filing numbers, routes, checks and promises; changing and ending keep what was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.records import Due
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.people.records import Contact
from core.pool.commands import ChangeOffer, CloseOffer, Filed, FileOffer, NotDone, Unfile, Unfiled
from core.pool.draft import Callback, Draft, Employer, Period, Place
from core.pool.filing import change_offer, close_offer, file_offer, unfile
from core.pool.history import Author
from core.pool.records import Offer, OfferChange
from tests.builders import NOW, a_draft, a_house

TERRITORY = a_house().territory
AUTHOR = Author("contact:1", NOW, "telegram")


def somebody(session: Session) -> Contact:
    return meet(session, Doorstep("telegram", "7", "Jean"), NOW)


def a_filing(session: Session, contact: Contact, **said: object) -> Filed:
    command = FileOffer(a_draft(**said), Employer("Élec Austral"), Callback("Jean", phone="+262692000011"))
    return file_offer(session, command, contact, AUTHOR, TERRITORY)


def test_a_first_offer_is_numbered_routed_and_checked_because_its_employer_is_new(engine: Engine) -> None:
    with transaction(engine) as session:
        filed = a_filing(session, somebody(session))
        assert (filed.reference, filed.pole, filed.coordinator.id) == ("OF-2026-00001", "Pôle de stages Ouest", "c-ouest")
        assert (filed.status, filed.check_reason) == ("to_check", "new_organisation")


def test_the_offer_of_a_known_organisation_is_available_at_once(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        a_filing(session, contact)
        assert contact.organisation
        contact.organisation.vetted_at = NOW
        assert a_filing(session, contact, seats=1, programmes=("bac-pro-mcv-a",)).status == "available"


def test_the_same_offer_twice_is_a_suspected_twin(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        a_filing(session, contact)
        assert a_filing(session, contact).check_reason == "twin"


@pytest.mark.parametrize(
    ("name", "said", "twin"),
    [
        ("Pharmacie de la Baie", {}, True),
        ("PHARMACIE DE LA BAIE SARL", {"seats": 5}, True),
        ("Pharmacie de la Baye", {}, True),
        ("Pharmacie du Port", {}, False),
        ("Pharmacie de la Baie", {"place": Place("97411", "Saint-Denis")}, False),
        ("Pharmacie de la Baie", {"programmes": ("bac-pro-tci",)}, False),
        ("Pharmacie de la Baie", {"programmes": ()}, True),
        ("Pharmacie de la Baie", {"periods": (Period(date(2027, 3, 1), date(2027, 3, 19)),)}, False),
    ],
)
def test_the_same_offer_by_a_colleague_is_found_whatever_the_name_is_written_like(
    engine: Engine, name: str, said: dict[str, object], twin: bool
) -> None:
    with transaction(engine) as session:
        for number, (who, slots) in enumerate([("Pharmacie de la Baie", {}), (name, said)]):
            contact = meet(session, Doorstep("telegram", str(number), None), NOW)
            author = Author(f"contact:{contact.id}", NOW, "telegram")
            callback = Callback("X", phone=f"+26269200001{number}")
            filed = file_offer(session, FileOffer(a_draft(**slots), Employer(who), callback), contact, author, TERRITORY)
        offer = session.scalars(select(Offer).where(Offer.reference == filed.reference)).one()
        assert offer.twin == ("OF-2026-00001" if twin else None) and (filed.check_reason == "twin") == twin


def test_two_offers_of_one_message_are_no_twins_of_each_other_by_name_alone(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        assert a_filing(session, contact).check_reason != "twin"
        assert a_filing(session, contact, programmes=("bac-pro-tci",)).check_reason != "twin"


def test_an_offer_outside_the_territory_has_no_pole_and_is_checked(engine: Engine) -> None:
    with transaction(engine) as session:
        filed = a_filing(session, somebody(session), place=Place("75056", "Paris"))
        assert (filed.pole, filed.check_reason, filed.coordinator.id) == (None, "outside", "c-acad")


def test_an_apprenticeship_goes_to_the_cfa_with_a_copy_to_the_pole(engine: Engine) -> None:
    with transaction(engine) as session:
        filed = a_filing(session, somebody(session), kind="apprenticeship")
        offer = session.scalars(select(Offer)).one()
        assert (filed.coordinator.id, offer.copies, offer.pole) == ("c-cfa", ["c-ouest"], "pole-ouest")


def test_news_are_promised_thirty_days_before_the_start(engine: Engine) -> None:
    with transaction(engine) as session:
        filed = a_filing(session, somebody(session))
        assert filed.news_by == date(2026, 12, 31)  # 2 January 2027 is a Saturday, the 1st a public holiday
        assert session.scalar(select(Due).where(Due.kind == "news", Due.object == filed.reference))


def test_a_new_place_routes_the_offer_again_and_keeps_the_old_one(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        filed = a_filing(session, contact)
        change = ChangeOffer(filed.reference, Draft(place=Place("97422", "Le Tampon"), seats=1))
        changed = change_offer(session, change, contact, AUTHOR, TERRITORY)
        last = session.scalars(select(OfferChange).order_by(OfferChange.id.desc())).first()
        assert not isinstance(changed, NotDone) and getattr(changed, "rerouted").id == "c-sud"  # noqa: B009
        assert last and (last.before["pole"], last.after["pole"], last.after["seats_left"]) == ("pole-ouest", "pole-sud", 1)


def test_a_withdrawn_offer_cannot_be_changed_or_closed_as_filled_by_a_stranger(engine: Engine) -> None:
    with transaction(engine) as session:
        contact, filed = somebody(session), a_filing(session, somebody(session))
        stranger = meet(session, Doorstep("telegram", "8", "Paul"), NOW)
        assert close_offer(session, CloseOffer(filed.reference, "withdrawn"), stranger, AUTHOR) == NotDone(
            "UnknownOffer", filed.reference
        )
        close_offer(session, CloseOffer(filed.reference, "withdrawn"), contact, AUTHOR)
        again = change_offer(session, ChangeOffer(filed.reference, Draft(seats=1)), contact, AUTHOR, TERRITORY)
        assert again == NotDone("OfferClosed", filed.reference, "withdrawn")


def test_a_filing_is_undone_within_thirty_minutes_only(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        first, second = a_filing(session, contact), a_filing(session, contact, seats=1)
        soon = Author("contact:1", NOW + timedelta(minutes=29), "telegram")
        late = Author("contact:1", NOW + timedelta(minutes=31), "telegram")
        assert unfile(session, Unfile((first.reference,)), contact, soon) == Unfiled((first.reference,))
        assert unfile(session, Unfile((second.reference,)), contact, late) == NotDone("TooLateToUndo")


def test_a_pole_may_have_every_offer_checked(engine: Engine) -> None:
    west = replace(TERRITORY.poles["pole-ouest"], check_all=True)
    strict = replace(TERRITORY, poles={**TERRITORY.poles, west.id: west})
    with transaction(engine) as session:
        contact = somebody(session)
        a_filing(session, contact)
        assert contact.organisation
        contact.organisation.vetted_at = NOW
        command = FileOffer(a_draft(programmes=("bac-pro-mcv-a",)), Employer("Élec Austral"), Callback("Jean"))
        assert file_offer(session, command, contact, AUTHOR, TERRITORY).status == "available"
        command = replace(command, draft=a_draft(programmes=("cap-cuisine",)))
        filed = file_offer(session, command, contact, AUTHOR, strict)
        assert (filed.status, filed.check_reason) == ("to_check", "pole")


def test_fewer_seats_than_are_taken_fill_the_offer(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = somebody(session)
        filed = a_filing(session, contact, seats=3)
        offer = session.scalars(select(Offer).where(Offer.reference == filed.reference)).one()
        offer.seats_left = 1
        change_offer(session, ChangeOffer(filed.reference, Draft(seats=2)), contact, AUTHOR, TERRITORY)
        assert (offer.status, offer.seats_left) == ("filled", 0)
