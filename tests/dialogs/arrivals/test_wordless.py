"""Letters without words that can be read: the person hears of it once a day, somebody looks, and robots hear nothing."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.agenda.records import Matter
from core.database import transaction
from core.people.records import Contact
from tests.correspondents import Office, opened, words_of
from tests.mail.builders import a_letter

QUOTES = "\n\nLe mar. 24 nov. 2026 à 10:00, Pôle <stages@pole.example> a écrit :\n> Bonjour\n> Répondez dans vos mots\n"
PICTURE = "--b\nContent-Type: image/jpeg; name=IMG_2034.jpg\nContent-Disposition: attachment\n\nxx\n--b--\n"
SEALED = "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxx\n--b--\n"
SMIME = 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'
MIXED, ENCRYPTED = 'multipart/mixed; boundary="b"', 'multipart/encrypted; boundary="b"'
DEEP = "\n".join(f"--b\nContent-Type: text/plain\n\n{n}\n" for n in range(250)) + "--b--\n"


@pytest.fixture
def office() -> Iterator[Office]:
    one = Office("stages@pole.example")
    yield one
    one.close()


def matters(office: Office) -> list[tuple[str, str]]:
    with transaction(office.engine) as session:
        return [(one.kind, one.text) for one in session.scalars(select(Matter).order_by(Matter.id))]


@pytest.mark.parametrize(
    ("body", "headers", "said", "told"),
    [
        ("", {"Subject": "Re: Votre offre"}, "pas un mot de vous", "un message sans texte"),
        (QUOTES, {"Subject": "Re: Votre offre"}, "que mon propre message", "une réponse sans un mot de plus"),
        (PICTURE, {"Subject": "", "Content-Type": MIXED}, "je ne lis pas les images", "IMG_2034.jpg"),
        (SEALED, {"Content-Type": ENCRYPTED}, "il est chiffré", "un message chiffré"),
        ("xx", {"Content-Type": SMIME}, "il est chiffré", "un message chiffré"),
        ("-----BEGIN PGP MESSAGE-----\n\nabc\n", {}, "il est chiffré", "un message chiffré"),
        (DEEP, {"Content-Type": MIXED}, "trop lourd ou abîmé", "trop lourd ou abîmé"),
    ],
    ids=["empty", "quotes", "picture", "pgp", "smime", "inline pgp", "too many parts"],
)
def test_the_person_hears_that_it_came_and_somebody_looks(
    office: Office, body: str, headers: dict[str, str], said: str, told: str
) -> None:
    office.hear(a_letter(body, headers, Message_ID="<1@x>"))
    (answer,) = office.letters()
    assert said in words_of(answer) and "EXEMPLE-ACADEMIE" in words_of(answer)
    ((kind, text),) = matters(office)
    assert kind == "letter" and told in text
    office.hear(a_letter(body, headers, Message_ID="<2@x>", Date="2"), timedelta(hours=3))
    assert office.letters() == [] and len(matters(office)) == 1


def test_the_next_day_it_is_said_again(office: Office) -> None:
    for day in range(2):
        office.hear(a_letter("", Subject="", Message_ID=f"<{day}@x>"), timedelta(hours=25))
        assert len(office.letters()) == 1


def test_the_subject_of_a_new_letter_is_words_enough(office: Office) -> None:
    office.hear(a_letter("", Subject="2 places de CAP cuisine à Saint-Paul du 5 au 30 avril 2027"))
    assert "CAP Cuisine" in words_of(office.letters()[0]) and matters(office) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk", "List-Id": "<x>"},
        {"From": "MAILER-DAEMON@x.example", "Subject": "failure notice"},
    ],
)
@pytest.mark.parametrize("body", ["", DEEP])
def test_a_robot_hears_nothing_even_of_a_letter_over_a_limit(office: Office, headers: dict[str, str], body: str) -> None:
    office.hear(a_letter(body, {"Content-Type": MIXED if body else "text/plain", "Subject": "", **headers}))
    assert office.letters() == [] and matters(office) == []


def test_the_coordinator_sees_who_wrote_and_under_which_subject(office: Office) -> None:
    office.hear(a_letter(QUOTES, Subject="Re: Stage de juin"))
    office.now = office.now + timedelta(days=1) - timedelta(hours=2)
    office.make_rounds()
    (digest,) = [one for one in office.letters() if "pas pu lire" in words_of(one)]
    assert "Anne Roux" in words_of(digest) and "Re: Stage de juin" in words_of(digest)
    letter = opened(digest)
    number = re.search(r"(\d+)\. Anne Roux", words_of(digest))
    headers = {"From": office.house.territory.academy.email, "To": str(letter["Reply-To"]), "Subject": f"Re: {letter['Subject']}"}
    office.hear(a_letter(f"{number[1] if number else 1} répondre : renvoyez-le en PDF", headers, Message_ID="<c@x>"))
    office.now += timedelta(minutes=31)
    (told,) = [words_of(one) for one in office.letters() if "a.roux" in str(opened(one)["To"])]
    assert "renvoyez-le en PDF" in told and "Vous aviez écrit" not in told


def test_a_letter_greets_once(office: Office) -> None:
    office.hear(a_letter("Bonjour", Subject="Bonjour"))
    (answer,) = office.letters()
    assert words_of(answer).count("Bonjour") == 1


def test_a_forged_empty_letter_does_not_take_the_word_that_the_owner_of_the_address_awaits(office: Office) -> None:
    office.hear(a_letter("Bonjour", Message_ID="<1@x>"))
    ours = opened(office.letters()[0])
    office.hear(a_letter("", Subject="", Message_ID="<forged@y>"))
    assert len(office.letters()) == 1
    theirs = {"To": str(ours["Reply-To"]), "Subject": f"Re: {ours['Subject']}"}
    for number, answers in ((2, 1), (3, 0)):
        office.hear(a_letter("", theirs, Message_ID=f"<{number}@x>"), timedelta(hours=1))
        assert len(office.letters()) == answers


def test_a_coordinator_whose_letter_cannot_be_read_hears_so_and_is_made_no_contact(office: Office) -> None:
    sender = office.house.territory.academy.email
    for number, answers in ((1, 1), (2, 0)):
        office.hear(
            a_letter("xx", {"Content-Type": SMIME, "From": sender, "Subject": "Re: Les offres"}, Message_ID=f"<{number}@x>")
        )
        letters = office.letters()
        assert len(letters) == answers
        for letter in letters:
            assert "rien n’a été fait" in words_of(letter) and "Vos coordonnées" not in words_of(letter)
            assert opened(letter)["In-Reply-To"] == "<1@x>"
    assert matters(office) == []
    with transaction(office.engine) as session:
        assert session.scalars(select(Contact)).all() == []


def test_of_letters_that_name_several_authors_the_academy_hears_once_a_day(office: Office) -> None:
    for number, later, told in ((1, 1, 1), (2, 1, 0), (3, 24, 1)):
        authors = "Anne <a@atelier.example>, Luc <l@atelier.example>"
        office.hear(a_letter("Bonjour", From=authors, Subject="Nos stages", Message_ID=f"<{number}@x>"), timedelta(hours=later))
        letters = office.letters()
        assert len(letters) == told
        for letter in letters:
            assert office.house.territory.academy.email in str(opened(letter)["To"])
            assert "« Nos stages »" in words_of(letter) and "rien fait" in words_of(letter)
    assert matters(office) == []
