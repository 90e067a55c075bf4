"""When our own messages may leave."""

from datetime import UTC, datetime

import pytest

from core.post.parcel import Parcel
from dialogs.post.promptness import may_speak, softened
from tests.day import TERRITORY


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (datetime(2026, 11, 24, 4, 0, tzinfo=UTC), True),  # 8:00 in La Réunion
        (datetime(2026, 11, 24, 3, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 15, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 28, 8, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 25, 8, 0, tzinfo=UTC), False),
    ],
)
def test_employers_are_spoken_to_by_day_on_working_days(moment: datetime, may: bool) -> None:
    assert may_speak(moment, TERRITORY) is may


@pytest.mark.parametrize(("solicited", "hour", "silent"), [(False, 8, False), (False, 18, True), (True, 18, False)])
def test_what_nobody_asked_for_makes_no_sound_at_night(solicited: bool, hour: int, silent: bool) -> None:
    parcel = Parcel(1, "telegram", "7", (), solicited=solicited)
    assert softened(parcel, datetime(2026, 11, 24, hour, 0, tzinfo=UTC), TERRITORY).silent is silent
