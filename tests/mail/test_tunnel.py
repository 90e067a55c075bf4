"""Through a proxy: by HTTP CONNECT and SOCKS5, with a password, and what a proxy that refuses is told to be."""

import socket
import threading
from collections.abc import Iterator

import pytest

from mail.tunnel import LONGEST_ANSWER, ProxyRefuses, open_tunnel
from tests.mail.proxies import HOST, Greet, Relay, http_connect, socks5

GREETING = b"* OK ready\r\n"


@pytest.fixture
def server() -> Iterator[int]:
    """A server that speaks first, as mail servers do; its port."""
    with socket.create_server((HOST, 0)) as listener:

        def greet() -> None:
            while True:
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                with client:
                    client.sendall(GREETING)

        threading.Thread(target=greet, daemon=True).start()
        yield listener.getsockname()[1]


def heard(url: str, port: int, host: str = "imap.invalid") -> bytes:
    with open_tunnel(url, host, port, 5) as sock, sock.makefile("rb") as lines:
        assert sock.gettimeout() == 5
        return lines.readline()


def test_http_connect_reaches_a_server_whose_name_only_the_proxy_can_resolve(server: int) -> None:
    with Relay(http_connect()) as proxy:
        assert heard(f"http://{HOST}:{proxy.port}", server) == GREETING
        assert proxy.heard[0].startswith(f"CONNECT imap.invalid:{server} HTTP/1.1\r\n".encode())
        assert b"Proxy-Authorization" not in proxy.heard[0]


def test_user_and_password_are_given_decoded(server: int) -> None:
    with Relay(http_connect()) as proxy:
        heard(f"http://me:p%40ss@{HOST}:{proxy.port}", server)
        assert b"Proxy-Authorization: Basic bWU6cEBzcw==\r\n" in proxy.heard[0]


def test_a_greeting_that_comes_with_the_answer_is_not_lost(server: int) -> None:
    with Relay(http_connect(b"HTTP/1.0 200 Connection established\r\nVia: x\r\n\r\n* OK first\r\n")) as proxy:
        assert heard(f"http://{HOST}:{proxy.port}", server) == b"* OK first\r\n"


def test_an_answer_in_pieces_is_read_to_its_end(server: int) -> None:
    with Relay(http_connect(b"HTTP/1.1 200 OK\r\nVia: x\r\n\r\n", slowly=True)) as proxy:
        assert heard(f"http://{HOST}:{proxy.port}", server) == GREETING


def test_socks5_with_and_without_a_password(server: int) -> None:
    with Relay(socks5()) as proxy:
        assert heard(f"socks5://{HOST}:{proxy.port}", server) == GREETING
        assert proxy.heard == [f"imap.invalid:{server}".encode()]
    with Relay(socks5("me", "p@ss")) as proxy:
        assert heard(f"socks5://me:p%40ss@{HOST}:{proxy.port}", server) == GREETING


@pytest.mark.parametrize(
    ("greet", "scheme", "words"),
    [
        (http_connect(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"), "http", "another user and password: 407"),
        (http_connect(b"HTTP/1.1 403 Forbidden\r\n\r\n"), "http", "it answers 403 Forbidden"),
        (http_connect(b"220 smtp.example.org ESMTP\r\n\r\n"), "http", "does not speak HTTP"),
        (http_connect(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * LONGEST_ANSWER), "http", "no answer to CONNECT"),
        (http_connect(b""), "http", "closed without an answer"),
        (socks5("me", "other"), "socks5", "proxy 127.0.0.1:"),
        (http_connect(), "https", "not https://"),
    ],
)
def test_a_refusal_says_which_proxy_and_why_and_never_the_password(greet: Greet, scheme: str, words: str, server: int) -> None:
    with Relay(greet) as proxy, pytest.raises(ProxyRefuses) as told:
        open_tunnel(f"{scheme}://me:SECRET@{HOST}:{proxy.port}", HOST, server, 5)
    assert words in str(told.value)
    assert "SECRET" not in str(told.value)


def test_a_proxy_that_is_not_there_or_says_nothing_is_told_in_time() -> None:
    with socket.create_server((HOST, 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(ProxyRefuses, match="timed out"):
            open_tunnel(f"http://{HOST}:{port}", HOST, 1, 0.2)
    with pytest.raises(ProxyRefuses, match="refused"):
        open_tunnel(f"http://{HOST}:{port}", HOST, 1, 0.2)
