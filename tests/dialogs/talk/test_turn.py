"""The turn is pure: what is heard and known gives the state, the commands and the words."""

from dataclasses import replace
from datetime import date, timedelta

from core.agenda.proposals import Wish
from core.pool.commands import CloseOffer, ConfirmOffer, FileOffer, OpenMatter, Person, Stop, Unfile
from core.pool.draft import Callback, Draft, Employer, Period, Place
from dialogs.proof.proposals import set_apart
from dialogs.talk.facts import Facts, KnownOffer
from dialogs.talk.say import Turn
from dialogs.talk.state import State
from dialogs.talk.turn import take_turn
from dialogs.understanding.heard import Doubt, Heard
from dialogs.wording.words import words_in
from tests.builders import FEBRUARY, NOW, PORT, TODAY, a_draft, a_house

HOUSE, WORDS = a_house(), words_in("fr")
COORDINATOR = Person("c-ouest", "Mme EXEMPLE", "ouest@example.org")


def facts(words: str = "", channel: str = "terminal", **more: object) -> Facts:
    given = Facts(NOW, TODAY, channel, HOUSE.territory, HOUSE.catalogue, {"convention": "Le lycée."}, words)
    return replace(given, **more)  # type: ignore[arg-type]


def heard(intent: str = "offer", **more: object) -> Heard:
    return replace(Heard("fr", intent, 0.9), **more)  # type: ignore[arg-type]


def turn(state: State, one: Heard, known: Facts | None = None) -> Turn:
    return take_turn(state, one, known or facts(), WORDS)


EVERYTHING = heard(offers=(a_draft(),), organisation=Employer("Élec Austral"), contact=Callback("Jean", phone="+262692000011"))


def test_a_whole_offer_leads_straight_to_the_summary() -> None:
    first = turn(State(), EVERYTHING)
    assert (first.state.phase, first.state.asking, first.do) == ("confirming", "confirm", ())
    assert first.ask and first.ask.key == "confirm" and "Le Port" not in first.ask.facts["offers"]


def test_a_yes_files_every_draft_once() -> None:
    filed = turn(turn(State(), EVERYTHING).state, heard("smalltalk", assent=True))
    assert [type(command) for command in filed.do] == [FileOffer] and filed.state.phase == "idle"


def test_a_yes_with_a_change_asks_again() -> None:
    state = turn(State(), EVERYTHING).state
    again = turn(state, heard("offer", assent=True, offers=(Draft(seats=3),)))
    assert (again.do, again.state.drafts[0].seats, again.state.asking) == ((), 3, "confirm")


def test_two_corrections_in_one_reply_are_both_taken() -> None:
    state = turn(State(), EVERYTHING).state
    corrected = turn(state, heard("offer", assent=False, offers=(Draft(seats=1, place=Place("97422", "Le Tampon")),)))
    assert (corrected.state.drafts[0].seats, corrected.state.drafts[0].place) == (1, Place("97422", "Le Tampon"))


def test_closed_days_shorten_a_week() -> None:
    week = (Period(date(2026, 12, 7), date(2026, 12, 11)),)
    state = turn(State(), replace(EVERYTHING, offers=(a_draft(periods=week),))).state
    shorter = turn(state, heard("smalltalk", assent=True, closed_days=(0,)))
    assert shorter.state.drafts[0].periods == (Period(date(2026, 12, 8), date(2026, 12, 11)),)


def test_missing_slots_are_asked_one_at_a_time_in_the_order_of_the_form() -> None:
    first = turn(State(), heard(offers=(Draft(kind="observation", levels=("troisieme",)),)))
    assert first.state.asking == "seats"
    second = turn(first.state, heard("smalltalk", offers=(Draft(seats=1),)))
    assert second.state.asking == "periods"


def test_after_two_vain_tries_a_person_is_offered() -> None:
    state = turn(State(), heard(offers=(Draft(kind="observation", seats=1, flexible=True),))).state
    for _ in range(2):
        state = turn(state, heard("offer", doubts=(Doubt("place", "Trifouilly"),))).state
    assert state.asking == "choice" and [o.id.partition(":")[2] for o in state.options] == ["human", "cancel"]


def test_an_ambiguous_place_is_asked_and_picked_by_button_number_or_name() -> None:
    places = (PORT, Place("97422", "Le Tampon"))
    asked = turn(State(), replace(EVERYTHING, offers=(a_draft(place=None),), doubts=(Doubt("place", "La Plaine", places),)))
    assert asked.state.asking == "place" and len(asked.state.options) == 2
    for words in ("2", "le tampon"):
        picked = take_turn(asked.state, heard("unrelated"), facts(words), WORDS)
        assert picked.state.drafts[0].place == places[1]


