"""Proxies of our own on loopback, in threads: HTTP CONNECT, SOCKS5, and one that cuts the line after so many bytes."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

HOST = "127.0.0.1"
Greet = Callable[["Relay", socket.socket], socket.socket | None]


class Relay:
    """Listens on `port`; `greet` speaks with the client and gives the connection to the server, or None to hang up.

    `budgets` are bytes that the server may still say on the next connections; then the line is cut. None: no bound.
    """

    def __init__(self, greet: Greet) -> None:
        self._greet = greet
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self.budgets: list[int | None] = []
        self.heard: list[bytes] = []  # what clients asked of the proxy
        self.connections = 0
        self._open: list[socket.socket] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Cut all lines."""
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            budget = self.budgets.pop(0) if self.budgets else None
            threading.Thread(target=self._serve, args=(client, budget), daemon=True).start()

    def _serve(self, client: socket.socket, budget: int | None) -> None:
        with suppress(OSError), client:
            server = self._greet(self, client)
            if server is None:
                return
            with server:
                self._open += [client, server]
                threading.Thread(target=_pump, args=(client, server, None), daemon=True).start()
                _pump(server, client, budget)


def _pump(source: socket.socket, sink: socket.socket, budget: int | None) -> None:
    """Carry bytes until one side ends, or until the budget is spent; then both sides are shut."""
    with suppress(OSError):
        while budget is None or budget > 0:
            data = source.recv(65536 if budget is None else min(budget, 65536))
            if not data:
                break
            sink.sendall(data)
            budget = None if budget is None else budget - len(data)
    for one in (source, sink):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def straight_to(port: Callable[[], int]) -> Greet:
    """No proxy's talk: every connection goes to this port of the loopback."""
    return lambda _, __: socket.create_connection((HOST, port()))


def http_connect(answer: bytes = b"HTTP/1.1 200 OK\r\n\r\n", *, slowly: bool = False) -> Greet:
    """A proxy that answers CONNECT with these bytes, one at a time when `slowly`; it lets pass when the status is 200."""

    def greet(relay: Relay, client: socket.socket) -> socket.socket | None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += client.recv(1)
        relay.heard.append(head)
        server = _reach(head.split()[1].decode()) if b" 200" in answer else None
        for piece in [answer[at : at + 1] for at in range(len(answer))] if slowly else [answer]:
            client.sendall(piece)
        return server

    return greet


def socks5(user: str = "", password: str = "") -> Greet:
    """A SOCKS5 proxy; with a user it asks for the password."""

    def greet(relay: Relay, client: socket.socket) -> socket.socket | None:
        _, methods = _exactly(client, 2)
        _exactly(client, methods)
        client.sendall(b"\x05\x02" if user else b"\x05\x00")
        if user:
            _exactly(client, 1)
            given = [_exactly(client, _exactly(client, 1)[0]).decode() for _ in ("user", "password")]
            client.sendall(b"\x01\x00" if given == [user, password] else b"\x01\x01")
            if given != [user, password]:
                return None
        kind = _exactly(client, 4)[3]
        host = _exactly(client, _exactly(client, 1)[0]).decode() if kind == 3 else socket.inet_ntoa(_exactly(client, 4))
        port = int.from_bytes(_exactly(client, 2))
        relay.heard.append(f"{host}:{port}".encode())
        client.sendall(b"\x05\x00\x00\x01" + bytes(6))
        return _reach(f"{host}:{port}")

    return greet


def _exactly(client: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = client.recv(count - len(data))
        if not piece:
            raise OSError("gone")
        data += piece
    return data


def _reach(target: str) -> socket.socket:
    """A name under `.invalid` is the loopback: only a proxy that resolves names itself can reach it."""
    host, _, port = target.rpartition(":")
    return socket.create_connection((HOST if host.endswith(".invalid") else host, int(port)))
