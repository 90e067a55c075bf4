"""Stays placed by the school calendar: « la semaine avant les vacances de Noël », « après les vacances »."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from config.pattern import Pattern
from config.territory import CalendarDay
from core.pool.draft import Period
from dialogs.when.moments import MOST, Clock, Found

# The month in which the holidays of this name begin, in one calendar or the other.
_BEGIN = {
    "toussaint": (10,), "octobre": (10,), "noel": (12,), "decembre": (12,), "fin d'annee": (12,), "ete austral": (12, 1),
    "janvier": (12,), "hiver austral": (7,), "fevrier": (2,), "hiver": (2,), "mars": (3,), "paques": (3, 4),
    "printemps": (4, 3), "avril": (4,), "mai": (5,), "ete": (7, 6), "juillet": (7,), "grandes": (7, 12),
    "christmas": (12,), "easter": (3, 4), "summer": (7, 12),
}  # fmt: skip
_NAMES = "|".join(sorted(_BEGIN, key=len, reverse=True))
_HOLIDAYS = (
    r"(?:les |l'|la |the |ces |nos |leurs )?(?:(?P<big>grandes) )?(?:(?P<english>christmas|easter|summer) )?"
    r"(?:vacances|conges|holidays)"
    rf"(?: scolaires)?(?: (?:de la |de l'|de |d'|du )?(?P<name>{_NAMES})(?![a-z]))?"
)
_BESIDE = Pattern(
    r"(?:l[ae]s? )?(?:(?P<count>\d) )?(?:(?:derniere|premiere)s? )?semaine (?:qui )?(?:juste )?"
    rf"(?P<side>d?'?avant|d?'?apres|de|before|after|preced(?:ant|e|ent)|suivant|suit|suivent) {_HOLIDAYS}"
)
_AFTER = Pattern(
    rf"(?:a partir de |des |juste )?(?:apres {_HOLIDAYS}|(?:apres |a )?la rentree(?: des vacances)?(?: de la | de | d'| )"
    rf"(?P<back>{_NAMES})(?![a-z])|(?P<return>apres la rentree))"
)
_DURING = Pattern(rf"(?:pendant|durant|during) {_HOLIDAYS}")
_ALONE = Pattern(rf"{_HOLIDAYS}|(?:a |la |pour la |des la )*rentree(?: scolaire)?(?: (?:de |d'|prochaine )?(?:20\d\d|{_NAMES}))?")
_BACK = {"fevrier": (1, 2), "janvier": (1, 2), "mars": (3,), "septembre": (9, 8)}


def find_holidays(said: str, clock: Clock) -> Iterator[Found]:
    """Weeks beside the holidays, the day after them, the holidays themselves; what the calendar does not tell is passed over."""
    if not any(word in said for word in ("vacances", "conges", "holidays", "rentree")):
        return
    for rule in (_beside, _after, _during, _alone):
        found = list(islice(rule(said, clock), MOST))
        yield from found
        for one in found:
            said = said[: one.start] + "\0" * (one.end - one.start) + said[one.end :]


def _beside(said: str, clock: Clock) -> Iterator[Found]:
    for match in _BESIDE.finditer(said):
        row, weeks = _named(match["name"] or match["english"] or match["big"], clock), int(match["count"] or 1)
        if row is None or row.first_day_off is None or row.resume is None or match["side"] == "de":
            yield Found(match.start(), match.end())
        elif match["side"] in ("apres", "d'apres", "after", "suivant", "suit", "suivent"):
            yield Found(match.start(), match.end(), _weeks_from(row.resume, weeks))
        else:
            yield Found(match.start(), match.end(), _weeks_to(row.first_day_off - timedelta(days=1), weeks))


def _after(said: str, clock: Clock) -> Iterator[Found]:
    """« après les vacances »: the day of the return, as a start."""
    for match in _AFTER.finditer(said):
        row = _returning(match["back"], clock) if match["back"] else _named(match["name"] or match["english"], clock)
        sure = row is not None and row.resume is not None and row.sure
        yield Found(
            match.start(), match.end(), Period(row.resume, row.resume) if sure and row and row.resume else None, opens=True
        )


def _during(said: str, clock: Clock) -> Iterator[Found]:
    for match in _DURING.finditer(said):
        name = match["name"] or match["english"]
        row = _named(name, clock) if name else None
        if row and row.first_day_off and row.resume:
            yield Found(match.start(), match.end(), Period(row.first_day_off, row.resume - timedelta(days=1)))
        else:
            yield Found(match.start(), match.end())


def _alone(said: str, _clock: Clock) -> Iterator[Found]:
    """« les vacances de février », « rentrée 2027 »: no month and no day of the stay."""
    return (Found(match.start(), match.end()) for match in _ALONE.finditer(said) if match[0].strip())


def _named(name: str | None, clock: Clock) -> CalendarDay | None:
    """The next holidays of that name, or simply the next."""
    for row in _ahead(clock):
        if row.first_day_off and (name is None or row.first_day_off.month in _BEGIN[name]):
            return row
    return None


def _returning(name: str, clock: Clock) -> CalendarDay | None:
    months = _BACK.get(name)
    rows = [row for row in _ahead(clock) if row.resume and months and row.resume.month in months]
    return rows[0] if rows else _named(name, clock)


def _ahead(clock: Clock) -> list[CalendarDay]:
    rows = [row for row in clock.calendar if row.kind == "vacances" and row.first_day_off and row.first_day_off > clock.received]
    return sorted(rows, key=lambda row: row.first_day_off or date.max)


def _weeks_to(last: date, weeks: int) -> Period:
    """The weeks that end before the holidays."""
    short = 2 <= last.weekday() < 4  # holidays that begin on a Thursday or a Friday shorten the week
    friday = last if short else last - timedelta(days=(last.weekday() - 4) % 7)
    monday = friday - timedelta(days=friday.weekday())
    return Period(monday - timedelta(days=7 * (weeks - 1)), friday)


def _weeks_from(first: date, weeks: int) -> Period:
    monday = first + timedelta(days=-first.weekday() % 7) if first.weekday() > 1 else first
    return Period(monday, monday - timedelta(days=monday.weekday()) + timedelta(days=7 * (weeks - 1) + 4))
