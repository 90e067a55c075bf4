"""A message whose purpose is doubtful: two or three readings are proposed, then the same in other words, then a person.

What was written is kept all along: the answer chooses a reading of it, nobody has to write anything again.
"""

import re
from dataclasses import replace

from config.lexicon import read_words
from core.pool.draft import Draft
from core.pool.filing import person_of
from core.territory.fold import fold
from core.territory.routing import contact_for
from dialogs.talk.asides import hand_over
from dialogs.talk.choices import ORDINALS, POLITE
from dialogs.talk.facts import Facts
from dialogs.talk.own_offers import OWN
from dialogs.talk.say import Choice, Say, Turn
from dialogs.talk.state import Doubted, State
from dialogs.understanding.heard import Heard, Intent
from dialogs.wording.words import Words, words_in

SURE = 0.6  # from this confidence in the intent a message is taken at its word
USUAL: tuple[Intent, ...] = ("offer", "update_offer", "question")  # proposed where nothing else comes near
NO_READING = ("smalltalk", "unrelated", "auto_reply")
AT_ONCE = ("human", "incident")  # a person sees these in any case: to ask first would only take time
MOST = 3
GENERAL = frozenset(
    "offre offer deja deposee already made stage pour pendant during with what that your vous votre placement".split()
)
_GREETING = 0.5
_OURS = ("stag", "apprent", "altern", "offre", "place", "eleve", "jeune", "propos", "convention", "placement", "trainee", "pupil")
_PLAIN = 2  # of trade, seats and dates: an offer that says so much is one
_FEW = 4  # words: a longer answer is a message of its own
_STEM = 5  # letters that tell a word: « proposer », « propose »


