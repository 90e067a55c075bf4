"""How the text of a setting is read: each function returns the value, or raises ValueError with the reason."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from config.closest import did_you_mean
from config.rows import is_email
from config.territory_files import shipped_territories

SECURITIES = ("tls", "starttls", "none")
PROXIES = ("http", "socks5")
SCHEMES = ("sqlite", "postgresql+psycopg")
_YES, _NO = ("yes", "true", "1", "oui", "on"), ("no", "false", "0", "non", "off")
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,100}", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?|\[?[0-9A-Fa-f:]{2,45}\]?")
SHORTEST_KEY = 16


@dataclass(frozen=True)
class Given:
    """A value as it was written, where, and the folder that its relative path starts from."""

    text: str
    where: str
    folder: Path


def a_text(given: Given) -> str:
    """Any text on one line."""
    if not given.text.isprintable():
        raise ValueError("holds a line break or a character that cannot be printed")
    return given.text


def a_secret(given: Given) -> str:
    """A key of 16 characters at least; the reason never shows it."""
    if len(a_text(given)) < SHORTEST_KEY:
        raise ValueError(f"too short: {SHORTEST_KEY} characters at least")
    return given.text


def a_pem(given: Given) -> str:
    """A private key in PEM; the reason never shows it."""
    if not given.text.startswith("-----BEGIN ") or "PRIVATE KEY-----" not in given.text:
        raise ValueError("no private key: PEM, beginning with -----BEGIN PRIVATE KEY-----")
    return given.text


def a_token(given: Given) -> str:
    """A bot token; the reason never shows it."""
    if not _TOKEN.fullmatch(given.text):
        raise ValueError("no bot token: digits, a colon, letters, as BotFather gave it")
    return given.text


def a_host(given: Given) -> str:
    """The name or address of a server, without scheme or port."""
    if not _HOST.fullmatch(given.text):
        raise ValueError(f"« {given.text[:100]} » is no server name: write imap.example.org, without https:// and port")
    return given.text


def a_host_or_socket(given: Given) -> str:
    """The name or address to listen on, or the absolute path of a socket."""
    if given.text.startswith("/"):
        if len(given.text) > 100:  # what every system allows
            raise ValueError("the path of a socket has 100 characters at most")
        return a_text(given)
    return a_host(given)


def an_endpoint(given: Given) -> tuple[str, int]:
    """Where we listen: an address of this machine and a port, `127.0.0.1:8081`; or the absolute path of a socket, with port 0."""
    if given.text.startswith("/"):
        return str(a_host_or_socket(given)), 0
    host, colon, port = given.text.rpartition(":")
    if not colon:
        raise ValueError(f"« {given.text[:100]} » has no port: write 127.0.0.1:8081, or the path of a socket")
    return a_host(replace(given, text=host)).strip("[]"), a_port(replace(given, text=port))


def a_pace(given: Given) -> tuple[int, int]:
    """Messages a second in all and in one chat, as `30/1`."""
    overall, slash, chat = given.text.partition("/")
    if not slash:
        raise ValueError(f"« {given.text[:100]} »: write messages a second in all and in one chat, as 30/1")
    one, other = (a_number(replace(given, text=text.strip()), least=1, most=10_000) for text in (overall, chat))
    return one, other


def a_hold(given: Given) -> tuple[int, int]:
    """Working days in all, and when little time is left, as `5/2`."""
    return _two_counts(given, "working days, and working days when the stay starts soon, as 5/2")


def a_campaign_limit(given: Given) -> tuple[int, int]:
    """So many times in so many weeks, as `1/6`."""
    return _two_counts(given, "times, and in how many weeks, as 1/6")


def an_escalation(given: Given) -> tuple[int, int]:
    """Days until a deputy sees what waits, and until the academy does, as `5/10`."""
    deputy, academy = _two_counts(given, "days until the deputy, and until the academy, as 5/10")
    if academy < deputy:
        raise ValueError(f"« {given.text[:100]} »: the academy comes after the deputy")
    return deputy, academy


def _two_counts(given: Given, form: str) -> tuple[int, int]:
    first, slash, second = given.text.partition("/")
    if not slash:
        raise ValueError(f"« {given.text[:100]} »: write {form}")
    one, other = (a_number(replace(given, text=text.strip()), least=1, most=60) for text in (first, second))
    return one, other


def a_port(given: Given) -> int:
    """A TCP port."""
    if given.text.isascii() and given.text.isdigit() and len(given.text) <= 5 and 1 <= int(given.text) <= 65535:
        return int(given.text)
    raise ValueError(f"« {given.text[:100]} » is no port: a number from 1 to 65535")


def some_days(given: Given, *, least: int = 1) -> int:
    """A number of days, from `least` to 3650."""
    if given.text.isascii() and given.text.isdigit() and len(given.text) <= 4 and least <= int(given.text) <= 3650:
        return int(given.text)
    raise ValueError(f"« {given.text[:100]} » is no number of days: from {least} to 3650")


def some_names(given: Given) -> tuple[str, ...]:
    """Names of servers, in small letters, between commas."""
    names = tuple(name.strip().lower() for name in given.text.split(",") if name.strip())
    for name in names:
        a_host(replace(given, text=name))
    return names


def a_number(given: Given, *, least: int, most: int) -> int:
    """A whole number within bounds, both allowed."""
    if given.text.isascii() and given.text.isdigit() and len(given.text) <= 9 and least <= int(given.text) <= most:
        return int(given.text)
    raise ValueError(f"« {given.text[:100]} »: write a number from {least} to {most}")


def a_security(given: Given) -> str:
    """`tls`, `starttls` or `none`."""
    if given.text.lower() in SECURITIES:
        return given.text.lower()
    raise ValueError(
        f"« {given.text[:100]} » is not one of {', '.join(SECURITIES)}{did_you_mean(given.text.lower(), SECURITIES)}"
    )


def yes_or_no(given: Given) -> bool:
    """`yes` or `no`."""
    if given.text.lower() in (*_YES, *_NO):
        return given.text.lower() in _YES
    raise ValueError(f"« {given.text[:100]} »: write yes or no")


def an_address(given: Given) -> str:
    """One e-mail address, without a name."""
    if is_email(given.text):
        return given.text
    raise ValueError(f"« {given.text[:100]} » is no e-mail address")


def a_url(given: Given, *, plain: bool = False) -> str:
    """A URL by http or https with a server name; `plain`: no final slash is kept. The reason never shows a password."""
    try:
        parts = urlsplit(given.text)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine or not given.text.isprintable() or " " in given.text:
        raise ValueError("no URL: write https://host or http://host:port")
    return given.text.rstrip("/") if plain else given.text


def a_proxy(given: Given) -> str:
    """A proxy, http://host:port or socks5://host:port, with user and password if need be; the reason never shows them."""
    try:
        parts = urlsplit(given.text)
        fine = parts.scheme in PROXIES and bool(parts.hostname) and parts.port != 0 and parts.path in ("", "/")
    except ValueError:
        fine = False
    if not fine or not given.text.isprintable() or " " in given.text:
        raise ValueError("no proxy: write http://host:port or socks5://host:port")
    return given.text.rstrip("/")


