"""Phrases over words: what they find, where, and that a line which cannot work is told with its place."""

import pytest

from config.errors import DataInvalid
from config.phrasebook import Phrasebook, read_concepts, read_phrasebook


def found(written: str, said: str) -> list[tuple[int, int]]:
    book = Phrasebook({"youth": "eleve|eleves"})
    book.add("label", 1, "", written)
    words = said.split()
    return next((spots for _, spots in book.matches(words, range(len(words)))), [])


@pytest.mark.parametrize(
    ("written", "said", "spots"),
    [
        ("prends @youth", "je prends eleve", [(1, 2)]),
        ("prends _2 @youth", "je prends un bon eleve", [(1, 4)]),
        ("prends _1 @youth", "je prends un bon eleve", []),
        ("arret* ecrire", "arretez ecrire", [(0, 1)]),
        ("a|b c", "b c", [(0, 1)]),
        ("c+est bon", "oui c est bon", [(1, 3)]),
        ("tres? bon", "bon", [(0, 0)]),
        ("^ complet $", "complet", [(0, 0)]),
        ("^ complet $", "c est complet", []),
        ("stage", "stages", []),
    ],
)
def test_a_phrase_is_found_where_its_words_follow_each_other(written: str, said: str, spots: list[tuple[int, int]]) -> None:
    assert found(written, said) == spots


def test_no_phrase_runs_over_the_end_of_a_sentence() -> None:
    book = Phrasebook({})
    book.add("label", 1, "", "un _9 deux")
    assert not list(book.matches(["un", "deux"], [0, 4096]))


def test_phrases_are_given_in_the_order_of_the_table() -> None:
    book = Phrasebook({})
    for label, written in (("b", "deux"), ("a", "un*"), ("c", "trois")):
        book.add(label, 1, "", written)
    assert [phrase.label for phrase, _ in book.matches(["une", "ou", "deux"], [0, 1, 2])] == ["b", "a"]


@pytest.mark.parametrize("written", ["", "a (b)", "é", "a _12 b", "_2", "@unknown", "a|$"])
def test_what_is_no_phrase_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"not a phrase|no such concept"):
        Phrasebook({}).add("label", 1, "", written)


@pytest.mark.parametrize("name", ["intents", "topics", "accessible"])
def test_the_shipped_tables_load(name: str) -> None:
    assert len(read_phrasebook(name).phrases) > 15


def test_a_table_that_is_not_one_of_phrases_is_told_with_its_line() -> None:
    with pytest.raises(DataInvalid, match=r"lexicon/trades\.csv:2"):
        read_phrasebook("trades")


def test_concepts_are_folded_words() -> None:
    assert all(word.isascii() and word == word.lower() for words in read_concepts().values() for word in words.split("|"))
