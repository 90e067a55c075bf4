"""Lexicon files are checked as they load: a phrase that cannot work is told with its file and line."""

import pytest

from config.lexicon import Cue, Cues, pattern_of, read_cues, read_rows, read_words


def found(phrase: str, folded: str) -> bool:
    return pattern_of(phrase)[0].search(folded) is not None


@pytest.mark.parametrize(
    ("phrase", "folded"),
    [
        ("arret* _2 ecrire", "arretez de m'ecrire"), ("bonjour|salut toi", "salut, toi"),
        ("en+alternance|en+stage ici", "en stage ici"),
        ("^ complet $", " complet ! "), ("j ai trouve", "j'ai trouve"),
        ("ou en? est", "ou est-il"), ("ou en? est", "ou en est-il"),
    ],
)  # fmt: skip
def test_a_phrase_is_found_across_signs_and_small_words(phrase: str, folded: str) -> None:
    assert found(phrase, folded)


@pytest.mark.parametrize(
    ("phrase", "folded"),
    [("stop", "stopper"), ("^ complet $", "c'est complet"), ("a _1 b", "a x y b"), ("stage", "stages")],
)  # fmt: skip
def test_a_phrase_stands_between_whole_words(phrase: str, folded: str) -> None:
    assert not found(phrase, folded)


@pytest.mark.parametrize("phrase", ["", "a (b)", "é", "a _12 b", "[a-z]"])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="not a phrase"):
        pattern_of(phrase)


def test_cues_are_given_in_the_order_of_the_table() -> None:
    cues = Cues([Cue(name, 1, *pattern_of(phrase)) for name, phrase in (("b", "deux"), ("a", "un*"), ("c", "trois"))])
    assert [cue.label for cue, _ in cues.matches("une ou deux")] == ["b", "a"]


@pytest.mark.parametrize("name", ["criteria"])
def test_the_shipped_tables_load(name: str) -> None:
    assert len(read_cues(name)) > 5


@pytest.mark.parametrize(
    "name",
    [
        "deeds",
        "descriptions",
        "first-names",
        "functions",
        "house-words",
        "houses",
        "no-names",
        "not-places",
        "offices",
        "surnames",
    ],
)
def test_the_shipped_lists_are_folded_words(name: str) -> None:
    words = read_words(name)
    assert words and all(word.isascii() and word == word.lower() for word in words)


def test_a_phrase_without_end_is_read_in_bounded_time() -> None:
    assert not found("a _9 b _9 c", "a " * 20_000)


@pytest.mark.parametrize("name", ["open-dates", "criteria", "criteria-frames"])
def test_every_phrase_of_a_table_can_be_looked_for(name: str) -> None:
    assert all(pattern_of(row["phrase"])[0].compiled for _, row in read_rows(name))