def a_database(given: Given) -> str:
    """A database URL; SQLite needs a file: what is in memory would be lost, and is not shared by threads."""
    scheme, mark, rest = given.text.partition("://")
    if not mark or scheme not in SCHEMES:
        raise ValueError(f"unknown database « {scheme[:40]} »: write sqlite:///guichet.db or postgresql+psycopg://host/name")
    if scheme == "sqlite" and (not rest.startswith("/") or rest == "/" or ":memory:" in rest):
        raise ValueError("SQLite needs a file: write sqlite:///guichet.db")
    if scheme != "sqlite" and not rest.partition("/")[2].partition("?")[0]:
        raise ValueError("the name of the database is missing: write postgresql+psycopg://host/name")
    return given.text


def a_file(given: Given) -> Path:
    """A file that exists; relative paths start from the folder of guichet.toml, or the working directory."""
    path = given.folder / given.text
    if path.is_file():
        return path
    raise ValueError(f"no such file: {path}")


def a_territory(given: Given) -> str:
    """A shipped territory's name, or an existing folder, absolute from here on."""
    shipped = shipped_territories()
    if given.text in shipped:
        return given.text
    path = given.folder / given.text
    if path.is_dir():
        return str(path.resolve())
    raise ValueError(
        f"« {given.text[:200]} » is neither a folder nor one of {', '.join(shipped)}{did_you_mean(given.text, shipped)}"
    )
