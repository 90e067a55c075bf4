"""What a letter gives the person's calendar: the days of an offer that was filed or changed, where they are definite."""

from datetime import time, timedelta

from config.territory import Territory
from core.pool.commands import Changed, Filed, Outcome
from core.pool.draft import Draft, Period
from core.post.parcel import Event
from core.territory.workdays import at_local
from dialogs.talk.tell import Telling
from dialogs.wording.describe import at_place, say_people

MOST = 6  # entries in one letter
MIDNIGHT = time(0)


def diary_of(outcomes: tuple[Outcome, ...], by: Telling, territory: Territory) -> tuple[Event, ...]:
    """An entry for each period; the same offer keeps its entries, so that new dates replace the old. A withdrawn one has none."""
    entries = (event for one in outcomes if isinstance(one, Filed | Changed) for event in _entries(one, by, territory))
    return tuple(entries)[:MOST]


def _entries(one: Filed | Changed, by: Telling, territory: Territory) -> list[Event]:
    draft, words = one.draft, by.words
    where = draft.place.name if draft.place else ""
    what = ", ".join(filter(None, (say_people(draft, by.catalogue, words), at_place(draft.place, words) if draft.place else "")))
    return [
        Event(
            id=f"{one.reference}.{number}",
            summary=words.line("diary-summary", offer=what),
            starts=at_local(period.start, MIDNIGHT, territory),
            ends=at_local(period.end + timedelta(days=1), MIDNIGHT, territory),
            zone=territory.timezone,
            place=", ".join(filter(None, (one.organisation, where))),
            words=words.line("diary-words", reference=one.reference),
        )
        for number, period in enumerate(draft.periods, 1)
        if _is_definite(draft, period)
    ]


def _is_definite(draft: Draft, period: Period) -> bool:
    """Whether these days are meant, all of them: « 3 semaines en avril » leaves open which."""
    return not draft.flexible and not (draft.weeks and (period.end - period.start).days >= 7 * draft.weeks)
