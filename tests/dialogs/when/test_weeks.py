"""Weeks by their ISO number, by a day in them, by their rank in a month."""

import pytest

from tests.dialogs.when.builders import dates, forms

WEEKS = """
semaine n°6 | 2027-02-08 2027-02-12
sem 06 | 2027-02-08 2027-02-12
sem10 | 2027-03-08 2027-03-12
semaines 6 à 8 | 2027-02-08 2027-02-26
de la semaine 6 à la 8 | 2027-02-08 2027-02-26
weeks 6 to 8 | 2027-02-08 2027-02-26
S06 S07 S08 | 2027-02-08 2027-02-26
s6 à s8 | 2027-02-08 2027-02-26
semaines 21/22 | 2027-05-24 2027-06-04
sem. 14-15, 1 CAP ECP | 2027-04-05 2027-04-16
semaine 14, 20 élèves | 2027-04-05 2027-04-09
semaines 52, 53 et 1 | 2026-12-21 2027-01-01, 2027-01-04 2027-01-08
semaine 6 (du 8 au 12 février) | 2027-02-08 2027-02-12
semaine 6 de 2028 | 2028-02-07 2028-02-11
w/c 7 June | 2027-06-07 2027-06-11
week commencing 21 June | 2027-06-21 2027-06-25
la semaine du sept juin | 2027-06-07 2027-06-11
les semaines du 8/03 et 15/03 | 2027-03-08 2027-03-12, 2027-03-15 2027-03-19
la semaine du 7 au 11 décembre | 2026-12-07 2026-12-11
les 2 dernières semaines de mars | 2027-03-22 2027-04-02
sem 12 13 14, ça tombe avec le rush | 2027-03-22 2027-04-09
semaine 4 : deux à la régie | 2027-01-25 2027-01-29
S20 à S23 : ASSP | 2027-05-17 2027-06-11
la semaine du 14 juin et un autre celle du 21 | 2027-06-14 2027-06-18, 2027-06-21 2027-06-25
la semaine du 7 | 2026-12-07 2026-12-11
3e semaine de mai | 2027-05-17 2027-05-21
"""


@pytest.mark.parametrize(("said", "expected"), forms(WEEKS))
def test_a_week_runs_from_monday_to_friday(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


@pytest.mark.parametrize(
    "said", ["2 semaines 3 élèves", "une semaine sur deux", "35 h par semaine, un week-end sur deux", "semaine de 4 jours"]
)
def test_weeks_that_are_counted_have_no_number(said: str) -> None:
    assert dates(said) == []
