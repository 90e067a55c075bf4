"""The metropolitan zones: every département of the mainland has one, and every mistake is told."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from config.problems import CatalogueInvalid
from config.zones import FOLDER, ZONES, load_zones


def test_every_mainland_departement_has_one_zone_and_corse_none() -> None:
    codes = load_zones().of_departement
    assert len(codes) == 94
    assert {code for code in codes if not code.isdigit()} == set()
    assert load_zones().around("2A") == load_zones().around("974") == ()


@pytest.mark.parametrize(("departement", "first"), [("69", "2027-02-13"), ("59", "2027-02-20"), ("75", "2027-02-06")])
def test_winter_holidays_begin_by_zone(departement: str, first: str) -> None:
    winter = next(day for day in load_zones().around(departement) if day.label == "Hiver")
    assert winter.first_day_off == date.fromisoformat(first)


def test_each_zone_has_its_breaks_of_the_year() -> None:
    assert {len(load_zones().calendar(zone)) for zone in ZONES} == {6}


def test_a_break_that_ends_before_it_begins_is_told_with_its_line(tmp_path: Path) -> None:
    for name in ("holidays-metropole.csv", "zones.csv"):
        shutil.copy(FOLDER / name, tmp_path / name)
    file = tmp_path / "holidays-metropole.csv"
    file.write_text(file.read_text("utf-8").replace("2026-10-17,2026-11-02", "2026-10-17,2026-10-02"), "utf-8")
    with pytest.raises(CatalogueInvalid, match=r"holidays-metropole.csv:2: resume 2026-10-02 is not after"):
        load_zones(tmp_path)
