"""The words around the phrases: what is weighed, and how loud it is."""

from dialogs.wants.intent_words import weigh_words, word_marks
from dialogs.wants.sentences import split_sentences


def likeliest(folded: str) -> str:
    weights = weigh_words(split_sentences(folded))
    return max(weights, key=lambda intent: weights[intent])


def test_words_are_cut_short_and_paired_within_a_sentence_only() -> None:
    marks = list(word_marks(split_sentences("merci beaucoup. prenons 2 eleves")))
    assert marks == ["merci", "beauc", "merci beauc", "preno", "0", "preno 0", "eleve", "0 eleve"]


def test_words_of_a_question_are_marked_as_asked() -> None:
    marks = set(word_marks(split_sentences("qui signe la convention ?")))
    assert {"q:qui", "q:conve", "signe la"} <= marks


def test_words_without_any_known_phrase_tell_what_is_wanted() -> None:
    assert likeliest("mon fils cherche un college qui le prenne une semaine") == "candidate"
    assert likeliest("le stagiaire s'est blesse a la main ce matin") == "incident"


def test_unknown_words_weigh_no_more_than_none() -> None:
    assert weigh_words(split_sentences("xyzzy")) == weigh_words(split_sentences(""))


def test_saying_it_twice_is_hardly_louder() -> None:
    once = weigh_words(split_sentences("plus de messages"))
    twice = weigh_words(split_sentences("plus de messages. plus de messages"))
    assert abs(once["stop"] - twice["stop"]) < 0.5
