"""Addresses that a relay can be given, and those that must never reach one."""

import ssl
import subprocess
from pathlib import Path

import pytest

from core.post.parcel import Block, Parcel, TryLater
from mail.accounts import ImapAccount, MailIdentity, Security, SmtpAccount
from mail.arriving.receive import Mailbox
from mail.leaving.send import Postman
from tests.mail.builders import OWN, a_letter
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, PASSWORD, PymapStack

US = MailIdentity(OWN, "Pôle")
PARCEL = Parcel(1, "email", "a.roux@atelier.example", (Block("Bonjour."),))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own authority for 127.0.0.1, key in the same file."""
    file = tmp_path_factory.mktemp("tls") / "cert.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=essai"]
    where = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{file}.key", "-out", str(file)]
    subprocess.run([*make, *where], check=True, capture_output=True)
    return file


def context(certificate: Path) -> ssl.SSLContext:
    one = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    one.load_cert_chain(certificate, f"{certificate}.key")
    return one


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_letters_leave_encrypted_for_a_relay_whose_authority_we_know(certificate: Path, security: Security) -> None:
    with PymapStack(tls=context(certificate), starttls=security == "starttls") as relay:
        postman = Postman(SmtpAccount(HOST, relay.smtp_port, security=security, ca_file=str(certificate)), US)
        await postman.send(PARCEL)
        await postman.close()
        assert len(relay.sent) == 1


async def test_a_relay_whose_certificate_nobody_vouches_for_gets_nothing(certificate: Path) -> None:
    with PymapStack(tls=context(certificate)) as relay:
        with pytest.raises(TryLater):
            await Postman(SmtpAccount(HOST, relay.smtp_port, security="tls"), US).send(PARCEL)
        assert relay.sent == []


async def test_a_relay_that_offers_no_encryption_gets_nothing_when_it_is_asked_for(pymap: PymapStack) -> None:
    with pytest.raises(TryLater):
        await Postman(SmtpAccount(HOST, pymap.smtp_port, security="starttls"), US).send(PARCEL)


def test_a_mailbox_is_read_encrypted(certificate: Path, tmp_path: Path) -> None:
    books = Books(tmp_path / "books")
    with PymapStack(tls=context(certificate)) as server:
        server.deliver(a_letter())
        box = Mailbox(ImapAccount(HOST, server.imap_port, "stages", PASSWORD, ca_file=str(certificate)), OWN, books)
        assert box.drain() == 1
        box.close()
