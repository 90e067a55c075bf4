"""Second thoughts inside a message: the last word counts."""

import pytest

from tests.dialogs.understanding.when import dates, forms, timing

CORRECTED = """
du 15 mars au 2 avril non pardon au 9 avril | 2027-03-15 2027-04-09
du 8 au 19, pardon, au 26 mars | 2027-03-08 2027-03-26
du 1er au 19 mars... oups non, du 8 au 26 mars | 2027-03-08 2027-03-26
du 1 au 19 mars, enfin non du 8 au 26 mars | 2027-03-08 2027-03-26
du 8 au 26 mars je me suis trompé c’est du 5 au 23 avril | 2027-04-05 2027-04-23
du 8 au 26 mars, ah non c’est du 5 au 23 avril | 2027-04-05 2027-04-23
from 31 May, sorry, from 7 June to 25 June | 2027-06-07 2027-06-25
not 1 to 19 March but 8 to 26 March | 2027-03-08 2027-03-26
pas en mai mais du 8 au 26 mars | 2027-03-08 2027-03-26
"""
KEPT = """
en avril, c’est possible ; en juin aussi | 2027-04-01 2027-04-30, 2027-06-01 2027-06-30
du 8 au 26 mars et du 5 au 23 avril | 2027-03-08 2027-03-26, 2027-04-05 2027-04-23
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(CORRECTED), *forms(KEPT)])
def test_what_is_taken_back_does_not_count(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


@pytest.mark.parametrize(
    "said", ["3 non 4 semaines", "3 semaines, euh plutôt 4 semaines", "4 semaines au lieu de 3", "4 semaines et pas 3"]
)
def test_the_last_duration_counts(said: str) -> None:
    assert timing(said).weeks == 4
