"""Working days and clock of a territory: its own public holidays, its own time zone. Pure.

Letters to coordinators pause on week-ends and public holidays only: employers work during school holidays, and their offers
are answered then; a coordinator on leave says so, and a deputy acts.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from config.territory import CalendarDay, Coordinator, Territory

SATURDAY = 5
ANSWER_DAYS = 2  # working days in which a person answers what was put before them
FURTHEST = 2_000  # working days: more is a mistake


def _covers(entry: CalendarDay, day: date) -> bool:
    """From the first day off to the day before `resume`; that one day when `resume` is not known."""
    if entry.first_day_off is None:
        return False
    return entry.first_day_off <= day < (entry.resume or entry.first_day_off + timedelta(days=1))


def is_working_day(day: date, territory: Territory) -> bool:
    """Monday to Friday, and no public holiday (`ferie`) of the territory."""
    return day.weekday() < SATURDAY and not any(entry.kind == "ferie" and _covers(entry, day) for entry in territory.calendar)


def is_school_day(day: date, territory: Territory) -> bool:
    """A working day outside the holidays of schools (`vacances`)."""
    holidays = any(entry.kind == "vacances" and _covers(entry, day) for entry in territory.calendar)
    return is_working_day(day, territory) and not holidays


def opens_week(day: date, territory: Territory) -> bool:
    """Whether no day before it in its week is a school day."""
    return not any(is_school_day(day - timedelta(days=n), territory) for n in range(1, day.weekday() + 1))


def school_day_before(day: date, territory: Territory) -> date:
    """That day, or the last school day before it."""
    return next(one for one in (day - timedelta(days=n) for n in range(FURTHEST)) if is_school_day(one, territory))


def add_working_days(day: date, n: int, territory: Territory) -> date:
    """The n-th working day after `day` (before it when n is negative); n = 0 is the day, or the next working day.

    Raises ValueError beyond 2,000 days.
    """
    if abs(n) > FURTHEST:
        raise ValueError(f"{n} working days are more than {FURTHEST}")
    step = timedelta(days=-1 if n < 0 else 1)
    if n == 0:
        while not is_working_day(day, territory):
            day += step
    for _ in range(abs(n)):
        day += step
        while not is_working_day(day, territory):
            day += step
    return day


def digest_day(person: Coordinator, day: date, territory: Territory) -> bool:
    """Whether this person's digest may leave on that day: working days, school holidays included, or those they chose."""
    return is_working_day(day, territory) and (not person.digest_days or day.weekday() in person.digest_days)


def next_digest_day(person: Coordinator, day: date, territory: Territory) -> date:
    """The first day after this one on which this person's digest may leave; a working day when holidays take all they chose."""
    days = (day + timedelta(days=n) for n in range(1, 32))
    return next((one for one in days if digest_day(person, one, territory)), add_working_days(day, 1, territory))


def answer_day(person: Coordinator, since: date, territory: Territory) -> date:
    """Until when this person answers what came on a day: two working days, and they have had a digest meanwhile."""
    return max(add_working_days(since, ANSWER_DAYS, territory), next_digest_day(person, since, territory))


def local_time(moment: datetime, territory: Territory) -> datetime:
    """An aware moment on the territory's clock. Raises ValueError for a moment without time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(ZoneInfo(territory.timezone))


def local_day(moment: datetime, territory: Territory) -> date:
    """The date that an aware moment has in the territory."""
    return local_time(moment, territory).date()


def at_local(day: date, clock: time, territory: Territory) -> datetime:
    """The moment, in UTC, when the territory's clock shows that time on that day."""
    return datetime.combine(day, clock, ZoneInfo(territory.timezone)).astimezone(UTC)
