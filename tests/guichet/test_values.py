"""Words of the commands: a misspelt one is refused in one line, with what may have been meant."""

from typing import get_args

import pytest

from config.errors import SettingsInvalid
from core.pool.records import Status
from guichet.values import known, named
from tests.builders import a_house

POLES = {"pole-nord": "Pôle Nord", "pole-sud": "Pôle Sud"}


@pytest.mark.parametrize(
    ("said", "proposed"),
    [("availble", "« available » ?"), ("pourvue", "« draft », « to_check », "), ("", "« rejected » ou « duplicate » ?")],
)
def test_a_status_that_does_not_exist_is_refused(said: str, proposed: str) -> None:
    with pytest.raises(SettingsInvalid, match=r"^--status: « .* » est inconnu, vouliez-vous dire") as refused:
        known("--status", said, get_args(Status))
    assert proposed in str(refused.value) and "\n" not in str(refused.value)


def test_a_programme_that_does_not_exist_is_answered_with_three_at_most() -> None:
    with pytest.raises(SettingsInvalid) as refused:
        known("--programme", "zut", a_house().catalogue.programmes)
    assert str(refused.value).count("«") == 1 + 3


def test_a_word_that_exists_and_one_that_was_left_out_pass() -> None:
    assert known("--status", "filled", get_args(Status)) == "filled"
    assert known("--status", None, get_args(Status)) is None


def test_a_pole_is_named_by_its_id_or_a_part_of_its_name() -> None:
    assert named("--pole", "pole-sud", POLES) == named("--pole", "SUD", POLES) == "pole-sud"
    with pytest.raises(SettingsInvalid, match="en désigne plusieurs, vouliez-vous dire « pole-nord » ou « pole-sud »"):
        named("--pole", "pole", POLES)
    with pytest.raises(SettingsInvalid, match="« pole-est » est inconnu, vouliez-vous dire"):
        named("--pole", "pole-est", POLES)
