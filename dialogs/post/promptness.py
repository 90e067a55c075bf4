"""When Guichet speaks first: digests at half past seven, employers between eight and seven on working days."""

from dataclasses import replace
from datetime import date, datetime, time

from config.territory import Coordinator, Territory
from core.post.parcel import Parcel
from core.territory.workdays import at_local, is_working_day, local_time

DIGEST_TIME = time(7, 30)  # unless its reader chose another
FIRST, LAST = time(8, 0), time(19, 0)


def digest_moment(person: Coordinator, day: date, territory: Territory) -> datetime:
    """When this person's digest of that day leaves."""
    return at_local(day, person.digest_at or DIGEST_TIME, territory)


def may_speak(now: datetime, territory: Territory) -> bool:
    """Whether a message of our own initiative may leave: a working day of the territory, from 8:00 until 19:00."""
    local = local_time(now, territory)
    return FIRST <= local.time() < LAST and is_working_day(local.date(), territory)


def softened(parcel: Parcel, now: datetime, territory: Territory) -> Parcel:
    """The parcel as it may leave now: what nobody asked for makes no sound outside working hours."""
    return parcel if parcel.solicited or may_speak(now, territory) else replace(parcel, silent=True)
