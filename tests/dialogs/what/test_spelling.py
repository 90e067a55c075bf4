"""Trade words written with one wrong letter are found again; other French is left alone."""

import pytest

from dialogs.understanding.hear import lexicon_of
from tests.dialogs.understanding.hearing import a_setting

SPELLING = lexicon_of(a_setting().catalogue).spelling


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("patisier", "patissier"), ("mecanitien", "mecanicien"), ("electrisien", "electricien"), ("menuissier", "menuisier"),
        ("coifure", "coiffure"), ("plonbier", "plombier"), ("charpantier", "charpentier"), ("maconerie", "maconnerie"),
    ],
)  # fmt: skip
def test_one_wrong_letter_is_forgiven(said: str, meant: str) -> None:
    assert SPELLING.right(said) == meant


@pytest.mark.parametrize(
    "word", ["maison", "commence", "passage", "moniteur", "acteur", "salaire", "chantier", "courrier", "mardi"]
)
def test_words_that_mean_something_else_stay(word: str) -> None:
    assert SPELLING.right(word) == word


@pytest.mark.parametrize(
    ("said", "meant"),
    [("electrissien", "electricien"), ("estetissien", "estheticien"), ("mecanissien", "mecanicien"), ("managment", "management")],
)
def test_a_word_written_by_ear_is_found_again(said: str, meant: str) -> None:
    assert SPELLING.right(said) == meant


@pytest.mark.parametrize("word", ["notarial", "marie", "centre", "precede", "enseignait"])
def test_words_of_longer_names_and_short_words_stay(word: str) -> None:
    assert SPELLING.right(word) == word


def test_a_word_is_what_it_is_twice() -> None:
    assert SPELLING.right("patisier") == SPELLING.right("patisier")
    assert SPELLING.right("x" * 500) == "x" * 500
