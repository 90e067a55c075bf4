"""What a school answers about seats held for it; anything else settles nothing."""

import pytest

from dialogs.pole.school_words import Settled, settled_by


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("Pris", None), ("pris, merci !", None), ("Bonjour,\n\nc’est pris.\n\nCordialement,\nMme Payet", None), ("oui", None),
        ("nous les prenons", None), ("on les prend", None), ("les deux", None), ("tout pris", None),
        ("2 pris", 2), ("pris 2", 2), ("deux places prises", 2), ("nous en prenons une", 1), ("on en prend 2, merci", 2),
        ("3 élèves placés", 3),
        ("rendu", 0), ("je les rends", 0), ("non merci", 0), ("Personne", 0), ("pas besoin", 0),
    ],
)  # fmt: skip
def test_what_settles(said: str, taken: int | None) -> None:
    assert settled_by(said) == Settled(taken)


@pytest.mark.parametrize(
    "said",
    [
        "", "merci", "ok", "Bonjour", "je regarde avec mes collègues", "ce n’est pas pris", "l’élève n’a pas été pris",
        "pris un rendez-vous avec eux", "2", "nous hésitons : 2 pris ?", "oui mais pas avant mars", "pris " * 200,
    ],
)  # fmt: skip
def test_what_does_not(said: str) -> None:
    assert settled_by(said) is None
