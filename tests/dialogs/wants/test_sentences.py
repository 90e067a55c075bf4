"""Sentences, and what each does."""

import pytest

from dialogs.wants.sentences import split_sentences


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("je prends un stagiaire", "s"),
        ("qui signe la convention ?", "q"),
        ("bonjour, comment faire", "q"),
        ("il faut remplir quoi", "s"),
        ("c'est qui qui declare", "q"),
        ("pouvez-vous me rappeler ?", "s"),
        ("pouvez-vous me dire qui signe ?", "q"),
        ("si vous etes coinces je prends un eleve", "s"),
        ("si vous n'avez personne je prends un eleve", "c"),
        ("je prends un eleve. qui signe ? merci", "sqs"),
        ("merci s'il vous plait", "s"),
    ],
)
def test_a_sentence_tells_asks_or_supposes(said: str, kinds: str) -> None:
    assert "".join(split_sentences(said).kinds) == kinds


def test_the_title_and_the_subject_answered_are_sentences_of_their_own() -> None:
    assert "".join(split_sentences("oui", title="stage").kinds) == "ts"
    assert "".join(split_sentences("oui", reply="re: votre offre").kinds) == "rs"


def test_numbers_jump_from_one_sentence_to_the_next() -> None:
    sentences = split_sentences("un deux. trois")
    assert sentences.numbers[1] == sentences.numbers[0] + 1 and sentences.numbers[2] > sentences.numbers[1] + 1000
    assert sentences.place(sentences.numbers[2]) == 2


def test_a_message_of_questions_tells_nothing() -> None:
    assert not split_sentences("bonjour. qui signe la convention ?").tells
    assert split_sentences("nous prenons deux eleves. qui signe ?").tells