def hesitating(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """What a doubtful message is answered, and what an answer that settles nothing is."""
    if state.doubted is None:
        return _propose(state, heard, facts, words) if _is_doubtful(state, heard, facts) else None
    if heard.wish or heard.intent == "human":
        return None
    since, proved = (*state.doubted.since, facts.words), state.doubted.proved and facts.trusted
    doubted = replace(state.doubted, times=state.doubted.times + 1, since=since, proved=proved)
    if state.doubted.times >= MOST:
        return _answer_about_a_person(replace(state, doubted=doubted), heard, facts)
    if doubted.times == MOST:
        return _offer_a_person(replace(state, doubted=doubted), facts)
    asked = replace(state, doubted=doubted, turn=state.turn + 1)
    listed = _numbered([words.line(f"reading-{intent}-again") for intent in _proposed(state)])
    return Turn(asked, ask=Say("unsure-again", {"choices": listed}, _choices(_proposed(state), words)))


def settle(state: State, heard: Heard) -> State:
    """The state once a message says plainly what it is about: the doubt is over."""
    plain = heard.again is not None or (
        heard.intent not in NO_READING and heard.intent_confidence >= SURE and bool(heard.readings)
    )
    if state.doubted is None or not plain:
        return state
    return State(turn=state.turn, filed=state.filed, filed_at=state.filed_at, callback=state.callback)


def choice_of(state: State, press: str | None, said: str) -> Intent | None:
    """The reading that an answer picks: by its button, its number, or words of its label that no other has."""
    proposed = _proposed(state)
    if press:
        turn, _, act = press.partition(":")
        return next((one for one in proposed if turn == str(state.turn) and act == f"reading.{one}"), None)
    if exact := next((one for one in proposed if fold(said) in _labels(one)), None):
        return exact
    given = [word for word in re.findall(r"[a-z0-9]+", fold(said)) if word not in POLITE]
    if len(given) == 1 and (number := ORDINALS.get(given[0]) or (int(given[0]) if given[0].isdigit() else 0)):
        return proposed[number - 1] if 0 < number <= len(proposed) else None
    if len(given) > _FEW or any(word.isdigit() for word in given):
        return None
    stems = {word[:_STEM] for word in given}
    shared = sorted(((len(stems & _label_stems(one)), one) for one in proposed), reverse=True)
    clear = shared and shared[0][0] and (len(shared) == 1 or shared[0][0] > shared[1][0])
    return shared[0][1] if clear else None


def told(state: State, heard: Heard) -> Intent | None:
    """The reading that an answer in a sentence of its own makes plain, one of those proposed or a person asked for."""
    plain = (heard.intent_confidence >= SURE and bool(heard.readings)) or (
        heard.intent == "offer" and any(map(_told, heard.offers))
    )
    return heard.intent if plain and heard.wish is None and heard.intent in (*_proposed(state), "human") else None


def _is_doubtful(state: State, heard: Heard, facts: Facts) -> bool:
    if state.phase != "idle" or facts.press or heard.wish or heard.assent is not None or heard.intent_confidence >= SURE:
        return False
    if heard.intent == "smalltalk":  # thanks with a word of news are only thanks
        return heard.intent_confidence < _GREETING and (bool(heard.readings) or _speaks_of_something(facts.words))
    return heard.intent not in (*AT_ONCE, "auto_reply") and not _is_plain(heard, facts)


def _speaks_of_something(said: str) -> bool:
    """Whether a short message that holds no known phrase is more than a greeting: two words of its own, or one of the trade's."""
    own = [word for word in re.findall(r"[a-z]{3,}", fold(said)) if word not in read_words("small-talk")]
    return len(own) > 1 or any(word.startswith(_OURS) for word in own)


def _is_plain(heard: Heard, facts: Facts) -> bool:
    """Whether what a message holds makes up for words that are not clear: an offer's details, a known reference."""
    if heard.intent in OWN:
        return any(facts.offer(reference) for reference in heard.references)
    if heard.intent != "offer":
        return False
    return any(_told(draft) >= _PLAIN for draft in heard.offers) or (bool(facts.open_offers) and any(map(_told, heard.offers)))


def _told(draft: Draft) -> int:
    trade = draft.kind or draft.levels or draft.programmes or draft.fields
    return bool(trade) + bool(draft.seats) + bool(draft.periods or draft.weeks or draft.flexible)


def _propose(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    known = bool(facts.offers)  # who has filed nothing has nothing to confirm
    wanted = tuple(intent for intent in heard.readings if intent not in NO_READING and (known or intent not in OWN))
    proposed = wanted[:MOST] if len(wanted) > 1 else tuple(dict.fromkeys((*wanted, *USUAL)))[:MOST]
    asked = replace(
        state,
        phase="collecting",
        asking="choice",
        turn=state.turn + 1,
        doubted=Doubted(facts.whole or facts.words, facts.now, readings=proposed, proved=facts.trusted),
    )
    lines = [words.line(f"reading-{intent}") for intent in proposed]
    if facts.channel == "email":
        return Turn(asked, ask=Say("unsure-mail", {"choices": _numbered(lines)}, _choices(proposed, words)))
    return Turn(asked, ask=Say("unsure", {"choices": " · ".join(lines)}, _choices(proposed, words)))


def _offer_a_person(state: State, facts: Facts) -> Turn:
    known = next(iter(facts.offers), None)
    person = known.coordinator if known else person_of(facts.territory, contact_for("academy", facts.territory, facts.today).id)
    said = state.doubted.everything if state.doubted else ""
    key = "unsure-person-mail" if facts.channel == "email" else "unsure-person"
    return Turn(replace(state, turn=state.turn + 1, relay=said), ask=Say(key, {"person": person.name}, ("human", "cancel")))


def _answer_about_a_person(state: State, heard: Heard, facts: Facts) -> Turn:
    said = state.doubted.everything if state.doubted else facts.words
    over = State(turn=state.turn, filed=state.filed, filed_at=state.filed_at, callback=state.callback)
    if heard.assent:
        return hand_over(over, replace(facts, words=said))
    return Turn(over, say=(Say("cancelled" if heard.assent is False else "lost-idle"),))


def _proposed(state: State) -> tuple[Intent, ...]:
    return state.doubted.readings if state.doubted else ()


def _choices(proposed: tuple[Intent, ...], words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(f"reading.{intent}", words.label(f"reading-{intent}", "button")) for intent in proposed)


def _numbered(lines: list[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _labels(intent: Intent) -> tuple[str, ...]:
    return tuple(fold(words.label(f"reading-{intent}", "button")) for words in (words_in("fr"), words_in("en")))


def _label_stems(intent: Intent) -> set[str]:
    """How the words begin that stand for a reading, in both languages."""
    both = (words_in("fr"), words_in("en"))
    said = " ".join(
        [*(words.label(f"reading-{intent}", "button") for words in both), *(w.line(f"reading-{intent}") for w in both)]
    )
    return {word[:_STEM] for word in re.findall(r"[a-z]+", fold(said)) if len(word) > 3 and word not in GENERAL}
