"""Against Postfix's own sink, told to misbehave; and with a login."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult

from core.post.parcel import Block, Parcel, Refused, TryLater
from mail.accounts import MailIdentity, SmtpAccount
from mail.leaving.send import Postman
from tests.mail.builders import OWN
from tests.mail.relay import HOST, Relay
from tests.mail.system_servers import INSTALL, free_port, wait_for

SINK = shutil.which("smtp-sink", path="/usr/sbin:/usr/bin")
US = MailIdentity(OWN, "Pôle")


@contextmanager
def sink(*options: str) -> Iterator[int]:
    if SINK is None:
        pytest.skip(f"Postfix is {INSTALL}")
    port = free_port()
    run = subprocess.Popen([SINK, "-u", "nobody", *options, f"{HOST}:{port}", "20"], stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        run.terminate()
        run.wait()


def a_parcel(number: int = 1) -> Parcel:
    return Parcel(number, "email", "a@x.example", (Block("Bonjour."),))


@pytest.mark.parametrize(
    ("options", "meaning"),
    [
        (("-r", "rcpt"), TryLater),  # soft refusals, 4xx
        (("-r", "mail"), TryLater),
        (("-r", "."), TryLater),
        (("-f", "rcpt"), Refused),  # hard ones, 500 5.3.0: the relay is at fault, the address is not dead
        (("-f", "."), Refused),
        (("-q", "mail"), TryLater),  # the line is cut
        (("-q", "rcpt"), TryLater),
        (("-q", "."), TryLater),
        (("-f", "ehlo,helo"), TryLater),
    ],
)
async def test_each_misbehaviour_has_its_meaning(options: tuple[str, ...], meaning: type[Exception]) -> None:
    with sink(*options) as port:
        postman = Postman(SmtpAccount(HOST, port, security="none", timeout=3, last_word=3), US)
        with pytest.raises(meaning):
            await postman.send(a_parcel())
        await postman.close()


async def test_a_relay_that_does_not_know_ehlo_is_served() -> None:
    with sink("-f", "ehlo") as port:
        postman = Postman(SmtpAccount(HOST, port, security="none", timeout=3), US)
        assert [await postman.send(a_parcel(number)) for number in (1, 2)]
        await postman.close()


class Doorkeeper(Relay):
    """A relay that wants to know who comes."""

    allowed = ("guichet", "secret")

    def options(self) -> dict[str, Any]:
        return {"auth_require_tls": False, "authenticator": self.judge}

    def judge(self, _: object, __: object, ___: object, ____: str, given: object) -> AuthResult:
        known = (getattr(given, "login", b"").decode(), getattr(given, "password", b"").decode())
        return AuthResult(success=known == self.allowed, handled=False)


@pytest.mark.parametrize(("password", "leaves"), [("secret", True), ("wrong", False)])
async def test_with_a_login_letters_leave_and_a_wrong_one_means_later(password: str, leaves: bool) -> None:
    async with Doorkeeper() as relay:
        postman = Postman(SmtpAccount(HOST, relay.port, "guichet", password, security="none", timeout=3), US)
        if leaves:
            await postman.send(a_parcel())
        else:
            with pytest.raises(TryLater) as told:
                await postman.send(a_parcel())
            assert told.value.after >= 600 and password not in str(told.value)
        await postman.close()
        assert len(relay.taken) == leaves
