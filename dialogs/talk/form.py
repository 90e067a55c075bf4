"""The offer form as a table: which slots it has, when each is still missing, in the order in which they are asked."""

from collections.abc import Callable
from dataclasses import dataclass

from core.pool.draft import Draft
from dialogs.talk.state import State


@dataclass(frozen=True)
class Slot:
    """A question of the form. `of_each`: asked of every draft; else once for all of them."""

    name: str
    missing: Callable[[Draft, State, str], bool]
    of_each: bool = True


def _no_programme(draft: Draft, _state: State, _channel: str) -> bool:
    return draft.kind != "observation" and not draft.programmes and not draft.fields


def _no_contact(_draft: Draft, state: State, channel: str) -> bool:
    reachable = bool(state.callback.phone or state.callback.email)
    # On Telegram the chat itself will do: a phone is welcome, and asked for once.
    return not reachable and (channel == "terminal" or (channel == "telegram" and "contact:0" not in state.asked))


FORM = (
    Slot("kind", lambda draft, _s, _c: draft.kind is None and not draft.levels),
    Slot("programme", _no_programme),
    Slot("seats", lambda draft, _s, _c: draft.seats is None),
    Slot("periods", lambda draft, _s, _c: not draft.periods and not draft.weeks and not draft.flexible),
    Slot("place", lambda draft, _s, _c: draft.place is None),
    Slot("organisation", lambda _d, state, _c: not state.employer.name, of_each=False),
    Slot("contact", _no_contact, of_each=False),
)


@dataclass(frozen=True)
class Missing:
    """A slot that a draft (by its place in the list) still wants."""

    slot: str
    about: int


def missing_slots(state: State, channel: str) -> tuple[Missing, ...]:
    """What is still to be asked, in order; empty when the offers can be confirmed."""
    found: list[Missing] = []
    for slot in FORM:
        drafts = list(enumerate(state.drafts)) if slot.of_each else list(enumerate(state.drafts))[:1]
        found += [Missing(slot.name, about) for about, draft in drafts if slot.missing(draft, state, channel)]
    return tuple(found)
