"""An edited message is a correction of what it said, never said once more: of the form under way, or of what it led to."""

from dataclasses import fields, replace

from core.pool.commands import ChangeOffer
from core.pool.draft import Draft
from dialogs.talk.facts import Facts
from dialogs.talk.offering import absorb, says_something
from dialogs.talk.questions import ask_again, ask_next, summary
from dialogs.talk.say import Say, Turn
from dialogs.talk.state import Answer, State
from dialogs.understanding.heard import Heard
from dialogs.wording.words import Words

KEPT = 12  # messages whose question is remembered


def answer_of(state: State, message_id: str | None) -> Answer | None:
    """Which question a message answered, if it is one of the last."""
    return next((one for one in reversed(state.answers) if one.message == message_id), None)


def with_answer(state: State, before: State, facts: Facts) -> State:
    """The state that remembers which question this message answered."""
    if facts.kind not in ("message", "media") or facts.message_id is None:
        return replace(state, answers=before.answers)
    begun = before.phase == "idle" and state.phase != "idle"  # what was said before is of something else
    answers = (*(() if begun else before.answers), Answer(facts.message_id, before.asking, before.about))
    return replace(state, answers=answers[-KEPT:])


def correcting(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """What an edited message changes; None when it is a move of its own, or corrects nothing that is known."""
    if facts.kind != "edited" or heard.wish or heard.intent in ("stop", "privacy", "human"):
        return None
    answer = answer_of(state, facts.message_id)
    if state.phase in ("collecting", "confirming") and state.drafts and not state.target:
        if answer and heard.assent is not None and not says_something(heard) and answer.asking == state.asking:
            return None  # « ou » made « oui »: the answer to what is asked now
        return _correct_drafts(state, answer, heard, facts, words) if answer else _which(state, facts, words)
    if state.phase == "idle" and state.filed and answer:
        return _correct_filed(state, heard, facts)
    return _which(state, facts, words) if heard.intent == "offer" and facts.open_offers else None


def _which(state: State, facts: Facts, words: Words) -> Turn:
    """A message of long ago: what it led to is not known any more, and a guess could spoil another offer."""
    resumed, again = ask_again(state, facts, words)
    return Turn(resumed, say=(Say("edit-which"),), ask=again)


def _correct_drafts(state: State, answer: Answer, heard: Heard, facts: Facts, words: Words) -> Turn:
    then = replace(state, asking=answer.asking, about=answer.about)
    corrected = replace(absorb(then, heard, ""), asking=state.asking, about=state.about)
    same = (corrected.drafts, corrected.employer, corrected.callback, corrected.criteria) == (
        state.drafts, state.employer, state.callback, state.criteria,
    )  # fmt: skip
    if same:
        resumed, again = ask_again(state, facts, words)
        return Turn(resumed, say=(Say("edit-same"),), ask=again)
    asked, question = ask_next(replace(corrected, asked=corrected.asked[:-1]), facts, words, heard)
    shown = corrected.drafts != state.drafts and question.key != "confirm"
    now = Say("understood", {"offers": summary(asked, facts.catalogue, words), "count": len(asked.drafts)})
    return Turn(asked, say=(Say("edit-noted"), *((now,) if shown else ())), ask=question)


def _correct_filed(state: State, heard: Heard, facts: Facts) -> Turn:
    offers = [facts.offer(reference) for reference in state.filed]
    said = [one for one in heard.offers if one != Draft()]
    if len(offers) > 1 and len(said) != len(offers) and said:
        return Turn(state, say=(Say("edit-which"),))
    changes = [
        ChangeOffer(offer.reference, change)
        for offer, one in zip(offers, said, strict=False)
        if offer and offer.open and (change := _difference(offer.draft, one)) != Draft()
    ]
    return Turn(state, do=tuple(changes)) if changes else Turn(state, say=(Say("edit-same"),))


def _difference(known: Draft, said: Draft) -> Draft:
    """The slots that the words say otherwise than what is known."""
    new = {f.name: getattr(said, f.name) for f in fields(Draft) if getattr(said, f.name) != getattr(known, f.name)}
    return Draft(**new)
