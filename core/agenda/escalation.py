"""What nobody answers goes up: to the deputy, then to the academy, counted in the days on which its owner has a digest. Pure."""

from datetime import date, timedelta

from config.territory import Coordinator, Territory
from core.territory.routing import deputy_of
from core.territory.workdays import digest_day

LONGEST = timedelta(days=400)  # how far back days are counted


def watched_by(coordinator: Coordinator, territory: Territory) -> tuple[Coordinator, ...]:
    """Those whose unanswered entries may come to this person: whose deputy they are; for the academy everybody."""
    others = (one for one in territory.coordinators.values() if one.email.lower() != coordinator.email.lower())
    if coordinator.id == territory.academy.id:
        return tuple(others)
    return tuple(one for one in others if (deputy := deputy_of(one, territory)) and deputy.id == coordinator.id)


def own_days_since(owner: Coordinator, since: date, day: date, territory: Territory) -> int:
    """The days after `since`, up to `day`, on which this person has a digest and is there."""
    first = max(since, day - LONGEST)
    days = (first + timedelta(days=n) for n in range(1, (day - first).days + 1))
    return sum(digest_day(owner, one, territory) and not owner.absent(one) for one in days)


def goes_up_to(
    coordinator: Coordinator, owner: Coordinator, since: date, day: date, territory: Territory, *, steps: tuple[int, int]
) -> bool:
    """Whether what waits for `owner` since that day goes up to this person: their deputy, then the academy."""
    days = own_days_since(owner, since, day, territory)
    deputy = deputy_of(owner, territory)
    if deputy is not None and deputy.id == coordinator.id:
        return days >= steps[0]
    return coordinator.id == territory.academy.id and days >= steps[1]
