"""What coordinators ask: what is found, who may see it, tables that a spreadsheet opens and nothing computes, in the chat too."""

import base64
import io
from datetime import date, timedelta
from itertools import count
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.actions import perform
from core.agenda.deeds import Deed
from core.database import transaction
from core.people.records import Organisation
from core.pool.cover import cover
from core.pool.draft import Period, Place
from core.post.outbox import Outgoing
from dialogs.pole.asked_reading import read_asked
from dialogs.pole.asking import Asker, Told, answer_questions
from dialogs.pole.coordinator_chat import coordinator_in_chat
from dialogs.pole.orders import read_orders
from dialogs.wording.words import words_in
from tests.builders import NOW, TODAY
from tests.day import HOUSE, TERRITORY, an_occasion, an_offer, shown
from tests.pole_chat import a_linked_digest, case, last_said

CUISINE: dict[str, Any] = {"programmes": ("cap-cuisine",), "fields": ("restauration",), "levels": ("cap",)}
MESSAGES = count(1)
SAINT_PIERRE = Place("97416", "Saint-Pierre")


def ask(session: Session, text: str, who: str = "c-ouest") -> Told:
    by = Asker(TERRITORY.coordinators[who], next(MESSAGES), NOW)
    [told] = answer_questions(session, HOUSE, read_orders(text, TODAY).questions, by)
    return told


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("élec février Le Port", "électricité, du 1er au 28 février 2027, Le Port"),
        ("3e décembre Saint-Paul", "3e, du 1er au 31 décembre 2026, Saint-Paul"),
        ("bac pro MELEC", "bac pro Métiers de l’électricité et de ses environnements connectés"),
        ("dans l’Ouest", "Ouest"),
        ("pharmacie de la baie", "« pharmacie baie »"),
        ("Carrefour mars", "du 1er au 31 mars 2027, « carrefour »"),
        ("apprentissage", "Apprentissage"),
        ("", ""),
    ],
)
def test_words_are_read_as_an_employers_are_and_said_back(said: str, read_as: str) -> None:
    assert read_asked(said, HOUSE, NOW, words_in("fr")).said.replace("\u00a0", " ").replace("'", "’") == read_as


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("offres", ["Pharmacie", "Ti Kaz", "Le Salon"]),
        ("offres cuisine", ["Ti Kaz"]),
        ("offres CAP cuisine mars", ["Ti Kaz"]),
        ("offres février", ["Pharmacie", "Le Salon"]),
        ("offres Le Port", ["Pharmacie", "Le Salon"]),
        ("offres ti kaz", ["Ti Kaz"]),
        ("offres OF-2026-00001", ["Pharmacie"]),
        ("offres cuisine Le Port", []),
    ],
)
def test_offers(engine: Engine, said: str, found: list[str]) -> None:
    with transaction(engine) as session:
        march = (Period(date(2027, 3, 1), date(2027, 3, 26)),)
        an_offer(session, vetted=True)
        an_offer(session, "Ti Kaz", periods=march, place=Place("97415", "Saint-Paul"), **CUISINE)
        an_offer(session, "Le Salon", vetted=True, programmes=("cap-coiffure",), fields=("beaute",), levels=("cap",))
        an_offer(session, "Ailleurs", vetted=True, place=SAINT_PIERRE, **CUISINE)  # another pôle's
        told, seen = ask(session, said), "\n".join(entries(session, said))
        assert [name for name in ("Pharmacie", "Ti Kaz", "Le Salon", "Ailleurs") if name in seen] == found
        assert (told.digest is None) == (not found)


def say(session: Session, text: str) -> str:
    assert coordinator_in_chat(case(session, text))
    return last_said(session)


def entries(session: Session, said: str, who: str = "c-ouest") -> list[str]:
    return [block.text for block in ask(session, said, who).blocks if block.kind == "item"]


