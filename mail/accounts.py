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
    """The mailbox that we read; silence longer than `timeout` seconds is a broken connection."""

    host: str
    port: int
    user: str
    password: str
    security: Security = "tls"
    folder: str = "INBOX"
    ca_file: str | None = None
    timeout: float = 60.0
    authserv: tuple[str, ...] = ()  # the names of the servers whose Authentication-Results are believed


@dataclass(frozen=True)
class SmtpAccount:
    """The relay that we send through; no user means no login. `timeout` in seconds."""

    host: str
    port: int
    user: str | None = None
    password: str | None = None
    security: Security = "starttls"
    ca_file: str | None = None
    timeout: float = 30.0


def sendable(address: str) -> bool:
    """True for one plain ASCII address that a relay can be given: exactly one @, no space, no line break, no empty label."""
    return bool(SENDABLE.fullmatch(address)) and ".." not in address and len(address) <= 254


def tls_context(ca_file: str | None) -> ssl.SSLContext:
    """A context that checks certificates and names, by the system's authorities or by `ca_file`."""
    return ssl.create_default_context(cafile=ca_file)
