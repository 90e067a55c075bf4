"""A coordinator answers: what is echoed, what the employer hears and when, what is left alone."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from sqlalchemy import Engine, select

from core.agenda.deeds import Occasion
from core.agenda.records import DigestEntry
from core.database import transaction
from core.pool.filing import UNDO
from core.post.parcel import Parcel
from core.territory.workdays import local_day
from dialogs.pole.counter import answer_digest
from dialogs.pole.digest import preview_digest
from dialogs.pole.orders import read_orders
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from mail.read import read_letter
from tests.builders import NOW, TODAY
from tests.day import HOUSE, TERRITORY, a_digest, a_matter, an_offer, answer, shown, somebody, waiting
from tests.mail.builders import a_letter

WHO = TERRITORY.coordinators["c-ouest"]


def test_the_employer_hears_of_an_acceptance_when_undo_is_over(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        echo = answer(session, a_digest(session), "1 ok")
        (notice,) = waiting(session)
        assert "1. Acceptée, elle est dans le pool : Pharmacie de la Baie, Le Port" in echo
        assert "prévenue à 10 h 30" in echo
        assert (notice.key, notice.address, notice.due_at, notice.action_id) == ("notice:1:0", "7", NOW + UNDO, 1)


def test_undone_in_time_the_employer_hears_nothing(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        answer(session, digest, "1 ok")
        assert "1. Annulé (ok)" in answer(session, digest, "annuler", NOW + timedelta(minutes=5))
        assert (waiting(session), offer.status) == ([], "to_check")


def test_the_reason_of_a_refusal_stays_inside(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        answer(session, a_digest(session), "1 non : patron odieux")
        assert "odieux" not in shown(waiting(session)[0].message.blocks)


def test_words_go_out_as_they_were_echoed(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session)
        echo = answer(session, a_digest(session), "1 répondre : non, jamais avant 16 ans")
        assert "« non, jamais avant 16 ans »" in echo
        assert "« non, jamais avant 16 ans »" in shown(waiting(session)[0].message.blocks)


def test_all_but_leaves_questions_and_offers_to_check_and_names_them(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        a_matter(session, "feedback", "Bravo")
        echo = answer(session, a_digest(session), "tout ok")
        assert "2. Réglé" in echo and "offres à vérifier (1)" in echo and "Il reste à décider : 1." in echo


def test_ok_alone_decides_nothing_and_asks(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        echo = answer(session, a_digest(session), "ok merci")
        assert "Rien n’a été fait" in echo and offer.status == "to_check"


def test_what_was_not_understood_is_quoted(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        echo = answer(session, a_digest(session), "1 ok mais pas en mars\n7 ok")
        assert "« 1 ok mais pas en mars »" in echo
        assert "7. Ce point n’a pas d’entrée 7" in echo


def test_an_entry_that_a_deputy_handled_is_answered_with_who_when_and_what(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        answer(session, digest, "1 ok", NOW, "c-acad")
        echo = answer(session, digest, "1 non", NOW + timedelta(hours=1))
        assert "1. Déjà fait par Mme Gaëlle EXEMPLE-ACADEMIE, mardi 24 novembre à 10 h : ok." in echo


def test_seats_taken_are_told_with_what_is_left(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        assert "1. 1 place prise, il en reste 1" in answer(session, a_digest(session), "1 1 prise")
        assert "Places encore ouvertes : 1" in shown(waiting(session)[0].message.blocks)


def test_who_said_stop_is_called_instead(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        somebody(session).stopped_at = NOW
        echo = answer(session, a_digest(session), "1 ok")
        assert "appelez-la (Mme Lauret, 0692 00 00 12" in echo
        assert waiting(session) == []


def test_help_lists_the_words(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        assert "« tout ok sauf 2 »" in answer(session, a_digest(session), "aide")


def test_an_empty_answer_is_told_so(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        assert "Je n’ai rien lu" in answer(session, a_digest(session), "\n")


def in_place(letter: bytes, mark: str, answers: dict[str, str]) -> str:
    """The letter as a mail program quotes it, with answers typed under the entries that hold these words."""
    message = message_from_bytes(letter, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    assert body
    out = ["Le mer. 25 nov. 2026 à 07:30, Guichet <stages@example.org> a écrit :", ""]
    for line in body.get_content().rstrip().splitlines():
        out.append(f"{mark} {line}".rstrip())
        out += [f"\n{said}\n" for words, said in answers.items() if words in line]
    return "\n".join([*out, "", "Bien cordialement,", "Mme EXEMPLE-OUEST", "0262 00 00 12"])


def test_an_answer_typed_under_a_quoted_entry_counts_for_that_entry(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, name="Pharmacie de la Baie")
        an_offer(session, name="Garage du Port", seats=1)
        a_matter(session)
        digest = a_digest(session)
        parcel = Parcel(1, "email", WHO.email, preview_digest(session, HOUSE, WHO, local_day(NOW, TERRITORY), NOW)[1])
        sent = compose(parcel, sender=MailIdentity("stages@example.org", "Pôle"), date=NOW)
        typed = in_place(
            sent, ">", {": Pharmacie": "ok", ": Garage": "non : doublon", "demande": "répondre : non, c’est gratuit"}
        )
        raw = a_letter(typed, From=WHO.email, Subject="Re: votre point du jour")
        heard = read_letter(raw, own_address="stages@example.org", received=NOW)
        echo = shown(
            answer_digest(
                session, HOUSE, read_orders(heard.in_place or heard.text, TODAY), Occasion(WHO, digest, TERRITORY, None, NOW)
            )
        )
        done = re.findall(r"(?m)^(\d)\. (\w+)", echo)
        assert done == [("1", "Acceptée"), ("2", "Écartée"), ("3", "Réponse")], echo
        assert "compris" not in echo and "EXEMPLE-OUEST" not in echo


@pytest.mark.parametrize("said", ["2 doublon", "2 c’est un doublon", "2 non : doublon"])
def test_a_twin_is_noted_as_one_its_employer_hears_which_stays_and_it_is_undone(engine: Engine, said: str) -> None:
    with transaction(engine) as session:
        first, second = an_offer(session, vetted=True), an_offer(session)
        digest = a_digest(session)
        second_number = session.scalars(select(DigestEntry.number).where(DigestEntry.offer_id == second.id)).one()
        echo = answer(session, digest, said.replace("2", str(second_number), 1))
        assert "Notée comme doublon" in echo and (first.status, second.status) == ("available", "duplicate")
        notice = next(shown(row.message.blocks) for row in waiting(session) if "la même que" in shown(row.message.blocks))
        assert "la même que OF-2026-00001" in notice
        answer(session, digest, "annuler")
        assert second.status == "to_check"
