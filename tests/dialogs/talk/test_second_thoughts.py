"""Edited messages: corrections of what they said, and nothing else."""

from dataclasses import replace

from core.pool.commands import ChangeOffer
from core.pool.draft import Callback, Draft, Employer, Place
from dialogs.talk.facts import Facts
from dialogs.talk.say import Turn
from dialogs.talk.state import State
from dialogs.talk.turn import take_turn
from dialogs.understanding.heard import Heard
from dialogs.wording.words import words_in
from tests.builders import PORT, a_draft
from tests.dialogs.talk.test_turn import an_offer, facts, heard, turn

WORDS = words_in("fr")
OFFER = heard(offers=(a_draft(),), organisation=Employer("Élec Austral"), contact=Callback("Jean", phone="+262692000011"))


def said(id: str, kind: str = "message", **more: object) -> Facts:
    return replace(facts("1 élève", message_id=id, kind=kind), **more)  # type: ignore[arg-type]


def edited(state: State, one: Heard, id: str = "m1", **more: object) -> Turn:
    return take_turn(state, one, said(id, "edited", **more), WORDS)


def test_an_edited_answer_answers_the_question_it_was_given_to() -> None:
    asked = take_turn(State(), heard(offers=(Draft(kind="observation"),)), said("m1"), WORDS)
    assert asked.state.asking == "seats"
    answered = take_turn(asked.state, heard("smalltalk", offers=(Draft(seats=2),)), said("m2"), WORDS)
    assert answered.state.asking == "periods"
    again = edited(answered.state, heard("smalltalk", offers=(Draft(seats=3),)), "m2")
    assert (again.state.drafts[0].seats, again.state.asking) == (3, "periods")


def test_a_question_is_not_counted_as_asked_twice_by_an_edit() -> None:
    state = take_turn(State(), heard(offers=(Draft(kind="observation", seats=1),)), said("m1"), WORDS).state
    for seats in (2, 3, 4, 5):
        state = edited(state, heard(offers=(Draft(seats=seats),))).state
    assert state.asking == "periods" and state.asked.count("periods:0") == 1


def test_an_edit_that_names_one_more_offer_adds_none_twice() -> None:
    state = take_turn(State(), OFFER, said("m1"), WORDS).state
    again = edited(state, replace(OFFER, offers=(a_draft(seats=3),)), words="aussi 3 élèves")
    assert [draft.seats for draft in again.state.drafts] == [3]


def test_an_edit_after_the_filing_changes_that_offer_by_what_differs() -> None:
    before = take_turn(State(), OFFER, said("m1"), WORDS).state
    idle = replace(State(filed=("OF-2026-00001",), filed_at=facts().now), answers=before.answers)
    changed = edited(idle, replace(OFFER, offers=(a_draft(place=Place("97422", "Le Tampon")),)), offers=(an_offer(),))
    assert changed.do == (ChangeOffer("OF-2026-00001", Draft(place=Place("97422", "Le Tampon"))),)


def test_an_edit_of_long_ago_touches_no_other_offer() -> None:
    state = take_turn(State(), OFFER, said("m9"), WORDS).state
    old = edited(state, heard(offers=(Draft(seats=9),)), "m1")
    assert old.state.drafts == state.drafts and [say.key for say in old.say] == ["edit-which"]
    idle = edited(State(), OFFER, "m1", offers=(an_offer(),))
    assert (idle.do, idle.state.drafts, [say.key for say in idle.say]) == ((), (), ["edit-which"])


def test_a_new_form_forgets_what_was_answered_before_it() -> None:
    first = take_turn(State(), heard("smalltalk"), said("m1"), WORDS).state
    assert [one.message for one in take_turn(first, OFFER, said("m2"), WORDS).state.answers] == ["m2"]


def test_a_doubtful_message_edited_is_read_anew_alone() -> None:
    doubtful = take_turn(State(), heard("unrelated", intent_confidence=0.2), said("m1"), WORDS).state
    assert doubtful.doubted
    plain = edited(doubtful, OFFER)
    assert plain.state.doubted is None and len(plain.state.drafts) == 1


def test_an_edit_that_changes_nothing_says_so_and_files_nothing() -> None:
    before = take_turn(State(), OFFER, said("m1"), WORDS).state
    idle = replace(State(filed=("OF-2026-00001",)), answers=before.answers)
    same = edited(idle, OFFER, offers=(an_offer(),))
    assert (same.do, [say.key for say in same.say]) == ((), ["edit-same"])


def test_an_old_yes_edited_files_nothing() -> None:
    asked = take_turn(State(), heard(offers=(Draft(kind="observation"),)), said("m1"), WORDS)
    state = replace(turn(State(), OFFER).state, answers=asked.state.answers)
    old = edited(state, heard("smalltalk", assent=True))
    assert old.do == () and old.state.asking == "confirm" and old.state.drafts[0].place == PORT
