"""The way out: one kept connection to the relay, and what each of its answers means for the letter."""

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime

import aiosmtplib

from core.post.parcel import Carrier, Parcel, Refused, TryLater, Unreachable
from mail.accounts import MailIdentity, SmtpAccount, sendable, tls_context
from mail.compose import compose, message_id
from mail.envelope import return_path

SOON, LATER, MUCH_LATER = 60.0, 600.0, 3600.0  # seconds until the next try
# Enhanced codes (RFC 3463) of a 5xx answer to RCPT that accuse the letter, the relay or us, not the recipient.
POLICY = re.compile(
    r"\b5\.(?:3|6|7)\.\d{1,3}\b|relay(?:ing)? (?:access )?denied|spam|blocked|blacklist|authenticat",
    re.IGNORECASE,
)
FULL = re.compile(r"\b[45]\.2\.2\b|quota|mailbox (?:is )?full|boîte pleine", re.IGNORECASE)


class Postman(Carrier):
    """Carries parcels to the relay one after the other; it reconnects by itself."""

    def __init__(self, account: SmtpAccount, sender: MailIdentity, clock: Callable[[], datetime] | None = None) -> None:
        """`clock` gives the Date of letters, aware."""
        self._account = account
        self._sender = sender
        self._clock = clock or (lambda: datetime.now(UTC))
        self._client: aiosmtplib.SMTP | None = None
        self._turn = asyncio.Lock()

    async def send(self, parcel: Parcel) -> str:
        """Deliver one letter and give its Message-ID; raises TryLater, Unreachable (the recipient) or Refused (the letter)."""
        if not sendable(parcel.address):
            raise Unreachable(address=parcel.address, reason="not an e-mail address")
        letter = compose(parcel, sender=self._sender, date=self._clock())
        async with self._turn:
            try:
                client = await self._connected()
                await client.sendmail(return_path(parcel, self._sender), [parcel.address], letter)
            except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
                failure = meaning_of(error, parcel.address)
                if isinstance(failure, TryLater):
                    self._drop()
                raise failure from error
            except asyncio.CancelledError:
                self._drop()
                raise
        return message_id(parcel, self._sender)

    async def check(self) -> None:
        """Connect and log in, as for sending; raises TryLater with the reason."""
        async with self._turn:
            try:
                await (await self._connected()).noop()
            except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
                self._drop()
                raise TryLater(SOON, _words(error)) from error

    async def close(self) -> None:
        """Take leave of the relay; the next letter connects again."""
        async with self._turn:
            client, self._client = self._client, None
            if client is not None and client.is_connected:
                try:
                    await client.quit(timeout=5)
                except (aiosmtplib.SMTPException, OSError, TimeoutError):
                    client.close()

    async def _connected(self) -> aiosmtplib.SMTP:
        if self._client is None or not self._client.is_connected:
            self._drop()
            self._client = self._new_client()
            await self._client.connect()
        return self._client

    def _new_client(self) -> aiosmtplib.SMTP:
        account = self._account
        return aiosmtplib.SMTP(
            hostname=account.host,
            port=account.port,
            username=account.user or None,
            password=(account.password or "") if account.user else None,
            timeout=account.timeout,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",
            tls_context=tls_context(account.ca_file) if account.security != "none" else None,
        )

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = None


def meaning_of(error: Exception, address: str) -> TryLater | Unreachable | Refused:
    """What an error of the relay means: 5xx is for good; 4xx, silence or our own settings, later."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code, words = error.recipients[0].code, error.recipients[0].message
        return _of_recipient(code, words, address)
    if isinstance(error, aiosmtplib.SMTPRecipientRefused):
        return _of_recipient(error.code, error.message, address)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return TryLater(LATER, _words(error))
    if isinstance(error, aiosmtplib.SMTPDataError | aiosmtplib.SMTPSenderRefused) and error.code >= 500:
        return Refused(reason=_words(error))
    return TryLater(SOON, _words(error))


def _of_recipient(code: int, words: str, address: str) -> TryLater | Unreachable | Refused:
    reason = f"{code} {words}"[:300]
    if FULL.search(words):
        return TryLater(MUCH_LATER, reason)
    if code < 500:
        return TryLater(SOON, reason)
    return Refused(reason=reason) if POLICY.search(words) else Unreachable(address=address, reason=reason)


def _words(error: Exception) -> str:
    """An error in one line for the log, never longer than 300 characters."""
    return " ".join(f"{type(error).__name__} {error}".split())[:300]
