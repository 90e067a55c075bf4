"""Numbers of letters, as short as IMAP lets them be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.arriving.uids import compact, expand, slices


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([1], "1"), ([3, 2, 1, 7], "1:3,7"), ([5, 5, 6], "5:6"), ([1, 3, 5], "1,3,5")]
)
def test_neighbours_are_written_as_a_range(numbers: list[int], text: str) -> None:
    assert compact(numbers) == text
    assert expand(text) == sorted(set(numbers))


@given(st.sets(st.integers(1, 10_000)))
def test_what_was_written_is_read_back(numbers: set[int]) -> None:
    assert expand(compact(numbers)) == sorted(numbers)


def test_slices_leave_nothing_out() -> None:
    assert list(slices([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
