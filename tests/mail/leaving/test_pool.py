"""Connections to a relay: kept, shared, replaced when dead, closed when idle."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import aiosmtplib
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from mail.accounts import SmtpAccount
from mail.leaving.pool import LETTERS, Pool
from tests.mail.relay import HOST, Relay


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    async with Relay() as one:
        yield one


def an_account(relay: Relay, **more: object) -> SmtpAccount:
    return replace(SmtpAccount(HOST, relay.port, security="none", timeout=5), **more)


async def use(pool: Pool, relay: Relay, together: int) -> None:
    """So many users at once, each holding a connection until all that can have one do."""
    ready = asyncio.Event()
    using = [0]

    async def one() -> None:
        async with pool.connection() as client:
            using[0] += 1
            if using[0] == min(together, 2):
                ready.set()
            await ready.wait()
            await client.noop()

    await asyncio.gather(*(one() for _ in range(together)))


async def test_many_users_share_two_connections(relay: Relay) -> None:
    pool = Pool(an_account(relay))
    await use(pool, relay, 12)
    assert (relay.connections, relay.most) == (2, 2)
    await pool.close()


async def test_what_rests_too_long_is_closed(relay: Relay) -> None:
    pool = Pool(an_account(relay, idle=0.1))
    await use(pool, relay, 2)
    async with asyncio.timeout(5):
        while any(not one.is_closing() for one in relay.open):
            await asyncio.sleep(0.02)
    await use(pool, relay, 1)
    assert relay.connections == 3
    await pool.close()


async def test_after_a_hundred_letters_a_connection_is_changed(relay: Relay) -> None:
    pool = Pool(an_account(relay, connections=1))
    for _ in range(LETTERS + 1):
        async with pool.connection():
            pass
    assert relay.connections == 2
    await pool.close()


async def test_a_refusal_keeps_the_connection_and_silence_ends_it(relay: Relay) -> None:
    pool = Pool(an_account(relay, connections=1))
    with pytest.raises(aiosmtplib.SMTPResponseException):
        async with pool.connection():
            raise aiosmtplib.SMTPRecipientRefused(550, "no", "a@b.example")
    async with pool.connection():
        pass
    assert relay.connections == 1
    with pytest.raises(TimeoutError):
        async with pool.connection():
            raise TimeoutError
    async with pool.connection():
        pass
    assert relay.connections == 2
    await pool.close()


async def test_a_relay_that_is_down_is_not_tried_by_everyone() -> None:
    accepted: list[asyncio.StreamWriter] = []

    async def slam(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted.append(writer)
        writer.close()

    server = await asyncio.start_server(slam, HOST, 0)
    pool = Pool(SmtpAccount(HOST, server.sockets[0].getsockname()[1], security="none", timeout=5, connections=1))
    for _ in range(5):
        with pytest.raises(aiosmtplib.SMTPException):
            async with pool.connection():
                pass
    assert len(accepted) == 1
    server.close()


class Narrow(Relay):
    """A relay that has one connection for us, no more."""

    async def handle_EHLO(self, server: SMTP, session: Session, _: Envelope, hostname: str, answers: list[str]) -> list[str]:
        answers = await super().handle_EHLO(server, session, _, hostname, answers)
        return answers if self.connections == 1 else ["421 4.7.0 too many connections"]


class Late(Relay):
    """A relay that lets one in, but only after it has refused the others."""

    refused: asyncio.Event

    async def handle_EHLO(self, server: SMTP, session: Session, _: Envelope, hostname: str, answers: list[str]) -> list[str]:
        answers = await super().handle_EHLO(server, session, _, hostname, answers)
        if not hasattr(self, "refused"):
            self.refused = asyncio.Event()
            await self.refused.wait()
            return answers
        self.refused.set()
        return ["421 4.7.0 too many connections"]


@pytest.mark.parametrize("kind", [Narrow, Late])
async def test_a_relay_that_gives_only_one_connection_gets_all_letters_by_it(kind: type[Relay]) -> None:
    async with kind() as relay:
        pool, done = Pool(an_account(relay, connections=4)), []

        async def one(number: int) -> None:
            async with pool.connection() as client:
                await client.noop()
                done.append(number)

        await asyncio.gather(*(one(number) for number in range(12)))
        assert len(done) == 12
        await pool.close()
