"""The phrases behind an intent are shown as the writer wrote them."""

from dataclasses import replace

import pytest

from dialogs.understanding.hear import understand
from dialogs.understanding.reasons import MOST, find_reasons
from tests.dialogs.understanding.hearing import a_setting


@pytest.mark.parametrize(
    ("said", "subject", "words"),
    [
        ("Bonjour, je retire l’Offre OF-2026-00400, merci", None, "retire l’Offre"),
        ("Pouvez-vous me rappeler demain ?", None, "me rappeler"),
        ("Où en est mon offre ?", "Bonjour", "Où en est mon offre"),
    ],
)
def test_the_words_that_speak_for_an_intent_are_shown(said: str, subject: str | None, words: str) -> None:
    setting = replace(a_setting(), subject=subject)
    found = find_reasons(said, setting, understand(said, setting).intent)
    assert any(words in one.text for one in found)
    assert all(one.slot == "intent" and said[one.start : one.end] == one.text for one in found)


def test_few_reasons_are_shown_and_none_where_no_phrase_speaks() -> None:
    said = "je prends un stagiaire, je peux accueillir deux élèves, nous proposons une place, on cherche un apprenti"
    assert len(find_reasons(said, a_setting(), "offer")) == MOST
    assert find_reasons("zut", a_setting(), "offer") == ()