def test_a_question_is_answered_and_the_open_one_put_again() -> None:
    state = turn(State(), heard(offers=(Draft(kind="observation", seats=1),))).state
    aside = turn(state, heard("question", topic="convention"))
    assert [say.key for say in aside.say] == ["answer"] and aside.ask and aside.ask.key == "ask-periods"


def test_cancelling_drops_the_drafts_and_undoes_a_fresh_filing() -> None:
    assert turn(turn(State(), EVERYTHING).state, heard(wish="cancel")).state.drafts == ()
    fresh = State(filed=("OF-2026-00001",), filed_at=NOW - timedelta(minutes=5))
    assert turn(fresh, heard(wish="cancel")).do == (Unfile(("OF-2026-00001",)),)


def test_an_unlawful_condition_is_told_and_left_out() -> None:
    asked = turn(State(), replace(EVERYTHING, discrimination=("sex",)))
    assert asked.state.asking == "discrimination"
    agreed = turn(asked.state, heard("smalltalk", assent=True))
    assert agreed.state.asking == "confirm" and agreed.state.doubts == ()


def test_insisting_on_an_unlawful_condition_has_the_offer_checked() -> None:
    insists = turn(turn(State(), replace(EVERYTHING, discrimination=("sex",))).state, heard("smalltalk", assent=False))
    filed = turn(insists.state, heard("smalltalk", assent=True))
    assert isinstance(filed.do[0], FileOffer) and filed.do[0].doubts == ("criterion",)


def test_a_person_is_called_with_the_number_asked_for_and_nothing_is_filed() -> None:
    state = turn(State(), heard(offers=(Draft(kind="pfmp", seats=1),))).state
    wanted = turn(state, heard("human"))
    assert (wanted.state.phase, wanted.state.asking) == ("relaying", "contact")
    relayed = turn(wanted.state, heard("smalltalk", contact=Callback("Jocelyn", phone="+262692281975")))
    assert [type(command) for command in relayed.do] == [OpenMatter] and relayed.state.asking is None


def test_a_letter_asks_everything_missing_at_once_and_files_when_complete() -> None:
    mail = facts(channel="email")
    first = take_turn(State(), replace(EVERYTHING, offers=(a_draft(periods=(), place=None),)), mail, WORDS)
    assert "a. " in first.say[-1].facts["questions"] and "b. " in first.say[-1].facts["questions"]
    second = take_turn(first.state, heard("offer", offers=(Draft(periods=FEBRUARY, place=PORT),)), mail, WORDS)
    assert [type(command) for command in second.do] == [FileOffer]


def test_an_old_button_is_harmless() -> None:
    state = turn(State(), EVERYTHING).state
    old = turn(state, heard("smalltalk"), facts(press="0:yes"))
    assert old.do == () and [say.key for say in old.say] == ["stale"] and old.ask


def an_offer(reference: str = "OF-2026-00001") -> KnownOffer:
    return KnownOffer(reference, "available", a_draft(), "Élec Austral", 2, NOW, TODAY, COORDINATOR)


def test_taking_an_offer_back_is_asked_once_more() -> None:
    known = facts(offers=(an_offer(),))
    asked = turn(State(), heard("withdraw_offer"), known)
    assert asked.state.asking == "confirm" and asked.do == ()
    assert turn(asked.state, heard("smalltalk", assent=True), known).do == (CloseOffer("OF-2026-00001", "withdrawn", None),)


def test_a_letter_that_proves_nothing_takes_no_offer_back() -> None:
    known = facts(offers=(an_offer(),), channel="email", trusted=False, vouched=False)
    asked, wishes = set_apart(turn(State(), heard("withdraw_offer"), known), known)
    assert asked.do == () and wishes == (Wish("OF-2026-00001", status="withdrawn"),)
    assert turn(asked.state, heard("smalltalk", assent=True), known).do == ()


def test_with_several_offers_it_asks_which() -> None:
    known = facts(offers=(an_offer(), replace(an_offer("OF-2026-00002"))))
    asked = turn(State(), heard("withdraw_offer"), known)
    assert asked.state.asking == "choice"
    named = turn(asked.state, heard("unrelated", references=("OF-2026-00002",)), known)
    assert named.state.target == "OF-2026-00002"


def test_the_button_of_a_notice_works_at_any_time() -> None:
    known = facts(offers=(an_offer(),), press="o.still.OF-2026-00001")
    assert turn(State(), heard("smalltalk"), known).do == (ConfirmOffer("OF-2026-00001"),)


def test_stop_stops() -> None:
    assert turn(State(), heard("stop")).do == (Stop(),)


def test_the_answer_to_a_coordinator_s_question_goes_to_them() -> None:
    known = facts("de 7 h à 15 h, pas le samedi", offers=(an_offer(),), questioned="OF-2026-00001")
    answered = turn(State(), heard("unrelated"), known)
    assert answered.do == (OpenMatter("answer", "de 7 h à 15 h, pas le samedi", reference="OF-2026-00001"),)
