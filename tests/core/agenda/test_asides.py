"""An entry taken on, put off, passed on or noted: it settles nothing, comes back in time, and is undone like everything else."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from core.agenda.actions import open_entries
from core.agenda.asides import MINE_FOR
from core.agenda.deeds import AlreadyHandled, AlreadyTheirs, DayPassed, Deed, NobodyOfThatName, SeveralOfThatName, WordsMissing
from core.agenda.digests import gather
from core.agenda.records import Matter
from core.agenda.undoing import undo
from core.database import transaction
from core.pool.records import OfferChange
from core.territory.people import people_named
from core.territory.workdays import add_working_days, local_day
from tests.builders import NOW, TODAY
from tests.day import TERRITORY, WEST, a_digest, a_matter, an_occasion, an_offer, do

SOUTH = TERRITORY.coordinators["c-sud"]


def seen(session: Session, day: date, coordinator: str = "c-ouest") -> int:
    """How many entries await a decision in the digest of that day."""
    now = NOW + timedelta(days=(day - TODAY).days)
    return sum(line.awaits for line in gather(session, TERRITORY.coordinators[coordinator], day, now, TERRITORY).lines)


def test_put_off_it_stays_away_until_that_day_and_is_then_told_as_back(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest, back = a_digest(session), TODAY + timedelta(days=10)
        assert do(session, digest, Deed(1, "wait", day=back)).effect == "waits"
        assert not open_entries(session, digest)
        assert [seen(session, day) for day in (TODAY + timedelta(days=1), back - timedelta(days=1), back)] == [0, 0, 1]
        [line] = gather(session, WEST, back, NOW + timedelta(days=10), TERRITORY).lines
        assert line.back and not line.late
        later = add_working_days(back, 3, TERRITORY)
        [line] = gather(session, WEST, later, NOW + timedelta(days=(later - TODAY).days), TERRITORY).lines
        assert line.late


def test_who_sees_to_it_is_left_alone_for_five_working_days_and_may_then_decide(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "mine"))
        back = add_working_days(local_day(NOW, TERRITORY), MINE_FOR, TERRITORY)
        assert [seen(session, back - timedelta(days=1)), seen(session, back)] == [0, 1]
        do(session, digest, Deed(1, "ok"), NOW + timedelta(hours=2))
        assert offer.status == "available"


@pytest.mark.parametrize("day", [None, TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=400)])
def test_it_is_put_off_to_a_day_to_come_and_not_for_ever(engine: Engine, day: date | None) -> None:
    with transaction(engine) as session:
        an_offer(session)
        with pytest.raises(DayPassed):
            do(session, a_digest(session), Deed(1, "wait", day=day))
        assert seen(session, TODAY) == 1


def test_passed_on_an_offer_is_the_others_with_who_and_why_and_can_be_undone(engine: Engine) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        digest = a_digest(session)
        assert do(session, digest, Deed(1, "pass", "le Sud : l’atelier est au Tampon")).effect == "passed"
        assert (offer.coordinator, offer.pole) == (SOUTH.id, SOUTH.pole)
        assert [seen(session, TODAY), seen(session, TODAY, SOUTH.id)] == [0, 1]
        assert not open_entries(session, digest)
        [line] = gather(session, SOUTH, TODAY, NOW, TERRITORY).lines
        assert line.passed and (line.passed.coordinator, line.passed.words) == (WEST.id, "le Sud : l’atelier est au Tampon")
        change = session.scalars(select(OfferChange).where(OfferChange.what == "passed")).one()
        assert change.reason == "l’atelier est au Tampon"
        with pytest.raises(AlreadyHandled):
            do(session, digest, Deed(1, "ok"), coordinator="c-acad")
        undo(session, (1,), an_occasion(digest))
        assert (offer.coordinator, offer.pole) == (WEST.id, WEST.pole)
        assert seen(session, TODAY) == 1


def test_passed_on_a_question_is_the_others_and_can_be_undone(engine: Engine) -> None:
    with transaction(engine) as session:
        matter = a_matter(session)
        digest = a_digest(session)
        do(session, digest, Deed(1, "pass", "Mme Karine"))
        assert session.scalars(select(Matter.coordinator)).one() == "c-tuteurs"
        undo(session, (1,), an_occasion(digest))
        assert matter.coordinator == WEST.id


@pytest.mark.parametrize(
    ("said", "refusal"),
    [("Zoé", NobodyOfThatName), ("la", NobodyOfThatName), ("exemple", SeveralOfThatName), ("l’Ouest", AlreadyTheirs)],
)
def test_names_that_say_nobody_several_or_oneself_change_nothing(engine: Engine, said: str, refusal: type[Exception]) -> None:
    with transaction(engine) as session:
        offer = an_offer(session)
        with pytest.raises(refusal):
            do(session, a_digest(session), Deed(1, "pass", said))
        assert offer.coordinator == WEST.id


def test_a_note_stays_with_the_offer_whatever_its_state_and_wants_words(engine: Engine) -> None:
    with transaction(engine) as session:
        an_offer(session)
        digest = a_digest(session)
        assert do(session, digest, Deed(1, "note", "rappeler en mars")).effect == "noted"
        [line] = gather(session, WEST, TODAY, NOW, TERRITORY).lines
        assert line.note == "rappeler en mars"
        with pytest.raises(WordsMissing):
            do(session, digest, Deed(1, "note"))
        do(session, digest, Deed(1, "no"))
        assert do(session, digest, Deed(1, "note", "elle rappellera")).effect == "noted"


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("le Sud", {"c-sud"}),
        ("pôle Sud", {"c-sud"}),
        ("l'Est", {"c-est"}),
        ("Fanny", {"c-sud-2"}),
        ("Mme Exemple-Sud-Bis", {"c-sud-2"}),
        ("le CFA", {"c-cfa"}),
        ("l’académie", {"c-acad"}),
        ("c-mlds", {"c-mlds"}),
        ("M. Éric", {"c-sud"}),
        ("personne", set()),
        ("", set()),
    ],
)
def test_whom_people_mean(said: str, ids: set[str]) -> None:
    assert {one.id for one in people_named(said, TERRITORY)} == ids
