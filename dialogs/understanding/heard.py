"""What one message says: the value that understanding returns and the turn decides on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from config.catalogue import Catalogue
from config.territory import Territory
from core.pool.draft import Callback, Draft, Employer, Place
from core.territory.places import Gazetteer

Intent = Literal[
    "offer", "update_offer", "withdraw_offer", "confirm_offer", "offer_status", "tutor_training", "question", "human",
    "incident", "feedback", "event", "refusal", "candidate", "stop", "privacy", "smalltalk", "auto_reply", "unrelated",
]  # fmt: skip
# Moves of a conversation, said in words: stop everything, one step back, go on, how does this work, my offers…
Wish = Literal[
    "cancel", "back", "resume", "help", "my_offers", "my_data", "reminders", "later", "correct",
    "language", "language_fr", "language_en",
]  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """The circumstances of a message: when it came (aware), from whom, on which territory, and what was last asked."""

    received: datetime
    territory: Territory
    catalogue: Catalogue
    gazetteer: Gazetteer
    channel: str = "telegram"
    sender_name: str | None = None
    sender_email: str | None = None
    subject: str | None = None
    asking: str | None = None  # the slot of the last question: a bare « deux » answers it
    language: str | None = None
    meant: Intent | None = None  # what the writer said that this message is about


class Evidence(NamedTuple):
    """The characters [start, end) of the text that gave a slot."""

    slot: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Doubt:
    """A slot with several readings, or with words that led nowhere (no choices): the dialogue asks."""

    slot: str
    said: str
    places: tuple[Place, ...] = ()
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """The answer of `guichet understand`, and what only the dialogue needs: assent, wish, doubts, closed days."""

    language: Literal["fr", "en"]
    intent: Intent
    confidence: float  # that the whole answer is right, every slot of it
    intent_confidence: float = 1.0  # that the intent is
    readings: tuple[Intent, ...] = ()  # the intents it may have, best first, three at most
    offers: tuple[Draft, ...] = ()
    organisation: Employer | None = None
    contact: Callback | None = None
    accessible: bool | None = None
    discrimination: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    topic: str | None = None
    people: int | None = None
    assent: bool | None = None  # the message says yes or no to what was asked
    wish: Wish | None = None
    doubts: tuple[Doubt, ...] = ()
    closed_days: tuple[int, ...] = ()  # « pas le lundi »: weekdays to leave out, Monday is 0
    hours: str | None = None  # when the person may be called
    evidence: tuple[Evidence, ...] = ()
    again: str | None = None  # the earlier words that this is a new reading of
    passed_on: str | None = None  # who wrote it, when it is somebody else's letter: a proposal, filed only once it is confirmed
