"""The way out: letters go to the relay side by side, at the pace of each recipient's provider."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from weakref import WeakValueDictionary

import aiosmtplib

from core.post.masked import masked_text
from core.post.parcel import Carrier, NotYet, Parcel, TryLater, Unreachable
from mail.accounts import MailIdentity, SmtpAccount, sendable
from mail.leaving.compose import compose, message_id
from mail.leaving.envelope import refuses_sender, return_path
from mail.leaving.pace import Pace, provider_of
from mail.leaving.pool import WIRE_ERRORS, Pool
from mail.leaving.refusal import SOON, in_words, meaning_of, too_fast
from mail.leaving.seal import Seal

LOG = logging.getLogger(__name__)
SHORT = 2.0  # seconds of waiting for one's turn that are not worth a note in the outbox


class Stale(aiosmtplib.SMTPServerDisconnected):
    """Nothing of the letter was taken, and a new connection may do better: this one was given up, or wants our plain address."""


class Postman(Carrier):
    """Carries parcels to the relay. Whoever wants letters to one address in order gives them one after the other."""

    def __init__(
        self,
        account: SmtpAccount,
        sender: MailIdentity,
        clock: Callable[[], datetime] | None = None,
        seal: Seal | None = None,
    ) -> None:
        """`clock` gives the Date of letters, aware; `seal` signs them."""
        self._seal = seal
        self._account = account
        self._sender = sender
        self._clock = clock or (lambda: datetime.now(UTC))
        self._signs = True  # the sender of the envelope; until the relay takes our plain address only
        self._pool = Pool(account)
        self._pace = Pace(account.per_domain)
        self._gates: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()  # of the providers being written to

    async def send(self, parcel: Parcel) -> str:
        """Deliver one letter, give its Message-ID; raises NotYet, TryLater, Unreachable (the address) or Refused (the letter)."""
        if not sendable(parcel.address):
            raise Unreachable(address=parcel.address, reason="not an e-mail address")
        await self._await_turn(parcel)
        async with self._gate(parcel.address):
            if self._pace.troubled(parcel.address, _now()):
                await self._await_turn(parcel)
            letter = await self._write(parcel)
            try:
                await self._carry(parcel, letter)
            except WIRE_ERRORS as error:
                failure = meaning_of(error, parcel.address)
                if too_fast(error):
                    failure = TryLater(self._pace.complain(parcel.address, _now()), in_words(error))
                raise failure from error
        return message_id(parcel, self._sender)

    async def _write(self, parcel: Parcel) -> bytes:
        writing = partial(compose, parcel, sender=self._sender, date=self._clock())
        letter = await asyncio.to_thread(writing) if parcel.events else writing()  # calendars take their time
        return await self._seal.sign_aside(letter) if self._seal else letter

    async def check(self) -> None:
        """Connect and log in, as for sending; raises TryLater with the reason."""
        try:
            async with self._pool.connection() as client:
                await client.noop()
        except WIRE_ERRORS as error:
            raise TryLater(SOON, in_words(error)) from error

    async def close(self) -> None:
        """Take leave of the relay; the next letter connects again."""
        await self._pool.close()

    def _gate(self, address: str) -> asyncio.Semaphore:
        """One provider never has all connections: while it is slow, a letter to another finds one free."""
        name = provider_of(address).name
        gate = self._gates.get(name)
        if gate is None:
            gate = self._gates[name] = asyncio.Semaphore(max(1, self._account.connections - 1))
        return gate

    async def _await_turn(self, parcel: Parcel) -> None:
        while wait := self._pace.wait(parcel.address, parcel.id, _now()):
            if wait > SHORT:
                raise NotYet(wait, "its provider is written to at a measured pace")
            await asyncio.sleep(wait)

    async def _carry(self, parcel: Parcel, letter: bytes) -> None:
        """Hand a letter over; a kept connection that the relay had given up meanwhile is replaced by a new one, once."""
        try:
            async with self._pool.connection() as client:
                await self._hand_over(client, parcel, letter)
        except Stale:
            async with self._pool.connection(fresh=True) as client:
                await self._hand_over(client, parcel, letter)

    async def _hand_over(self, client: aiosmtplib.SMTP, parcel: Parcel, letter: bytes) -> None:
        """One letter, one recipient: no answer concerns somebody else.

        Silence after the final dot leaves it open whether the letter was taken. RFC 5321 (4.5.3.2.6) asks for ten minutes of
        patience; after `last_word` it is tried later, with the same Message-ID.
        """
        size = [f"size={len(letter)}"] if client.supports_extension("size") else []
        began = _now()
        try:
            await self._begin(client, parcel, size)
            await client.rcpt(parcel.address)
            await client.data(letter, timeout=self._account.last_word)
        except WIRE_ERRORS as error:
            if not too_fast(error):
                self._pace.taken(parcel.address, _now() - began, _now())
            if isinstance(error, aiosmtplib.SMTPResponseException):
                with suppress(*WIRE_ERRORS):
                    await client.rset()
                self._give_way(error, parcel)
            raise
        self._pace.taken(parcel.address, _now() - began, _now())

    def _from(self, parcel: Parcel) -> str:
        return return_path(parcel, self._sender) if self._signs else self._sender.address

    def _give_way(self, error: aiosmtplib.SMTPResponseException, parcel: Parcel) -> None:
        """A relay that holds us to our plain address gets it, for this letter and from then on; raises Stale for the new try."""
        accused = refuses_sender(error.message) or (isinstance(error, aiosmtplib.SMTPSenderRefused) and error.code in (550, 553))
        if error.code >= 500 and accused and self._from(parcel) != self._sender.address:
            self._signs = False
            LOG.warning(
                "the relay refuses signed senders, letters leave under the plain address: %s", masked_text(in_words(error))
            )
            raise Stale(error.message) from error

    async def _begin(self, client: aiosmtplib.SMTP, parcel: Parcel, options: list[str]) -> None:
        try:
            await client.mail(self._from(parcel), options=options)
        except aiosmtplib.SMTPServerDisconnected as error:
            raise Stale(error.message) from error
        except aiosmtplib.SMTPSenderRefused as error:
            if error.code == 421:
                raise Stale(error.message) from error
            raise


def _now() -> float:
    return asyncio.get_running_loop().time()
