"""Letters leave through the proxy of a closed network, encrypted all the way, or wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.post.parcel import Block, Parcel, TryLater
from mail.accounts import MailIdentity, Security, SmtpAccount
from mail.leaving.send import Postman
from tests.mail.builders import OWN
from tests.mail.proxies import HOST, Relay, http_connect, socks5
from tests.mail.servers import PymapStack
from tests.mail.test_accounts import certificate, context

__all__ = ["certificate"]
US = MailIdentity(OWN, "Pôle")
PARCEL = Parcel(1, "email", "a.roux@atelier.example", (Block("Bonjour."),))


@pytest.fixture
def proxy() -> Iterator[Relay]:
    with Relay(http_connect(slowly=True)) as one:
        yield one


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
async def test_letters_leave_through_the_proxy(proxy: Relay, certificate: Path, security: Security) -> None:
    tls = None if security == "none" else context(certificate)
    with PymapStack(tls=tls, starttls=security == "starttls") as relay:
        through = f"http://guichet:secret@{HOST}:{proxy.port}"
        account = SmtpAccount(HOST, relay.smtp_port, security=security, ca_file=str(certificate), timeout=5, proxy=through)
        postman = Postman(account, US)
        await postman.send(PARCEL)
        await postman.close()
        assert (len(relay.sent), proxy.connections) == (1, 1)
        assert proxy.heard[0].startswith(f"CONNECT {HOST}:{relay.smtp_port} ".encode())
        assert "secret" not in repr(account)


async def test_letters_leave_through_socks(pymap: PymapStack) -> None:
    pymap.sent.clear()
    with Relay(socks5()) as proxy:
        account = SmtpAccount(HOST, pymap.smtp_port, security="none", timeout=5, proxy=f"socks5://{HOST}:{proxy.port}")
        postman = Postman(account, US)
        await postman.send(PARCEL)
        await postman.close()
    assert len(pymap.sent) == 1


async def test_a_proxy_that_refuses_means_later_and_its_words_are_told() -> None:
    with Relay(http_connect(b"HTTP/1.1 403 Forbidden\r\n\r\n")) as proxy:
        account = SmtpAccount(HOST, 25, security="none", timeout=5, proxy=f"http://guichet:secret@{HOST}:{proxy.port}")
        with pytest.raises(TryLater) as told:
            await Postman(account, US).send(PARCEL)
    assert "403 Forbidden" in str(told.value) and "secret" not in str(told.value)
