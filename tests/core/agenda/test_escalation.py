"""What nobody answers goes up: late on the third of its owner's days, the deputy's on the fifth, the academy's on the tenth."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from config.territory import Territory
from core.agenda.actions import perform
from core.agenda.deeds import Deed
from core.agenda.digests import Line, gather
from core.agenda.escalation import goes_up_before, own_days_back
from core.agenda.keeping import keep
from core.agenda.records import Digest
from core.database import transaction
from core.post.outbox import Outgoing
from core.territory.workdays import add_working_days, at_local
from dialogs.pole.rounds import make_rounds
from dialogs.post.promptness import DIGEST_TIME
from tests.builders import TODAY
from tests.day import HOUSE, TERRITORY, WEST, a_matter, an_occasion

ACADEMY, NUMBERS = TERRITORY.academy.id, count(1)
DEPUTY = replace(WEST, id="c-ouest-2", name="M. SUPPLÉANT", email="suppleant@example.org", function="deputy")
OWNER = replace(WEST, deputy_id=DEPUTY.id)
WITH_DEPUTY = replace(TERRITORY, coordinators={**TERRITORY.coordinators, OWNER.id: OWNER, DEPUTY.id: DEPUTY})


def seen(session: Session, who: str, working_days: int, territory: Territory = WITH_DEPUTY) -> list[Line]:
    """What this person's digest asks so many working days later."""
    day = add_working_days(TODAY, working_days, territory)
    now = at_local(day, DIGEST_TIME, territory)
    return [line for line in gather(session, territory.coordinators[who], day, now, territory).lines if line.awaits]


def lines_of(session: Session, who: str, days: int) -> int:
    return len(seen(session, who, days))


def test_a_question_goes_up_the_steps(engine: Engine) -> None:
    with transaction(engine) as session:
        a_matter(session)
        assert [line.late for day in (1, 2, 3) for line in seen(session, "c-ouest", day)] == [False, False, True]
        assert [lines_of(session, DEPUTY.id, day) for day in (4, 5, 10)] == [0, 1, 1]
        assert [lines_of(session, ACADEMY, day) for day in (5, 9, 10)] == [0, 0, 1]
        [line] = seen(session, DEPUTY.id, 5)
        assert line.late and line.gone_up and line.owner == "c-ouest"
        assert lines_of(session, "c-ouest", 10) == 1  # it stays its owner's


def test_what_was_answered_or_put_off_or_asked_about_does_not_go_up(engine: Engine) -> None:
    with transaction(engine) as session:
        for verb, words, day in (
            ("answer", "oui", None),
            ("ask", "quand ?", None),
            ("wait", None, add_working_days(TODAY, 9, TERRITORY)),
        ):
            matter = a_matter(session, text=f"Question {verb} ?")
            digest = a_digest_of(session)
            number = next(n for n, line in enumerate(digest[1], 1) if line.matter is matter)
            perform(session, Deed(number, verb, words, day=day), an_occasion(digest[0]))  # type: ignore[arg-type]
        assert lines_of(session, DEPUTY.id, 8) == 0
        assert lines_of(session, DEPUTY.id, 14) == 1  # five days after the day it was put off to


def a_digest_of(session: Session) -> tuple[Digest, list[Line]]:
    now = at_local(TODAY, DIGEST_TIME, TERRITORY)
    sheet = gather(session, WEST, TODAY, now, TERRITORY)
    digest = keep(session, sheet, f"digest:{next(NUMBERS)}", now)
    assert digest
    return digest, list(sheet.lines)


def test_days_are_the_owners_own() -> None:
    week = replace(WEST, digest_days=(1,))
    away = replace(WEST, absences=((TODAY, TODAY + timedelta(days=6)),))
    later = TODAY + timedelta(days=14)
    after = [sum(day > TODAY for day in own_days_back(one, later, TERRITORY)) for one in (WEST, week, away)]
    assert after == [10, 2, 6]
    assert len(list(own_days_back(WEST, TODAY, TERRITORY))) > 200


@pytest.mark.parametrize(("who", "watched"), [("c-ouest-2", True), (ACADEMY, True), ("c-sud", False)])
def test_who_watches(who: str, watched: bool) -> None:
    others = goes_up_before(WITH_DEPUTY.coordinators[who], TODAY, WITH_DEPUTY, steps=(5, 10))
    assert ("c-ouest" in others) is watched


def test_no_more_than_five_urgent_letters_a_day(engine: Engine) -> None:
    moment = at_local(TODAY, DIGEST_TIME, TERRITORY) - timedelta(hours=3)
    with transaction(engine) as session:
        for n in range(8):
            a_matter(session, "incident", f"Chute {n}")
        make_rounds(session, HOUSE, moment)
        make_rounds(session, HOUSE, moment + timedelta(minutes=5))
        sent = session.scalars(select(Outgoing).where(Outgoing.address == WEST.email)).all()
        assert len(sent) == 5
