"""Confidence: a probability, weighed by one number a sign."""

from dataclasses import replace

import pytest

from config.lexicon import read_rows
from dialogs.understanding.confidence import find_confidence, signs
from tests.dialogs.understanding.hearing import a_setting, hear


def test_every_sign_has_its_weight_and_every_weight_its_sign() -> None:
    weighed = [row["sign"] for _, row in read_rows("confidence")]
    assert sorted(weighed) == sorted(signs(hear("bonjour"), "bonjour", a_setting()))


@pytest.mark.parametrize("text", ["", "merci", "slt jpren 1 3eme la sem du 7 dec boulangerie st leu", "x" * 9000])
def test_it_is_a_probability_and_never_certain(text: str) -> None:
    assert 0 <= hear(text).confidence <= 0.99


def test_it_is_of_the_whole_answer_and_less_sure_with_more_to_read() -> None:
    text = "1 élève de 3e du 7 au 11 décembre à Saint-Leu"
    long = text + ", et 2 bac pro cuisine en mars à Saint-Paul. " * 4
    assert hear(long).confidence < hear(text).confidence


def test_a_less_sure_intent_makes_a_less_sure_answer() -> None:
    sure, setting = hear("merci beaucoup"), a_setting()
    doubtful = replace(sure, intent_confidence=0.3)
    assert find_confidence(doubtful, "merci beaucoup", setting) < find_confidence(sure, "merci beaucoup", setting)
