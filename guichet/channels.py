"""Open the channels that the settings name: a way in and a way out each. Their libraries are loaded only here, when needed."""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.inbound import Arrival
from core.post.inbox import record
from guichet.accounts import dkim_seal, imap_account, lmtp_door, mail_identity, smtp_account
from guichet.clock import now_utc
from guichet.line import Clerical, Line, Record, WayIn
from guichet.opening import Premises
from guichet.telegram import open_telegram

if TYPE_CHECKING:
    from mail.arriving.receive import Mailbox

LOG = logging.getLogger("guichet")
LAST_WORDS = 5.0  # seconds that the mailbox has to end what it does, before its connection is cut


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
    ears: tuple[WayIn, ...] = ()
    doors: tuple[WayIn, ...] = ()
    mailbox = None
    if settings.imap_host:
        from mail.arriving.receive import Mailbox

        mailbox = Mailbox(imap_account(settings), settings.mail_address, letters)
        ears = (MailboxEar(mailbox),)
    if settings.lmtp_host:
        from mail.arriving.lmtp import Doorkeeper

        doors = (Doorkeeper(lmtp_door(settings), record),)

    async def close() -> None:
        if mailbox:
            await asyncio.to_thread(mailbox.close)
        await postman.close()

    return Line("email", postman, close, ears, doors)


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
