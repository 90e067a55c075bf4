"""When Guichet speaks first: digests at half past seven, employers between eight and seven on working days."""

from dataclasses import replace
from datetime import datetime, time

from config.territory import Territory
from core.post.parcel import Parcel
from core.territory.workdays import is_working_day, local_time

DIGEST_TIME = time(7, 30)
FIRST, LAST = time(8, 0), time(19, 0)


def may_speak(now: datetime, territory: Territory) -> bool:
    """Whether a message of our own initiative may leave: a working day of the territory, from 8:00 until 19:00."""
    local = local_time(now, territory)
    return FIRST <= local.time() < LAST and is_working_day(local.date(), territory)


def softened(parcel: Parcel, now: datetime, territory: Territory) -> Parcel:
    """The parcel as it may leave now: what nobody asked for makes no sound outside working hours."""
    return parcel if parcel.solicited or may_speak(now, territory) else replace(parcel, silent=True)