def test_the_academy_sees_every_pole_and_a_pole_its_own(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        an_offer(session, "Ailleurs", vetted=True, place=SAINT_PIERRE, **CUISINE)
        assert len(entries(session, "offres")) == 1 and len(entries(session, "offres", "c-acad")) == 2
        assert "Aucune offre à ce jour" in shown(ask(session, "fiche Ailleurs").blocks)
        assert "Une offre à ce jour" in shown(ask(session, "fiche Ailleurs", "c-sud").blocks)


def test_numbers_of_an_answer_act(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session, vetted=True)
        told = ask(session, "offres")
        assert told.digest
        perform(session, Deed(1, "full"), an_occasion(told.digest))
        assert offer.status == "filled"


def test_long_lists_are_cut_and_say_so(engine: Engine) -> None:
    with transaction(engine) as session:
        for n in range(22):
            an_offer(session, f"Garage {n}", vetted=True)
        told = ask(session, "offres")
        assert len(entries(session, "offres")) == 20 and "Et 2 autres" in shown(told.blocks)
        assert told.subject == "22 offres ouvertes"


def test_a_card_tells_who_notes_and_seats_taken_and_asks_which_when_several_fit(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "Garage Hoarau", vetted=True)
        an_offer(session, "Garage Hoareau Nord", vetted=True)
        told = ask(session, "offres")
        assert told.digest
        perform(session, Deed(1, "note", "ferme en août"), an_occasion(told.digest))
        perform(session, Deed(1, "taken", seats=1), an_occasion(told.digest))
        perform(session, Deed(1, "ask", "quels horaires ?"), an_occasion(told.digest))
        card = shown(ask(session, "fiche garage hoarau").blocks)
        for words in ("Une offre à ce jour, 1 place prise", "Note de Mme Doriane", "ferme en août", "Questionnée en dernier"):
            assert words in card
        assert "Laquelle" in shown(ask(session, "fiche garage").blocks)
        assert "Je ne connais aucune entreprise" in shown(ask(session, "fiche Zanzibar").blocks)
        assert "Une offre à ce jour" in shown(ask(session, "fiche Garage Oarau").blocks)  # nearly


def test_what_is_missing_counts_free_seats_once_and_says_when_nothing_is_declared(engine: Engine) -> None:
    with transaction(engine) as session:
        before = shown(ask(session, "manques février électricité").blocks)
        an_offer(session, vetted=True, seats=3, fields=("electricite", "informatique"), programmes=("bac-pro-melec",))
        after = shown(ask(session, "manques février électricité").blocks)
        assert "aucune place libre" in before and "3 places libres" in after
        rows = cover(session, HOUSE.needs, ["pole-ouest"], date(2027, 2, 1), date(2027, 2, 28))
        assert sum(row.seats for row in rows) == 3
        assert all(row.week is None or row.week.weekday() == 0 for row in rows)
        assert "Ce n’est pas la preuve" in shown(ask(session, "manques août").blocks)


def test_figures_are_of_the_days_that_were(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        an_offer(session, "Le Fournil", at=NOW - timedelta(days=40))
        now = shown(ask(session, "chiffres").blocks)
        assert "PFMP : 1 offre, 2 places." in now and "1 entreprise, dont 1 nouvelle ; aucune place prise." in now
        assert ask(session, "chiffres octobre").subject.replace("\u00a0", " ") == "Chiffres du 1er au 31 octobre 2026"
        assert "PFMP : 1 offre" in shown(ask(session, "chiffres octobre").blocks)
        assert "Aucune offre déposée" in shown(ask(session, "chiffres juin").blocks)


def test_a_table_is_a_workbook_with_days_filters_and_no_formula(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "=1+1", vetted=True)
        an_offer(session, "Ailleurs", vetted=True, place=SAINT_PIERRE, **CUISINE)
        [file] = ask(session, "tableau").enclosures
        sheet = openpyxl.load_workbook(io.BytesIO(base64.b64decode(file.content))).active
        assert sheet is not None
        heading, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert len(rows) == 1 and heading[:3] == ["Référence", "État", "Entreprise"]
        assert rows[0][2] == "=1+1" and sheet["C2"].data_type == "s"
        assert rows[0][9].date() == date(2027, 2, 1) and rows[0][12] == "0692 00 00 12"
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:Q2"
        assert session.scalars(select(Organisation)).first()


def test_in_a_chat_a_list_is_a_message_and_a_table_goes_by_mail(engine: Engine) -> None:
    with transaction(engine) as session:
        a_linked_digest(session)
        assert "Pharmacie de la Baie" in say(session, "offres février")
        assert "Complète" in say(session, "1 complet")
        assert "par courriel" in say(session, "tableau")
        letter = session.scalars(select(Outgoing).where(Outgoing.address == "pole.ouest@example.org")).all()[-1]
        assert letter.message.envelope.enclosures[0].name == "offres-2026-11-24.xlsx"
