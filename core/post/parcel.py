"""What goes out, in final words, in one form for all channels; and what a channel may answer to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from config.errors import GuichetError
from core.post.inbound import Channel

MANY = 1000  # parcels: a channel that keeps no pace of its own takes as many as there are
Series = Literal["news", "digest"]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, numbered entry or small print of a message, in final plain words (may hold line breaks)."""

    text: str
    kind: Literal["text", "heading", "item", "small"] = "text"
    number: int | None = None  # of an item
    link: str | None = None  # an address of ours that stands in the words: where pages have links, it is one


@dataclass(frozen=True)
class Button:
    """A choice: `id` is at most 56 bytes of ASCII, `label` what the person sees. Buttons and words are equal."""

    id: str
    label: str


@dataclass(frozen=True)
class Event:
    """Days that a message tells, for the reader's calendar; `ends` is where they are over, both moments aware.

    `id` stays the same when they are told anew. `whole_days`: midnights of `zone`, no hours.
    """

    id: str
    summary: str
    starts: datetime
    ends: datetime
    zone: str
    place: str = ""
    words: str = ""
    whole_days: bool = True


@dataclass(frozen=True)
class Enclosure:
    """A file that goes with a letter: its name, its media type, its bytes in base64."""

    name: str
    type: str
    content: str


@dataclass(frozen=True)
class Parcel:
    """One message on its way to one address. The mail fields are None or empty on other channels."""

    id: int  # of the outbox row: stable over retries
    channel: Channel
    address: str
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    silent: bool = False
    closes: str | None = None  # the Inbound.reply_handle that this message answers
    closes_message: str | None = None  # the chat message whose buttons are spent
    replaces: str | None = None  # the chat message whose place these words take; where that cannot be, they are said anew
    subject: str | None = None
    recipient_name: str | None = None
    thread: int | None = None  # the number in « [n° 1042] »
    token: str | None = None  # the thread's signed token for this recipient
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    solicited: bool = True  # an answer (auto-replied), or our own initiative (auto-generated)
    language: str = "fr"  # of the words
    series: Series = "news"  # what a letter of our own initiative belongs to
    events: tuple[Event, ...] = ()  # only what the words tell as well
    enclosures: tuple[Enclosure, ...] = ()  # on mail alone


class TryLater(GuichetError):
    """The channel asks to try again in {after} s: {reason}"""

    def __init__(self, after: float, reason: str):
        """`after` in seconds."""
        self.after = after
        super().__init__(after=after, reason=reason)


class NotYet(TryLater):
    """Nothing was tried; this message's turn comes in {after} s: {reason}"""


class Unreachable(GuichetError):
    """{address} cannot be reached on this channel: {reason}"""


class Refused(GuichetError):
    """The channel refuses this message for good: {reason}"""


class Carrier(Protocol):
    """A channel's way out. It raises NotYet, TryLater, Unreachable or Refused; any other error counts as TryLater."""

    def room(self) -> int:
        """How many parcels may leave shortly: more are not handed over, so that what comes next need not wait for them."""
        return MANY

    async def send(self, parcel: Parcel) -> str | None:
        """Deliver one parcel; the remote id of what was sent, if the channel gives one."""
