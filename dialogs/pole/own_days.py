"""A coordinator's own days: kept, and said back with who acts meanwhile."""

from sqlalchemy.orm import Session

from config.territory import Absence
from core.agenda.deeds import Occasion
from core.agenda.own_days import Own, as_said, keep_own_days, stand_ins
from core.pool.draft import Period
from core.post.parcel import Block
from core.territory.workdays import local_day
from dialogs.pole.entries import clock
from dialogs.post.promptness import digest_moment
from dialogs.wording.period_words import WEEKDAYS, say_day, say_period
from dialogs.wording.words import Words, words_in

LANGUAGE = "fr"


def say_own_days(session: Session, own: Own, at: Occasion) -> Block:
    """Keep what somebody says of their days; what was kept, in words."""
    words = words_in(LANGUAGE)
    person = keep_own_days(session, own, at)
    if own.what == "back":
        return Block(words.line("own-back"))
    territory = as_said(session, at.territory)
    if own.what == "digest":
        days = [words.line("own-weekday", day=WEEKDAYS[LANGUAGE][day]) for day in person.digest_days]
        time = clock(digest_moment(person, local_day(at.now, territory), territory), territory, words)
        return Block(words.line("own-digest", days=_listed(days, words) or "none", time=time))
    lines = []
    for one in own.absences:
        people = _listed([other.name for other in stand_ins(person, one, territory)], words)
        lines.append(words.line("own-absent", absence=_absence(one, words), people=people))
    return Block("\n".join([*lines, words.line("own-absent-end")]))


def _absence(absence: Absence, words: Words) -> str:
    first, last = absence
    return say_period(Period(first, last), LANGUAGE) if last else words.line("own-from", day=say_day(first, LANGUAGE))


def _listed(names: list[str], words: Words) -> str:
    *first, last = names or [""]
    return f"{', '.join(first)} {words.line('and')} {last}" if first else last
