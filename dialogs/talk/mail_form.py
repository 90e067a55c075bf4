"""The same form in one letter: what was understood, everything that is missing at once, and filing without a useless question."""

from collections.abc import Callable
from dataclasses import replace

from core.pool.commands import OpenMatter
from dialogs.talk.facts import Facts
from dialogs.talk.form import Missing, missing_slots
from dialogs.talk.say import Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Doubt, Heard
from dialogs.wording.describe import describe, say_callback
from dialogs.wording.words import Words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROUNDS = 3  # letters that ask, before a person is asked to call


def mail_round(state: State, heard: Heard, facts: Facts, words: Words, file: Callable[[State, Facts], Turn]) -> Turn:
    """File when nothing is missing and nothing doubtful; else one letter that shows what was understood and asks the rest."""
    missing = missing_slots(state, facts.channel)
    criteria = state.criteria and not state.insisted
    if not missing and not criteria and not heard.passed_on:
        return file(state, facts)
    if state.asked.count("letter:0") >= ROUNDS:
        return Turn(replace(state, phase="relaying", asking=None), do=(OpenMatter("human", facts.words),))
    questions = [_ask(m, heard, state, facts, words) for m in missing]
    if criteria:
        said = ", ".join(words.line(f"criterion-{criterion}") for criterion in state.criteria)
        questions.append(words.line("ask-discrimination", criteria=said))
    shown = tuple(
        Say(
            "mail-understood-line",
            {"offer": describe(draft, facts.catalogue, words), "left": len(state.drafts) - number},
            shape="item",
            number=number,
        )
        for number, draft in enumerate(state.drafts, 1)
    )
    listed = "\n".join(f"{LETTERS[i % 26]}. {question}" for i, question in enumerate(questions))
    understood = (
        _lead(state, heard),
        *shown,
        *((Say("call-back", {"contact": say_callback(state.callback)}),) if state.callback.hours or heard.passed_on else ()),
    )
    state = replace(state, about=0, turn=state.turn + 1, asked=(*state.asked, "letter:0"))
    if not questions:
        return Turn(replace(state, phase="confirming", asking="confirm"), say=understood, ask=Say("mail-passed-on-how"))
    asking = "discrimination" if criteria and not missing else missing[0].slot
    missed = Say("mail-missing", {"count": len(questions), "questions": listed})
    return Turn(replace(state, phase="collecting", asking=asking), say=(*understood, missed), ask=Say("mail-how"))


def _lead(state: State, heard: Heard) -> Say:
    count = len(state.drafts)
    if heard.passed_on:
        return Say("mail-passed-on", {"count": count, "author": heard.passed_on})
    return Say("mail-understood", {"count": count})


def _ask(wanted: Missing, heard: Heard, state: State, facts: Facts, words: Words) -> str:
    doubt: Doubt | None = next((d for d in heard.doubts if d.slot == wanted.slot), None)
    if doubt and doubt.places:
        question = (
            words.line("ask-place-which", said=doubt.said) + " " + f" {words.line('or')} ".join(p.name for p in doubt.places[:3])
        )
    elif doubt and wanted.slot in ("place", "periods"):
        question = words.line(f"ask-{wanted.slot}-unknown", said=doubt.said)
    else:
        question = words.line(f"ask-{wanted.slot}")
    if len(state.drafts) > 1 and wanted.slot in ("kind", "programme", "seats", "periods"):
        return words.line("about", offer=describe(state.drafts[wanted.about], facts.catalogue, words)) + " " + question
    return question
