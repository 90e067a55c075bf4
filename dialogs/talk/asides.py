"""Everything a person may say that is not their offer: questions, a person asked for, training, news, noise; then back to it."""

from dataclasses import replace

from core.agenda.records import MatterKind
from core.pool.commands import OpenMatter, Stop
from core.territory.fold import fold
from dialogs.talk.facts import Facts
from dialogs.talk.preferences import held_data
from dialogs.talk.questions import ask_again
from dialogs.talk.say import Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard, Intent
from dialogs.wording.words import Words

# What goes before a person, as which matter.
MATTERS: dict[Intent, MatterKind] = {
    "human": "human",
    "incident": "incident",
    "feedback": "feedback",
    "event": "event",
    "tutor_training": "training",
}
ASIDES = frozenset({*MATTERS, "question", "refusal", "candidate", "stop", "privacy", "auto_reply"})
SAID_BY = {"d.erase": "effacer mes données", "l.person": "parler à quelqu’un"}  # the words of buttons that a person reads
ERASING = ("effac", "supprim", "delet", "eras", "remov")
LONG_WORDS = 3  # idle messages in a row after which a person is offered


def aside(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    """The answer to what is not an offer; a question that was open is put again, and nothing typed is lost."""
    match heard.intent:
        case "question":
            return _question(state, heard, facts, words)
        case "human" | "incident" | "feedback" | "event" | "tutor_training":
            return _matter(state, heard, facts, words)
        case "candidate" | "refusal":
            return Turn(replace(State(), turn=state.turn), say=(Say(heard.intent),))
        case "stop":
            return Turn(replace(State(), turn=state.turn), do=(Stop(),))
        case "privacy":
            return _privacy(state, facts)
        case "auto_reply":
            return Turn(state)
        case _:
            return _small(state, heard, facts, words)


def _question(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    answer = facts.faq.get(heard.topic or "")
    resumed, again = ask_again(state, facts, words)
    if answer and words.language == "fr":
        return Turn(resumed, say=(Say("answer", {"answer": answer}),), ask=again)
    insee = next((d.place.insee for d in state.drafts if d.place), None)
    return Turn(resumed, do=(OpenMatter("question", facts.words, insee=insee),), ask=again)


def _matter(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    kind = MATTERS[heard.intent]
    callback = replace(
        state.callback,
        phone=(heard.contact and heard.contact.phone) or state.callback.phone or facts.callback.phone,
        name=(heard.contact and heard.contact.name) or state.callback.name,
        hours=heard.hours or state.callback.hours,
    )
    state = replace(state, callback=callback)
    place = next((offer.place.insee for offer in (*heard.offers, *state.drafts) if offer.place), None)
    if kind in ("human", "incident") and facts.channel == "terminal" and not (callback.phone or callback.email):
        waiting = replace(
            state, phase="relaying", asking="contact", turn=state.turn + 1, relay=facts.words or state.relay, asked=("contact:0",)
        )
        return Turn(waiting, ask=Say("ask-contact-to-call"))
    if kind == "human":
        return hand_over(state, facts, place)
    do = (OpenMatter(kind, facts.words, people=heard.people, insee=place, reference=next(iter(heard.references), None)),)
    resumed, again = ask_again(state, facts, words)
    return Turn(resumed, do=do, ask=again)


def hand_over(state: State, facts: Facts, insee: str | None = None) -> Turn:
    """Put the conversation before a person; the drafts are kept with it, not filed."""
    insee = insee or next((d.place.insee for d in state.drafts if d.place), None)
    done = replace(state, phase="relaying", asking=None, relay=None)
    return Turn(done, do=(OpenMatter("human", facts.words or state.relay or "", insee=insee),))


def _privacy(state: State, facts: Facts) -> Turn:
    """A person answers; who asks what is kept sees it at once, who wants it gone needs no list."""
    erase = any(stem in fold(facts.words) for stem in ERASING)
    shown = () if erase else (Say("my-data", held_data(facts)),)
    return Turn(state, do=(OpenMatter("privacy", facts.words),), say=shown)


def _small(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    resumed, again = ask_again(state, facts, words)
    if again:
        return Turn(resumed, say=() if heard.intent == "smalltalk" else (Say("not-understood"),), ask=again)
    state = replace(state, phase="idle", asking=None, idle_turns=state.idle_turns + 1)
    if heard.assent or (heard.intent == "smalltalk" and state.filed):
        return Turn(state, say=(Say("welcome"),))
    if state.idle_turns >= LONG_WORDS:
        return Turn(state, say=(Say("lost-idle"),))
    if heard.intent != "smalltalk":
        return Turn(state, say=(Say("not-understood-idle"),))
    if facts.channel == "email":
        return Turn(state, say=(Say("hello-mail"),))  # a letter has greeted already
    return Turn(state, ask=Say("hello", buttons=("offer",)))
