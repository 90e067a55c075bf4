"""What people want is told apart, whatever else their message holds."""

import csv
from pathlib import Path

import pytest

from dialogs.understanding.intents import Signs, find_intent
from tests.dialogs.understanding.hearing import hear

TABLE = Path(__file__).with_name("phrases_intents.csv")
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8"), delimiter=";"))
# Known to be read otherwise; the rest must hold.
MISREAD = 0.03


def test_the_phrases_are_heard_with_their_intent_and_topic() -> None:
    wrong = [row for row in ROWS if not _right(row)]
    assert len(wrong) <= MISREAD * len(ROWS), [row["phrase"] for row in wrong]


def _right(row: dict[str, str]) -> bool:
    heard = hear(row["phrase"])
    return heard.intent == row["intent"] and (not row["topic"] or heard.topic == row["topic"])


@pytest.mark.parametrize("noise", ["😂😂😂", "🍕", "...", "", "   \n "])
def test_noise_is_small_talk_and_unsure(noise: str) -> None:
    heard = hear(noise)
    assert heard.intent == "smalltalk" and heard.intent_confidence <= 0.6 and not heard.offers


def test_words_that_mean_nothing_here_are_told_with_low_confidence() -> None:
    assert find_intent("azerty qwerty", Signs()).confidence <= 0.3


def test_an_answer_to_a_question_belongs_to_the_offer() -> None:
    assert hear("deux", asking="seats").intent == "offer"


def test_a_question_within_a_form_stays_a_question() -> None:
    heard = hear("et qui signe la convention ?", asking="seats")
    assert heard.intent == "question" and heard.topic == "convention"


def test_a_call_for_a_person_within_a_form_stays_one() -> None:
    said = "je préfère parler à quelqu'un, un vrai, vous pouvez me faire appeler ?"
    assert hear(said, asking="programme").intent == "human"


def test_a_correction_that_opens_with_no_is_no_refusal() -> None:
    heard = hear("non, pas Saint-Pierre, c'est Le Tampon, et c'est 2 élèves", asking="confirm")
    assert heard.intent == "offer" and heard.assent is False
    assert heard.offers[0].seats == 2 and heard.offers[0].place and heard.offers[0].place.insee == "97422"


def test_not_taking_pupils_is_no_offer() -> None:
    assert hear("Nous ne prenons pas de stagiaires").offers == ()
