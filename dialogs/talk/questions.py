"""Which question comes next, and how it is put: first plainly, then with examples and choices, then a person is offered."""

from dataclasses import replace

from config.catalogue import Catalogue
from core.pool.draft import Draft
from core.pool.filing import merge
from dialogs.talk.facts import Facts
from dialogs.talk.form import FORM, Missing, missing_slots
from dialogs.talk.period_picker import period_buttons
from dialogs.talk.say import Choice, Say
from dialogs.talk.state import State
from dialogs.understanding.heard import Doubt, Heard
from dialogs.wording.describe import describe, say_callback
from dialogs.wording.words import Words

CORRECTED = ("seats", "periods", "place", "organisation", "contact")  # the slots that « corriger » proposes
ENOUGH = 3  # questions of a form from which it says how many there are
PATIENCE = 2  # times the same question is put before a person is offered
# The answers proposed as buttons: (option id, what it says of the draft).
PROPOSED: dict[str, dict[str, Draft]] = {
    "kind": {
        "observation": Draft(kind="observation"),
        "pfmp": Draft(kind="pfmp"),
        "sts": Draft(kind="sts"),
        "apprenticeship": Draft(kind="apprenticeship"),
    },
    "seats": {"one": Draft(seats=1), "two": Draft(seats=2), "three": Draft(seats=3)},
    "periods": {"flexible": Draft(flexible=True)},
}


def ask_next(state: State, facts: Facts, words: Words, heard: Heard | None = None) -> tuple[State, Say]:
    """The state that waits for the next answer, and the question: a criterion, a doubt, a missing slot, or the confirmation."""
    if state.criteria and not state.insisted:
        said = ", ".join(words.line(f"criterion-{criterion}") for criterion in state.criteria)
        return _wait(state, "discrimination", 0), Say("ask-discrimination", {"criteria": said}, ("yes", "no"))
    missing = missing_slots(state, facts.channel)
    doubt = next((d for d in heard.doubts if any(m.slot == d.slot for m in missing)), None) if heard else None
    wanted = next((m for m in missing if doubt and m.slot == doubt.slot), missing[0] if missing else None)
    if wanted is None:
        return _wait(replace(state, phase="confirming"), "confirm", 0), confirm(state, facts, words)
    if _times(state, wanted) >= PATIENCE:
        return _wait(replace(state, relay=facts.words), "choice", wanted.about), Say("lost", {}, ("human", "cancel"))
    return _put(state, wanted, doubt, facts, words)


def ask_again(state: State, facts: Facts, words: Words) -> tuple[State, Say | None]:
    """The question that a digression left open, not counted as asked twice."""
    if state.phase not in ("collecting", "confirming") or not state.drafts:
        return state, None
    asked = state.asked[:-1] if state.asked else ()
    return ask_next(replace(state, asked=asked), facts, words)


def ask_for(state: State, slot: str, facts: Facts, words: Words) -> tuple[State, Say]:
    """One slot of the only offer, asked as if for the first time: what is known of it stays until it is answered."""
    asked = tuple(one for one in state.asked if one.partition(":")[0] != slot)
    return _put(replace(state, asked=asked), Missing(slot, 0), None, facts, words)


def ask_contact(state: State, facts: Facts) -> tuple[State, Say]:
    """The number to call, asked again."""
    return _wait(state, "contact", state.about), Say("ask-contact-again", {}, _buttons("contact", facts.channel))


def _times(state: State, wanted: Missing) -> int:
    return state.asked.count(f"{wanted.slot}:{wanted.about}")


def _wait(state: State, slot: str, about: int) -> State:
    return replace(state, turn=state.turn + 1, asking=slot, about=about, options=(), asked=(*state.asked, f"{slot}:{about}"))


