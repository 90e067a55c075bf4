"""What the tests of dates read by: a Monday of November, the calendar of La Réunion, and dates in short."""

from datetime import date
from functools import cache

import pytest
from pytest import ParameterSet

from config.territory import Territory
from config.territory_files import load_territory
from dialogs.understanding.text import prepare
from dialogs.when.periods import Timing, find_periods

RECEIVED = date(2026, 11, 23)  # a Monday


@cache
def a_territory() -> Territory:
    return load_territory("reunion")


def timing(message: str, received: date = RECEIVED, departement: str = "") -> Timing:
    return find_periods(prepare(message), received, a_territory(), departement)


def dates(message: str, received: date = RECEIVED, departement: str = "") -> list[str]:
    """The periods as « 2027-02-08 2027-02-26 »."""
    return [f"{period.start} {period.end}" for period in timing(message, received, departement).periods]


def forms(table: str) -> list[ParameterSet]:
    """Lines « words | first last, first last » as parameters; a line of words alone says no period."""
    lines = [line.partition(" | ") for line in table.strip().splitlines()]
    return [pytest.param(said, expected.split(", ") if expected else [], id=said) for said, _, expected in lines]
