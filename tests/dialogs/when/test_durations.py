"""How long, in weeks: what counts as a stay and what does not."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.when.durations import find_durations
from dialogs.when.plain import say_plainly


def weeks(said: str) -> list[int]:
    return [one.weeks for one in find_durations(say_plainly(prepare(said)).folded)]


SAID = (
    ("3 smn", 3), ("trois semaines", 3), ("une semaine", 1), ("15 jours", 2), ("quinze jours", 2), ("5 jours", 1),
    ("10 jours", 2), ("une quinzaine", 2), ("un mois", 4), ("2 mois", 8), ("un mois et demi", 6), ("2 à 3 semaines", 2),
    ("4 weeks", 4), ("3 sem. en janv", 3), ("pendant 5 semaines", 5), ("22 semaines", 22), ("2 smnes", 2),
    ("une dizaine de jours", 2), ("une huitaine de jours", 1), ("une quinzaine de jours", 2), ("15j de stage", 2), ("8sem", 8),
    ("a seven-week placement", 7), ("a fortnight", 2), ("a week in our lab", 1), ("entre 2 et 4 semaines", 2), ("4 semèn", 4),
    ("contrat de 6 mois", 24), ("maximum 4 semaines", 4), ("une ou deux semaines", 1),
    ("3 semaines chez nous, en mars", 3), ("4 semaines à l'atelier", 4),
)  # fmt: skip


@pytest.mark.parametrize(("said", "number"), SAID)
def test_a_duration_is_counted_in_weeks(said: str, number: int) -> None:
    assert weeks(said) == [number]


NOT_OF_A_STAY = (
    "il y a 3 semaines", "dans 15 jours", "sous 2 semaines", "3 semaines avant", "2 jours par semaine", "chaque semaine",
    "les deux premières semaines", "contrat de 2 ans", "12 mois", "1 jour", "35 heures", "trois semaines de congés",
    "un week-end sur deux", "semaine de 4 jours", "enfants de 10 semaines à 3 ans", "bébé de 3 mois", "une quinzaine de demandes",
    "rythme 1 semaine / 3 semaines", "2 jours au CFA", "décalé d'une semaine", "à une semaine près", "2 mois de préavis",
    "période d'essai de 45 jours", "réponse dans les 15 jours", "mis à jour",
    "une semaine plus tôt", "inférieur à 2 mois", "si le stage dépassait deux mois", "il y a de cela trois semaines",
    "délai de réponse : 3 semaines", "le lundi une semaine et le samedi l'autre",
    "2 j chez nous 3 j au lycée", "une semaine ici, une semaine au CFA", "3 semaines en entreprise et une semaine à l'école",
    "2 sem. CFA / 2 sem. chez nous", "décaler l'offre 2026-500 d'une semaine",
)  # fmt: skip


@pytest.mark.parametrize("said", NOT_OF_A_STAY)
def test_delays_habits_and_contracts_are_no_duration_of_a_stay(said: str) -> None:
    assert weeks(said) == []
