"""Breaches are found by phrase in context, and lawful conditions pass in silence."""

import csv

import pytest

from config.lexicon import FOLDER
from dialogs.understanding.discrimination import find_criteria
from dialogs.understanding.text import prepare

ROWS = list(csv.DictReader((FOLDER / "discrimination.csv").open(encoding="utf-8")))


def criteria(said: str) -> list[str]:
    return [criterion for criterion, _ in find_criteria(prepare(said))]


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] == "breach"], ids=lambda row: row["phrase"])
def test_a_breach_is_reported(row: dict[str, str]) -> None:
    assert row["criterion"] in criteria(f"Je prends un stagiaire, {row['phrase']}.")


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] != "breach"], ids=lambda row: row["phrase"])
def test_what_is_lawful_or_to_ask_passes_silently(row: dict[str, str]) -> None:
    assert criteria(f"Je prends un stagiaire, {row['phrase']}.") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("une fille de préférence pour la terrasse", "sex"), ("jeune homme dynamique 18-20 ans", "sex age"),
        ("pas de fille ya pas de vestiaire", "sex"), ("pas de voile", "religion"), ("bonne présentation", "appearance"),
        ("du quartier de préférence", "residence"), ("pas de souci pour la semaine", ""), ("deux jeunes motivés", ""),
        ("je suis une femme chef d'entreprise", ""), ("fille ou garçon peu importe", ""), ("majeur car conduite engins", ""),
        ("poste H/F", ""), ("permis b si possible", ""), ("vaccins à jour", ""), ("le port du casque", ""),
    ],
)  # fmt: skip
def test_phrases_are_judged_in_their_context(said: str, expected: str) -> None:
    assert criteria(said) == expected.split()
