"""Slips are made by chance, and the same again for the same seed."""

from random import Random

import pytest

from bench.place_names import make, names
from bench.slips import SLIPS
from config.territory import Commune

SOME = (
    Commune("33063", "Bordeaux", ("33000",), 260_000),
    Commune("97411", "Saint-Denis", ("97400",), 155_000),
    Commune("76351", "Le Havre", ("76600",), 166_000),
    Commune("47323", "Villeneuve-sur-Lot", ("47300",), 22_000),
    Commune("91228", "Évry-Courcouronnes", ("91000",), 67_000),
    Commune("33318", "Pessac", ("33600",), 66_000),
)


def test_a_seed_gives_the_same_names_each_time() -> None:
    assert make(SOME, 1) == make(SOME, 1) != make(SOME, 2)


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_changes_a_name_or_has_no_room(kind: str) -> None:
    made = [SLIPS[kind](Random(seed), commune.name) for seed in range(20) for commune in SOME]
    assert any(made) and all(noisy is None or len(noisy) >= 3 for noisy in made)


def test_the_file_that_ships_has_over_three_hundred_names_of_every_kind() -> None:
    rows = names()
    assert len(rows) > 300
    assert {row[3] for row in rows} == {*SLIPS, "arrondissement"}
