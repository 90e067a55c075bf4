"""Whether one more answer may go to a sender: pure counting, so that robots that answer each other fall silent by themselves."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from core.post import names
from core.territory.fold import fold

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
INSTANT = timedelta(seconds=30)  # after our answer: sooner than people read and write; twice or thrice it may happen
PATIENCE = 3  # times the quota for a talk in which neither side repeats itself
LONG = 8  # words from which a letter that says the same again is a repetition; « oui » may be said as often as it is asked
PREFIX = re.compile(r"^(?:(?:re|ref|tr|fw|fwd|aw|reponse automatique|automatic reply|auto)\b(?: \d{1,2})? )+")
NUMBER = re.compile(r"\b\w*\d{4,}\w*\b|\b\d+\b")
NUMBERED = re.compile(r"(?<!\S)\S*\d\S*")  # from where a word opens: a long one is read once
LONG_NUMBER = re.compile(r"\d{4,}")
DETAIL = re.compile(r"\+[^@]{0,64}@")
Leave = Literal["answer", "last", "silence"]


@dataclass(frozen=True)
class Limits:
    """Answers that repeat themselves: to one sender about one subject in an hour, to one sender in a day."""

    hour: int = 3
    day: int = 10


@dataclass(frozen=True)
class Exchange:
    """A letter and its answer as fingerprints: about what, what was heard and said, and whether both are new since a day.

    `proved`: it was proved who wrote. Such letters have a ration of their own, so that forged ones cannot use it up.
    """

    topic: str
    heard: str
    said: str
    moves: bool = True
    proved: bool = False


ACKNOWLEDGED = Exchange("", "", "acknowledged", moves=False)  # « your letter came, I cannot read it »: once a day


@dataclass(frozen=True)
class Given:
    """An answer that was given."""

    at: datetime
    exchange: Exchange


def sender_key(address: str) -> str:
    """The sender behind an address: no `+detail`, no long number, so that a desk that writes from one address a ticket is one."""
    local, _, domain = DETAIL.sub("@", address.lower()).rpartition("@")
    return f"{LONG_NUMBER.sub('#', local)}@{domain}"


def topic_of(subject: str | None) -> str:
    """A subject without « Re: », accents and numbers: « RE: [Ticket #4012] Stage » is « ticket stage »."""
    words = " ".join(re.findall(r"\w+", fold(names.NUMBER.sub(" ", (subject or "")[:300]))))
    return " ".join(NUMBER.sub(" ", PREFIX.sub("", words)).split())


def fingerprint(words: str) -> str:
    """Words as 64 bits; equal for equal words, and nothing can be read from it."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def heard_print(words: str) -> str:
    """The fingerprint of a letter without its numbers (tickets, times); empty when it is too short to be a repetition."""
    plain = NUMBERED.sub("#", fold(words)).split()
    return fingerprint(" ".join(plain)) if len(plain) >= LONG else ""


def weigh(given: Sequence[Given], new: Exchange, answered_at: datetime | None) -> Exchange:
    """The exchange after those of the last day: it moves when neither side repeats itself, and nobody answers in an instant.

    `answered_at`: when a letter came that answers one of ours; None for one that begins anew, however soon it comes.
    """
    repeated = any(one.exchange.said == new.said or (new.heard and one.exchange.heard == new.heard) for one in given)
    instant = answered_at is not None and any(
        timedelta(0) <= answered_at - one.at < INSTANT and one.exchange.topic == new.topic for one in given
    )
    return replace(new, moves=not repeated and not instant)


def may_answer(given: Sequence[Given], new: Exchange, limits: Limits, now: datetime, patience: int = PATIENCE) -> Leave:
    """Whether this answer may leave after those of the last day, and whether it is the last one.

    Repetitions are held to the quota; a talk that goes on, to the quota times `patience`.
    """
    counted = list(given) if new.moves else [one for one in given if _repeats(one.exchange, new)]
    times = patience if new.moves else 1
    recent = sum(one.at > now - HOUR and one.exchange.topic == new.topic for one in counted)
    left = min(limits.hour * times - recent, limits.day * times - len(counted))
    return "silence" if left <= 0 else "last" if left == 1 else "answer"


def _repeats(old: Exchange, new: Exchange) -> bool:
    return not old.moves or old.said == new.said or (bool(new.heard) and old.heard == new.heard)
