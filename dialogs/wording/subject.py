"""The subject of an answer: the person’s own, « Re: » once whatever programs had put before, and the thread’s number once."""

import re

from core.post.names import NUMBER

LONGEST = 150  # characters of the subject itself: the number after it must survive what programs cut
# What mail programs put before a subject, in the languages heard here; « TR : » and « Fwd: » say that it was passed on.
PREFIX = re.compile(r"\s{0,9}(?:(re|ré|réf|rép|ref|aw|sv|r|rv)|(tr|fwd?|wg|i))(?:\[\d{1,3}\])?\s?[:：]\s{0,9}", re.IGNORECASE)
MOST_PREFIXES = 20
BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # the no-break spaces of French stay


def answer_subject(subject: str, number: int, *, answers: bool = True) -> str:
    """« Re: Stagiaires 2027 [n° 1042] »: numbers of older threads go, « TR: » stays once, a long subject is cut between words.

    Without « Re: » where nothing is answered: it is our letter that begins the exchange.
    """
    rest, passed_on = BLANKS.sub(" ", NUMBER.sub("", subject)).strip(), ""
    for _ in range(MOST_PREFIXES):
        found = PREFIX.match(rest)
        if not found:
            break
        passed_on = passed_on or (f"{found[2]}: " if found[2] else "")
        rest = rest[found.end() :]
    return numbered(f"{'Re: ' if answers else ''}{passed_on}{rest}", number)


def numbered(subject: str, number: int) -> str:
    """A subject, cut where it is too long, and « [n° 1042] »."""
    if len(subject) > LONGEST:
        subject = subject[: LONGEST - 1].rpartition(" ")[0] or subject[: LONGEST - 1]
        subject = subject.rstrip(" ,;:.") + "…"
    return f"{subject} [n° {number}]"
