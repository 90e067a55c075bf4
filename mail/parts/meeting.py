"""Calendar parts: an invitation says when and where, and is read as what it says; a calendar's own answers are known by it."""

import re
from collections.abc import Callable
from datetime import date, datetime

from core.post.inbound import Meeting
from mail.parts.charset import clean
from mail.parts.mime import Letter, content, walk

MAX_CALENDAR = 64 * 1024  # bytes; an invitation takes two thousand
MAX_EVENTS = 5
METHOD = re.compile(rb"^METHOD:([A-Za-z-]{2,20})\s{0,3}$", re.MULTILINE)


def calendar_of(letter: Letter) -> bytes | None:
    """The first calendar part of a letter, None without one or when it is larger than 64 kB."""
    found = (leaf.message for leaf in walk(letter) if leaf.type in ("text/calendar", "application/ics"))
    data = next((content(part) for part in found), b"")
    return data if 0 < len(data) <= MAX_CALENDAR else None


def method_of(data: bytes) -> str:
    """What a calendar part wants (request, reply, cancel…), in lower case; empty when it does not say."""
    found = METHOD.search(data)
    return found[1].decode("ascii").lower() if found else ""


def meetings(letter: Letter) -> tuple[Meeting, ...]:
    """The meetings that a letter invites to, at most five; none when its calendar part cannot be read."""
    data = calendar_of(letter)
    if data is None or b"BEGIN:VEVENT" not in data:
        return ()
    from icalendar import Calendar  # it takes a third of a second to load, and few letters need it

    try:
        events = Calendar.from_ical(data).walk("VEVENT")[:MAX_EVENTS]
        return tuple(_meeting(event.decoded) for event in events)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        return ()


def _meeting(decoded: Callable[..., object]) -> Meeting:
    said = [_words(decoded(name, b"")) for name in ("SUMMARY", "LOCATION")]
    return Meeting(said[0], _moment(decoded("DTSTART", None)), _moment(decoded("DTEND", None)), said[1])


def _words(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return " ".join(clean(text).split())[:300]


def _moment(value: object) -> str:
    """A day or a minute in ISO form, with its offset when the calendar tells it in universal time."""
    if not isinstance(value, datetime):
        return value.isoformat() if isinstance(value, date) else ""
    universal = value.tzinfo is not None and value.tzname() == "UTC"
    return value.isoformat(timespec="minutes")[: None if universal else 16]


def in_words(meeting: Meeting) -> str:
    """A meeting as a line: « Visite de stage, 12/12/2026 14:00-15:00, Salle B »."""
    return ", ".join(filter(None, (meeting.summary, _when(meeting.start, meeting.end), meeting.place)))


def _when(start: str, end: str) -> str:
    if not start:
        return ""
    day, hour = f"{start[8:10]}/{start[5:7]}/{start[:4]}", start[11:16]
    zone = " (UTC)" if start.endswith("+00:00") else ""
    if hour and end[:10] == start[:10]:
        hour = f"{hour}-{end[11:16]}"
    return f"{day} {hour}".strip() + zone
