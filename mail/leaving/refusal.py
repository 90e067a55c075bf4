"""What an answer of the relay means for a letter: later, never for this address, or never at all; and who is to slow down."""

import re

import aiosmtplib

from core.post.parcel import Refused, TryLater, Unreachable

SOON, LATER, MUCH_LATER = 60.0, 600.0, 3600.0  # seconds until the next try
# Enhanced codes (RFC 3463) of a 5xx answer to RCPT that accuse the letter, the relay or us, not the recipient.
POLICY = re.compile(
    r"\b5\.(?:3|6|7)\.\d{1,3}\b|relay(?:ing)? (?:access )?denied|spam|blocked|blacklist|authenticat",
    re.IGNORECASE,
)
FULL = re.compile(r"\b[45]\.2\.2\b|quota|mailbox (?:is )?full|boîte pleine", re.IGNORECASE)
TOO_FAST = re.compile(r"\b4\.7\.\d{1,3}\b|too (?:many|much|fast)|\brate\b|throttl|trop de", re.IGNORECASE)
GREYLISTED = re.compile(r"gr[ea]y-?list|postgrey", re.IGNORECASE)  # says nothing of our speed: every newcomer waits once


def too_fast(error: Exception) -> bool:
    """True when the recipient's provider asks for fewer letters: 421, or 4.7.x, in answer to the recipient or the letter."""
    if not isinstance(error, aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError) or GREYLISTED.search(error.message):
        return False
    return error.code == 421 or (400 <= error.code < 500 and bool(TOO_FAST.search(error.message)))


def meaning_of(error: Exception, address: str) -> TryLater | Unreachable | Refused:
    """What an error of the relay means: 5xx is for good; 4xx, silence or our own settings, later."""
    if isinstance(error, aiosmtplib.SMTPRecipientRefused):
        return _of_recipient(error.code, error.message, address)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return TryLater(LATER, in_words(error))
    if isinstance(error, aiosmtplib.SMTPDataError | aiosmtplib.SMTPSenderRefused) and error.code >= 500:
        return Refused(reason=in_words(error))
    return TryLater(SOON, in_words(error))


def _of_recipient(code: int, words: str, address: str) -> TryLater | Unreachable | Refused:
    reason = f"{code} {words}"[:300]
    if FULL.search(words):
        return TryLater(MUCH_LATER, reason)
    if code < 500:
        return TryLater(SOON, reason)
    return Refused(reason=reason) if POLICY.search(words) else Unreachable(address=address, reason=reason)


def in_words(error: Exception) -> str:
    """An error in one line for the log, never longer than 300 characters."""
    return " ".join(f"{type(error).__name__} {error}".split())[:300]
