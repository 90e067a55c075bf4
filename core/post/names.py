"""The names that our letters bear, so that an answer leads back to them: the thread's number in subjects, our Message-IDs."""

import re
from dataclasses import dataclass

NUMBER = re.compile(r"\[n[°ºo]\s?(\d{1,9})\]", re.IGNORECASE)  # relays and keyboards change the sign and the space
OUR_ID = re.compile(r"<o(\d{1,9})(?:\.(\d{1,9}\.[a-z2-7]{16,24}))?@([^<>\s@]{1,253})>")


@dataclass(frozen=True)
class OurId:
    """What a Message-ID of ours says, unverified: the row of the outbox, the token, and the domain."""

    row: int
    token: str | None
    domain: str


def write_id(row: int, token: str | None, domain: str) -> str:
    """`<o{row}.{token}@domain>`: stable over retries, and it carries the token when an answer keeps nothing else."""
    return f"<o{row}{f'.{token}' if token else ''}@{domain}>"


def read_id(message_id: str) -> OurId | None:
    """What a Message-ID says when it has the form of ours, in whatever case it comes back; else None."""
    found = OUR_ID.fullmatch(message_id.lower())
    return OurId(int(found[1]), found[2], found[3]) if found else None


def numbers_in(subject: str) -> list[int]:
    """The threads' numbers that a subject bears, « [n° 1042] », in their order."""
    return [int(number) for number in NUMBER.findall(subject)]
