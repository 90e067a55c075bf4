"""The DKIM signature of our letters, where the relay does not sign. dkimpy is an extra, loaded only when a key is set."""

import asyncio
from dataclasses import dataclass, field
from email.parser import BytesHeaderParser

from config.errors import GuichetError

# Signed once more than they occur: nobody can add a second one without breaking the signature.
SINGLE = ("from", "to", "subject", "date", "reply-to")


class NoSignature(GuichetError):
    """letters cannot be signed: {reason}"""


@dataclass(frozen=True)
class DkimKey:
    """An RSA key (PEM) that is published at `selector._domainkey.domain`."""

    selector: str
    domain: str
    pem: str = field(repr=False)


class Seal:
    """Signs whole letters. Raises NoSignature at once for a missing library or a key that is none."""

    def __init__(self, key: DkimKey) -> None:
        try:
            import dkim
        except ImportError:
            raise NoSignature(reason="dkimpy is not installed: pip install 'guichet[dkim]'") from None
        self._key, self._sign = key, dkim.sign
        try:
            self.sign(b"From: a@example.org\r\n\r\n")
        except (dkim.DKIMException, ValueError, IndexError) as error:
            raise NoSignature(reason=f"the key cannot be used ({error})") from None

    def sign(self, letter: bytes) -> bytes:
        """The letter below its signature; every header is covered, those to unsubscribe too. Some 10 ms of computing."""
        names = [name.lower() for name in BytesHeaderParser().parsebytes(letter)]
        header: bytes = self._sign(
            letter,
            self._key.selector.encode(),
            self._key.domain.encode(),
            self._key.pem.encode(),
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[*names, *SINGLE],
        )
        return header + letter

    async def sign_aside(self, letter: bytes) -> bytes:
        """The same on a thread, so that nobody waits for the arithmetic."""
        return await asyncio.to_thread(self.sign, letter)
