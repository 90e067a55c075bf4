"""Persons to train are counted, whatever else is counted beside them."""

import csv
from pathlib import Path

import pytest

from dialogs.understanding.text import prepare
from dialogs.wants.tutors import find_people

ROWS = list(csv.DictReader(Path(__file__).with_name("people.csv").open(encoding="utf-8"), delimiter=";"))


def people(said: str) -> int | None:
    text = prepare(said)
    return find_people(text, len(text.folded))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["message"][:60])
def test_the_persons_to_train_are_counted(row: dict[str, str]) -> None:
    assert people(row["message"]) == (int(row["people"]) if row["people"] else None)


@pytest.mark.parametrize(
    ("said", "count"),
    [("inscrire 2 salariés", 2), ("nous sommes trois personnes", 3), ("une formation de 2 jours", None),
     ("moi et mon collègue", 2), ("je souhaite me former", 1), ("formation de 14 heures pour 4 tuteurs", 4)],
)  # fmt: skip
def test_hours_and_days_are_no_persons(said: str, count: int | None) -> None:
    assert people(said) == count


def test_the_size_of_the_firm_is_not_who_is_trained() -> None:
    assert people("Notre entreprise de 12 salariés cherche une formation de tuteur") is None


def test_youths_are_not_the_ones_to_train() -> None:
    assert people("Nos deux apprentis arrivent en mars, nos trois chefs veulent la formation") == 3


def test_a_signature_below_a_count_is_no_list_of_names() -> None:
    assert people("Nous inscrivons quatre agents. Quel est le nombre d'heures ?\nDominique Lauret\nAéro Adour") == 4
