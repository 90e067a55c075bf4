"""Names that end a message with no signature."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.who.clues import Clues
from dialogs.who.firms import Ground
from dialogs.who.last_words import last_name


def ends(said: str, clues: Clues | None = None) -> str | None:
    ground = Ground(words_of(prepare(said)), clues or Clues())
    found = last_name(ground)
    return ground.words.original(*found.run) if found else None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("On peut prendre un élève en mars. Solweig", "Solweig"),
        ("plus de stage en mars, désolée 😢 Martine", "Martine"),
        ("il mange avec les agents voilà merci c'est Gilberte à l'accueil", "Gilberte"),
        ("elle peut venir on l'attend volontiers Gladys Rivière des ressources humaines", "Gladys Rivière"),
        ("je prends un stagiaire pour travailler avec Martine", None),
        ("on est ouvert le Lundi", None),
        ("nous sommes à côté de Jean Payet", None),
        ("OK POUR MA COUSINE CA CHANGE RIEN DU TOUT POUR NOUS EN MARS", None),
    ],
)
def test_the_last_name_is_the_writers_unless_it_belongs_to_the_sentence(said: str, name: str | None) -> None:
    assert ends(said) == name


def test_the_family_name_that_the_firm_bears_signs() -> None:
    assert ends("je suis d'accord pour mars.\nFleuriot, 78180", Clues(firm=frozenset({"serrurerie", "fleuriot"}))) == "Fleuriot"
