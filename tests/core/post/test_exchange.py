"""The counting of answers: what repeats itself is held to the quota, what goes on to three times as much."""

from datetime import timedelta

import pytest

from core.post.exchange import Exchange, Given, Limits, heard_print, may_answer, sender_key, topic_of, weigh
from tests.builders import NOW

LIMITS = Limits(3, 10)
SAME = Exchange("stage", "h", "s", moves=False)


def given(count: int, *, minutes: int = 1, moves: bool = False, topic: str = "stage") -> list[Given]:
    """So many answers, one every so many minutes until now; those of a talk that moves all differ."""
    made = [Exchange(topic, f"h{n}" if moves else "h", f"s{n}" if moves else "s", moves) for n in range(count)]
    return [Given(NOW - timedelta(minutes=minutes * (count - n)), one) for n, one in enumerate(made)]


def test_the_third_identical_answer_of_an_hour_is_the_last() -> None:
    assert [may_answer(given(n), SAME, LIMITS, NOW) for n in range(5)] == ["answer", "answer", "last", "silence", "silence"]


def test_an_hour_later_there_are_answers_again_until_the_day_is_full() -> None:
    assert may_answer(given(3, minutes=20), SAME, LIMITS, NOW) == "last"
    assert may_answer(given(9, minutes=61), SAME, LIMITS, NOW) == "last"
    assert may_answer(given(10, minutes=61), SAME, LIMITS, NOW) == "silence"


def test_another_subject_has_its_own_hour_but_not_its_own_day() -> None:
    assert may_answer(given(3, topic="autre"), SAME, LIMITS, NOW) == "answer"
    assert may_answer(given(10, topic="autre"), SAME, LIMITS, NOW) == "silence"


def test_a_talk_in_which_both_say_something_new_has_three_times_as_many() -> None:
    new = Exchange("stage", "other", "other")
    assert [may_answer(given(n, moves=True), new, LIMITS, NOW) for n in (3, 7, 8, 9)] == ["answer", "answer", "last", "silence"]


def test_a_repetition_after_a_talk_that_moved_is_only_counted_with_what_it_repeats() -> None:
    assert may_answer(given(8, moves=True), SAME, LIMITS, NOW) == "answer"


@pytest.mark.parametrize(
    ("heard", "said", "seconds", "moves"),
    [("new", "new", 60, True), ("h", "new", 60, False), ("new", "s", 60, False), ("", "new", 60, True), ("new", "new", 5, False)],
)
def test_an_exchange_moves_when_neither_side_repeats_itself_nor_answers_in_an_instant(
    heard: str, said: str, seconds: int, moves: bool
) -> None:
    past = [Given(NOW - timedelta(seconds=seconds), SAME)]
    assert weigh(past, Exchange("stage", heard, said), NOW).moves is moves


def test_a_ticket_with_a_new_number_says_the_same_again_and_a_short_yes_never_does() -> None:
    first, second = (f"Bonjour, votre demande n° {n} a bien été prise en compte par nos services." for n in (48211, 48212))
    assert heard_print(first) == heard_print(second) != ""
    assert heard_print("oui, c’est bien cela") == ""


@pytest.mark.parametrize(
    "subject", ["Stage 2027", "RE: Stage 2027 [n° 12]", "Re: Tr : STAGE", "Réponse automatique : Re: stage #4012"]
)
def test_a_subject_is_one_whatever_is_put_around_it(subject: str) -> None:
    assert topic_of(subject) == "stage"


def test_a_desk_that_writes_from_one_address_a_ticket_is_one_sender() -> None:
    assert sender_key("Support+88123@desk.example") == sender_key("support@desk.example")
    assert sender_key("ticket-88123@desk.example") == sender_key("ticket-88124@desk.example")
    assert sender_key("rh2@clinique.example") != sender_key("rh3@clinique.example")


def test_people_with_a_year_in_their_address_do_not_share_a_quota() -> None:
    assert sender_key("jean.hoarau1985@mail.example") != sender_key("marie.payet1974@mail.example")


def test_five_letters_sent_at_once_under_one_subject_are_no_repetition() -> None:
    past = given(4, minutes=0, moves=True)
    assert weigh(past, Exchange("stage", "new", "new"), None).moves
    assert weigh(past, Exchange("stage", "new", "new"), NOW - timedelta(hours=1)).moves  # it came before our answers
