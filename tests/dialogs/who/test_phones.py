"""Phone numbers as people write them, overseas ones too."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.who.phones import find_phones, read_phone

REGIONS = ("RE", "FR")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("0693 18 62 77", "+262693186277"), ("0596 70 22 64", "+596596702264"), ("0696 34 00 11", "+596696340011"),
        ("0690 44 81 26", "+590690448126"), ("0590 55 14 20", "+590590551420"), ("0694 12 34 56", "+594694123456"),
        ("0594 12 34 56", "+594594123456"), ("0639 69 44 18", "+262639694418"), ("0269 61 00 00", "+262269610000"),
        ("+33 (0)2 98 11 22 33", "+33298112233"), ("00 33 6 40 71 95 28", "+33640719528"), ("06-12-34-56-78", "+33612345678"),
        ("+262 (0) 692 12 34 56", "+262692123456"), ("(0262) 12.34.56", "+262262123456"), ("0800", None), ("732829320", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_every_french_plan(said: str, number: str | None) -> None:
    assert read_phone(said, REGIONS) == number


def test_a_line_that_is_phone_and_fax_is_a_phone() -> None:
    assert find_phones(prepare("Tél/Fax 0262 34 60 91"), REGIONS)[0][0] == "+262262346091"
    assert find_phones(prepare("Fax : 0262 34 60 91"), REGIONS) == []


def test_a_table_of_dates_hides_no_number() -> None:
    table = "\n".join("Service 4 11/01 au 05/02/2027" for _ in range(12))
    assert find_phones(prepare(f"{table}\n0262 34 60 91"), REGIONS)[0][0] == "+262262346091"


@pytest.mark.parametrize(
    "said", ["opticienne depuis 2003 – 04 65 71 33 90", "fondé en 1998 - 04 65 71 33 90", "2021. 04 65 71 33 90"]
)
def test_a_year_before_a_number_hides_none_of_it(said: str) -> None:
    assert [number for number, _ in find_phones(prepare(said), REGIONS)] == ["+33465713390"]


@pytest.mark.parametrize("said", ["de 2003 - 04 à 2005", "promotion 2003 - 04 65"])
def test_a_school_year_is_no_number(said: str) -> None:
    assert find_phones(prepare(said), REGIONS) == []
