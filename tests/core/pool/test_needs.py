"""What schools state of their needs lies over the files: counted, matched, brought up to date, taken out by a nought."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from core.agenda.figures import count_seats
from core.database import transaction
from core.pool.needs import key_of_need, needs_as_stated, same_class, state_need
from tests.builders import NOW, TODAY, a_draft, a_house

HOUSE = a_house()
MELEC = next(
    need
    for need in HOUSE.territory.needs
    if need.programme == "bac-pro-melec" and "Lepervanche" in need.school and need.start == date(2027, 2, 1)
)


def state(session: Session, **said: object) -> str:
    need = replace(MELEC, **said)  # type: ignore[arg-type]
    known = {key_of_need(one): one for one in needs_as_stated(session, HOUSE.needs).needs}
    return state_need(session, need, known.get(key_of_need(need)), "member:1", NOW)


def best(session: Session) -> tuple[str, int]:
    match = HOUSE.as_said(session).needs.matches(a_draft(), TODAY)[0]
    return match.school.name, match.need.seeking


def february(session: Session) -> int:
    territory = HOUSE.as_said(session).territory
    figures = count_seats(session, [territory.poles["pole-ouest"]], ("pfmp",), TODAY, territory)
    return next(figure.students for figure in figures if figure.first == date(2027, 2, 1))


def test_who_still_seeks_counts_and_a_class_that_is_placed_is_no_match_any_more(engine: Engine) -> None:
    with transaction(engine) as session:
        assert HOUSE.as_said(session) is HOUSE
        before, (school, seeking) = february(session), best(session)
        assert (school, seeking) == (MELEC.school, MELEC.students)
        assert state(session, still_to_place=4) == "merged"
        assert best(session) == (school, 4) and february(session) == before - MELEC.students + 4
        assert state(session, still_to_place=4) == "known" and state(session) == "known"
        assert state(session, still_to_place=0) == "merged" and best(session)[0] != school
        assert state(session, students=MELEC.students + 2) == "merged"  # other numbers: nobody has said who still seeks
        assert best(session) == (school, MELEC.students + 2)
        assert state(session, students=0) == "merged" and best(session)[0] != school


def test_what_was_undone_is_not_remembered(engine: Engine) -> None:
    with pytest.raises(RuntimeError), transaction(engine) as session:
        state(session, still_to_place=0)
        assert best(session)[0] != MELEC.school
        raise RuntimeError
    with transaction(engine) as session:
        assert best(session) == (MELEC.school, MELEC.students)
        state(session, still_to_place=3)
    with transaction(engine) as session:
        assert best(session) == (MELEC.school, 3)


@pytest.mark.parametrize(("said", "known_as"), [("T MELEC", "tle"), ("Terminale B", "tle"), ("1ère MELEC", "1ère MELEC")])
def test_a_class_is_known_by_its_year_whatever_its_name(said: str, known_as: str) -> None:
    known = {key_of_need(one): one for one in (replace(MELEC, class_name="tle"), replace(MELEC, class_name="2nde"))}
    assert same_class(replace(MELEC, class_name=said), known).class_name == known_as
