"""Dates by tapping: what is sought comes first, weeks without school and past ones never, and every label is a date in words."""

from dataclasses import replace
from datetime import date

import pytest

from core.pool.draft import Draft, Period, Place
from dialogs.talk.choices import change_of
from dialogs.talk.period_picker import browse, period_buttons, sought
from dialogs.talk.say import Choice, Say
from dialogs.talk.state import State
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Setting
from dialogs.wording.words import words_in
from tests.builders import NOW, TODAY, a_house
from tests.dialogs.talk.test_turn import facts

HOUSE, WORDS = a_house(), words_in("fr")
OBSERVED = Draft(kind="observation", levels=("troisieme",), seats=1)


def shown(act: str, draft: Draft = OBSERVED, day: date = TODAY) -> Say:
    say = browse(act, State(drafts=(draft,), asking="periods"), facts(today=day), WORDS)
    assert say
    return say


def choices(say: Say) -> dict[str, str]:
    return {one.label: one.id for one in say.buttons if isinstance(one, Choice)}


def test_what_most_pupils_seek_comes_first_in_the_order_of_the_year() -> None:
    found = sought(OBSERVED, facts())
    needs = [need for need in HOUSE.territory.needs if need.level == "troisieme"]
    counts = {one: sum(need.students for need in needs if (need.start, need.end) == (one.start, one.end)) for one in found}
    assert 0 < len(found) <= 4 and list(found) == sorted(found, key=lambda p: p.start)
    assert all(counts.values()) and all(period.start > TODAY for period in found)


def test_only_the_needs_near_the_place_count() -> None:
    here, there = (
        sought(replace(OBSERVED, place=Place(insee, "x")), facts()) for insee in ("97413", "97410")
    )  # fmt: skip
    assert here and there and here != there


def test_an_apprenticeship_begins_any_day() -> None:
    assert period_buttons(Draft(kind="apprenticeship"), facts(), WORDS) == ("flexible",)


def test_nine_months_are_proposed_from_the_next_monday_on() -> None:
    assert list(choices(shown("months")))[:2] == ["Novembre", "Décembre"]
    assert next(iter(choices(shown("months", day=date(2026, 11, 30))))) == "Décembre"
    assert len(choices(shown("months"))) == 9


def test_weeks_of_holidays_and_weeks_begun_are_left_out() -> None:
    assert list(choices(shown("month=2026-12"))) == ["7 au 11 déc.", "14 au 18 déc."]
    assert list(choices(shown("month=2026-12", day=date(2026, 12, 7)))) == ["14 au 18 déc."]


def test_an_observation_is_a_week_and_a_placement_is_asked_how_long() -> None:
    assert choices(shown("month=2026-12"))["7 au 11 déc."] == "dates=2026-12-07=2026-12-11"
    assert choices(shown("month=2027-02", Draft(kind="pfmp")))["1er au 5 févr."] == "from=2027-02-01"
    lengths = choices(shown("from=2027-02-01", Draft(kind="pfmp")))
    assert change_of(lengths["3 semaines"]) == Draft(periods=(Period(date(2027, 2, 1), date(2027, 2, 19)),))


@pytest.mark.parametrize("act", ["month=", "month=2027-13", "from=demain", "from=", "months2"])
def test_a_press_that_is_none_of_ours_shows_nothing(act: str) -> None:
    assert browse(act, State(drafts=(OBSERVED,), asking="periods"), facts(), WORDS) is None


@pytest.mark.parametrize("act", ["dates=", "dates=hier=demain", "dates=2027-02-05=2027-02-01", "dates=2027-02-01"])
def test_days_that_are_none_of_ours_choose_nothing(act: str) -> None:
    assert change_of(act) is None


def test_every_step_takes_the_place_of_the_one_before() -> None:
    assert all(shown(act).in_place for act in ("months", "month=2027-02", "from=2027-02-01"))


@pytest.mark.parametrize("kind", ["observation", "pfmp", "sts"])
def test_what_a_button_says_is_understood_in_words(kind: str) -> None:
    draft = Draft(kind=kind)  # type: ignore[arg-type]
    setting = Setting(NOW, HOUSE.territory, HOUSE.catalogue, HOUSE.gazetteer, asking="periods")
    buttons = [one for one in period_buttons(draft, facts(), WORDS) if isinstance(one, Choice)]
    assert buttons
    for one in buttons:
        heard = understand(one.label, setting)
        assert [offer.periods for offer in heard.offers] == [change_of(one.id).periods], one  # type: ignore[union-attr]
