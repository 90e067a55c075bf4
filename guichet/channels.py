"""Open the channels that the settings name: a way in and a way out each. Their libraries are loaded only here, when needed."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlalchemy.orm import Session

from config.errors import SettingsInvalid
from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival
from core.post.inbox import record
from core.post.parcel import Carrier
from guichet.accounts import dkim_seal, imap_account, lmtp_door, mail_identity, smtp_account, telegram_access
from guichet.clock import now_utc
from guichet.front import fronts
from guichet.opening import Premises

if TYPE_CHECKING:
    from mail.arriving.receive import Mailbox

LOG = logging.getLogger("guichet")
LAST_WORDS = 5.0  # seconds that the mailbox has to end what it does, before its connection is cut
T = TypeVar("T")


class WayIn(Protocol):
    """A channel's ear."""

    async def listen(self, stop: asyncio.Event) -> None:
        """Record what comes until `stop`."""

    async def drain(self) -> int:
        """Record all that waits now; how many messages."""


@dataclass(frozen=True)
class Line:
    """One open channel."""

    name: str
    carrier: Carrier
    ways_in: tuple[WayIn, ...]
    close: Callable[[], Awaitable[None]]


Record = Callable[[list[Arrival]], Awaitable[None]]


class Clerical(Protocol):
    """Work on the database from a channel's own thread: one transaction, done next; returns when it is committed."""

    def __call__(self, work: Callable[[Session], T]) -> T:
        """What the work gives."""


async def open_telegram(premises: Premises, record: Record, write_down: Clerical, *, alone: bool) -> Line:
    """The bot: long polling in, paced messages out. A refused token raises TokenRefused when there is no other channel."""
    settings = premises.settings
    if settings.telegram_webhook:
        raise SettingsInvalid(where="GUICHET_TELEGRAM_WEBHOOK", reason="only long polling is built so far: leave it unset")
    from bot.client import TokenRefused, leave_webhook, open_bot, username
    from bot.front import keep_dressed
    from bot.receive import Receiver
    from bot.send import Messenger

    bot = open_bot(telegram_access(settings))
    try:
        name = await username(bot)  # a token that Telegram refuses is told at once
    except TokenRefused as error:
        if alone:
            await bot.session.close()
            raise
        LOG.error("telegram: %s", error)
    except Exception as error:
        LOG.warning("telegram: does not answer yet, trying again: %s", str(error).partition("\n")[0][:200])
    else:
        await asyncio.to_thread(write_down, lambda session: keep_bot_name(session, name))
    with suppress(Exception):  # a bot that Telegram does not answer yet still starts
        await leave_webhook(bot)
    receiver, shown = Receiver(bot, record), fronts(premises.house.territory)

    class Ear:
        async def listen(self, stop: asyncio.Event) -> None:
            dressing = asyncio.create_task(keep_dressed(bot, shown, stop))
            try:
                await receiver.poll(stop)
            finally:
                dressing.cancel()
                await asyncio.gather(dressing, return_exceptions=True)

        async def drain(self) -> int:
            return await receiver.drain()

    return Line("telegram", Messenger(bot), (Ear(),), bot.session.close)


class Letters:
    """Where the mailbox keeps its letters: in the inbox, with how far it has been read, in one commit."""

    def __init__(self, write_down: Clerical, heard: Callable[[], None]) -> None:
        self._write_down, self._heard = write_down, heard

    def mark(self, place: str) -> Mark | None:
        """How far a folder has been read."""
        return self._write_down(lambda session: mark_of(session, place))

    def keep(self, arrivals: list[Arrival], place: str, mark: Mark) -> None:
        """Letters and mark, both or neither."""

        def both(session: Session) -> None:
            record(session, arrivals, now_utc())
            keep_mark(session, place, mark)

        self._write_down(both)
        if arrivals:
            self._heard()


class MailboxEar:
    """The mailbox, watched in a thread."""

    def __init__(self, mailbox: "Mailbox") -> None:
        self._mailbox = mailbox

    async def listen(self, stop: asyncio.Event) -> None:
        """Watch it until `stop`; what it does then is finished, or broken off when the server does not answer."""
        halt = threading.Event()
        watching = asyncio.create_task(asyncio.to_thread(self._mailbox.watch, halt))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({watching, stopping}, return_when=asyncio.FIRST_COMPLETED)
        halt.set()
        stopping.cancel()
        await asyncio.wait({watching}, timeout=LAST_WORDS)
        self._mailbox.interrupt()
        await watching

    async def drain(self) -> int:
        """Record all that waits."""
        return await asyncio.to_thread(self._mailbox.drain)


def open_mail(premises: Premises, record: Record, letters: Letters) -> Line:
    """Letters in from a mailbox (IMAP, in a thread), by LMTP, or both; letters out by SMTP."""
    from mail.leaving.send import Postman

    settings = premises.settings
    us = mail_identity(settings, premises.house.territory.public_name, premises.house.key)
    postman = Postman(smtp_account(settings), us, seal=dkim_seal(settings))
    ways_in: list[WayIn] = []
    mailbox = None
    if settings.imap_host:
        from mail.arriving.receive import Mailbox

        mailbox = Mailbox(imap_account(settings), settings.mail_address, letters)
        ways_in.append(MailboxEar(mailbox))
    if settings.lmtp_host:
        from mail.arriving.lmtp import Doorkeeper

        ways_in.append(Doorkeeper(lmtp_door(settings), record))

    async def close() -> None:
        if mailbox:
            await asyncio.to_thread(mailbox.close)
        await postman.close()

    return Line("email", postman, tuple(ways_in), close)


async def open_lines(premises: Premises, record: Record, write_down: Clerical, heard: Callable[[], None]) -> list[Line]:
    """Every channel that the settings name; empty when none is."""
    settings, lines = premises.settings, []
    by_mail = bool(settings.mail_address and settings.smtp_host)
    if settings.telegram_token:
        lines.append(await open_telegram(premises, record, write_down, alone=not by_mail))
    if by_mail:
        lines.append(open_mail(premises, record, Letters(write_down, heard)))
    elif settings.imap_host or settings.lmtp_host:
        LOG.warning("no letter is read: GUICHET_MAIL_ADDRESS and GUICHET_SMTP_HOST must be set as well")
    return lines
