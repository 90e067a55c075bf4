"""What a channel heard, in one form for all of them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Channel = Literal["telegram", "email", "terminal"]
# message: words · press: a button · edited: words that correct an earlier message · contact, location: shared from the
# phone · media: a picture, a voice… without words · blocked: the person shut the channel · bounce, auto_reply, own,
# refused: letters that get no dialogue
InboundKind = Literal[
    "message", "press", "edited", "contact", "location", "media", "blocked", "unblocked", "bounce", "auto_reply", "own", "refused"
]


ENCRYPTED = "encrypted"  # the reason of a refused letter that only its addressee's key opens
NOBODY = "no single sender"  # why a letter is refused that names no author, or several


@dataclass(frozen=True)
class Attachment:
    """A file that came along; its bytes stay in the raw letter. `size` in bytes; `program`: it begins as one."""

    name: str
    type: str
    size: int
    sha256: str = ""
    program: bool = False


@dataclass(frozen=True)
class Bounced:
    """A recipient that a letter did not reach; `status` as in RFC 3463 (5.1.1) or empty; `delayed`: it is still being tried."""

    recipient: str
    status: str
    permanent: bool
    delayed: bool = False


@dataclass(frozen=True)
class Forwarded:
    """The letter of somebody else that a letter passes on: their words with their signature, and who they are, as it says."""

    text: str
    name: str | None = None
    email: str | None = None
    subject: str | None = None


@dataclass(frozen=True)
class Meeting:
    """What an invitation says; `start` and `end` in ISO form, a day or a minute, as the calendar tells them; or empty."""

    summary: str
    start: str = ""
    end: str = ""
    place: str = ""


@dataclass(frozen=True)
class Inbound:
    """One message heard. `address` is the chat id, the e-mail address or the terminal's contact: who speaks, where to answer.

    `key` is unique within the channel: the same message read twice has the same key. `received` is aware, in UTC.
    """

    channel: Channel
    key: str
    address: str
    received: datetime
    kind: InboundKind = "message"
    text: str = ""
    press: str | None = None
    name: str | None = None
    language: str | None = None
    phone: str | None = None
    album: str | None = None  # pictures sent together bear the same
    latitude: float | None = None
    longitude: float | None = None
    reply_handle: str | None = None  # what the channel needs to close the gesture: a callback query's id
    message_id: str | None = None  # the letter's Message-ID, or the chat message's id
    subject: str | None = None
    tokens: tuple[str, ...] = ()  # thread tokens found in addresses and Message-IDs, most trusted first
    marks: tuple[str, ...] = ()  # signed marks found in addresses: of a letter that comes back, of a reader who wants no more
    references: tuple[str, ...] = ()
    vouched: bool | None = None  # our own mail server found the From genuine, or forged; None: it does not say
    signature: str | None = None
    quoted: bool = False
    in_place: str | None = None  # the words with the quoted lines (`> `) that they stand under, when some do
    answered: str | None = None  # the quoted letter, when the words on it are few: an answer may be typed into it
    forwarded: Forwarded | None = None  # what a letter passes on; its words are a third person's
    meetings: tuple[Meeting, ...] = ()  # what a letter invites to
    reason: str | None = None  # why it is an auto_reply, a bounce or refused
    attachments: tuple[Attachment, ...] = ()
    bounces: tuple[Bounced, ...] = field(default=())


@dataclass(frozen=True)
class Arrival:
    """What the inbox stores: the raw bytes, and what they were read as. An unreadable one has an Inbound of kind `refused`."""

    inbound: Inbound
    raw: bytes
