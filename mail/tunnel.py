"""The way out through a proxy: a connected socket for IMAP and for SMTP, by HTTP CONNECT or SOCKS5."""

import base64
import socket
import time
from urllib.parse import SplitResult, unquote, urlsplit

from python_socks import ProxyError, ProxyType
from python_socks.sync import Proxy

LONGEST_ANSWER = 16 * 1024  # bytes of a proxy's answer to CONNECT
PORTS = {"http": 80, "socks5": 1080}


class ProxyRefuses(OSError):
    """The proxy cannot be reached, or gives no way to the server; the words never hold its password."""


def open_tunnel(proxy_url: str, host: str, port: int, timeout: float) -> socket.socket:
    """A socket that speaks to `host:port` through `http://[user:password@]proxy:port` or `socks5://…`; it blocks, `timeout` set.

    The name is resolved by the proxy. Raises ProxyRefuses (an OSError), within about `timeout` seconds.
    """
    proxy = urlsplit(proxy_url)
    where = f"proxy {proxy.hostname}:{proxy.port or PORTS.get(proxy.scheme, 0)}"
    if proxy.scheme not in PORTS:
        raise ProxyRefuses(f"{where}: mail goes through http:// or socks5:// proxies, not {proxy.scheme}://")
    try:
        return _by_connect(proxy, host, port, timeout) if proxy.scheme == "http" else _by_socks(proxy, host, port, timeout)
    except (OSError, ProxyError) as error:
        raise ProxyRefuses(f"{where} to {host}:{port}: {str(error) or type(error).__name__}") from None


def _by_socks(proxy: SplitResult, host: str, port: int, timeout: float) -> socket.socket:
    user, password = _credentials(proxy)
    socks = Proxy(ProxyType.SOCKS5, proxy.hostname or "", proxy.port or PORTS["socks5"], user, password)
    return socks.connect(host, port, timeout=timeout)


def _by_connect(proxy: SplitResult, host: str, port: int, timeout: float) -> socket.socket:
    end = time.monotonic() + timeout
    sock = socket.create_connection((proxy.hostname or "", proxy.port or PORTS["http"]), timeout)
    try:
        sock.sendall(_request(proxy, f"[{host}]:{port}" if ":" in host else f"{host}:{port}"))
        _accept(_answer(sock, end))
    except BaseException:
        sock.close()
        raise
    sock.settimeout(timeout)
    return sock


def _request(proxy: SplitResult, target: str) -> bytes:
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    user, password = _credentials(proxy)
    if user is not None:
        lines.append("Proxy-Authorization: Basic " + base64.b64encode(f"{user}:{password or ''}".encode()).decode())
    return "\r\n".join([*lines, "", ""]).encode()


def _answer(sock: socket.socket, end: float) -> bytes:
    """The head of the answer and not a byte more: a mail server speaks first, and its greeting may follow at once."""
    head = b""
    while not head.endswith((b"\r\n\r\n", b"\n\n")):
        sock.settimeout(max(end - time.monotonic(), 0.01))
        byte = sock.recv(1)
        if not byte:
            raise OSError("closed without an answer")
        head += byte
        if len(head) > LONGEST_ANSWER:
            raise OSError("its answer is no answer to CONNECT")
    return head


def _accept(head: bytes) -> None:
    line = head.split(b"\n", 1)[0].decode("latin-1").strip()
    version, _, status = line.partition(" ")
    if not version.startswith("HTTP/"):
        raise OSError("it does not speak HTTP")
    if status.startswith("407"):
        raise OSError(f"it wants another user and password: {status[:100]}")
    if not status.startswith("2"):
        raise OSError(f"it answers {status[:100]}")


def _credentials(proxy: SplitResult) -> tuple[str | None, str | None]:
    return (
        None if proxy.username is None else unquote(proxy.username),
        None if proxy.password is None else unquote(proxy.password),
    )
