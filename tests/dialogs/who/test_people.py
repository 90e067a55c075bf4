"""Names of persons, and what looks like one and is none."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.who.clues import Clues
from dialogs.who.people import name_at


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Hugues de Montclar, gérant", "Hugues de Montclar"), ("J.-C. Vitry", "J.-C. Vitry"), ("Mme Grondin", "Mme Grondin"),
        ("M. et Mme Grenier", "M. et Mme Grenier"), ("Bruno et Maïté Robert", "Bruno et Maïté Robert"),
        ("Erwan Le Dû", "Erwan Le Dû"), ("Pierrick Le Floc'h", "Pierrick Le Floc'h"), ("Patrick O'Brien", "Patrick O'Brien"),
        ("Valérie Moulin, DRH", "Valérie Moulin"), ("Jean Payet Directeur", "Jean Payet"), ("DE LA TOUR Anne", "DE LA TOUR Anne"),
        ("Saint-Pierre centre", None), ("Responsable RH", None), ("S.A. au capital de 240 000 €", None), ("Ô Petits Soins", None),
        ("Fournil de la Marne", None), ("rose", None), ("le stagiaire", None),
    ],
)  # fmt: skip
def test_a_name_is_read_to_its_end(said: str, name: str | None) -> None:
    words = words_of(prepare(said))
    found = name_at(0, len(words.list), words, Clues())
    assert (words.original(*found.run) if found else None) == name
