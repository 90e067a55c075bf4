"""What people want is told apart, whatever else their message holds."""

import csv
from pathlib import Path

import pytest

from dialogs.wants.intent_words import INTENTS
from dialogs.wants.intents import OTHER_SIGNS, Signs, find_intent, hear_phrases
from dialogs.wants.sentences import split_sentences
from tests.dialogs.understanding.hearing import hear

HERE = Path(__file__).parent
PHRASES = list(csv.DictReader((HERE / "phrases_intents.csv").open(encoding="utf-8"), delimiter=";"))
MESSAGES = list(csv.DictReader((HERE / "intents.csv").open(encoding="utf-8"), delimiter=";"))
# Known to be read otherwise; the rest must hold.
MISREAD = 0.03


def test_the_phrases_are_heard_with_their_intent_and_topic() -> None:
    wrong = [row["phrase"] for row in PHRASES if not _right(row)]
    assert len(wrong) <= MISREAD * len(PHRASES), wrong


def _right(row: dict[str, str]) -> bool:
    heard = hear(row["phrase"])
    return heard.intent == row["intent"] and (not row["topic"] or heard.topic == row["topic"])


def test_messages_and_letters_are_heard_with_their_intent() -> None:
    wrong = [row["message"] for row in MESSAGES if _letter(row) != row["intent"]]
    assert len(wrong) <= MISREAD * len(MESSAGES), wrong


def _letter(row: dict[str, str]) -> str:
    return hear(row["message"].replace(" // ", "\n"), subject=row["subject"] or None).intent


def test_every_intent_has_its_messages() -> None:
    assert {row["intent"] for row in MESSAGES} == set(INTENTS)


@pytest.mark.parametrize("noise", ["😂😂😂", "🍕", "...", "", "   \n "])
def test_noise_is_small_talk_and_unsure(noise: str) -> None:
    heard = hear(noise)
    assert heard.intent == "smalltalk" and heard.intent_confidence <= 0.6 and not heard.offers


def test_words_that_mean_nothing_here_are_told_with_low_confidence() -> None:
    assert find_intent(split_sentences("azerty qwerty"), Signs()).confidence <= 0.3


def test_the_probabilities_of_the_intents_make_one() -> None:
    verdict = find_intent(split_sentences("ou en est mon offre ?"), Signs())
    assert verdict.intent == "offer_status" and sum(verdict.scores.values()) == pytest.approx(1)


def test_what_is_weighed_has_its_line_in_the_table() -> None:
    with (HERE.parents[2] / "config" / "lexicon" / "weighing.csv").open(encoding="utf-8") as file:
        assert [row["heard"] for row in csv.DictReader(file)] == [*INTENTS, *OTHER_SIGNS]


@pytest.mark.parametrize("said", ["Nous ne prenons pas de stagiaires", "nous n'avons plus de place en stage"])
def test_an_offer_that_is_denied_is_not_heard(said: str) -> None:
    assert "offer" not in hear_phrases(split_sentences(said.lower())) or hear(said).offers == ()


def test_taking_no_more_than_three_is_taking_three() -> None:
    assert hear("Nous ne pouvons prendre que trois élèves de bac pro ASSP en mars").intent == "offer"


@pytest.mark.parametrize(
    ("subject", "said", "intent"),
    [
        ("RE: Votre offre est-elle toujours valable ?", "Oui, sans souci.", "confirm_offer"),
        ("RE: Votre offre est-elle toujours valable ?", "Non, elle ne l'est plus.", "withdraw_offer"),
        ("RE: Pourriez-vous accueillir un élève de 3e ?", "Impossible cette année, désolés.", "refusal"),
        ("Réponse automatique : Rappel", "De retour le 4 janvier.", "auto_reply"),
    ],
)
def test_the_subject_tells_what_a_short_answer_means(subject: str, said: str, intent: str) -> None:
    assert hear(said, subject=subject).intent == intent


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
