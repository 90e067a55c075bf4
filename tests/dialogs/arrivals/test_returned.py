"""Letters that come back, as servers write their reports: what follows for the address, the words and the person."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.agenda.records import Matter
from core.database import transaction
from core.people.records import Address
from core.post.inbox import Incoming
from dialogs.pole.digest import preview_digest
from mail.leaving.envelope import return_path
from tests.builders import NOW
from tests.correspondents import Office, opened, words_of
from tests.day import shown
from tests.mail.builders import a_letter

OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"
WHO = "dany@garage.example"


@pytest.fixture
def office(engine: Engine) -> Iterator[Office]:
    one = Office("stages@pole.example", engine=engine)
    one.hear(a_letter(OFFER, From=f"Dany Payet <{WHO}>"))
    one.letters()
    yield one
    one.close()


def report(
    office: Office, status: str, action: str = "failed", *, to: str = "", recipient: str = WHO, sent: bytes = b""
) -> bytes:
    """A report of RFC 3464 about the last letter, to the sender of its envelope."""
    parcel = office.parcels[-1]
    kind = 'multipart/report; report-type=delivery-status; boundary="b"'
    fields = "Reporting-MTA: dns; mx.garage.example\r\n\r\n"
    fields += f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
    parts = [("text/plain", "Votre message n'a pas pu être remis."), ("message/delivery-status", fields)]
    parts += [("text/rfc822-headers", sent.partition(b"\r\n\r\n")[0].decode())] if sent else []
    body = "".join(f"--b\r\nContent-Type: {one}\r\n\r\n{text}\r\n" for one, text in parts) + "--b--\r\n"
    head = {"From": "Mail Delivery System <MAILER-DAEMON@mx.garage.example>", "To": to or return_path(parcel, office.identity)}
    return a_letter(
        body.encode(),
        head,
        Content_Type=kind,
        Return_Path="<>",
        Subject="Undelivered Mail",
        Message_ID=f"<{office.now.timestamp()}@mx>",
    )


def dead(office: Office) -> bool:
    with transaction(office.engine) as session:
        return session.scalars(select(Address.dead_at).where(Address.address == WHO)).one() is not None


def matters(office: Office) -> list[str]:
    with transaction(office.engine) as session:
        return list(session.scalars(select(Matter.kind)))


def test_an_address_that_does_not_exist_is_left_and_the_coordinator_can_call(office: Office) -> None:
    office.hear(report(office, "5.1.1"))
    assert dead(office) and matters(office) == ["unreachable"]
    with transaction(office.engine) as session:
        west = office.house.territory.coordinators[session.scalars(select(Matter.coordinator)).one()]
        digest = shown(preview_digest(session, office.house, west, NOW.date(), office.now)[1])
    for words in ("Dany Payet", "0692 60 47 12", "OF-2026-00001", "n’est plus joignable par courriel", "C’est enregistré"):
        assert words in digest, digest


def test_the_right_person_is_found_when_the_report_names_a_catch_all(office: Office) -> None:
    office.hear(report(office, "5.1.1", recipient="tout@garage.example"))
    assert dead(office)


def test_the_words_go_by_the_other_channel_and_nobody_need_call(office: Office) -> None:
    with transaction(office.engine) as session:
        known = session.scalars(select(Address)).one()
        session.add(Address(contact_id=known.contact_id, channel="telegram", address="7", heard_at=NOW - timedelta(days=3)))
    office.hear(report(office, "5.1.1"))
    last = office.rows()[-1]
    assert (last.channel, last.address, last.key) == ("telegram", "7", "answer:1:other")
    assert dead(office) and matters(office) == []


def test_who_writes_again_from_a_dead_address_is_answered(office: Office) -> None:
    office.hear(report(office, "5.1.1"))
    office.hear(a_letter("Bonjour, me revoilà", From=WHO, Message_ID="<2@garage.example>"), timedelta(hours=2))
    assert not dead(office) and len(office.letters()) == 1


def test_a_full_mailbox_is_tried_again_under_the_same_name_then_somebody_is_told(office: Office) -> None:
    first, seen = opened(office.sent[-1])["Message-ID"], []
    for hours in (4, 24, 72):
        office.hear(report(office, "4.2.2"))
        assert office.letters() == []
        office.now += timedelta(hours=hours)
        seen += [opened(letter)["Message-ID"] for letter in office.letters()]
    assert seen == [first] * 3 and matters(office) == []
    office.hear(report(office, "4.2.2"))
    assert matters(office) == ["unreachable"] and not dead(office)
    office.now += timedelta(days=9)
    assert office.letters() == []


def test_who_writes_while_a_returned_letter_waits_is_answered_at_once(office: Office) -> None:
    office.hear(report(office, "4.2.2"))
    office.hear(a_letter("Bonjour, me revoilà", From=WHO, Message_ID="<2@garage.example>"), timedelta(hours=2))
    assert len(office.letters()) == 1


def test_a_delay_is_only_noted(office: Office) -> None:
    office.hear(report(office, "4.4.1", "delayed"))
    office.now += timedelta(days=9)
    assert office.letters() == [] and matters(office) == [] and not dead(office)


def test_without_plus_addresses_our_message_id_in_the_returned_head_is_proof(office: Office) -> None:
    office.hear(report(office, "5.1.1", to="stages@pole.example", sent=office.sent[-1]))
    assert dead(office)


def test_a_report_that_only_names_the_recipient_buries_nobody_but_is_told(office: Office) -> None:
    office.hear(report(office, "5.1.1", to="stages@pole.example"))
    assert not dead(office) and matters(office) == ["unreachable"]


@pytest.mark.parametrize("forged", ["stages+b1.abcdefghij234567@pole.example", "stages@pole.example"])
def test_a_forged_report_about_somebody_we_never_wrote_to_does_nothing(office: Office, forged: str) -> None:
    with transaction(office.engine) as session:
        known = session.scalars(select(Address)).one()
        session.add(Address(contact_id=known.contact_id, channel="email", address="boss@garage.example", heard_at=NOW))
    office.hear(report(office, "5.1.1", to=forged, recipient="boss@garage.example"))
    with transaction(office.engine) as session:
        assert session.scalars(select(Address.dead_at)).all() == [None, None]
    assert matters(office) == []


def test_a_filter_that_wants_a_click_is_told_to_the_coordinator(office: Office) -> None:
    said = "Votre message est en attente. Authentifiez-vous : cliquez ici pour délivrer le message."
    office.hear(a_letter(said, From=WHO, Subject="Votre message à dany@garage.example", Message_ID="<c@antispam.example>"))
    assert office.letters() == [] and matters(office) == ["unreachable"] and not dead(office)
    with transaction(office.engine) as session:
        person = office.house.territory.coordinators[session.scalars(select(Matter.coordinator)).one()]
        assert "filtre anti-spam" in shown(preview_digest(session, office.house, person, NOW.date(), office.now)[1])


def test_the_academy_hears_that_a_coordinators_address_fails(office: Office) -> None:
    office.now = NOW.replace(hour=4) + timedelta(days=1)  # the morning's digest
    office.make_rounds()
    digests = [letter for letter in office.letters() if "OF-2026-00001" in words_of(letter)]
    assert digests
    office.hear(report(office, "5.1.1", recipient=str(opened(digests[-1])["To"])))
    (told,) = [letter for letter in office.letters() if "vérifier cette adresse" in words_of(letter)]
    assert office.house.territory.academy.email in str(opened(told)["To"])


def test_a_number_that_no_database_holds_breaks_nothing(office: Office) -> None:
    forged = b"Message-ID: <o999999999999.1.abcdefghij23456723456@pole.example>\r\n\r\n"
    office.hear(report(office, "5.1.1", to="stages@pole.example", recipient="x@y.example", sent=forged))
    with transaction(office.engine) as session:
        assert set(session.scalars(select(Incoming.status))) == {"done"}
    assert not dead(office) and matters(office) == []


def test_nobody_is_asked_to_call_a_stranger_whose_address_was_made_up(office: Office) -> None:
    office.hear(a_letter("Bonjour, gagnez beaucoup", From="promo@nowhere.example", Message_ID="<p@x>"))
    office.letters()
    office.hear(report(office, "5.1.1", recipient="promo@nowhere.example"))
    assert office.rows()[-1].status == "failed" and matters(office) == []
