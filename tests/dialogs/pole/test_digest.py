"""The coordinator's letter, word for word once, and its particular cases."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from core.database import transaction
from core.territory.workdays import local_day
from dialogs.pole.digest import address_person, preview_digest
from dialogs.wording.words import words_in
from tests.builders import NOW
from tests.day import HOUSE, TERRITORY, a_digest, a_matter, an_offer, answer, shown
from tests.dialogs.pole.test_rounds import MONDAY

GOLDEN = Path(__file__).parent / "digest.txt"


def letter(session: Session, coordinator: str = "c-ouest", days: int = 0) -> tuple[str, str]:
    now = NOW + timedelta(days=days)
    who = TERRITORY.coordinators[coordinator]
    subject, blocks = preview_digest(session, HOUSE, who, local_day(now, TERRITORY), now)
    return subject.replace("\u00a0", " "), shown(blocks)


def test_a_whole_digest_word_for_word(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, "Élec Austral", at=NOW - timedelta(days=6))
        an_offer(
            session,
            "Pharmacie de la Baie",
            kind="observation",
            levels=("troisieme",),
            programmes=(),
            fields=(),
            seats=1,
            periods=MONDAY,
        )
        a_matter(session, text="Le même élève peut-il revenir en avril ?")
        an_offer(session, "Le Fournil", vetted=True)
        subject, text = letter(session)
        assert f"Objet : {subject}\n\n{text}\n" == GOLDEN.read_text(encoding="utf-8")


def test_without_a_decision_the_subject_counts_what_is_new(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        subject, text = letter(session)
        assert subject == "1 nouvelle offre au pôle Ouest (mardi 24 novembre)"
        assert "Rien n’attend de réponse" in text


def test_a_copy_names_who_deals_with_it(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session, kind="apprenticeship", vetted=True)
        assert "1. En copie, suivie par M. Hugo EXEMPLE-CFA : Pharmacie de la Baie, Le Port" in letter(session)[1]


def test_the_training_contact_sees_who_is_to_be_trained(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session, "training", "Deux tuteurs en mars ?", "c-tuteurs").people = 2
        session.flush()
        subject, text = letter(session, "c-tuteurs")
        assert subject == "1 réponse attendue (mardi 24 novembre)"
        assert "demande une formation de tuteurs pour 2 personnes : « Deux tuteurs en mars ? »" in text


def test_an_entry_that_was_asked_about_says_since_when(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        answer(session, a_digest(session), "1 demander : quels horaires ?")
        assert "1. Question posée mardi 24 novembre, pas encore de réponse, à vérifier" in letter(session, days=1)[1]


def test_a_long_list_says_how_much_is_to_come(engine: Engine) -> None:
    with transaction(engine) as session:
        for _ in range(33):
            a_matter(session)
        subject, text = letter(session)
        assert subject.startswith("33 réponses attendues")
        assert "3 autres entrées attendent" in text and "31. " not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mme Doriane TÉCHER", "Madame Técher"),
        ("M. Éric HOARAU-PAYET", "Monsieur Hoarau-Payet"),
        ("Mme Técher", "Madame Técher"),
        ("Pôle Ouest", "Pôle Ouest"),
        ("M.", "M."),
    ],
)
def test_a_coordinator_is_greeted_by_their_family_name(name: str, said: str) -> None:
    assert address_person(name, words_in("fr")) == said


def test_of_many_letters_the_digest_shows_the_first_words_the_last_ones_and_how_many_lie_between(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session, "overflow", "Notre premier mot. " + "Encore un " * 300 + "Et notre dernier mot.")
        text = letter(session)[1]
    assert "« Notre premier mot. Encore" in text and "Encore un Et notre dernier mot. »" in text
    assert re.search(r"un \[… 5\d\d mots …\] ", text)
