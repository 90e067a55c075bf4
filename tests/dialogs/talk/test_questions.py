"""How far a form has come is said, where there are enough questions to wonder."""

from core.pool.draft import Callback, Draft, Employer, Place
from dialogs.talk.say import Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard
from tests.dialogs.talk.test_turn import facts, heard, turn

PLACE = Place("97413", "Saint-Leu")


def ask(state: State, one: Heard) -> Turn:
    return turn(state, one, facts(channel="telegram"))


def lead(given: Turn) -> str:
    assert given.ask
    return given.ask.lead


def test_questions_are_counted_and_those_already_answered_are_not_counted_again() -> None:
    first = ask(State(), heard(offers=(Draft(kind="observation", levels=("troisieme",)),)))
    assert lead(first) == "Question 1 sur 5."
    both = ask(first.state, heard("smalltalk", offers=(Draft(seats=1, flexible=True),)))
    assert (lead(both), both.state.asking) == ("Question 2 sur 4.", "place")


def test_the_same_question_keeps_its_number() -> None:
    first = ask(State(), heard(offers=(Draft(kind="observation", levels=("troisieme",)),)))
    assert lead(ask(first.state, heard("offer"))) == "Question 1 sur 5."


def test_two_questions_need_no_numbers() -> None:
    few = Draft(kind="observation", levels=("troisieme",), seats=1, flexible=True, place=PLACE)
    assert lead(ask(State(), heard(offers=(few,)))) == ""


def test_each_slot_of_the_summary_can_be_touched_and_is_asked_as_if_for_the_first_time() -> None:
    whole = Draft(kind="observation", levels=("troisieme",), seats=1, flexible=True, place=PLACE)
    said = heard(offers=(whole,), organisation=Employer("Ti Jour"), contact=Callback("Jean", phone="+262692000011"))
    known = ask(State(), said)
    asked = ask(known.state, heard(wish="correct"))
    assert asked.ask and "periods" in asked.ask.buttons
    touched = turn(asked.state, heard("smalltalk"), facts(channel="telegram", press=f"{asked.state.turn}:periods"))
    assert touched.ask and (touched.ask.key, touched.ask.lead) == ("ask-periods", "")
    again = ask(touched.state, heard("smalltalk", offers=(Draft(seats=2),)))
    assert again.state.asking == "confirm" and again.state.drafts[0].seats == 2
