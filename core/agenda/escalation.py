"""What nobody answers goes up: to the deputy, then to the academy, counted in the days on which its owner has a digest. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from config.territory import Coordinator, Territory
from core.territory.routing import deputy_of
from core.territory.workdays import digest_day

LONGEST = 400  # days: how far back they are counted


def goes_up_before(coordinator: Coordinator, day: date, territory: Territory, *, steps: tuple[int, int]) -> dict[str, date]:
    """By owner, the day before which entries must have begun to wait to come to this person on `day`.

    To the deputy after the first of the steps, to the academy, which watches everybody, after the second.
    """
    found = {}
    for owner in territory.coordinators.values():
        deputy = deputy_of(owner, territory)
        deputises = deputy is not None and deputy.id == coordinator.id
        if owner.email.lower() == coordinator.email.lower() or not (deputises or coordinator.id == territory.academy.id):
            continue
        days = own_days_back(owner, day, territory)
        first = next(islice(days, steps[0 if deputises else 1] - 1, None), None)
        if first is not None:
            found[owner.id] = first
    return found


def own_days_back(owner: Coordinator, day: date, territory: Territory) -> Iterator[date]:
    """The days, from `day` backwards, on which this person has a digest and is there."""
    days = (day - timedelta(days=n) for n in range(LONGEST))
    return (one for one in days if digest_day(owner, one, territory) and not owner.absent(one))
