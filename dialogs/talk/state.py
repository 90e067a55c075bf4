"""Where a conversation stands: a small frozen value, kept on the contact, the same for every channel."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from cattrs.preconf.json import JsonConverter

from core.pool.draft import Callback, Draft, Employer
from dialogs.understanding.heard import Intent

Phase = Literal["idle", "collecting", "confirming", "relaying"]


@dataclass(frozen=True)
class Option:
    """One of the answers proposed with the last question: what a number or a button stands for."""

    id: str
    label: str


@dataclass(frozen=True)
class Doubted:
    """A message whose purpose is not clear, when it came, how often it was asked about, and what was answered since."""

    words: str
    at: datetime
    readings: tuple[Intent, ...] = ()  # proposed, in this order
    times: int = 1
    proved: bool = True  # it was proved who said so: what is unproved stays so, whoever explains it
    since: tuple[str, ...] = ()

    @property
    def everything(self) -> str:
        """All that was said, for a person to read."""
        return "\n".join(filter(None, (self.words, *self.since)))


@dataclass(frozen=True)
class Answer:
    """Which question a chat message answered: edited later, it answers the same one."""

    message: str
    asking: str | None
    about: int = 0


@dataclass(frozen=True)
class State:
    """The offers being put together, what was asked, and what was filed last (for « annuler »)."""

    phase: Phase = "idle"
    turn: int = 0  # of the last question: a button of an older one is recognised
    drafts: tuple[Draft, ...] = ()
    employer: Employer = Employer()
    callback: Callback = Callback()
    accessible: bool | None = None
    criteria: tuple[str, ...] = ()  # unlawful criteria heard and not yet given up
    insisted: bool = False
    doubts: tuple[str, ...] = ()  # reasons to have the offer checked
    asking: str | None = None
    about: int = 0  # the draft that the question is about
    asked: tuple[str, ...] = ()  # every question put for these drafts, in order
    options: tuple[Option, ...] = ()
    before: tuple[Draft, ...] = ()  # the drafts one step back
    target: str | None = None  # the offer that a yes, or new dates, are about
    purpose: str | None = None  # what is done to the target
    relay: str | None = None  # the words to put before a person, once they can be reached
    doubted: Doubted | None = None  # the message that « proposer, changer, demander ? » was asked about
    filed: tuple[str, ...] = ()
    filed_at: datetime | None = None
    answers: tuple[Answer, ...] = ()  # the last messages, and what they answered
    album: str | None = None  # of the last picture: its others need no answer
    card: Callback = Callback()  # somebody else's, shared as the person to call
    idle_turns: int = 0  # messages in a row that led nowhere


def load_state(kept: dict[str, Any] | None, converter: JsonConverter) -> State:
    """The state as it was kept; a new one when there is none."""
    return converter.structure(kept, State) if kept else State()


def keep_state(state: State, converter: JsonConverter) -> dict[str, Any]:
    """The state as JSON."""
    kept: dict[str, Any] = converter.unstructure(state)
    return kept
