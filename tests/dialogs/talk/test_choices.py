"""A short answer picks one of the numbered choices; anything that says more is an answer of its own."""

import pytest

from dialogs.talk.choices import number_said


@pytest.mark.parametrize(
    "said",
    [
        "2", "2.", "2)", "n° 2", "le 2", "la deuxième", "la 2e", "2ème", "le second", "la seconde", "deux", "choix 2",
        "option 2 svp",
        "Bonjour,\n2\nCordialement", "Bonjour,\nla deuxième, merci.\nNathalie Lebon", "pour moi ce sera la 2", "oui, la deuxième",
        "2\n\nAnne-Marie Roux", "the second one, please", "number 2", "2nd", "Je choisis le n°2.", "Réponse : 2",
    ],
)  # fmt: skip
def test_the_second_of_three(said: str) -> None:
    assert number_said(said, 3) == 2


@pytest.mark.parametrize(
    "said",
    [
        "", "oui", "4", "0", "2 élèves", "2 places", "deux élèves de 3e", "2 et 3", "2\nEt une place de plus en mars.",
        "un élève",
        "la deuxième semaine", "du 2 au 5 mars", "2 fois", "non, pas la 2", "le 2 mars", "22", "Bonjour\nAnne Roux", "2 ou 3 ?",
    ],
)  # fmt: skip
def test_what_says_more_or_less_picks_nothing(said: str) -> None:
    assert number_said(said, 3) is None


@pytest.mark.parametrize(("said", "count", "number"), [("la dernière", 4, 4), ("la première", 3, 1), ("1er", 2, 1), ("un", 3, 1)])
def test_first_and_last(said: str, count: int, number: int) -> None:
    assert number_said(said, count) == number


def test_a_long_text_is_not_searched() -> None:
    assert number_said("2\n" * 10_000, 3) is None
