"""A few connections to the relay, kept and used again: a dead one is replaced, an idle one takes its leave."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import aiosmtplib

from mail.accounts import SmtpAccount, tls_context
from mail.tunnel import open_tunnel

DOUBTFUL = 5.0  # seconds of rest after which a connection is asked whether it lives
LETTERS = 100  # on one connection: relays that count stop there
AGAIN = 5.0  # seconds in which a relay that cannot be reached is not tried anew
FAREWELL = 5.0  # seconds
WIRE_ERRORS = (aiosmtplib.SMTPException, OSError, TimeoutError)


@dataclass
class Kept:
    """A connection, when it was used last (seconds of the loop's clock), and how many letters it has carried."""

    client: aiosmtplib.SMTP
    used_at: float
    letters: int = 0


class Pool:
    """At most `account.connections` at once; whoever comes when all are in use waits, first come, first served."""

    def __init__(self, account: SmtpAccount) -> None:
        self._account = account
        self._room = asyncio.Semaphore(account.connections)
        self._idle: list[Kept] = []
        self._lent, self._opening, self._returned = 0, 0, asyncio.Event()
        self._failure: tuple[float, Exception] | None = None  # until when, and why
        self._tls: ssl.SSLContext | None = None
        self._host_name: str | None = None  # how we present ourselves; looked up once, it may be slow
        self._sweeping: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def connection(self, *, fresh: bool = False) -> AsyncIterator[aiosmtplib.SMTP]:
        """A connection of one's own, `fresh` for a new one; kept unless silence, a cut or something unforeseen ends its use."""
        async with self._room:
            kept = await (self._connect() if fresh else self._take())
            kept.letters += 1
            self._lent += 1
            try:
                yield kept.client
            except aiosmtplib.SMTPResponseException:  # the relay has answered: the connection is sound
                await self._give_back(kept)
                raise
            except BaseException:
                kept.client.close()
                raise
            else:
                await self._give_back(kept)
            finally:
                self._lent -= 1
                self._returned.set()

    async def close(self) -> None:
        """Take leave of the relay on every idle connection; the next letter connects again."""
        if self._sweeping:
            self._sweeping.cancel()
        idle, self._idle = self._idle, []
        await asyncio.gather(*(_take_leave(one.client) for one in idle))

    async def _take(self) -> Kept:
        """An idle connection, else a new one; where the relay gives no more than it has given, the next that is given back."""
        while True:
            kept = await self._idle_one()
            if kept:
                return kept
            try:
                return await self._connect()
            except WIRE_ERRORS:
                if self._idle:
                    continue
                if not self._lent and not self._opening:
                    raise
            self._returned.clear()
            await self._returned.wait()

    async def _idle_one(self) -> Kept | None:
        while self._idle:
            kept = self._idle.pop()  # the one used last: the others grow old and are closed
            if kept.client.is_connected and await self._lives(kept):
                return kept
            kept.client.close()
        return None

    async def _lives(self, kept: Kept) -> bool:
        if asyncio.get_running_loop().time() - kept.used_at < DOUBTFUL:
            return True
        try:
            await kept.client.noop(timeout=FAREWELL)
        except WIRE_ERRORS:
            return False
        return True

    async def _connect(self) -> Kept:
        clock = asyncio.get_running_loop().time
        if self._failure and clock() < self._failure[0]:
            raise self._failure[1].with_traceback(None)
        self._opening += 1
        try:
            client = await self._open()
        except WIRE_ERRORS as error:
            self._failure = (clock() + AGAIN, error)
            raise
        finally:
            self._opening -= 1
            self._returned.set()
        self._failure, self._host_name = None, client.local_hostname
        return Kept(client, clock())

    async def _open(self) -> aiosmtplib.SMTP:
        """A connection, encrypted and logged in as the account says, through the proxy where there is one."""
        account, tunnel = self._account, None
        if account.proxy:
            tunnel = await asyncio.to_thread(open_tunnel, account.proxy, account.host, account.port, account.timeout)
        client = None
        try:
            client = await self._new_client(tunnel)
            await client.connect()
            await _greet(client)
        except BaseException:
            if client:
                client.close()
            if tunnel:
                tunnel.close()
            raise
        return client

    async def _new_client(self, tunnel: socket.socket | None) -> aiosmtplib.SMTP:
        account = self._account
        if account.security != "none" and self._tls is None:
            self._tls = await asyncio.to_thread(tls_context, account.ca_file)
        return aiosmtplib.SMTP(
            hostname=account.host,
            port=None if tunnel else account.port,
            sock=tunnel,
            username=account.user or None,
            password=(account.password or "") if account.user else None,
            local_hostname=self._host_name,
            timeout=account.timeout,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",
            tls_context=self._tls,
        )

    async def _give_back(self, kept: Kept) -> None:
        if kept.letters >= LETTERS:
            await _take_leave(kept.client)
        if not kept.client.is_connected:
            return
        kept.used_at = asyncio.get_running_loop().time()
        self._idle.append(kept)
        if self._sweeping is None or self._sweeping.done():
            self._sweeping = asyncio.create_task(self._sweep())

    async def _sweep(self) -> None:
        """Close what has been idle for long, as long as there is something to close."""
        clock = asyncio.get_running_loop().time
        while self._idle:
            await asyncio.sleep(max(0.05, self._idle[0].used_at + self._account.idle - clock()))
            while self._idle and clock() - self._idle[0].used_at >= self._account.idle:
                await _take_leave(self._idle.pop(0).client)


async def _greet(client: aiosmtplib.SMTP) -> None:
    if not client.is_ehlo_or_helo_needed:
        return
    try:
        await client.ehlo()
    except aiosmtplib.SMTPHeloError:
        await client.helo()


async def _take_leave(client: aiosmtplib.SMTP) -> None:
    with suppress(*WIRE_ERRORS):
        if client.is_connected:
            await client.quit(timeout=FAREWELL)
    client.close()
