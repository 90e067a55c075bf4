"""What a coordinator may do to an entry of a digest, what came of it, and why it could not be done. Values and facts only."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from config.errors import GuichetError
from config.territory import Coordinator, Territory
from core.agenda.campaigns import Campaign
from core.agenda.records import Action, Digest, Matter
from core.pool.holds import Hold
from core.pool.records import Offer

Verb = Literal["ok", "no", "answer", "ask", "taken", "full", "left", "until", "mine", "wait", "pass", "note", "propose", "twin"]
# seen: an offer that needed nothing · closed: a matter dealt with · kept: nothing differed from what it was
Effect = Literal[
    "accepted", "reconfirmed", "seen", "rejected", "closed", "answered", "asked", "taken", "filled", "reopened", "until", "kept",
    "mine", "waits", "passed", "noted", "held", "duplicate", "launched", "declined",
]  # fmt: skip


@dataclass(frozen=True)
class Deed:
    """One thing to do to one numbered entry; `words` of the coordinator, `seats` and `day` as the verb needs them."""

    number: int
    verb: Verb
    words: str | None = None
    seats: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Occasion:
    """Who acts, answering which digest, by which message, when and where."""

    coordinator: Coordinator
    digest: Digest
    territory: Territory
    message_id: int | None
    now: datetime
    channel: str = "email"
    hold_days: tuple[int, int] = (5, 2)  # working days for a school to answer, and when the stay starts soon


@dataclass(frozen=True)
class Done:
    """A deed was done; `seats` that it took."""

    deed: Deed
    effect: Effect
    action: Action
    offer: Offer | None
    matter: Matter | None
    contact_id: int
    seats: int = 0
    hold: Hold | None = None
    campaign: Campaign | None = None


class DeedRefused(GuichetError):
    """Entry {number} cannot be dealt with"""


class UnknownNumber(DeedRefused):
    """The digest has no entry {number}"""


class AlreadyHandled(DeedRefused):
    """Entry {number} was dealt with by {by} at {at}: {verb}"""


class EntryClosed(DeedRefused):
    """The offer of entry {number} is {status} since {at}, by {by}"""


class QuestionNeedsWords(DeedRefused):
    """Entry {number} is a question: it wants an answer in words"""


class WordsMissing(DeedRefused):
    """Nothing was said after the verb for entry {number}"""


class NoOffer(DeedRefused):
    """Entry {number} is about no offer"""


class OutsideTerritory(DeedRefused):
    """The offer of entry {number} is outside the territory: it cannot be proposed here"""


class TooManySeats(DeedRefused):
    """The offer of entry {number} has {left} seats, not {seats}"""


class DayPassed(DeedRefused):
    """{day} has passed: entry {number} cannot last until then"""


class NobodyOfThatName(DeedRefused):
    """Entry {number} cannot be passed on: nobody is called {said}"""


class SeveralOfThatName(DeedRefused):
    """Entry {number} cannot be passed on: {said} may be {people}"""


class AlreadyTheirs(DeedRefused):
    """Entry {number} is {person}'s already"""


class NobodyOfThatSchool(DeedRefused):
    """Entry {number} cannot be proposed: no school is called {said}"""


class SeveralSchools(DeedRefused):
    """Entry {number} cannot be proposed: {said} may be {schools}"""


class FewerFreeSeats(DeedRefused):
    """The offer of entry {number} has {free} free seats, not {seats}"""


class OnlyYesOrNo(DeedRefused):
    """Entry {number} is a proposal of ours: yes or no"""


class CampaignDecided(DeedRefused):
    """The proposal of entry {number} is {state} already"""


class NotYetAvailable(DeedRefused):
    """The offer of entry {number} is {status}: it cannot be proposed to a school"""


class NothingToUndo(DeedRefused):
    """Nothing was done that could be undone"""


class UndoTooLate(DeedRefused):
    """Entry {number} was dealt with at {at}: the 30 minutes are over"""
