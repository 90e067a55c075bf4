"""What a pôle's mail needs to be told: who we are, and the two servers; filled by the wiring from the settings."""

import re
import ssl
from dataclasses import dataclass, field
from typing import Literal

LONGEST_LOCAL_PART = 64
Security = Literal["tls", "starttls", "none"]
SENDABLE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


@dataclass(frozen=True)
class MailIdentity:
    """Our one public address, the name beside it, whether `local+token@domain` comes back to us, and the key of marks."""

    address: str
    public_name: str
    plus: bool = True
    key: bytes = field(default=b"", repr=False)  # signs the marks in addresses

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]

    def tagged(self, token: str) -> str:
        """Our address carrying a token; without it where the local part would exceed 64 characters (RFC 5321)."""
        local = f"{self.address.rpartition('@')[0]}+{token}"
        return f"{local}@{self.domain}" if len(local) <= LONGEST_LOCAL_PART else self.address


@dataclass(frozen=True)
class ImapAccount:
    """The mailbox that we read; silence longer than `timeout` seconds is a broken connection.

    `done` and `refused` are the folders that letters are moved to once they are on record; None leaves them where they are. In
    a `shared` mailbox nothing is moved or marked, and what is not for us is left alone. At the first reading, letters that
    somebody has read are taken when they are younger than `since_days`, unread ones when younger than `unread_days`. Without
    IDLE it is looked at every `poll_seconds`.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: Security = "tls"
    folder: str = "INBOX"
    ca_file: str | None = None
    timeout: float = 60.0
    authserv: tuple[str, ...] = ()  # the names of the servers whose Authentication-Results are believed
    proxy: str | None = field(default=None, repr=False)
    done: str | None = None
    refused: str | None = None
    shared: bool = False
    since_days: int = 7
    unread_days: int = 14
    poll_seconds: float = 15.0
    max_bytes: int = 20 * 1024 * 1024  # a larger letter is refused without being fetched

    @property
    def place(self) -> str:
        """The name that what was read is remembered by."""
        return f"imap:{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True)
class SmtpAccount:
    """The relay that we send through; no user means no login. Times in seconds, `per_domain` in letters a minute (0: any)."""

    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    security: Security = "starttls"
    ca_file: str | None = None
    timeout: float = 30.0
    last_word: float = 300.0  # for the answer to a whole letter, which a relay may first have examined
    connections: int = 2
    per_domain: int = 600
    idle: float = 60.0  # a connection without letters is closed
    proxy: str | None = field(default=None, repr=False)


def sendable(address: str) -> bool:
    """True for one plain ASCII address that a relay can be given: exactly one @, no space, no line break, no empty label."""
    return bool(SENDABLE.fullmatch(address)) and ".." not in address and len(address) <= 254


class NoAuthorities(OSError):
    """The file of certificate authorities holds none, or cannot be read."""


def tls_context(ca_file: str | None) -> ssl.SSLContext:
    """A context that checks certificates and names, by the system's authorities and those of `ca_file`. Raises NoAuthorities."""
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:  # ssl.SSLError is one
            raise NoAuthorities(f"GUICHET_CA_FILE: no certificate can be read in {ca_file} ({error})") from None
    return context
