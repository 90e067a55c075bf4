"""Seats against needs: what is counted, in which month, for whom."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from config.territory import Need, Territory
from core.agenda.figures import Figure, count_seats
from core.database import transaction
from tests.builders import TODAY
from tests.day import TERRITORY, an_offer

FEBRUARY = date(2027, 2, 1)


def needing(students: int, start: date = FEBRUARY) -> Territory:
    school = next(school for school in TERRITORY.schools if school.bassin == "ouest" and school.uai)
    need = Need(school.uai, school.name, "bac-pro-melec", "bac_pro", "2de", "pfmp", students, start, start)
    return replace(TERRITORY, needs=(need,))


def test_seats_of_a_month_stand_against_the_pupils_of_that_month(engine: Engine) -> None:
    territory = needing(5)
    with transaction(engine) as session:
        an_offer(session, vetted=True)
        west = [territory.poles["pole-ouest"]]
        assert count_seats(session, west, ("all",), TODAY, territory) == (Figure("pfmp", FEBRUARY, 2, 5),)


def test_seats_that_are_not_yet_accepted_do_not_count(engine: Engine) -> None:
    territory = needing(5)
    with transaction(engine) as session:
        an_offer(session)
        assert count_seats(session, [territory.poles["pole-ouest"]], ("all",), TODAY, territory)[0].seats == 0


def test_without_declared_needs_there_is_no_figure(engine: Engine) -> None:
    territory = needing(5, date(2026, 11, 2))
    with transaction(engine) as session:
        assert count_seats(session, [territory.poles["pole-ouest"]], ("all",), TODAY, territory) == ()
        assert count_seats(session, [needing(5).poles["pole-nord"]], ("all",), TODAY, needing(5)) == ()
