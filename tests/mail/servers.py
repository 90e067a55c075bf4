"""A mail server of our own on loopback, pymap and aiosmtpd, in a thread or as a process.

`python -m tests.mail.servers [USER…]` prints its ports as a line of JSON, then obeys JSON lines on standard input (`CONTROLS`).
"""

import asyncio
import base64
import json
import ssl
import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend, Identity
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata

HOST = "127.0.0.1"
PASSWORD = "test"
OK = "250 OK"
OPTIONS = {"host": [HOST], "port": "0", "demo_data": False, "demo_user": "_", "demo_password": "_", "tls": False, "debug": False}
OPTIONS |= dict.fromkeys(["cert", "key", "proxy_protocol", "inherited_sockets", "passlib_cfg"])


@dataclass(frozen=True)
class Sent:
    """A letter that left for an address outside the pôle."""

    to: str
    sender: str
    raw: bytes


class PymapStack:
    """SMTP in, IMAP out, one mailbox a user (a `+detail` is dropped on delivery), all else kept in `sent`."""

    def __init__(self, *users: str, tls: ssl.SSLContext | None = None, starttls: bool = False) -> None:
        self._tls, self._starttls = tls, starttls
        self.users = users or ("stages",)
        self.sent: list[Sent] = []
        self.rcpt_answers: dict[str, str] = {}  # address -> answer to RCPT TO
        self.data_answer = OK
        self.connections = 0
        self.held = 0  # letters whose DATA waits for an answer
        self.imap_port = self.smtp_port = 0
        self._open = threading.Event()
        self._open.set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._wait(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._open.set()
        self._wait(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def deliver(self, raw: bytes, to: str = "stages@pole.example") -> None:
        """Put a letter into the INBOX of a user, as a relay would."""
        self._wait(self._append(to.partition("@")[0].partition("+")[0], raw))

    def add_user(self, user: str) -> None:
        """One more mailbox."""
        self._wait(self._add(user))
        self.users = (*self.users, user)

    def hold(self) -> None:
        """From now on SMTP does not answer DATA, until `release`."""
        self._open.clear()

    def release(self) -> None:
        """Answer those that wait, and all that come."""
        self._open.set()

    def cut(self) -> None:
        """Close every SMTP connection, as a relay that restarts."""
        self._loop.call_soon_threadsafe(lambda: [one.close() for one in self._transports])

    def _wait(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _start(self) -> None:
        self._backend, config = await DictBackend.init(Namespace(**OPTIONS))
        config.apply_context()
        self._transports: list[asyncio.BaseTransport] = []
        self._config = config
        self._password = await Passwords(config).hash_password(PASSWORD)
        for user in self.users:
            await self._add(user)
        answer = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(self._backend.login, config))
        imap = await asyncio.start_server(answer, HOST, 0, ssl=None if self._starttls else self._tls)
        smtp = await self._loop.create_server(self._protocol, HOST, 0, ssl=None if self._starttls else self._tls)
        self._servers = (imap, smtp)
        self.imap_port, self.smtp_port = (one.sockets[0].getsockname()[1] for one in self._servers)

    def _protocol(self) -> SMTP:
        return SMTP(
            self,
            data_size_limit=26_214_400,
            enable_SMTPUTF8=True,
            loop=self._loop,
            tls_context=self._tls if self._starttls else None,
        )

    async def _stop(self) -> None:
        for one in self._servers:
            one.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    def _identity(self, user: str) -> Identity:
        return Identity(user, self._backend.login, None, frozenset())

    async def _add(self, user: str) -> None:
        await self._identity(user).set(UserMetadata(self._config, user, password=self._password))

    async def _append(self, user: str, raw: bytes) -> None:
        async with self._identity(user).new_session() as session:
            await session.append_messages("INBOX", [AppendMessage(raw, datetime.now(UTC), frozenset())])

    async def handle_EHLO(self, server: SMTP, session: SmtpSession, _: Envelope, hostname: str, answers: list[str]) -> list[str]:
        """aiosmtpd's hook: counts connections."""
        self.connections += 1
        session.host_name = hostname
        self._transports.append(server.transport)
        return answers

    async def handle_RCPT(self, _: SMTP, __: SmtpSession, envelope: Envelope, address: str, ___: list[str]) -> str:
        """aiosmtpd's hook: the answer set for this address, else a welcome."""
        answer = self.rcpt_answers.get(address, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _: SMTP, __: SmtpSession, envelope: Envelope) -> str:
        """aiosmtpd's hook: deliver inside, keep what goes outside; a held letter is kept only when it is released."""
        self.held += 1
        while not self._open.is_set():
            await asyncio.sleep(0.01)
        self.held -= 1
        if self.data_answer != OK:
            return self.data_answer
        for address in envelope.rcpt_tos:
            user = address.partition("@")[0].partition("+")[0]
            if user in self.users:
                await self._append(user, envelope.content)
            else:
                self.sent.append(Sent(address, envelope.mail_from, envelope.content))
        return OK


def _inject(stack: PymapStack, order: dict[str, Any]) -> dict[str, Any]:
    stack.deliver(base64.b64decode(order["raw"]), order.get("to", "stages@pole.example"))
    return {"ok": True}


def _sent(stack: PymapStack, order: dict[str, Any]) -> dict[str, Any]:
    letters = stack.sent[order.get("from", 0) :]
    return {"sent": [{"to": one.to, "sender": one.sender, "raw": base64.b64encode(one.raw).decode()} for one in letters]}


def _hold(stack: PymapStack, _: dict[str, Any]) -> dict[str, Any]:
    stack.hold()
    return {"ok": True}


def _release(stack: PymapStack, _: dict[str, Any]) -> dict[str, Any]:
    stack.release()
    return {"ok": True}


def _state(stack: PymapStack, _: dict[str, Any]) -> dict[str, Any]:
    return {"held": stack.held, "sent": len(stack.sent), "connections": stack.connections}


def _answer(stack: PymapStack, order: dict[str, Any]) -> dict[str, Any]:
    stack.rcpt_answers[order["to"]] = order["answer"]
    return {"ok": True}


# {"do": "inject", "raw": base64, "to"?} · {"do": "sent", "from"?: index} · {"do": "hold"} · {"do": "release"} · {"do": "state"} ·
# {"do": "answer", "to": address, "answer": "550 5.1.1 unknown"} (to RCPT)
CONTROLS: dict[str, Callable[[PymapStack, dict[str, Any]], dict[str, Any]]] = {
    "inject": _inject, "sent": _sent, "hold": _hold, "release": _release, "state": _state, "answer": _answer
}  # fmt: skip


def main() -> None:
    """Serve until standard input ends; users (mailboxes) are the arguments, `stages` without any; the password is `test`."""
    with PymapStack(*sys.argv[1:]) as stack:
        print(
            json.dumps({"imap": stack.imap_port, "smtp": stack.smtp_port, "users": stack.users, "password": PASSWORD}), flush=True
        )
        for line in sys.stdin:
            order = json.loads(line)
            print(json.dumps(CONTROLS[order["do"]](stack, order)), flush=True)


if __name__ == "__main__":
    main()
