"""Robots that answer robots fall silent by themselves: real desks, real databases, the real bytes of every letter."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import Engine, select

from core.agenda.records import Matter
from core.database import transaction
from tests.correspondents import Office, converse, correspond, opened, without_gestures, words_of
from tests.mail.builders import a_letter

OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"
ABSENT = "Merci de votre message. Le standard est tenu par Mme Hoarau cette semaine, elle vous lira lundi prochain."


@pytest.fixture
def office(engine: Engine) -> Iterator[Office]:
    one = Office("stages@pole.example", engine=engine)
    yield one
    one.close()


@pytest.fixture
def other() -> Iterator[Office]:
    one = Office("pole@mayotte.example")
    yield one
    one.close()


def matters(office: Office) -> list[Matter]:
    with transaction(office.engine) as session:
        return list(session.scalars(select(Matter).order_by(Matter.id)))


def back(received: EmailMessage, body: str, subject: str | None = None, **headers: str) -> bytes:
    """What a program answers: to the Reply-To, under the same subject."""
    given = {"From": str(received["To"]), "To": str(received["Reply-To"]), "Subject": subject or f"Re: {received['Subject']}"}
    return a_letter(body, given, **{"Message_ID": "", "Date": str(received["Message-ID"]), **headers})


def bare_absence(received: EmailMessage, _: int) -> bytes:
    """A note of absence without a header or a word that would tell it."""
    return back(received, ABSENT)


def test_two_assistants_stop_at_once_when_their_headers_arrive(office: Office, other: Office) -> None:
    first = a_letter(OFFER, From=other.address, To=office.address)
    assert converse(office, other, first, lambda letter: letter) == 1


@pytest.mark.parametrize("said", [OFFER, "Bonjour", "Bonjour, une question : est-ce payé ?", "Nous voulons des stagiaires"])
def test_two_assistants_stop_after_a_few_letters_even_when_a_relay_drops_every_header(
    office: Office, other: Office, said: str
) -> None:
    first = a_letter(said, From=other.address, To=office.address)
    written = converse(office, other, first, without_gestures)
    assert 2 <= written <= 10
    assert matters(office)[-1].kind == "overflow" or matters(other)[-1].kind == "overflow"


def test_an_absence_with_its_headers_is_never_answered(office: Office) -> None:
    def robot(letter: EmailMessage, _: int) -> bytes:
        return back(letter, ABSENT, "Réponse automatique", Auto_Submitted="auto-replied")

    assert correspond(office, a_letter(OFFER), robot) == 1


@pytest.mark.parametrize("later", [8, 200])
def test_an_absence_that_nothing_betrays_gets_a_few_answers_and_a_person_is_told(office: Office, later: int) -> None:
    written = correspond(office, a_letter(OFFER), bare_absence, later=timedelta(seconds=later))
    assert 2 <= written <= 5
    assert [one.kind for one in matters(office)][-1] == "overflow"
    assert "m’arrête ici" in words_of(office.sent[-1])


@pytest.mark.parametrize("later", [8, 200])
@pytest.mark.parametrize("sender", ["support@desk.example", "ticket-{n}@desk.example"])
def test_a_ticket_desk_that_gives_each_letter_a_new_number_gets_a_few_answers(office: Office, later: int, sender: str) -> None:
    def desk(letter: EmailMessage, n: int) -> bytes:
        number = 48210 + n
        said = f"Bonjour, votre demande {number} est entre de bonnes mains. Nous la lirons avant {n} h."
        return back(letter, said, f"[#{number}] Votre message", From=sender.format(n=number))

    assert 2 <= correspond(office, a_letter(OFFER, From=sender.format(n=48210)), desk, later=timedelta(seconds=later)) <= 5


def test_silence_is_for_what_repeats_itself_and_ends_after_an_hour(office: Office) -> None:
    correspond(office, a_letter("Bonjour, on verra bien."), bare_absence)
    ours = opened(office.sent[-1])
    office.hear(back(ours, ABSENT, Message_ID="<z@atelier.example>"))
    assert office.letters() == []
    office.hear(back(ours, OFFER, Message_ID="<y@atelier.example>"), timedelta(minutes=5))
    assert "Carrossier" in words_of(office.letters()[0])
    office.hear(back(ours, ABSENT, Message_ID="<x@atelier.example>"), timedelta(hours=2))
    assert len(office.letters()) == 1
    assert "Le standard est tenu" in matters(office)[-1].text


def test_five_offers_sent_at_once_under_one_subject_are_all_answered(office: Office) -> None:
    for n, trade in enumerate(("carrossier", "cuisine", "coiffure", "maçon", "boulanger")):
        office.hear(a_letter(OFFER.replace("carrossier", trade), Message_ID=f"<{n}@atelier.example>"), timedelta(seconds=1))
        assert len(office.letters()) == 1
    assert "overflow" not in [one.kind for one in matters(office)]


def test_a_person_who_answers_fast_and_moves_on_is_answered_every_time(office: Office) -> None:
    letters = (
        "Bonjour, le Garage Ligne Paradis prend des stagiaires",
        "Deux élèves en CAP carrossier",
        "À Saint-Pierre",
        "Du 5 au 30 avril 2027",
        "Dany Payet, 0692 60 47 12",
        "Finalement un seul élève",
    )
    received: EmailMessage | None = None
    for n, said in enumerate(letters):
        headers = {"To": str(received["Reply-To"]), "Subject": f"Re: {received['Subject']}"} if received else {}
        office.hear(a_letter(said, headers, Message_ID=f"<{n}@atelier.example>"), timedelta(seconds=50))
        (answer,) = office.letters()
        received = opened(answer)
    assert "overflow" not in [one.kind for one in matters(office)]


def test_a_chat_is_not_rationed(office: Office) -> None:
    for n in range(15):
        office.chat(f"{n}", "bonjour", timedelta(seconds=1))
    assert sum(row.channel == "telegram" for row in office.rows()) >= 15


def test_forged_letters_do_not_use_up_what_the_owner_of_the_address_may_ask(office: Office) -> None:
    office.hear(a_letter(OFFER, Message_ID="<1@atelier.example>"))
    ours = opened(office.letters()[0])
    for n in range(34):
        said = f"Garage Ligne Paradis à Saint-Pierre : {n + 2} élèves en CAP cuisine, du {n % 20 + 1} au 30 juin 2027"
        office.hear(a_letter(said, Subject=f"Sujet {'a' * n}", Message_ID=f"<forged{n}@x>"))
    assert 20 < len(office.letters()) < 34
    office.hear(a_letter("Je retire mon offre", Subject="Un autre sujet", Message_ID="<last@x>"))
    assert office.letters() == []
    office.hear(back(ours, "Mon offre OF-2026-00001 : finalement une seule place"), timedelta(minutes=5))
    (answer,) = office.letters()
    assert "C’est changé" in words_of(answer)
