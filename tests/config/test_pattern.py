"""Expressions compiled at their first use."""

import re

import pytest

from config.pattern import Marked, Pattern


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


def test_a_marked_pattern_is_not_even_compiled_where_no_mark_stands() -> None:
    reference = Marked(r"\bof[- ]?\d+", "of|ref")
    assert reference.search("3 eleves") is None and not list(reference.finditer("3 eleves"))
    assert "compiled" not in vars(reference.pattern)
    found = reference.search("l'offre of-2027")
    assert found and found[0] == "of-2027" and [one[0] for one in reference.finditer("of 1, of-2")] == ["of 1", "of-2"]
