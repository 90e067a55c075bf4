"""The bench of sending runs, and says what it measures."""

import shutil

import pytest

from bench.mail_send import DIGEST, a_parcel, by_stdlib, measure
from tests.mail.builders import read


def test_both_ways_of_writing_say_the_same() -> None:
    assert "Pharmacie de la Baie" in read(by_stdlib(a_parcel(1, DIGEST))).text


@pytest.mark.skipif(shutil.which("smtp-sink", path="/usr/sbin:/usr/bin") is None, reason="not installed: sudo make servers")
def test_every_way_of_sending_is_measured() -> None:
    rows = measure(letters=12)
    assert len(rows) == 9 and all(row.a_second > 0 for row in rows)
