"""A relay on loopback that misbehaves as it is told: for each recipient, what happens at RCPT and after the letter."""

import asyncio
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
OK = "250 OK"
CUT = "cut"  # the connection is closed without a word
HOLD = "hold"  # no answer until `gate` is set


class Relay:
    """`rcpt` and `data` say what each address brings: an SMTP answer, CUT or HOLD; a list is used up, one a letter."""

    def __init__(self, greeting: str | None = None) -> None:
        self.rcpt: dict[str, str | list[str]] = {}
        self.data: dict[str, str | list[str]] = {}
        self.mail: list[str] = []  # answers to MAIL, used up
        self.taken: list[tuple[str, bytes]] = []  # (address, letter), also of letters whose answer was lost
        self.senders: list[str] = []
        self.open: set[asyncio.BaseTransport] = set()
        self.connections = self.most = 0
        self.gate, self.held = asyncio.Event(), asyncio.Event()
        self.port = 0

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: SMTP(self, hostname="relay", loop=loop, **self.options()), HOST, self.port
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self.cut()

    def _protocol(self) -> SMTP:
        return SMTP(self, hostname="relay", loop=asyncio.get_running_loop(), **self.options())

    def options(self) -> dict[str, Any]:
        """More of aiosmtpd's options."""
        return {}

    def cut(self) -> None:
        """Close every connection, as a relay that restarts."""
        for transport in list(self.open):
            transport.close()

    def addresses(self) -> list[str]:
        """Whom letters were taken for, in order."""
        return [address for address, _ in self.taken]

    async def handle_EHLO(self, server: SMTP, session: Session, _: Envelope, hostname: str, answers: list[str]) -> list[str]:
        """aiosmtpd's hook."""
        session.host_name = hostname
        self.connections += 1
        self.open = {one for one in self.open if not one.is_closing()} | {server.transport}
        self.most = max(self.most, len(self.open))
        return answers

    async def handle_MAIL(self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        """aiosmtpd's hook."""
        if self.mail:
            return self.mail.pop(0)
        envelope.mail_from = address
        self.senders.append(address)
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]) -> str:
        """aiosmtpd's hook."""
        answer = await self._act(_next(self.rcpt, address), server)
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:
        """aiosmtpd's hook."""
        (address,) = envelope.rcpt_tos
        told = _next(self.data, address)
        if not told.startswith(("4", "5")):
            assert isinstance(envelope.content, bytes)
            self.taken.append((address, envelope.content))
        return await self._act(told, server)

    async def _act(self, told: str, server: SMTP) -> str:
        if told == CUT:
            server.transport.abort()
        if told == HOLD:
            self.held.set()
            await self.gate.wait()
        return "250 OK" if told in (CUT, HOLD) else told


def _next(table: dict[str, str | list[str]], address: str) -> str:
    told = table.get(address, OK)
    return told if isinstance(told, str) else told.pop(0) if told else OK
