"""Waiting for news of an open folder by IDLE: no line that has come is overlooked, and a line that went dead is noticed."""

import imaplib
import select
import socket
import ssl
import threading
import time
from typing import Any

STEP = 1.0  # seconds after which `stop` is looked at


def forget_news(client: imaplib.IMAP4) -> None:
    """Before a search: what the server says from now on may be of letters that the search does not see."""
    client.untagged_responses.pop("EXISTS", None)


def has_news(client: imaplib.IMAP4) -> bool:
    """True when the server has spoken of new letters since `forget_news`; IDLE would not speak of them again."""
    return "EXISTS" in client.untagged_responses


def await_news(client: imaplib.IMAP4, stop: threading.Event, seconds: float) -> None:
    """IDLE until the server speaks of letters, or so many seconds, or `stop`; raises imaplib's errors and OSError."""
    tag = _begin(client)
    until = time.monotonic() + seconds
    while not has_news(client) and not stop.is_set() and (left := until - time.monotonic()) > 0:
        if _readable(client, min(left, STEP)):
            _hear(client)
    client.send(b"DONE\r\n")
    status, words = _inside(client)._command_complete("IDLE", tag)
    if status != "OK":
        raise client.error(f"IDLE: {status} {words}"[:300])


def _begin(client: imaplib.IMAP4) -> Any:
    imaplib.Commands.setdefault("IDLE", ("SELECTED",))
    tag = _inside(client)._command("IDLE")
    while _hear(client) is not None:
        if _inside(client).tagged_commands[tag]:
            raise client.error("the server announces IDLE and refuses it")
    return tag


def _hear(client: imaplib.IMAP4) -> Any:
    """One response; None for « + », after which the server idles."""
    said = _inside(client)._get_response()
    _inside(client)._check_bye()
    return said


def _readable(client: imaplib.IMAP4, seconds: float) -> bool:
    """Whether a line has begun to come. What was read with the line before it is looked at first: a socket is silent about that.

    Raises imaplib's abort when the server is gone.
    """
    if _peek(client):
        return True
    poll = select.poll()
    poll.register(client.sock, select.POLLIN)
    if not poll.poll(int(seconds * 1000)):
        return False
    some = _peek(client)
    if some == b"":
        raise client.abort("the server has hung up")
    return some is not None  # None: TLS's own talk


def _peek(client: imaplib.IMAP4) -> bytes | None:
    """What has come and was not read; empty when nothing has or the server is gone, None when TLS waits for more."""
    sock: socket.socket = client.sock
    before = sock.gettimeout()
    sock.settimeout(0)
    try:
        return bytes(_inside(client).file.peek(1))
    except (ssl.SSLWantReadError, BlockingIOError):
        return None
    finally:
        sock.settimeout(before)


def _inside(client: imaplib.IMAP4) -> Any:
    """imaplib has no public words for IDLE before Python 3.14."""
    return client
