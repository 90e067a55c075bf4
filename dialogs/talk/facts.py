"""Everything a turn may want to know, collected before it decides: who this is, their offers, the place, the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from config.catalogue import Catalogue
from config.territory import Territory
from core.agenda.reminders import Reminder
from core.pool.commands import Person
from core.pool.draft import Callback, Draft, Employer
from core.pool.records import OPEN, Status
from dialogs.talk.deep_links import DeepLink

Expired = Literal["", "own", "other"]


@dataclass(frozen=True)
class KnownOffer:
    """An offer that this person filed."""

    reference: str
    status: Status
    draft: Draft
    organisation: str
    seats_left: int
    filed_at: datetime
    news_by: date
    coordinator: Person

    @property
    def open(self) -> bool:
        """Whether it can still be changed or taken back."""
        return self.status in OPEN


@dataclass(frozen=True)
class Facts:
    """What is known at the moment of a message. `now` is aware, `today` the territory's day."""

    now: datetime
    today: date
    channel: str
    territory: Territory
    catalogue: Catalogue
    faq: Mapping[str, str]  # topic -> answer
    words: str = ""  # the message itself, for a person to read
    whole: str = ""  # the same with its subject and its signature
    press: str | None = None
    kind: str = "message"
    reason: str | None = None  # of a picture, a voice…: which it is; of a contact: `card` when it is somebody else's
    message_id: str | None = None
    album: str | None = None
    phone: str | None = None  # shared from the phone
    link: DeepLink | None = None  # that opened the bot
    mail: str = ""  # where letters are read
    employer: Employer = Employer()
    callback: Callback = Callback()
    profile_name: str | None = None
    elsewhere: tuple[str, ...] = ()  # where else this person is known: e-mail addresses, « Telegram »
    noticed: bool = False
    stopped: bool = False
    trusted: bool = True  # the channel proves who speaks: a chat, or a letter that answers ours
    vouched: bool = True  # our mail server found the sender of a letter genuine
    expired: Expired = ""  # the letter answers one of ours, to them or to somebody else, that is too old to prove anything
    questioned: str | None = None  # the offer that a coordinator asked something about, without an answer yet
    reminders: tuple[Reminder, ...] = ()  # what will be said of their offers unasked, soonest first
    reminded: tuple[str, ...] = ()  # offers that we asked about, without an answer yet
    offers: tuple[KnownOffer, ...] = ()
    shared: tuple[KnownOffer, ...] = ()  # open offers of the person whose letter this one answers for them; never listed

    def offer(self, reference: str) -> KnownOffer | None:
        """The offer of this reference, if it is this person's, or of the person that they answer for."""
        return next((offer for offer in (*self.offers, *self.shared) if offer.reference == reference), None)

    @property
    def open_offers(self) -> tuple[KnownOffer, ...]:
        """The offers that can still be changed."""
        return tuple(offer for offer in self.offers if offer.open)
