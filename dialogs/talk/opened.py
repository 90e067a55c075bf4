"""The bot opened by a link: of an offer, which is shown with what can be done to it, or of a poster, which begins the form."""

from dataclasses import replace

from core.pool.draft import Draft
from dialogs.talk.facts import Facts, KnownOffer
from dialogs.talk.questions import ask_again, ask_next
from dialogs.talk.say import Choice, Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard
from dialogs.wording.describe import describe
from dialogs.wording.words import Words

ACTS = ("still", "dates", "filled", "withdraw")


def opened(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """What a link leads to; None without one, or for one that is served elsewhere or gone."""
    if facts.link is None:
        return None
    match facts.link.purpose:
        case "o":
            return show_offer(state, facts.link.rest, facts, words)
        case "p":
            return _from_a_poster(state, facts.link.rest, facts, words)
    return None


def show_offer(state: State, reference: str, facts: Facts, words: Words) -> Turn:
    """An offer of this person, and what can be done to it; of anybody else's nothing is said."""
    offer = next((own for own in facts.offers if own.reference == reference), None)
    if offer is None:
        return Turn(state, say=(Say("offer-not-here", {"reference": reference[:20], "mail": facts.mail}),))
    return Turn(state, ask=Say("offer-shown", _told(offer, facts, words), _acts(offer, words), in_place=True))


def _told(offer: KnownOffer, facts: Facts, words: Words) -> dict[str, object]:
    return {
        "reference": offer.reference,
        "offer": describe(offer.draft, facts.catalogue, words),
        "status": words.line(f"status-{offer.status}"),
        "person": offer.coordinator.name,
    }


def _acts(offer: KnownOffer, words: Words) -> tuple[str | Choice, ...]:
    acts = ACTS if offer.open else ()
    chosen = tuple(Choice(f"o.{act}.{offer.reference}", words.label("offer-shown", act)) for act in acts)
    return (*chosen, "offers")


def _from_a_poster(state: State, place: str, facts: Facts, words: Words) -> Turn:
    """Who comes from a poster wants to offer a place: the first question waits for them; a form under way goes on."""
    pole = facts.territory.poles.get(place)
    hello = Say("poster-hello-pole", {"pole": pole.name.replace("Pôle", "pôle", 1)}) if pole else Say("poster-hello")
    if state.phase in ("collecting", "confirming") and state.drafts:
        resumed, again = ask_again(state, facts, words)
        return Turn(resumed, say=(hello,), ask=again)
    fresh = State(turn=state.turn, filed=state.filed, filed_at=state.filed_at, employer=facts.employer, callback=facts.callback)
    asked, question = ask_next(replace(fresh, phase="collecting", drafts=(Draft(),)), facts, words)
    return Turn(asked, say=(hello,), ask=question)
