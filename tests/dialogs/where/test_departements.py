"""Départements and regions are told from towns of the same name."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.where.departements import find_departements, find_lands


def told(said: str) -> set[str]:
    words = words_of(prepare(said))
    return set(find_departements(words, find_lands(words)))


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Saint-Louis (Haut-Rhin)", {"68"}), ("Saint-Louis (68)", {"68"}), ("dans le 93", {"93"}), ("en Lozère", {"48"}),
        ("93200 Saint-Denis", {"93"}), ("dans la Vienne", {"86"}), ("à Vienne", set()), ("Saint-Denis, La Réunion", {"974"}),
        ("en Corse-du-Sud", {"2A"}), ("20000 Ajaccio", {"2A", "2B"}), ("dans les 12 jours", set()), ("le 12 mars", set()),
        ("en Bretagne", set()), ("5 élèves (35 h)", set()), ("Saint-Pierre 974", {"974"}),
    ],
)  # fmt: skip
def test_a_departement_is_told_by_its_name_its_number_or_a_postcode(said: str, codes: set[str]) -> None:
    assert told(said) == codes


def test_a_region_is_a_land_without_code() -> None:
    (land,) = find_lands(words_of(prepare("partout en Bretagne")))
    assert (land.first, land.last, land.code) == (2, 3, "")
