"""« Rappels », « langue », « mes données »: what is set for a person, shown, and changed by a button or in words."""

import re
from dataclasses import replace
from datetime import date, timedelta

from core.agenda.reminders import FARTHEST, Reminder
from core.pool.commands import MoveReminder
from dialogs.talk.facts import Facts, KnownOffer
from dialogs.talk.say import Choice, Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard
from dialogs.wording.describe import describe, say_phone
from dialogs.wording.period_words import say_day
from dialogs.wording.words import Words

# A lasting button in words. Those that act on an offer (`o.`, `r.move.`) name it.
LASTING_MEANS = {
    "r.stop": Heard("fr", "stop", 1.0),
    "r.resume": Heard("fr", "smalltalk", 1.0, wish="resume"),
    "l.fr": Heard("fr", "smalltalk", 1.0, wish="language_fr"),
    "l.en": Heard("en", "smalltalk", 1.0, wish="language_en"),
    "l.offers": Heard("fr", "offer_status", 1.0, wish="my_offers"),
    "l.offer": Heard("fr", "offer", 1.0),
    "l.person": Heard("fr", "human", 1.0),
    "l.choose": Heard("fr", "smalltalk", 1.0, wish="language"),
    "r.list": Heard("fr", "smalltalk", 1.0, wish="reminders"),
    "d.show": Heard("fr", "privacy", 1.0, wish="my_data"),
    "d.erase": Heard("fr", "privacy", 1.0),
}
MOVE = "r.move."
WAITS = {"week": 7, "fortnight": 14, "month": 30}  # days
SHOWN = 5  # offers with a button of their own
_OF_REMINDERS = re.compile(r"\W*(?:(?:mon|mes|le|les|my|the) )?(?:rappels?|reminders?|remind me)\b", re.IGNORECASE)


def day_for_reminder(said: str) -> str:
    """« Le 15 janvier » of « rappel le 15 janvier »; empty when the words are not about our reminders (« rappelez-moi »)."""
    opening = _OF_REMINDERS.match(said)
    return said[opening.end() :].strip() if opening else ""


def preferring(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """The answer to what asks about oneself; a form under way waits, nothing of it is lost."""
    if heard.wish == "language":
        return Turn(state, ask=Say("ask-language", buttons=("french", "english")))
    if heard.wish == "my_data":
        return Turn(state, ask=Say("my-data", held_data(facts), ("erase", "unlink" if facts.elsewhere else "link")))
    if heard.wish == "reminders":
        return _show(state, facts, words)
    if state.purpose == "reminder" and state.target and (turn := _moved(state, heard, facts, words)):
        return turn
    if day_for_reminder(facts.words) and _day_said(heard, facts) and facts.reminders:
        return _move_in_words(state, heard, facts, words)
    return None


def held_data(facts: Facts) -> dict[str, object]:
    """What is kept of a person, as they are shown it."""
    phone = facts.callback.phone and say_phone(facts.callback.phone)
    return {
        "name": facts.callback.name or facts.profile_name or "-",
        "phone": ", ".join(part for part in (phone, facts.callback.hours) if part) or "-",
        "email": facts.callback.email or "-",
        "elsewhere": ", ".join(facts.elsewhere) or "none",
        "organisation": facts.employer.name or "-",
        "offers": len(facts.offers),
    }


def ask_when(state: State, reference: str, facts: Facts, words: Words) -> Turn:
    """« When shall I write about this offer? »"""
    offer = facts.offer(reference)
    if offer is None or not offer.open:
        return Turn(state, say=(Say("unknown-reference", {"reference": reference}),))
    waiting = replace(State(turn=state.turn + 1), phase="collecting", asking="periods", target=reference, purpose="reminder")
    waiting = replace(waiting, filed=state.filed, filed_at=state.filed_at)
    said = {"offer": _named(offer, facts, words)}
    return Turn(waiting, ask=Say("ask-reminder-day", said, tuple(WAITS), in_place=True))


def wait_chosen(state: State, act: str, facts: Facts, words: Words) -> Turn | None:
    """« In a week », pressed."""
    if state.purpose != "reminder" or act not in WAITS or not state.target:
        return None
    return _moving(state, state.target, facts.today + timedelta(days=WAITS[act]), facts, words)


def _show(state: State, facts: Facts, words: Words) -> Turn:
    if facts.stopped:
        return Turn(state, ask=Say("reminders-stopped", buttons=("resume_reminders",)))
    next_ones = _next_of_each(facts)
    if not next_ones:
        return Turn(state, say=(Say("reminders-none"),))
    lines = "\n".join(_line(one, offer, facts, words) for one, offer in next_ones)
    change = words.label("reminders", "change")
    moves = tuple(
        Choice(f"{MOVE}{offer.reference}", change if len(next_ones) == 1 else f"{change} : {offer.reference}")
        for _, offer in next_ones[:SHOWN]
    )
    said = {"reminders": lines, "reference": next_ones[0][1].reference}
    return Turn(state, ask=Say("reminders", said, (*moves, "stop_reminders")))


def _next_of_each(facts: Facts) -> list[tuple[Reminder, KnownOffer]]:
    found: dict[str, tuple[Reminder, KnownOffer]] = {}
    for one in facts.reminders:
        offer = next((own for own in facts.open_offers if own.reference == one.reference), None)
        if offer:
            found.setdefault(one.reference, (one, offer))
    return list(found.values())


def _line(one: Reminder, offer: KnownOffer, facts: Facts, words: Words) -> str:
    day = say_day(one.on, words.language, facts.today)
    told = {"reference": offer.reference, "offer": describe(offer.draft, facts.catalogue, words)}
    return words.line("reminder-line", day=day[:1].upper() + day[1:], kind=one.kind.replace("_", "-"), **told)


def _named(offer: KnownOffer, facts: Facts, words: Words) -> str:
    return words.line("reference-offer", reference=offer.reference, offer=describe(offer.draft, facts.catalogue, words))


def _moved(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    day = _day_said(heard, facts)
    return _moving(state, state.target or "", day, facts, words) if day and heard.wish is None else None


def _move_in_words(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    day = _day_said(heard, facts)
    named = next((ref for ref in heard.references if facts.offer(ref)), None)
    known = [offer.reference for _, offer in _next_of_each(facts)]
    reference = named or (known[0] if len(known) == 1 else None)
    if reference is None or day is None or not (facts.trusted or facts.vouched):
        return _show(state, facts, words)
    return _moving(state, reference, day, facts, words)


def _moving(state: State, reference: str, day: date, facts: Facts, words: Words) -> Turn:
    """The day is taken, or, where it cannot be, another one is asked for."""
    offer = facts.offer(reference)
    starts = min((period.start for period in offer.draft.periods), default=None) if offer else None
    if not facts.today < day <= (starts or facts.today + FARTHEST):
        again = ask_when(state, reference, facts, words)
        return replace(again, ask=replace(again.ask, key="ask-reminder-day-again", in_place=False)) if again.ask else again
    done = State(turn=state.turn, filed=state.filed, filed_at=state.filed_at)
    return Turn(done if state.purpose == "reminder" else state, do=(MoveReminder(reference, day),))


def _day_said(heard: Heard, facts: Facts) -> date | None:
    """« Le 15 janvier », « en mars », « dans 2 semaines »: the first day meant."""
    for offer in heard.offers:
        if offer.periods:
            return offer.periods[0].start
        if offer.weeks:
            return facts.today + timedelta(weeks=offer.weeks)
    return None
