"""One click in a mail program, or a complaint to a provider, is « stop »; a word is enough to come back."""

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import unquote

import pytest
from sqlalchemy import select

from core.database import transaction
from core.people.records import Contact
from tests.builders import NOW
from tests.correspondents import Office, opened, words_of
from tests.mail.builders import a_letter

OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"
WHO = "dany@garage.example"


@pytest.fixture(params=[True, False], ids=["plus", "no plus"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """An offer was filed by mail, and the news of it have left."""
    one = Office("stages@pole.example", plus=request.param)
    one.hear(a_letter(OFFER, From=f"Dany Payet <{WHO}>"))
    one.letters()
    one.now = NOW + timedelta(days=105)  # a Tuesday in March
    one.make_rounds()
    assert [str(opened(letter)["To"]) for letter in one.letters() if WHO in str(opened(letter)["To"])]
    yield one
    one.close()


def last_to_them(office: Office) -> bytes:
    """The last letter of our own initiative."""
    return [one for one in office.sent if WHO in str(opened(one)["To"]) and opened(one)["List-Unsubscribe"]][-1]


def one_click(office: Office, sender: str = WHO, **headers: str) -> bytes:
    """What a mail program sends by itself: the address and the subject of the header, and no word."""
    link = re.fullmatch(r"<mailto:([^?>]+)\?subject=([^&>]+)>", str(opened(last_to_them(office))["List-Unsubscribe"]))
    assert link
    return a_letter(b"", From=sender, To=link[1], Subject=unquote(link[2]), Message_ID=f"<{office.now.timestamp()}@x>", **headers)


def stopped(office: Office) -> bool:
    with transaction(office.engine) as session:
        return session.scalars(select(Contact.stopped_at)).one() is not None


def test_one_click_is_obeyed_and_confirmed_once(office: Office) -> None:
    office.hear(one_click(office))
    (answer,) = office.letters()
    assert stopped(office) and "vous ne recevrez plus de message" in words_of(answer)
    office.hear(one_click(office))
    assert office.letters() == []


@pytest.mark.parametrize("headers", [{"Auto_Submitted": "auto-generated"}, {"Return_Path": "<>"}, {"Precedence": "bulk"}])
def test_it_is_obeyed_when_a_program_says_that_it_is_one(office: Office, headers: dict[str, str]) -> None:
    office.hear(one_click(office, **headers))
    assert stopped(office)


def test_it_is_obeyed_from_another_address_and_confirmed_to_the_person(office: Office) -> None:
    office.hear(one_click(office, "unsubscribe@mailbox.example"))
    (answer,) = office.letters()
    assert stopped(office) and WHO in str(opened(answer)["To"])


def test_a_forged_link_stops_nobody(office: Office) -> None:
    forged = re.sub(rb"(s\d+\.)[a-z2-7]{16}", rb"\1abcdefghij234567", one_click(office, "stranger@x.example"))
    assert b"abcdefghij234567" in forged
    office.hear(forged)
    with transaction(office.engine) as session:
        assert session.scalars(select(Contact.stopped_at).where(Contact.email == WHO)).one() is None


@pytest.mark.parametrize("words", ["reprendre", "Bonjour,\n\nReprendre.\n\nCordialement,\nDany Payet", "reprendre\n\nDany\n"])
@pytest.mark.parametrize("subject", ["Re: ", ""])
def test_a_word_undoes_it(office: Office, words: str, subject: str) -> None:
    office.hear(one_click(office))
    (answer,) = office.letters()
    read = opened(answer)
    headers = {"To": str(read["Reply-To"]), "Subject": subject + str(read["Subject"]), "In-Reply-To": str(read["Message-ID"])}
    office.hear(a_letter(words, headers, From=WHO, Message_ID="<r@garage.example>"), timedelta(minutes=2))
    assert not stopped(office) and "de nouveau des nouvelles" in words_of(office.letters()[0])


def test_a_new_offer_undoes_it(office: Office) -> None:
    office.hear(one_click(office))
    office.hear(a_letter(OFFER.replace("avril", "mai"), From=WHO, Message_ID="<o@garage.example>"), timedelta(minutes=2))
    assert not stopped(office)


def test_a_complaint_to_a_provider_stops_our_letters_without_a_word(office: Office) -> None:
    head = last_to_them(office).partition(b"\r\n\r\n")[0]
    fields = b"Feedback-Type: abuse\r\nUser-Agent: Example/1.0\r\nVersion: 1\r\n"
    parts = [(b"text/plain", b"An abuse report."), (b"message/feedback-report", fields), (b"text/rfc822-headers", head)]
    body = b"".join(b"--b\r\nContent-Type: %s\r\n\r\n%s\r\n" % part for part in parts) + b"--b--\r\n"
    kind = 'multipart/report; report-type=feedback-report; boundary="b"'
    office.hear(a_letter(body, From="fbl@provider.example", Content_Type=kind, Subject="FW: abuse", Message_ID="<f@x>"))
    assert stopped(office) and office.letters() == []
