"""Absences and days of the digest that coordinators say themselves: who acts meanwhile, when digests leave, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from config.territory import Absence, Coordinator
from core.agenda.digests import gather
from core.agenda.own_days import Own, as_said, keep_own_days, stand_ins
from core.agenda.records import Digest
from core.agenda.undoing import undo
from core.database import transaction
from core.territory.routing import acting
from core.territory.workdays import answer_day, next_digest_day
from dialogs.pole.rounds import make_rounds
from tests.builders import NOW
from tests.day import HOUSE, TERRITORY, WEST, a_digest, a_matter, an_occasion, answer

TODAY = date(2026, 11, 24)  # a Tuesday
AWAY: Absence = (date(2026, 12, 7), date(2026, 12, 18))


def west(session: Session) -> Coordinator:
    return as_said(session, TERRITORY).coordinators[WEST.id]


def say(session: Session, digest: Digest, own: Own, now: datetime = NOW) -> Coordinator:
    return keep_own_days(session, own, an_occasion(digest, now))


def some_digest(session: Session) -> Digest:
    a_matter(session)
    return a_digest(session)


def test_nothing_said_leaves_the_territory_as_it_is(engine: Engine) -> None:
    with transaction(engine) as session:
        assert as_said(session, TERRITORY) is TERRITORY and HOUSE.as_said(session) is HOUSE


def test_who_is_away_is_stood_in_for_on_these_days_only(engine: Engine) -> None:
    with transaction(engine) as session:
        say(session, some_digest(session), Own("absent", absences=(AWAY,)))
        territory = as_said(session, TERRITORY)
        first, last = AWAY[0], date(2026, 12, 18)
        days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
        assert [acting(west(session), territory, day).id == WEST.id for day in days] == [True, False, False, True]
        [deputy] = stand_ins(west(session), AWAY, territory)
        assert any(line.matter for line in gather(session, deputy, first, NOW, territory).lines)
        assert WEST.id in [one.id for one in gather(session, deputy, first, NOW, territory).stands_in_for]


def test_a_second_absence_does_not_end_the_first_and_a_return_ends_what_has_begun(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = some_digest(session)
        say(session, digest, Own("absent", absences=((TODAY, None),)))
        say(session, digest, Own("absent", absences=(AWAY,)))
        assert west(session).absent(TODAY) and west(session).absent(AWAY[0])
        say(session, digest, Own("back"))
        assert not west(session).absent(TODAY) and west(session).absent(AWAY[0])


def test_a_return_ends_an_absence_of_the_files_and_a_later_one_of_the_files_counts(engine: Engine) -> None:
    gone = replace(WEST, absent_from=TODAY - timedelta(days=3))
    later = replace(WEST, absent_from=TODAY + timedelta(days=3))
    with transaction(engine) as session:
        say(session, some_digest(session), Own("back"))
        for person, away in ((gone, False), (later, True)):
            territory = replace(TERRITORY, coordinators={**TERRITORY.coordinators, WEST.id: person})
            assert as_said(session, territory).coordinators[WEST.id].absent(TODAY + timedelta(days=4)) is away


def test_who_takes_the_function_over_is_not_away(engine: Engine) -> None:
    heir = replace(WEST, email="heir@example.org")
    with transaction(engine) as session:
        say(session, some_digest(session), Own("absent", absences=((TODAY, None),)))
        territory = replace(TERRITORY, coordinators={**TERRITORY.coordinators, WEST.id: heir})
        assert as_said(session, territory).coordinators[WEST.id] == heir


def test_all_functions_of_a_mailbox_are_away_together(engine: Engine) -> None:
    other = replace(TERRITORY.coordinators["c-sud"], email=WEST.email.upper())
    territory = replace(TERRITORY, coordinators={**TERRITORY.coordinators, other.id: other})
    with transaction(engine) as session:
        at = replace(an_occasion(some_digest(session)), territory=territory)
        keep_own_days(session, Own("absent", absences=((TODAY, None),)), at)
        assert as_said(session, territory).coordinators[other.id].absent(TODAY)


def test_it_is_undone_like_everything_that_an_answer_does(engine: Engine) -> None:
    with transaction(engine) as session:
        digest = some_digest(session)
        said = answer(session, digest, "absente du 7 au 18\ndigest mardi et jeudi à 8 h 30")
        assert "du 7 au 18 décembre 2026" in said and "le mardi et le jeudi à 8 h 30" in said and "« annuler » défait" in said
        assert west(session).digest_days == (1, 3) and west(session).digest_at == time(8, 30)
        undone = answer(session, digest, "annuler")
        assert "Annulé (absence)" in undone and "Annulé (jours du point)" in undone and "0." not in undone
        assert west(session) == WEST
        assert not undo_is_possible(session, digest)


def undo_is_possible(session: Session, digest: Digest) -> bool:
    try:
        return bool(undo(session, (), an_occasion(digest)))
    except Exception:
        return False


def test_digests_leave_on_the_days_and_at_the_time_that_were_chosen(engine: Engine) -> None:
    with transaction(engine) as session:
        say(session, some_digest(session), Own("digest", days=(1, 3), at=time(9, 0)))
        person = west(session)
        assert next_digest_day(person, TODAY, TERRITORY) == date(2026, 11, 26)
        assert answer_day(person, date(2026, 11, 26), TERRITORY) == date(2026, 12, 1)
        sent = []
        for day in range(25, 31):
            for hour in (4, 6):  # 8:00 and 10:00 in La Réunion
                make_rounds(session, HOUSE, datetime(2026, 11, day, hour, tzinfo=UTC))
                found = session.scalars(select(Digest.occasion).where(Digest.coordinator == WEST.id, Digest.id > 1)).all()
                sent += [(day, hour)] if len(found) > len(sent) else []
        assert sent == [(26, 6)]  # the matter is in that one; Friday and Monday are not theirs


def test_an_absence_that_nobody_can_take_goes_to_the_academy(engine: Engine) -> None:
    people = {id: replace(one, absent_from=TODAY) for id, one in TERRITORY.coordinators.items() if one.function != "academy"}
    territory = replace(TERRITORY, coordinators={**TERRITORY.coordinators, **people})
    with transaction(engine) as session:
        assert as_said(session, territory) is territory
        assert stand_ins(people[WEST.id], AWAY, territory) == (territory.academy,)
