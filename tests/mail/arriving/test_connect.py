"""The way to the mailbox on a real Dovecot: encrypted, by a proxy, and what is told when something is wrong on it."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mail.accounts import ImapAccount
from mail.arriving.connect import LoginRefused, MailboxClosed, connect, hang_up
from mail.arriving.receive import Mailbox
from tests.mail.builders import OWN, a_letter
from tests.mail.certificates import self_signed
from tests.mail.ledgers import Books
from tests.mail.proxies import Relay, http_connect, socks5
from tests.mail.servers import HOST, PASSWORD, PymapStack
from tests.mail.system_servers import DovecotStack, free_port

ENCRYPTED = ["tls", "starttls"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls") / "ours.pem")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls") / "theirs.pem")


@pytest.fixture(scope="module")
def server(certificate: Path) -> Iterator[DovecotStack]:
    with DovecotStack(certificate) as one:
        yield one


def account(server: DovecotStack, security: str = "tls", **more: Any) -> ImapAccount:
    port = server.imaps_port if security == "tls" else server.imap_port
    given = {"host": HOST, "port": port, "user": "stages", "password": PASSWORD, "security": security, "timeout": 10}
    return ImapAccount(**(given | more))


def refusal(account: ImapAccount) -> str:
    with pytest.raises(MailboxClosed) as told:
        hang_up(connect(account))
    assert "\n" not in str(told.value) and "Traceback" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize("security", ENCRYPTED)
def test_letters_are_read_encrypted_with_an_authority_of_our_own(
    server: DovecotStack, certificate: Path, security: str, tmp_path: Path
) -> None:
    user = f"lettres-{security}"
    server.deliver(a_letter("bonjour"), f"{user}@pole.example")
    books = Books(tmp_path / "books")
    box = Mailbox(account(server, security, ca_file=str(certificate), user=user), OWN, books)
    assert box.drain() == 1
    assert books.texts() == ["bonjour"]
    box.close()


@pytest.mark.parametrize("security", ENCRYPTED)
@pytest.mark.parametrize("authority", ["stranger", None])
def test_a_certificate_nobody_vouches_for_is_refused_before_the_password(
    server: DovecotStack, security: str, authority: str | None, request: pytest.FixtureRequest
) -> None:
    ca_file = str(request.getfixturevalue(authority)) if authority else None
    said = refusal(account(server, security, ca_file=ca_file))
    assert "its certificate is not to be trusted (self" in said and "GUICHET_CA_FILE" in said


def test_a_certificate_of_another_name_is_refused(server: DovecotStack, certificate: Path) -> None:
    said = refusal(account(server, ca_file=str(certificate), host="localhost"))
    assert "its certificate is not to be trusted" in said and "localhost" in said


def test_the_wrong_security_is_told(server: DovecotStack, pymap: PymapStack) -> None:
    assert "may have to be starttls" in refusal(account(server, port=server.imap_port))
    assert "it offers no STARTTLS" in refusal(account(server, "starttls", port=pymap.imap_port))


def test_a_file_of_authorities_without_any_is_told(server: DovecotStack, tmp_path: Path) -> None:
    (tmp_path / "none.pem").write_text("nothing here")
    assert "GUICHET_CA_FILE: no certificate can be read" in refusal(account(server, ca_file=str(tmp_path / "none.pem")))


def test_a_refused_password_and_a_missing_folder_are_told(server: DovecotStack) -> None:
    with pytest.raises(LoginRefused, match="refuses user stages or the password"):
        connect(account(server, "none", password="wrong"))
    with pytest.raises(LoginRefused, match="refuses user stages"):
        connect(account(server, "none", password="été"))
    said = refusal(account(server, "none", folder="Stagse"))
    assert "folder Stagse cannot be opened" in said and "there are: INBOX" in said


def test_a_folder_with_accents_is_opened(server: DovecotStack) -> None:
    box = connect(account(server, "none"))
    box.folder.create("Élèves & stages")
    hang_up(box)
    hang_up(connect(account(server, "none", folder="Élèves & stages")))


def test_a_server_that_is_nowhere_or_says_nothing_is_told(server: DovecotStack) -> None:
    assert "it cannot be reached (Connection refused)" in refusal(account(server, "none", port=free_port()))
    assert "no server of that name" in refusal(account(server, "none", host="imap.invalid"))
    with socket.create_server((HOST, 0)) as silent:
        said = refusal(account(server, "none", port=silent.getsockname()[1], timeout=0.3))
        assert "no answer within 0 seconds" in said


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_the_mailbox_is_reached_through_a_proxy(server: DovecotStack, certificate: Path, security: str) -> None:
    with Relay(http_connect()) as http, Relay(socks5("me", "secret")) as socks:
        for proxy in (f"http://{HOST}:{http.port}", f"socks5://me:secret@{HOST}:{socks.port}"):
            hang_up(connect(account(server, security, ca_file=str(certificate), proxy=proxy)))
        assert http.connections == socks.connections == 1


def test_a_proxy_that_refuses_is_told_without_its_password(server: DovecotStack) -> None:
    with Relay(http_connect(b"HTTP/1.1 403 Forbidden\r\n\r\n")) as proxy:
        said = refusal(account(server, "none", proxy=f"http://me:SECRET@{HOST}:{proxy.port}"))
    assert f"proxy {HOST}:{proxy.port}" in said and "403 Forbidden" in said and "SECRET" not in said


def test_passwords_are_left_out_of_what_is_printed() -> None:
    assert "SECRET" not in repr(ImapAccount(HOST, 1, "x", "SECRET", proxy="http://me:SECRET@proxy:1"))
