"""Who gets an offer: every rule of routing, absences and missing functions included."""

from dataclasses import replace
from datetime import date

import pytest

from config.territory import Function, Territory
from config.territory_files import load_territory
from core.pool.draft import Draft, Kind, Level, Place, kind_of
from core.territory.routing import Route, contact_for, coordinator_of, route

REUNION, MAYOTTE = load_territory("reunion"), load_territory("mayotte")
TODAY, ABSENCE = date(2026, 11, 24), date(2026, 12, 7)
PORT, DENIS, BENOIT, PIERRE = "97407", "97411", "97410", "97416"


def routed(kind: Kind | None, insee: str | None, territory: Territory = REUNION, day: date = TODAY) -> Route:
    return route(Draft(kind=kind, place=Place(insee, "?") if insee else None), territory, day)


def without(*functions: str) -> Territory:
    return replace(
        REUNION, coordinators={k: person for k, person in REUNION.coordinators.items() if person.function not in functions}
    )


def away(*ids: str) -> Territory:
    absent = {who: replace(REUNION.coordinators[who], absent_from=TODAY) for who in ids}
    return replace(REUNION, coordinators=REUNION.coordinators | absent)


def test_a_commune_gives_its_bassin_its_pole_and_its_coordinator() -> None:
    assert routed("pfmp", PORT) == Route("pole-ouest", "ouest", "c-ouest", "c-ouest", (), False, "coordinator")


def test_a_pole_may_cover_two_bassins() -> None:
    assert routed("pfmp", "97615", MAYOTTE).pole == routed("pfmp", "97611", MAYOTTE).pole == "pole-mamoudzou"


def test_the_narrowest_scope_takes_its_kind_even_when_the_coordinator_is_there() -> None:
    assert (routed("sts", DENIS).coordinator, routed("sts", DENIS).reason) == ("c-nord-sts", "scope")
    assert routed("pfmp", DENIS).coordinator == "c-nord"


@pytest.mark.parametrize(
    ("levels", "kind"),
    [(("bts",), "sts"), (("cap", "bac_pro"), "pfmp"), (("seconde",), "observation"), (("bts", "cap"), None), ((), None)],
)
def test_levels_tell_the_kind_when_nothing_else_does(levels: tuple[Level, ...], kind: Kind | None) -> None:
    assert kind_of(Draft(levels=levels)) == kind


def test_a_narrow_person_away_gives_way_to_their_deputy() -> None:
    assert routed("sts", DENIS, away("c-nord-sts")).coordinator == "c-nord"


@pytest.mark.parametrize(
    ("day", "acting"),
    [(date(2026, 12, 6), "c-est"), (ABSENCE, "c-acad"), (date(2026, 12, 18), "c-acad"), (date(2026, 12, 19), "c-est")],
)
def test_an_absent_coordinator_stays_titular_and_the_deputy_acts(day: date, acting: str) -> None:
    found = routed("pfmp", BENOIT, day=day)
    assert (found.titular, found.coordinator) == ("c-est", acting)


def test_two_who_stand_in_for_each_other_and_are_both_away_give_way_to_the_academy() -> None:
    assert routed("pfmp", PIERRE, away("c-sud")).coordinator == "c-sud-2"
    assert routed("pfmp", PIERRE, away("c-sud", "c-sud-2")).coordinator == "c-acad"
    assert routed("pfmp", PIERRE, away("c-sud", "c-sud-2", "c-acad")).coordinator == "c-acad"


def test_a_deputy_for_all_kinds_acts_only_in_absence_even_when_not_named() -> None:
    people = REUNION.coordinators | {"c-sud": replace(REUNION.coordinators["c-sud"], deputy_id=None)}
    assert routed("pfmp", PIERRE, replace(REUNION, coordinators=people)).coordinator == "c-sud"
    people["c-sud"] = replace(people["c-sud"], absent_from=TODAY)
    assert routed("pfmp", PIERRE, replace(REUNION, coordinators=people)).coordinator == "c-sud-2"


def test_apprenticeship_goes_to_the_cfa_with_a_copy_to_the_pole() -> None:
    assert routed("apprenticeship", PORT) == Route("pole-ouest", "ouest", "c-cfa", "c-cfa", ("c-ouest",), False, "apprenticeship")


def test_a_missing_function_falls_to_the_academy() -> None:
    assert routed("apprenticeship", "97611", MAYOTTE).coordinator == "c-acad"
    assert contact_for("training", without("training"), TODAY).id == "c-acad"


@pytest.mark.parametrize(
    ("function", "who"), [("training", "c-tuteurs"), ("handicap", "c-handicap"), ("mlds", "c-mlds"), ("cfa", "c-cfa")]
)
def test_each_function_has_its_contact(function: Function, who: str) -> None:
    assert contact_for(function, REUNION, TODAY).id == who


def test_a_contact_of_the_bassin_comes_before_one_for_all() -> None:
    local = replace(REUNION.coordinators["c-mlds"], id="c-mlds-sud", bassins=("sud",))
    territory = replace(REUNION, coordinators=REUNION.coordinators | {local.id: local})
    assert contact_for("mlds", territory, TODAY, "sud").id == "c-mlds-sud"
    assert contact_for("mlds", territory, TODAY, "nord").id == "c-mlds"


def test_functions_asked_for_get_a_copy_once() -> None:
    found = route(Draft(kind="pfmp", place=Place(PORT, "Le Port")), REUNION, TODAY, also=("handicap", "mlds", "handicap"))
    assert (found.coordinator, found.copies) == ("c-ouest", ("c-handicap", "c-mlds"))


def test_outside_the_territory_there_is_no_pole_and_the_academy_answers() -> None:
    assert routed("pfmp", "75056") == Route(None, "", "c-acad", "c-acad", (), True, "outside")


def test_without_a_place_nothing_is_outside_yet() -> None:
    assert routed("pfmp", None) == Route(None, "", "c-acad", "c-acad", (), False, "no_place")


def test_a_pole_for_one_kind_comes_before_the_pole_for_all() -> None:
    campus = replace(REUNION.poles["pole-nord"], id="pole-campus", kinds=("sts",), coordinator_id="c-cfa")
    territory = replace(REUNION, poles=REUNION.poles | {campus.id: campus})
    assert (routed("sts", DENIS, territory).pole, routed("pfmp", DENIS, territory).pole) == ("pole-campus", "pole-nord")


def test_a_kind_that_no_pole_takes_goes_to_the_academy_inside_the_territory() -> None:
    territory = replace(REUNION, poles={key: replace(pole, kinds=("pfmp",)) for key, pole in REUNION.poles.items()})
    found = routed("sts", DENIS, territory)
    assert (found.pole, found.outside, found.reason) == (None, False, "no_pole")


def test_who_acts_for_a_commune_is_known_without_an_offer() -> None:
    assert coordinator_of(BENOIT, REUNION, ABSENCE).id == "c-acad"
    assert coordinator_of(DENIS, REUNION, TODAY, "sts").id == "c-nord-sts"
    assert coordinator_of("75056", REUNION, TODAY).id == "c-acad"
