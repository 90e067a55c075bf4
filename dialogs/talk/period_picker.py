"""Dates for those who tap: what schools seek first, then a month, a week, a length, on one message that changes in place."""

from collections import Counter
from datetime import date, timedelta

from config.territory import Territory
from core.pool.draft import Draft, Period
from dialogs.talk.choices import day_of
from dialogs.talk.facts import Facts
from dialogs.talk.say import Choice, Say
from dialogs.talk.state import State
from dialogs.wording.period_words import MONTHS, say_short, say_start
from dialogs.wording.words import Words

SOUGHT = 4  # periods proposed at once
AHEAD = 9  # months proposed
FRIDAY = timedelta(days=4)
WEEK = timedelta(days=7)
# How long a stay of a kind may be, in weeks; an observation lasts one, and is not asked.
LENGTHS = {"pfmp": (1, 2, 3, 4, 5, 6), "sts": (4, 5, 6, 7, 8, 10)}


def period_buttons(draft: Draft, facts: Facts, words: Words) -> tuple[str | Choice, ...]:
    """The answers proposed to « when? »: the periods most sought, other months, open dates."""
    if draft.kind == "apprenticeship":
        return ("flexible",)
    return (*(_choice(period, words) for period in sought(draft, facts)), "months", "flexible")


def sought(draft: Draft, facts: Facts) -> tuple[Period, ...]:
    """The periods to come for which most pupils of this kind seek a place, near the place where it is known; in order."""
    near = _bassins(draft, facts.territory)
    schools = {school.uai for school in facts.territory.schools if school.bassin in near}
    wanted = Counter[Period]()
    for need in facts.territory.needs:
        fits = need.kind == draft.kind and (not draft.levels or need.level in draft.levels)
        fits = fits and (not draft.programmes or need.programme in _labels(draft, facts))
        if fits and need.start > facts.today and (not near or need.uai in schools):
            wanted[Period(need.start, need.end)] += need.students
    most = sorted(wanted, key=lambda period: (-wanted[period], period.start, period.end))[:SOUGHT]
    return tuple(sorted(most, key=lambda period: (period.start, period.end)))


def browse(act: str, state: State, facts: Facts, words: Words) -> Say | None:
    """What a press shows next; None when it is no step of the picker."""
    step, _, value = act.partition("=")
    match step:
        case "months":
            return Say("pick-month", {}, (*_months(facts.today, words), "flexible"), in_place=True)
        case "month":
            first = day_of(f"{value}-01")
            if first is None:
                return None
            said = {"month": MONTHS[words.language][first.month - 1]}
            weeks = _weeks(first, _draft(state, facts), facts, words)
            return Say("pick-week", said, (*weeks, "months", "flexible"), in_place=True)
        case "from":
            start = day_of(value)
            return _lengths(start, _draft(state, facts), words) if start else None
    return None


def _draft(state: State, facts: Facts) -> Draft:
    target = facts.offer(state.target or "")
    return target.draft if target else state.drafts[state.about] if state.about < len(state.drafts) else Draft()


def _bassins(draft: Draft, territory: Territory) -> set[str]:
    commune = territory.communes.get(draft.place.insee) if draft.place else None
    return {b for pole in territory.poles.values() if commune and commune.bassin in pole.bassins for b in pole.bassins}


def _labels(draft: Draft, facts: Facts) -> set[str]:
    """Needs name their programme by its code or by its label."""
    known = [facts.catalogue.programmes[code] for code in draft.programmes if code in facts.catalogue.programmes]
    return {*draft.programmes, *(programme.label for programme in known)}


def _choice(period: Period, words: Words) -> Choice:
    return Choice(f"dates={period.start}={period.end}", say_short(period, words.language))


def _months(today: date, words: Words) -> tuple[Choice, ...]:
    """From the month of the next Monday on."""
    start = _monday(today + timedelta(days=1))
    firsts = [date(start.year + (start.month - 1 + n) // 12, (start.month - 1 + n) % 12 + 1, 1) for n in range(AHEAD)]
    names = MONTHS[words.language]
    return tuple(Choice(f"month={first:%Y-%m}", names[first.month - 1].capitalize()) for first in firsts)


def _weeks(first: date, draft: Draft, facts: Facts, words: Words) -> tuple[Choice, ...]:
    """The weeks of a month that are still to come and in which there is school."""
    monday, found = _monday(first), list[Choice]()
    while monday.month == first.month:
        if monday > facts.today and not _holiday(monday, facts.territory):
            week = _choice(Period(monday, monday + FRIDAY), words)
            found.append(Choice(f"from={monday}", week.label) if draft.kind in LENGTHS else week)
        monday += WEEK
    return tuple(found)


def _lengths(start: date, draft: Draft, words: Words) -> Say:
    lengths = LENGTHS.get(draft.kind or "", LENGTHS["pfmp"])
    choices = tuple(
        Choice(f"dates={start}={start + n * WEEK - timedelta(days=3)}", words.line("weeks", weeks=n)) for n in lengths
    )
    return Say("pick-length", {"day": say_start(start, words.language)}, (*choices, "months"), in_place=True)


def _monday(day: date) -> date:
    """That day, or the Monday after it."""
    return day + timedelta(days=-day.weekday() % 7)


def _holiday(monday: date, territory: Territory) -> bool:
    """Whether there is no school all week."""
    breaks = [(off.first_day_off, off.resume) for off in territory.calendar if off.kind == "vacances"]
    return any(first and resume and first <= monday and monday + FRIDAY < resume for first, resume in breaks)
