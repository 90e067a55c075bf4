"""The prepared message: folding keeps the way back to the original characters."""

import time

from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.text import LIMIT, prepare


def found(text: str, words: str) -> str:
    ready = prepare(text)
    start = ready.folded.index(words)
    return ready.span(start, start + len(words))


def test_accents_case_and_quotes_are_folded_one_for_one() -> None:
    assert prepare("L’ÉTÉ – « Noël »").folded == 'l\'ete - " noel "'


def test_a_span_gives_back_the_original_words() -> None:
    assert found("Dès Février, s’il vous plaît", "fevrier") == "Février"


def test_a_ligature_shifts_nothing_in_the_original() -> None:
    assert found("Ma sœur cadette à Sacré-Cœur le 8", "le 8") == "le 8"


def test_a_combining_accent_goes_with_its_letter() -> None:
    assert found("en fe\u0301vrier 2027", "fevrier") == "fe\u0301vrier"


def test_taken_characters_are_not_seen_again_and_nothing_moves() -> None:
    text = prepare("cœur 2 stagiaires")
    left = text.without([(5, 6)])
    assert "2" not in left.folded and left.folded.index("stagiaires") == text.folded.index("stagiaires")


def test_a_rewritten_word_points_at_what_was_written() -> None:
    text = prepare("3 smn ici")
    said = text.rewritten([(2, 5, "semaines")])
    assert said.folded == "3 semaines ici"
    assert (said.span(2, 10), said.span(11, 14)) == ("smn", "ici")


def test_a_word_may_be_rewritten_twice() -> None:
    said = prepare("dès fév").rewritten([(4, 7, "fevrier")]).rewritten([(0, 3, "a partir de")])
    assert said.folded == "a partir de fevrier" and said.span(12, 19) == "fév"


def test_tokens_are_words_and_numbers() -> None:
    assert [token.word for token in prepare("D’ici l’Été, 2 places").tokens] == ["d", "ici", "l", "ete", "2", "places"]


def test_what_follows_the_limit_is_not_read() -> None:
    text = prepare("a" * LIMIT + "fin")
    assert len(text.folded) == LIMIT and text.original.endswith("fin")


def test_twenty_thousand_odd_characters_are_folded_quickly() -> None:
    start = time.process_time()
    prepare("œ\u0301ﷺ" * 10_000)
    assert time.process_time() - start < 3  # a pattern that explodes takes minutes


@given(st.text(max_size=60))
def test_any_text_is_folded_without_losing_the_way_back(message: str) -> None:
    text = prepare(message)
    assert len(text.folded) == len(text.starts) == len(text.ends)
    assert all(0 <= start < end <= len(message) for start, end in zip(text.starts, text.ends, strict=True))
    assert list(text.starts) == sorted(text.starts)
