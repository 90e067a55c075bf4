"""Expressions compiled at their first use."""

import re

import pytest

from dialogs.understanding.pattern import Pattern


def test_a_pattern_finds_what_its_expression_finds() -> None:
    digits = Pattern(r"\d+")
    first, later = digits.search("le 12 mars"), digits.match("12 mars", 1)
    assert first and later and (first[0], later[0]) == ("12", "2")
    assert digits.fullmatch("12 mars") is None
    assert [found[0] for found in digits.finditer("du 3 au 14")] == ["3", "14"]


def test_a_pattern_is_compiled_once_and_only_when_it_is_used() -> None:
    digits = Pattern(r"\d+")
    assert not vars(digits).keys() & {"compiled", "search"}
    found = digits.search("12")
    assert found and found.re is digits.compiled


def test_a_fault_in_a_pattern_shows_at_its_first_use() -> None:
    with pytest.raises(re.error):
        Pattern("(").search("x")
