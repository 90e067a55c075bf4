"""An age asked for is a criterion; an age that the law, a rule of work or the years of a trade explain is none."""

import pytest

from dialogs.criteria.age_limits import find_age_limits
from dialogs.understanding.text import prepare


def limited(said: str) -> bool:
    return bool(find_age_limits(prepare(said).folded))


@pytest.mark.parametrize(
    "said",
    [
        "pas + de 17 ans svp",
        "pas plus de vingt ans",
        "19 ans maximum",
        "âge maximum : 22 ans",
        "entre 17 et 19 ans",
        "18-20 ans",
        "un apprenti de 16 à 18 ans seulement",
        "moins de 20 ans uniquement",
        "no one over 22",
        "plus de 16 ans, c'est trop jeune",
        "pas plus vieux que 18 ans",
        "au-dessus de 21 ans, ce n'est pas la peine",
    ],
)
def test_an_age_asked_for_is_a_limit(said: str) -> None:
    assert limited(said)


@pytest.mark.parametrize(
    "said",
    [
        "16 ans minimum",
        "18 ans car conduite d'engins",
        "la loi ne permet rien avant 18 ans la nuit",
        "de moins de 30 ans, règle du contrat",
        "le tuteur a plus de 25 ans de métier",
        "l'entreprise existe depuis plus de 20 ans",
        "pas plus de 20 élèves à la fois",
        "des élèves de 14 à 16 ans",
        "pas plus de 35 heures",
        "7 h par jour de 16 à 18 ans",
        "un contrat jusqu'à 29 ans",
        "ouvert de 18 à 20 h",
    ],
)
def test_an_age_with_a_reason_is_none(said: str) -> None:
    assert not limited(said)
