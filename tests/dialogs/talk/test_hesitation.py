"""A doubtful message is asked about, read anew as the person says, and never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.pool.commands import OpenMatter
from core.pool.draft import Draft, Place
from core.post.inbound import Inbound
from dialogs.listen import listen
from dialogs.talk.facts import Facts
from dialogs.talk.hesitation import SURE, choice_of, settle, told
from dialogs.talk.say import Choice, Turn
from dialogs.talk.state import Doubted, State
from dialogs.talk.turn import take_turn
from dialogs.understanding.heard import Heard, Intent
from dialogs.wording.words import words_in
from tests.builders import NOW, TODAY, a_draft, a_house

HOUSE, WORDS = a_house(), words_in("fr")
VAGUE = "la boulangerie de Saint-Leu, avec les jeunes comme on avait dit, la semaine prochaine"
PROPOSED: tuple[Intent, ...] = ("offer", "update_offer", "question")


def facts(words: str = VAGUE, channel: str = "telegram", **more: object) -> Facts:
    given = Facts(NOW, TODAY, channel, HOUSE.territory, HOUSE.catalogue, {}, words)
    return replace(given, **more)  # type: ignore[arg-type]


def doubtful(intent: Intent = "unrelated", *readings: Intent, **more: object) -> Heard:
    return replace(Heard("fr", intent, 0.3, intent_confidence=0.3, readings=readings), **more)  # type: ignore[arg-type]


def asked(times: int = 1) -> State:
    return State("collecting", 4, asking="choice", doubted=Doubted(VAGUE, NOW, PROPOSED, times))


def turn(state: State, heard: Heard, known: Facts | None = None) -> Turn:
    return take_turn(state, heard, known or facts(), WORDS)


def offered(one: Turn) -> list[str]:
    return [choice.id for choice in one.ask.buttons if isinstance(choice, Choice)] if one.ask else []


def said(text: str, state: State, **more: object) -> Heard:
    return listen(Inbound("telegram", "1", "7", NOW, text=text, **more), state, HOUSE)  # type: ignore[arg-type]


def test_who_has_filed_nothing_is_not_asked_whether_it_still_stands() -> None:
    assert "reading.confirm_offer" not in offered(turn(State(), doubtful("confirm_offer", "confirm_offer", "offer")))


def test_a_doubtful_message_is_kept_and_asked_about() -> None:
    first = turn(State(), doubtful())
    assert first.ask and first.ask.key == "unsure" and not first.do
    assert (first.state.asking, first.state.doubted and first.state.doubted.words) == ("choice", VAGUE)
    assert offered(first) == ["reading.offer", "reading.update_offer", "reading.question"]


def test_what_comes_near_is_proposed_best_first() -> None:
    assert offered(turn(State(), doubtful("event", "event", "offer"))) == ["reading.event", "reading.offer"]


@pytest.mark.parametrize(
    "heard",
    [
        doubtful("offer", offers=(a_draft(),)), doubtful("incident", "incident"), doubtful("human", "human"),
        doubtful("auto_reply"), doubtful(assent=True), doubtful(wish="help"),
        replace(doubtful("question"), intent_confidence=SURE),
    ],
)  # fmt: skip
def test_what_is_plain_urgent_or_small_is_not_asked_about(heard: Heard) -> None:
    assert turn(State(), heard).state.doubted is None


@pytest.mark.parametrize(
    ("said", "asked_about"),
    [("je suis intéressé", True), ("un stage", True), ("ok merci madame", False), ("/inconnu", False), ("bonne journée", False)],
)
def test_a_few_words_are_asked_about_when_they_are_no_greeting(said: str, asked_about: bool) -> None:
    assert (turn(State(), doubtful("smalltalk"), facts(said)).state.doubted is not None) == asked_about


def test_a_bare_trade_is_no_plain_offer() -> None:
    assert turn(State(), doubtful("offer", offers=(Draft(fields=("alimentation",)),))).state.doubted


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("1", "offer"), ("2.", "update_offer"), ("Bonjour, le 3 merci", "question"), ("la dernière", "question"),
        ("second", "update_offer"), ("Proposer une place", "offer"), ("une place", "offer"), ("CHANGER", "update_offer"),
        ("une question", "question"), ("ask a question", "question"), ("4", None), ("offre", None), ("aucune idée", None),
        ("2 élèves", None), ("", None),
    ],
)  # fmt: skip
def test_an_answer_picks_by_number_or_word(answer: str, chosen: Intent | None) -> None:
    assert choice_of(asked(), None, answer) == chosen


def test_a_button_picks_unless_it_is_an_older_one() -> None:
    assert (choice_of(asked(), "4:reading.question", ""), choice_of(asked(), "3:reading.question", "")) == ("question", None)


def test_the_earlier_message_is_read_as_chosen_from_the_day_it_came() -> None:
    state = replace(asked(), doubted=Doubted(VAGUE, NOW - timedelta(days=7), PROPOSED))
    heard = said("1", state)
    assert (heard.intent, heard.again, heard.intent_confidence) == ("offer", VAGUE, 1.0)
    assert heard.offers[0].place == Place("97413", "Saint-Leu")
    assert heard.offers[0].periods[0].start.isoformat() == "2026-11-23"


def test_nothing_that_was_typed_is_lost_by_a_choice() -> None:
    chosen = turn(asked(), said("1", asked()), facts("1"))
    assert chosen.state.drafts[0].place == Place("97413", "Saint-Leu") and chosen.state.doubted is None


def test_an_answer_in_a_sentence_adds_to_the_earlier_message() -> None:
    heard = said("je propose 2 places", asked())
    assert heard.intent == "offer" and heard.again and heard.again.startswith(VAGUE)
    assert heard.offers[0].seats == 2 and heard.offers[0].place == Place("97413", "Saint-Leu")


def test_a_question_chosen_goes_to_a_person_in_the_words_it_had() -> None:
    assert turn(asked(), said("3", asked()), facts("3")).do == (OpenMatter("question", VAGUE),)


def test_another_matter_said_plainly_ends_the_doubt() -> None:
    assert told(asked(), doubtful("candidate", "candidate")) is None
    plain = replace(doubtful("candidate", "candidate"), intent_confidence=0.95)
    assert settle(asked(), plain) == State(turn=4)


def test_the_second_failure_asks_in_other_words_and_the_third_names_a_person() -> None:
    again = turn(asked(), doubtful(), facts("bof"))
    assert again.ask and again.ask.key == "unsure-again" and offered(again) == [f"reading.{one}" for one in PROPOSED]
    last = turn(again.state, doubtful(), facts("hein"))
    assert last.ask and last.ask.key == "unsure-person" and "EXEMPLE" in last.ask.facts["person"]


def test_a_person_is_given_all_that_was_said() -> None:
    last = turn(turn(asked(), doubtful(), facts("bof")).state, doubtful(), facts("hein"))
    yes = turn(last.state, replace(Heard("fr", "smalltalk", 0.9), assent=True), facts("oui"))
    pressed = turn(last.state, Heard("fr", "smalltalk", 1.0), facts("", press=f"{last.state.turn}:human"))
    assert pressed.do == (OpenMatter("human", f"{VAGUE}\nbof\nhein"),) and pressed.state.doubted is None
    assert yes.do and isinstance(yes.do[0], OpenMatter) and yes.do[0].text.startswith(f"{VAGUE}\nbof\nhein")


def test_a_person_asked_for_meanwhile_is_given_all_that_was_said() -> None:
    heard = said("je préfère parler à quelqu'un", asked())
    assert heard.intent == "human" and heard.again and heard.again.startswith(VAGUE)


def test_a_no_to_a_person_ends_it_and_an_idle_word_does_too() -> None:
    for heard, key in ((Heard("fr", "smalltalk", 0.9, assent=False), "cancelled"), (doubtful(), "lost-idle")):
        over = turn(asked(3), heard, facts("non"))
        assert ([say.key for say in over.say], over.state.doubted, over.state.phase) == ([key], None, "idle")


def test_a_letter_proposes_numbered_lines() -> None:
    letter = turn(State(), doubtful(), facts(channel="email", whole="Votre courrier\nNous revenons vers vous"))
    assert letter.ask and letter.ask.key == "unsure-mail" and letter.ask.facts["choices"].startswith("1. ")
    assert letter.state.doubted and letter.state.doubted.words.startswith("Votre courrier\n")


def test_help_in_the_middle_keeps_the_question_open() -> None:
    helped = turn(asked(), replace(Heard("fr", "smalltalk", 1.0), wish="help"), facts("aide"))
    assert helped.state.doubted == asked().doubted and helped.state.asking == "choice"


def test_a_doubt_remembers_whether_it_was_proved_who_wrote() -> None:
    for trusted in (True, False):
        asked = turn(State(), doubtful(), facts(channel="email", trusted=trusted))
        assert asked.state.doubted and asked.state.doubted.proved is trusted
