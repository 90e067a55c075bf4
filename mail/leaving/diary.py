"""The calendar file of a letter: what its words tell, for the reader's own calendar; nothing is asked, nothing answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from core.post.parcel import Event

if TYPE_CHECKING:
    from icalendar import Event as Entry

PRODUCT = "-//Guichet//stages//FR"
NAME = "stage.ics"


def diary_file(events: Sequence[Event], *, domain: str, written: datetime, edition: int) -> bytes:
    """An iCalendar file (RFC 5545), METHOD PUBLISH. `edition` grows: a later letter's entry replaces that of an earlier one.

    Whole days are dates, and an entry blocks no time: these days are an offer, not an appointment. Else the zone is told.
    """
    from icalendar import Calendar  # it takes a third of a second to load, and few letters need it

    diary = Calendar()
    diary.add("prodid", PRODUCT)
    diary.add("version", "2.0")
    diary.add("method", "PUBLISH")
    for event in events:
        diary.add_component(_entry(event, domain, written, edition))
    if not all(event.whole_days for event in events):
        diary.add_missing_timezones()
    return bytes(diary.to_ical())


def _entry(event: Event, domain: str, written: datetime, edition: int) -> "Entry":
    from icalendar import Event as Entry

    entry, zone = Entry(), ZoneInfo(event.zone)
    starts, ends = event.starts.astimezone(zone), event.ends.astimezone(zone)
    entry.add("uid", f"{event.id}@{domain}".lower())
    entry.add("sequence", edition)
    entry.add("dtstamp", written)
    entry.add("dtstart", starts.date() if event.whole_days else starts)
    entry.add("dtend", ends.date() if event.whole_days else ends)
    entry.add("summary", event.summary)
    entry.add("transp", "TRANSPARENT" if event.whole_days else "OPAQUE")
    if event.place:
        entry.add("location", event.place)
    if event.words:
        entry.add("description", event.words)
    return entry
