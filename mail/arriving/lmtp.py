"""The second way in: a site's own Postfix hands letters over by LMTP; it is told « kept » only after the commit.

aiosmtpd speaks the protocol, but answers DATA once; LMTP wants an answer for each recipient (RFC 2033, 4.2).
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiosmtpd.lmtp import LMTP

from core.post.inbound import Arrival
from mail.arriving.ours import fingerprint
from mail.parts.limits import MAX_BYTES
from mail.parts.sender import base_address
from mail.read import read_letter

log = logging.getLogger(__name__)
ROOM = 32 * 1024  # bytes of the letter's limit that our own header lines may take
SMALL = 1024 * 1024  # bytes that the sender declares; of larger letters one is let in at a time, for they are held in memory
AT_ONCE = 16  # small letters
CONNECTIONS = 50
RECIPIENTS = 50  # of one letter
CONTROL = re.compile(r"[\x00-\x1f\x7f]")  # an address may bring no header line of its own
FAREWELL = 5.0  # seconds for what is being kept when we stop
Record = Callable[[list[Arrival]], Awaitable[None]]


@dataclass(frozen=True)
class LmtpDoor:
    """Where we listen: a host and port, or the path of a socket; whom letters are for; whose word on senders is believed."""

    host: str
    port: int
    own_address: str
    authserv: tuple[str, ...] = ()
    max_bytes: int = MAX_BYTES


class Doorkeeper:
    """Takes letters in by LMTP as long as `listen` runs."""

    def __init__(self, door: LmtpDoor, record: Record) -> None:
        """`record` returns when letters are committed, and raises when they are not: then they are asked for again."""
        self.door = door
        self._record = record
        self._small, self._large = asyncio.Semaphore(AT_ONCE), asyncio.Semaphore(1)
        self.connections: set[Any] = set()
        self._keeping = 0
        self._kept = asyncio.Event()

    async def listen(self, stop: asyncio.Event) -> None:
        """Take in what comes until `stop`. Raises OSError: somebody else listens there, or we may not."""
        logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd's: it writes every address
        server = await self._open()
        log.info("lmtp: listening on %s", server.sockets[0].getsockname())
        try:
            await stop.wait()
        finally:
            server.close()
            await self._finish()

    async def drain(self) -> int:
        """Nothing waits here: what is not taken waits with the sender."""
        return 0

    def turn(self, options: list[str]) -> asyncio.Semaphore:
        """Where a letter waits before it is let in, by the size that its sender declares."""
        sizes = [int(one[5:]) for one in options if one.startswith("SIZE=") and one[5:].isdigit()]
        return self._small if sizes and sizes[0] <= SMALL else self._large

    async def _open(self) -> asyncio.Server:
        loop, door = asyncio.get_running_loop(), self.door
        if not door.host.startswith("/"):
            return await loop.create_server(lambda: Session(self, loop), door.host, door.port)
        server = await loop.create_unix_server(lambda: Session(self, loop), door.host)
        await asyncio.to_thread(Path(door.host).chmod, 0o660)  # for Postfix's group, nobody else
        return server

    async def _finish(self) -> None:
        self._kept.clear()
        if self._keeping:
            try:
                await asyncio.wait_for(self._kept.wait(), FAREWELL)
            except TimeoutError:
                log.warning("lmtp: stopped while letters were being kept: they will come again")
        for transport in list(self.connections):
            transport.close()

    async def handle_EHLO(self, _: Any, session: Any, __: Any, hostname: str, answers: list[str]) -> list[str]:
        """aiosmtpd's hook: what LMTP is to offer besides."""
        session.host_name = hostname
        return [*answers[:-1], "250-PIPELINING", "250-ENHANCEDSTATUSCODES", answers[-1]]

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, address: str, options: list[str]) -> str:
        """aiosmtpd's hook: only letters to our address, with or without a token, are ours."""
        if base_address(address) != base_address(self.door.own_address):
            return "550 5.1.1 no such mailbox here"
        if len(envelope.rcpt_tos) >= RECIPIENTS:
            return "452 4.5.3 too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 welcome"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:
        """aiosmtpd's hook: read the letter and keep it; the answer comes after the commit."""
        self._keeping += 1
        try:
            raw = delivered(envelope.content, envelope.mail_from, envelope.rcpt_tos)
            await self._record([await asyncio.to_thread(self._arrival, raw)])
        except Exception as error:
            log.warning("lmtp: a letter is not kept and asked for again: %s", " ".join(str(error).split())[:300])
            return "451 4.3.0 not kept, try again later"
        finally:
            self._keeping -= 1
            if not self._keeping:
                self._kept.set()
        return "250 2.0.0 kept"

    async def handle_exception(self, error: Exception) -> str:
        """aiosmtpd's hook: what it cannot deal with is said in one line, without a traceback."""
        log.warning("lmtp: %s %s", type(error).__name__, " ".join(str(error).split())[:300])
        return "451 4.3.0 something went wrong"

    def _arrival(self, raw: bytes) -> Arrival:
        door = self.door
        heard = read_letter(
            raw,
            own_address=door.own_address,
            received=datetime.now(UTC),
            uid_key=fingerprint(raw),
            authserv=door.authserv,
            max_bytes=door.max_bytes,
        )
        return Arrival(heard, raw)


class Session(LMTP):
    """One connection: bounded in number and in letters held, each recipient answered."""

    line_length_limit = 1024 * 1024  # some mailers write a whole HTML letter on one line

    def __init__(self, keeper: Doorkeeper, loop: asyncio.AbstractEventLoop) -> None:
        domain = keeper.door.own_address.rpartition("@")[2]
        super().__init__(
            keeper,
            data_size_limit=keeper.door.max_bytes - ROOM,
            enable_SMTPUTF8=True,
            hostname=domain,
            ident="Guichet",
            loop=loop,
        )
        self._keeper = keeper
        self._answers = 1

    def connection_made(self, transport: Any) -> None:
        """One more; beyond the limit it is sent away."""
        super().connection_made(transport)
        self._keeper.connections.add(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """One less."""
        self._keeper.connections.discard(self.transport)
        super().connection_lost(error)

    async def _handle_client(self) -> None:
        if len(self._keeper.connections) > CONNECTIONS:
            await self.push("421 4.3.2 too many connections, try again later")
            assert self.transport is not None
            self.transport.close()
            return
        await super()._handle_client()

    async def smtp_DATA(self, arg: str) -> None:
        """A letter; it waits for its turn before it is let in."""
        assert self.envelope is not None
        async with self._keeper.turn(self.envelope.mail_options):
            try:
                await super().smtp_DATA(arg)
            finally:
                self._answers = 1

    async def push(self, status: Any) -> None:
        """Answer; once a letter has been let in, each recipient has an answer of its own."""
        await super().push("\r\n".join([status] * self._answers) if isinstance(status, str) else status)
        if isinstance(status, str) and status.startswith("354"):
            assert self.envelope is not None
            self._answers = len(self.envelope.rcpt_tos)


def delivered(content: bytes, sender: str | None, recipients: list[str]) -> bytes:
    """The letter with what only its envelope tells, as a mailbox would show it: who gets returns, and whom it was for."""
    path = (sender or "").strip("<>")
    lines = [f"Return-Path: <{path}>", *(f"Delivered-To: {one}" for one in dict.fromkeys(recipients))]
    return "".join(f"{CONTROL.sub('', one)}\r\n" for one in lines).encode("utf-8", "surrogateescape") + content
