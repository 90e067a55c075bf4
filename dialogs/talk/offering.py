"""Put what was heard into the drafts: fill, correct, add, leave out closed days. Pure."""

import re
from dataclasses import fields, replace
from datetime import timedelta
from typing import TypeVar

from core.pool.draft import Callback, Draft, Employer, Period
from core.pool.filing import merge
from core.territory.fold import fold
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard

ONE_MORE = ("aussi", "en plus", "egalement", "une autre offre", "autre place", "also", "as well")
CORRECTS = re.compile(r"(?:ah |oh |euh |pardon |non )*(?:en fait|finalement|plutot|attendez|pas|je voulais dire|actually)\b")
WEEK = 7
Known = TypeVar("Known", Callback, Employer)


def absorb(state: State, heard: Heard, words: str) -> State:
    """The state with everything that this message says of the offers; what it does not say stays."""
    open_ended = state.asking in (None, "confirm")
    if state.asking == "organisation" and CORRECTS.match(fold(words)) and any(offer != Draft() for offer in heard.offers):
        heard = replace(heard, organisation=None)  # « en fait pas février, mars » is no name
    callback = _fill(state.callback, heard.contact, over=open_ended or state.asking == "contact")
    callback = replace(callback, hours=heard.hours or callback.hours)
    employer = _fill(state.employer, heard.organisation, over=open_ended or state.asking == "organisation")
    employer = replace(employer, name=as_a_name(employer.name)) if employer.name else employer
    drafts = tuple(_without_closed_days(draft, heard.closed_days) for draft in _absorb_offers(state, heard, words))
    return replace(
        state,
        drafts=drafts,
        employer=employer,
        callback=callback,
        before=state.drafts if drafts != state.drafts else state.before,
        accessible=state.accessible if heard.accessible is None else heard.accessible,
        criteria=tuple(dict.fromkeys((*state.criteria, *heard.discrimination))),
    )


SMALL = frozenset("de du des la le les l d et a au aux en sur sous chez".split())


def as_a_name(name: str) -> str:
    """« le fournil du ti jour » typed in a hurry is « Le Fournil du Ti Jour »; a name with a capital stays as it is."""
    if not name.islower():
        return name
    words = [word if word in SMALL else word[:1].upper() + word[1:] for word in name.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def says_something(heard: Heard) -> bool:
    """Whether a message holds any slot of an offer."""
    return any(offer != Draft() for offer in heard.offers) or bool(
        heard.organisation or heard.closed_days or heard.hours or (heard.contact and (heard.contact.phone or heard.contact.name))
    )


def _fill(known: Known, heard: Known | None, *, over: bool) -> Known:
    said = {f.name: getattr(heard, f.name) for f in fields(known) if heard and getattr(heard, f.name)}
    return replace(known, **{name: value for name, value in said.items() if over or not getattr(known, name)})


def _absorb_offers(state: State, heard: Heard, words: str) -> tuple[Draft, ...]:
    offers = tuple(_sure(offer, state) for offer in heard.offers)
    offers = tuple(offer for offer in offers if offer != Draft())
    if not state.drafts:
        return offers or (Draft(),)
    if not offers:
        return state.drafts
    if _is_one_more(offers, words):
        return state.drafts + tuple(_inherit(offer, state.drafts[-1]) for offer in offers)
    if len(offers) > 1 and len(offers) == len(state.drafts):
        return tuple(merge(draft, offer) for draft, offer in zip(state.drafts, offers, strict=True))
    if len(offers) > 1 and len(state.drafts) == 1:
        return tuple(merge(state.drafts[0], offer) for offer in offers)
    drafts = list(state.drafts)
    for offer in offers:
        for index in _meant(state, offer):
            drafts[index] = merge(drafts[index], offer)
    return tuple(drafts)


def _sure(offer: Draft, state: State) -> Draft:
    """In an answer about something else, a trade alone is too weak a sign to change the one that is known."""
    known = any(draft.fields or draft.programmes for draft in state.drafts)
    weak = offer.fields and not offer.programmes and not offer.levels and state.asking not in (None, "programme", "kind")
    return replace(offer, fields=()) if known and weak else offer


def _is_one_more(offers: tuple[Draft, ...], words: str) -> bool:
    folded = f" {fold(words)} "
    return any(f" {cue} " in folded for cue in ONE_MORE) and any(o.kind or o.programmes or o.levels for o in offers)


def _inherit(offer: Draft, other: Draft) -> Draft:
    return replace(offer, place=offer.place or other.place)


def _meant(state: State, offer: Draft) -> list[int]:
    """The drafts that a single restated offer is about: by programme, else the one asked about, else all of them."""
    named = [i for i, draft in enumerate(state.drafts) if offer.programmes and set(offer.programmes) & set(draft.programmes)]
    named = named or [i for i, draft in enumerate(state.drafts) if offer.fields and set(offer.fields) & set(draft.fields)]
    if named:
        return named
    if state.asking not in (None, "confirm", "place"):
        return [min(state.about, len(state.drafts) - 1)]
    return list(range(len(state.drafts)))


def _without_closed_days(draft: Draft, closed: tuple[int, ...]) -> Draft:
    """A week shortened by the closed days at its ends; longer stays keep their dates: the convention says the days."""
    periods = []
    for period in draft.periods:
        start, end = period.start, period.end
        if (end - start).days < WEEK:
            while start < end and start.weekday() in closed:
                start += timedelta(days=1)
            while end > start and end.weekday() in closed:
                end -= timedelta(days=1)
        periods.append(Period(start, end))
    return replace(draft, periods=tuple(periods))
