"""Breaches are found by what is said about a group of words, and lawful conditions pass in silence.

`HELD` is drawn by lot from discrimination.csv and judged apart. It is not blind: its phrases were read before the rules were
written. The phrases of bench/criteria.csv say more, and `bench/criteria.py` prints their figures.
"""

import csv
import random

import pytest

from bench.criteria import judge
from config.lexicon import FOLDER
from dialogs.criteria.discrimination import find_criteria
from dialogs.understanding.text import prepare

ROWS = list(csv.DictReader((FOLDER / "discrimination.csv").open(encoding="utf-8")))
HELD = random.Random(1132).sample(ROWS, 40)


def criteria(said: str) -> list[str]:
    return [criterion for criterion, _ in find_criteria(prepare(said))]


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] == "breach"], ids=lambda row: row["phrase"])
def test_a_breach_is_reported(row: dict[str, str]) -> None:
    assert row["criterion"] in criteria(f"Je prends un stagiaire, {row['phrase']}.")


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] != "breach"], ids=lambda row: row["phrase"])
def test_what_is_lawful_or_to_ask_passes_silently(row: dict[str, str]) -> None:
    assert criteria(f"Je prends un stagiaire, {row['phrase']}.") == []


@pytest.mark.parametrize("row", HELD, ids=lambda row: row["phrase"])
def test_a_held_phrase_alone_is_judged_as_within_a_message(row: dict[str, str]) -> None:
    found = criteria(row["phrase"])
    assert row["criterion"] in found if row["verdict"] == "breach" else found == []


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


@pytest.mark.parametrize(
    "said",
    [
        "pas de transport avant 6 h", "pas de grossiste ici", "dans l'enceinte du collège", "nous avons reçu la jeune fille hier",
        "nous n'avons pas de fille à l'atelier", "mon équipe n'est que des hommes", "une fille souhaite venir en mars",
        "Messieurs, je souhaite prendre deux apprentis", "italien ou allemand : un plus, rien d'éliminatoire",
        "pas de traitement pour lui, c'est la saison",
        "vous pouvez aussi nous envoyer quelqu'un qui vit avec un handicap", "depuis plus de 20 ans",
        "pas plus de 20 élèves à la fois",
    ],
)  # fmt: skip
def test_a_word_without_a_frame_accuses_nobody(said: str) -> None:
    assert criteria(said) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("pas de Comoriens, de Malgaches ni de gitans", "origin"), ("ni voilée, ni barbu", "religion"),
        ("j'aimerais autant un fils ou une fille de commerçant", "family_situation"),
        ("merci d'éviter les mamans, avec les enfants malades", "family_situation"),
        ("piercings et tatouages interdits", "appearance"), ("les filles ne sont pas acceptées", "sex"),
        ("n'envoyez pas d'élèves boursiers ni de syndiqués", "economic_vulnerability union"),
    ],
)  # fmt: skip
def test_a_frame_reaches_all_that_is_joined_to_its_group(said: str, expected: str) -> None:
    assert criteria(said) == expected.split()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("pas de fille voilée", "religion"), ("pas de fille ni de voile", "sex religion"),
        ("pas de jeune femme enceinte", "pregnancy"), ("une jeune fille mince uniquement", "sex appearance"),
    ],
)  # fmt: skip
def test_what_is_refused_is_what_is_said_of_somebody(said: str, expected: str) -> None:
    assert sorted(criteria(said)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Si vous m'envoyez une fille, prévenez-moi.", ""), ("Si possible un garçon.", "sex"), ("Une fille, non, un garçon.", ""),
        ("Un diabétique, non, j'en ai déjà eu un.", "health"), ("A-t-on le droit de refuser une fille ?", ""),
        ("Pourriez-vous nous envoyer plutôt une fille ?", "sex"),
        ("Un salarié a tenu des propos : pas de filles ici.", ""), ("Tous profils bienvenus, mais pas de voile.", "religion"),
        ("Pas de voile, le niveau importe peu.", "religion"), ("Pas de problème de dos.", "health"),
        ("Pas de problème pour une élève en fauteuil.", ""), ("Les filles ne sont pas les bienvenues.", "sex"),
    ],
)  # fmt: skip
def test_what_opens_the_choice_is_told_from_what_closes_it(said: str, expected: str) -> None:
    assert criteria(said) == expected.split()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("pas un jeune des Minguettes", "residence"), ("pas d'élève de Trappes svp", "residence"),
        ("mais personne du Mas du Taureau", "residence"), ("la personne du Port vous appelle", ""),
        ("pas de famille Untel", "surname"), ("pas d'élèves de Terminale", ""), ("pas de stagiaire de Seconde", ""),
        ("pas un jeune de la MFR", ""),
    ],
)  # fmt: skip
def test_a_place_or_a_family_may_be_refused_by_its_name(said: str, expected: str) -> None:
    assert criteria(said) == expected.split()


def test_the_phrases_of_the_bench_stay_found_and_silent() -> None:
    judged = judge()
    breaches, lawful = [one for one in judged if one.breach], [one for one in judged if not one.breach]
    assert sum(one.right for one in breaches) >= 0.95 * len(breaches)
    assert sum(not one.right for one in lawful) <= 0.02 * len(lawful)


@pytest.mark.parametrize(
    "said", ["pas de fille ni de ", "une fille ou ", "moins de 20 ans uniquement ", "pas de jeune handicapé ", "pas "]
)
def test_a_long_message_is_read_to_a_bound(said: str) -> None:
    assert len(find_criteria(prepare(said * 2000))) <= 6


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("je ne veux ni encarté à la CGT ni futur délégué", "union"), ("pas d'encarté à la CFDT ici", "politics union"),
        ("les locks doivent être coupées", "appearance"), ("cheveux longs : ils devront être coupés", "appearance"),
        ("la barbe sera rasée avant le premier jour", "appearance"), ("nous n'acceptons pas non plus de fumeurs", "morals"),
        ("on ne prend pas non plus de fille", "sex"), ("un mec pour le BTS, pas une fille", "sex"),
        ("les cheveux longs doivent être attachés", ""), ("les branches doivent être coupées", ""),
        ("on veut bien un BTS MEC", ""), ("je cherche un étudiant de BTS MEC", ""),
        ("il me faudrait une apprentie ou un apprenti, si possible dès octobre", ""),
        ("je cherche un vendeur ou une vendeuse si possible", ""), ("un conseiller svp, pas un robot", ""),
        ("il faut un conseiller pour m'aider", ""), ("pas de conseiller municipal", "elected_office"),
        ("l'élève sera au bureau de Sainte-Rose et non à celui de Saint-Benoît", ""),
        ("c'est l'atelier de Lyon, pas celui de Caluire", ""), ("pas un jeune des Minguettes", "residence"),
    ],
)  # fmt: skip
def test_words_of_a_criterion_count_for_what_is_said_of_a_young_person(said: str, expected: str) -> None:
    assert criteria(said) == expected.split()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("1 apprentie coiffeuse de préférence habitant Pantin", ["residence"]), ("un garçon de préférence motivé", []),
        ("1 apprentie coiffeuse de préférence", ["sex"]), ("une fille de préférence pour la boutique", ["sex"]),
    ],
)  # fmt: skip
def test_what_is_preferred_is_what_the_preference_stands_beside(said: str, found: list[str]) -> None:
    assert criteria(said) == found
