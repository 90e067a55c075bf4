"""Questions are sorted by what they are about."""

import csv
from pathlib import Path

import pytest

from dialogs.wants.sentences import split_sentences
from dialogs.wants.topics import find_topic
from tests.dialogs.understanding.hearing import hear

ROWS = list(csv.DictReader(Path(__file__).with_name("topics.csv").open(encoding="utf-8"), delimiter=";"))
MISREAD = 0.08


def test_questions_are_heard_with_their_topic() -> None:
    wrong = [row["message"] for row in ROWS if hear(row["message"]).topic != row["topic"]]
    assert len(wrong) <= MISREAD * len(ROWS), wrong


def test_every_topic_has_its_questions() -> None:
    assert len({row["topic"] for row in ROWS}) == 24


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("la convention est signee. et s'il se blesse ?", "accident"),
        ("je loge mes apprentis. qui signe la convention ?", "convention"),
    ],
)
def test_the_topic_is_in_the_sentence_that_asks(said: str, topic: str) -> None:
    assert find_topic(split_sentences(said))[0] == topic


def test_a_question_about_nothing_known_has_no_topic_of_its_own() -> None:
    assert find_topic(split_sentences("vous aimez la mer ?")) == ("other", 0.0)
