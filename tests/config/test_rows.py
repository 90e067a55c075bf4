"""Cells read as codes, dates and numbers; what cannot be read is blamed."""

import pytest

from config.problems import Problems
from config.rows import Row, is_email, is_insee, is_uai


def a_row(**cells: str) -> Row:
    return Row("t.csv", 7, cells, Problems())


def test_the_check_letter_of_a_uai_is_its_number_modulo_23() -> None:
    assert [is_uai(code) for code in ("9740022F", "9740022G", "974022F", "٩٧٤٠٠٢٢F")] == [True, False, False, False]


def test_corsican_codes_are_insee_codes_too() -> None:
    assert [is_insee(code) for code in ("97411", "2A004", "2C004", "9741")] == [True, True, False, False]


@pytest.mark.parametrize("address", ["", "a", "a@b", "a b@c.fr", "a@b..fr", "Mme A <a@b.fr>", "a@" + "b" * 300 + ".fr"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert not is_email(address)


def test_a_cell_that_cannot_be_read_is_blamed_and_reading_goes_on() -> None:
    row = a_row(day="2026-02-30", n="-1", lat="nan", flag="maybe")
    assert (row.day("day"), row.number("n"), row.degrees("lat", 90), row.yes("flag")) == (None, None, None, False)
    assert [problem.line for problem in row.problems.found] == [7, 7, 7, 7]


def test_empty_cells_are_nothing_and_no_problem() -> None:
    row = a_row()
    assert (row.day("x"), row.number("x"), row.degrees("x", 90), row.many("x"), row.yes("x")) == (None, None, None, (), False)
    assert row.problems.found == []
