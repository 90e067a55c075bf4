"""Signed marks in addresses of ours that no person types: `b` of a letter that comes back, `s` of a reader who wants no more."""

import base64
import hashlib
import hmac
import re
from typing import Literal

from core.post.tokens import Keyring

Purpose = Literal["b", "s"]
MARK = re.compile(r"([bs])(\d{1,12})\.([a-z2-7]{16})")


def mark(key: bytes, purpose: Purpose, parcel: int) -> str:
    """`b1042.<mac>`: 80 bits of HMAC-SHA256 over purpose and parcel, in lower-case base32; 30 characters at most."""
    return f"{purpose}{parcel}.{_mac(key, purpose, parcel)}"


def parcel_of(ring: Keyring, purpose: Purpose, marks: tuple[str, ...]) -> int | None:
    """The parcel that the first genuine mark of this purpose names, by today's key or a former one; None without one."""
    for found in filter(None, (MARK.fullmatch(one.lower()) for one in marks)):
        if found[1] == purpose and any(
            hmac.compare_digest(_mac(key, purpose, int(found[2])), found[3]) for key in (ring.signing, *ring.former)
        ):
            return int(found[2])
    return None


def _mac(key: bytes, purpose: str, parcel: int) -> str:
    said = f"mark:{purpose}:{parcel}".encode()
    return base64.b32encode(hmac.new(key, said, hashlib.sha256).digest()[:10]).decode().lower()
