"""Offers already filed: where is mine, change it, take it back, it still stands; by words, by reference, by button."""

import re
from dataclasses import replace

from core.pool.commands import ChangeOffer, CloseOffer, ConfirmOffer
from core.pool.draft import Draft
from core.pool.records import Status
from core.territory.fold import fold
from dialogs.talk.facts import Facts, KnownOffer
from dialogs.talk.offering import says_something
from dialogs.talk.period_picker import period_buttons
from dialogs.talk.say import Choice, Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard
from dialogs.wording.describe import describe
from dialogs.wording.words import Words

# What an intent does to an offer that is already in the pool.
OWN = {"withdraw_offer": "withdraw", "confirm_offer": "still", "update_offer": "change", "offer_status": "status"}
TOUCHED = 6  # offers of a list with a button of their own
COUNTED = {"un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4}
_COUNT = rf"({'|'.join(COUNTED)}|[1-9]\d?)"
LEFT = re.compile(
    rf"\b(?:reste(?:nt|ra)?|plus que)\s(?:encore\s|plus\s|qu\s|que\s){{0,2}}{_COUNT}\b"
    rf"|\b{_COUNT}\s(?:places?\s)?(?:left|remain)"
)
FOUND_SOMEBODY = ("trouve", "pris", "prise", "pourvu", "pourvue", "complet", "complete", "found", "filled", "taken")


def own_offer_turn(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """What the person says of offers filed before; None when the message is not about them."""
    if heard.wish == "my_offers" or (heard.intent == "offer_status" and state.phase == "idle"):
        return _list(state, facts, words)
    under_way = state.target or (state.purpose and state.asking == "choice")
    if under_way and (turn := _target_answered(state, heard, facts, words)):
        return turn
    if facts.reminded and heard.assent is not None and state.phase == "idle" and not says_something(heard):
        verb = "still" if heard.assent else "withdraw"
        return act_on_offer(state, verb, facts.reminded[0], facts, words)
    purpose = "change" if _restates(heard, state, facts) else OWN.get(heard.intent)
    if purpose is None or purpose == "status" or (state.phase in ("collecting", "confirming") and not heard.references):
        return None
    if purpose == "withdraw" and (left := seats_left(facts.words)):
        heard, purpose = replace(heard, offers=(Draft(seats=left),)), "change"
    return _find(replace(state, purpose=_purpose(purpose, facts.words)), heard, facts, words)


def seats_left(words: str) -> int | None:
    """« une place est prise, il en reste une »: how many places a message leaves open, None when it says nothing of it."""
    found = LEFT.search(fold(words))
    said = found and (found[1] or found[2])
    return COUNTED.get(said, 0) or int(said) if said and (said in COUNTED or said.isdigit()) else None


def _restates(heard: Heard, state: State, facts: Facts) -> bool:
    """« Finalement une seule place », from somebody with an open offer: without trade or level, it changes that offer."""
    bare = all(not (o.kind or o.levels or o.programmes or o.fields) for o in heard.offers) and says_something(heard)
    return (
        heard.intent == "offer"
        and bare
        and state.phase == "idle"
        and bool(facts.open_offers or facts.shared)
        and not heard.organisation
    )


def _purpose(purpose: str, words: str) -> str:
    return "filled" if purpose == "withdraw" and set(re.findall(r"\w+", fold(words))) & set(FOUND_SOMEBODY) else purpose


def _find(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    named = [offer for ref in heard.references if (offer := facts.offer(ref))]
    if heard.references and not named:
        unknown = (
            Say("letter-too-old") if facts.expired == "other" else Say("unknown-reference", {"reference": heard.references[0]})
        )
        return Turn(replace(state, purpose=None), say=(unknown,))
    near = facts.shared or facts.open_offers
    about = named or [o for o in near if _resembles(o.draft, heard)] or list(near)
    if not about:
        return Turn(replace(state, purpose=None), say=(Say("letter-too-old" if facts.expired == "other" else "no-open-offer"),))
    if len(about) == 1:
        return answer_about_offer(replace(state, target=about[0].reference), heard, facts, words)
    if facts.shared:  # what another person offers is not listed to whoever holds one of their letters
        return Turn(replace(state, purpose=None), say=(Say("which-of-theirs"),))
    choices = tuple(
        Choice(f"offer.{o.reference}", f"{o.reference} : {describe(o.draft, facts.catalogue, words)}"[:60]) for o in about[:5]
    )
    numbered = facts.channel == "email"  # where there are no buttons, a number answers
    lines = "\n".join(f"{n}. " * numbered + _line(o, facts, words) for n, o in enumerate(about[:10], 1))
    state = replace(state, phase="collecting", asking="choice", turn=state.turn + 1)
    return Turn(state, ask=Say("which-offer", {"offers": lines}, choices))


def _resembles(draft: Draft, heard: Heard) -> bool:
    return any(
        set(offer.programmes) & set(draft.programmes)
        or set(offer.fields) & set(draft.fields)
        or (offer.place and offer.place == draft.place)
        for offer in heard.offers
    )


def answer_about_offer(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    """Do to the target what the purpose says; taking an offer back is asked once more."""
    offer = facts.offer(state.target or "")
    if offer is None:
        return Turn(_done(state), say=(Say("unknown-reference", {"reference": state.target or ""}),))
    if state.purpose == "still":
        return Turn(_done(state), do=(ConfirmOffer(offer.reference),))
    if state.purpose == "change":
        return _change(state, offer, heard, facts)
    if facts.channel == "email":  # whoever filed it is asked by a letter of its own
        return Turn(_done(state), do=(_close(offer.reference, state, facts),))
    said = {"reference": offer.reference, "offer": describe(offer.draft, facts.catalogue, words)}
    waiting = replace(state, phase="confirming", asking="confirm", turn=state.turn + 1)
    return Turn(waiting, ask=Say(f"confirm-{state.purpose or 'withdraw'}", said, ("yes", "no")))


def _change(state: State, offer: KnownOffer, heard: Heard, facts: Facts) -> Turn:
    change = next((o for o in heard.offers if o != Draft()), None)
    callback = replace(heard.contact, hours=heard.hours) if heard.contact and heard.contact.phone else None
    if change is None and callback is None:
        waiting = replace(state, phase="collecting", asking="periods", turn=state.turn + 1)
        return Turn(waiting, ask=Say("what-to-change", {"reference": offer.reference}))
    return Turn(_done(state), do=(ChangeOffer(offer.reference, change or Draft(), callback),))


def _target_answered(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    named = next((ref for ref in heard.references if facts.offer(ref)), None) if state.asking == "choice" else None
    if named:
        return answer_about_offer(replace(state, target=named), heard, facts, words)
    target = facts.offer(state.target or "")
    if state.purpose in ("change", "dates") and says_something(heard) and target:
        return _change(replace(state, purpose="change"), target, heard, facts)
    if state.asking != "confirm" or heard.assent is None:
        return None
    if not heard.assent:
        return Turn(_done(state), say=(Say("kept-as-is", {"reference": state.target or ""}),))
    return Turn(_done(state), do=(_close(state.target or "", state, facts),))


def _close(reference: str, state: State, facts: Facts) -> CloseOffer:
    status: Status = "filled" if state.purpose == "filled" else "withdrawn"
    return CloseOffer(reference, status, facts.words[:300] or None)


def act_on_offer(state: State, verb: str, reference: str, facts: Facts, words: Words) -> Turn:
    """A button under a notice, valid whenever it is pressed: still, keep, withdraw, filled, dates."""
    offer = facts.offer(reference)
    if offer is None:
        return Turn(state, say=(Say("unknown-reference", {"reference": reference}),))
    if verb in ("still", "keep"):
        return Turn(state, do=(ConfirmOffer(reference),))
    if verb == "dates":
        waiting = replace(State(turn=state.turn + 1), phase="collecting", asking="periods", target=reference, purpose="change")
        buttons = period_buttons(offer.draft, facts, words) if facts.channel != "email" else ()
        return Turn(waiting, ask=Say("ask-new-dates", {"reference": reference}, buttons))
    if verb not in ("filled", "withdraw"):
        return Turn(state, say=(Say("stale"),))
    purpose = "filled" if verb == "filled" else "withdraw"
    return answer_about_offer(
        replace(State(turn=state.turn), target=reference, purpose=purpose), Heard("fr", "withdraw_offer", 1.0), facts, words
    )


def _list(state: State, facts: Facts, words: Words) -> Turn:
    if not facts.offers:
        return Turn(state, say=(Say("no-offers-yet"),))
    lines = "\n".join(_line(offer, facts, words) for offer in facts.offers[:10])
    listed = Say("my-offers", {"offers": lines, "count": len(facts.offers)}, in_place=True)
    if facts.channel == "email":
        return Turn(state, say=(listed,))
    shown = tuple(Choice(f"o.show.{offer.reference}", offer.reference) for offer in facts.open_offers[:TOUCHED])
    return Turn(state, ask=replace(listed, buttons=shown))


def _line(offer: KnownOffer, facts: Facts, words: Words) -> str:
    return words.line(
        "offer-line",
        reference=offer.reference,
        offer=describe(offer.draft, facts.catalogue, words),
        status=words.line(f"status-{offer.status}"),
    )


def _done(state: State) -> State:
    return State(turn=state.turn, filed=state.filed, filed_at=state.filed_at)
