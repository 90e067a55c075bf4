"""Dates left open and days closed, as employers say them."""

import time

import pytest

from dialogs.understanding.openness import closed_days, leaves_open
from dialogs.understanding.plain import say_plainly
from dialogs.understanding.text import prepare


def plain(said: str) -> str:
    return say_plainly(prepare(said)).folded


OPEN = (
    "toute l'année", "quand vous voulez", "dates à convenir", "dates flexibles", "peu importe la date", "n'importe quand",
    "à votre convenance", "nous sommes flexibles sur les dates", "selon votre calendrier", "any time", "flexible dates",
    "dates à votre convenance", "souple",
)  # fmt: skip
SHUT = ("du 8 au 26 février", "ouvert toute l'année", "horaires", "en mars", "stage libre")


@pytest.mark.parametrize("said", OPEN)
def test_dates_left_to_us_are_flexible(said: str) -> None:
    assert leaves_open(plain(said))


@pytest.mark.parametrize("said", SHUT)
def test_dates_said_or_opening_hours_are_not_flexible(said: str) -> None:
    assert not leaves_open(plain(said))


CLOSED = (
    ("pas le lundi", (0,)), ("fermé dimanche et lundi", (6, 0)), ("sauf le mercredi", (2,)), ("le lundi on est fermé", (0,)),
    ("fermé le samedi, dimanche", (5, 6)), ("closed on Mondays", (0,)), ("fermé le mercredi après-midi", ()),
    ("le lundi et mardi", ()),
)  # fmt: skip


@pytest.mark.parametrize(("said", "days"), CLOSED)
def test_closed_weekdays_are_whole_days(said: str, days: tuple[int, ...]) -> None:
    assert closed_days(plain(said)) == days


@pytest.mark.parametrize("piece", ["fermé lundi, ", "lundi et ", "dates ", "flexible ", "pas le ", "ouvert "])
def test_a_long_message_is_read_quickly(piece: str) -> None:
    said = plain((piece * 20_000)[:20_000])
    start = time.process_time()
    leaves_open(said), closed_days(said)
    assert time.process_time() - start < 3  # a pattern that explodes takes minutes