def _put(state: State, wanted: Missing, doubt: Doubt | None, facts: Facts, words: Words) -> tuple[State, Say]:
    again, slot, asked = (
        _times(state, wanted) > 0,
        wanted.slot,
        _wait(replace(state, phase="collecting"), wanted.slot, wanted.about),
    )
    which = describe(state.drafts[wanted.about], facts.catalogue, words) if len(state.drafts) > 1 else ""
    if doubt and (doubt.places or doubt.programmes):
        say = Say(f"ask-{slot}-which", {"said": doubt.said}, _doubtful(doubt, facts.catalogue))
    elif doubt:
        say = Say(f"ask-{slot}-unknown", {"said": doubt.said})
    else:
        key = f"ask-{slot}-again" if again else f"ask-{slot}"
        say = Say(key, {}, _answers(slot, state.drafts[wanted.about], facts, words))
        if slot == "organisation" and facts.channel == "telegram" and not state.callback.phone and not again:
            say = Say("ask-organisation-and-person")
        if slot == "contact" and state.callback.name and not again:  # what is known is never asked
            say = Say("ask-contact-number", {"name": state.callback.name}, _buttons(slot, facts.channel))
    say = replace(say, lead=_progress(state, wanted, facts, words))
    if which and slot in ("kind", "programme", "seats", "periods"):
        say = replace(say, lead=f"{say.lead} {words.line('about', offer=which)}".strip())
    return asked, say


def _progress(state: State, wanted: Missing, facts: Facts, words: Words) -> str:
    """« Question 3 sur 5. » where there are enough of them to wonder; a letter asks all at once."""
    slots = {slot.name for slot in FORM}
    put = {one for one in state.asked if one.partition(":")[0] in slots}
    missing = missing_slots(state, facts.channel)
    if wanted not in missing:  # it is corrected, not filled
        return ""
    left = {f"{one.slot}:{one.about}" for one in missing} - put
    number = len(put) + (f"{wanted.slot}:{wanted.about}" not in put)
    total = len(put) + len(left)
    return words.line("progress", number=number, total=total) if total >= ENOUGH and facts.channel != "email" else ""


def _answers(slot: str, draft: Draft, facts: Facts, words: Words) -> tuple[str | Choice, ...]:
    if slot == "periods" and facts.channel != "email":
        return period_buttons(draft, facts, words)
    return _buttons(slot, facts.channel)


def _doubtful(doubt: Doubt, catalogue: Catalogue) -> tuple[Choice, ...]:
    places = tuple(Choice(f"place={p.insee}={p.name}"[:50], p.name) for p in doubt.places[:3])
    return places or tuple(Choice(f"programme={code}", catalogue.programmes[code].label) for code in doubt.programmes[:3])


def _buttons(slot: str, channel: str) -> tuple[str | Choice, ...]:
    if slot == "contact":
        return ("ask_phone", "write_here") if channel == "telegram" else ()
    if slot == "place":
        return ("ask_place",) if channel == "telegram" else ()
    return tuple(PROPOSED.get(slot, ()))


def confirm(state: State, facts: Facts, words: Words) -> Say:
    """The summary of everything, and « c’est bien cela ? »."""
    offers = summary(state, facts.catalogue, words)
    who = say_callback(state.callback) or words.line("by-this-chat")
    return Say(
        "confirm",
        {"organisation": state.employer.name or "", "offers": offers, "contact": who, "count": len(state.drafts)},
        ("yes", "fix", "cancel"),
    )


def summary(state: State, catalogue: Catalogue, words: Words) -> str:
    """The drafts in words, numbered on lines of their own when there are several."""
    lines = [describe(draft, catalogue, words) for draft in state.drafts]
    return lines[0] if len(lines) == 1 else "\n" + "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def proposed(slot: str | None, id: str) -> Draft | None:
    """What a proposed answer says of the draft, None when it is no such answer."""
    return PROPOSED.get(slot or "", {}).get(id)


def choose(state: State, change: Draft) -> State:
    """The state with a chosen answer put into the draft that was asked about."""
    drafts = list(state.drafts) or [Draft()]
    indexes = range(len(drafts)) if state.asking == "place" else [min(state.about, len(drafts) - 1)]
    for index in indexes:
        drafts[index] = merge(drafts[index], change)
    return replace(state, drafts=tuple(drafts), before=state.drafts)
