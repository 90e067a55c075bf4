"""The way to Telegram's server: token, another server, a proxy, own authorities; and what is set there once at start."""

import ssl
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.utils.token import TokenValidationError
from aiohttp import ClientSession, TCPConnector

from config.errors import GuichetError, SettingsInvalid

BRIEFLY = 15  # seconds for a call that the start waits for


class TokenRefused(GuichetError):
    """Telegram refuses the bot's token: {reason}"""


@dataclass(frozen=True)
class Access:
    """How to reach Telegram. `api` is another Bot API server, `proxy` an http:// URL, `ca_file` a PEM of more authorities."""

    token: str = field(repr=False)
    api: str | None = None
    proxy: str | None = field(default=None, repr=False)  # it may hold a password
    ca_file: str | None = None


class HttpSession(AiohttpSession):
    """aiogram's session through an HTTP proxy, without the SOCKS library, and with the house's own authorities."""

    def __init__(self, proxy: str | None, ca_file: str | None, **settings: Any) -> None:
        super().__init__(**settings)
        self._http_proxy = proxy
        self._authorities: ssl.SSLContext = self._connector_init["ssl"]  # with the usual authorities, certifi's
        self._authorities.load_default_certs()
        if ca_file:
            try:
                self._authorities.load_verify_locations(ca_file)
            except OSError as error:
                raise SettingsInvalid(where="GUICHET_CA_FILE", reason=f"{ca_file}: {error}") from None

    async def create_session(self) -> ClientSession:
        """The open session; opened at the first call, which must come from the running loop."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(connector=TCPConnector(ssl=self._authorities, limit=100), proxy=self._http_proxy)
        return self._session

    async def close(self) -> None:
        """Close the connections; aiohttp itself waits for TLS to end, so the quarter second of aiogram is spared."""
        if self._session is not None:
            await self._session.close()


def open_bot(access: Access) -> Bot:
    """The bot of this token, no call made yet; close it with `bot.session.close()`. TokenRefused for what cannot be a token."""
    api = TelegramAPIServer.from_base(access.api) if access.api else PRODUCTION
    session = HttpSession(access.proxy, access.ca_file, api=api)
    try:
        return Bot(access.token, session=session)
    except TokenValidationError:
        raise TokenRefused(reason="it does not look like 123456:ABC…") from None


async def username(bot: Bot) -> str:
    """The bot's name as people find it, without @. A token that Telegram does not know raises TokenRefused."""
    try:
        return (await bot.get_me(request_timeout=BRIEFLY)).username or ""
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise TokenRefused(reason=error.message) from None


@dataclass(frozen=True)
class Calls:
    """What Telegram knows of a webhook: its address or "", how many updates wait there, and its last failure, aware."""

    url: str
    waiting: int
    error: str | None = None
    failed_at: datetime | None = None


async def calls_of(bot: Bot) -> Calls:
    """How Telegram gets on with the webhook."""
    info = await bot.get_webhook_info(request_timeout=BRIEFLY)
    return Calls(info.url, info.pending_update_count, info.last_error_message, info.last_error_date)


async def leave_webhook(bot: Bot) -> None:
    """Forget a webhook set earlier, which would keep getUpdates from working; what waits is kept."""
    await bot.delete_webhook(drop_pending_updates=False, request_timeout=BRIEFLY)
