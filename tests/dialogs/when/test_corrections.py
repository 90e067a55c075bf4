"""Second thoughts inside a message: the last word counts."""

import pytest

from tests.dialogs.when.builders import dates, forms, timing

CORRECTED = """
du 15 mars au 2 avril non pardon au 9 avril | 2027-03-15 2027-04-09
du 8 au 19, pardon, au 26 mars | 2027-03-08 2027-03-26
du 1er au 19 mars... oups non, du 8 au 26 mars | 2027-03-08 2027-03-26
du 1 au 19 mars, enfin non du 8 au 26 mars | 2027-03-08 2027-03-26
du 8 au 26 mars je me suis trompé c’est du 5 au 23 avril | 2027-04-05 2027-04-23
du 8 au 26 mars, ah non c’est du 5 au 23 avril | 2027-04-05 2027-04-23
from 31 May, sorry, from 7 June to 25 June | 2027-06-07 2027-06-25
not 1 to 19 March but 8 to 26 March | 2027-03-08 2027-03-26
nous avions écrit du 8 au 26 mars, il faut lire du 15 mars au 2 avril | 2027-03-15 2027-04-02
initialement prévu du 12 au 30 avril, reporté du 19 avril au 7 mai | 2027-04-19 2027-05-07
it should be 24 May to 11 June, I typed July by mistake | 2027-05-24 2027-06-11
on commence le 19 avril au lieu du 12, fin le 7 mai comme prévu | 2027-04-19 2027-05-07
dates rectifiées : 19 avril au 7 mai (et non 12 au 30 avril) | 2027-04-19 2027-05-07
à partir du 1er mars pour 4 semaines, euh non du 8 mars | 2027-03-08 2027-04-02
du 3 au 21/5 — non, le 3 est trop tôt, disons du 10 au 28/5 | 2027-05-10 2027-05-28
du 7 au 25 juin, ah non on ferme la première semaine, plutôt du 14 juin au 2 juillet | 2027-06-14 2027-07-02
du 1er au 26 mars, non je serai absent début mars, mettons du 15 mars au 9 avril | 2027-03-15 2027-04-09
mars est remplacé par avril (du 5 au 30) | 2027-04-05 2027-04-30
le 3 mai devient le 10 mai | 2027-05-10 2027-05-10
la période du 1er au 26 mars est remplacée par du 5 au 30 avril | 2027-04-05 2027-04-30
pas en mai mais du 8 au 26 mars | 2027-03-08 2027-03-26
"""
KEPT = """
nous avions dit du 8 au 26 mars, c’est toujours bon | 2027-03-08 2027-03-26
en avril, c’est possible ; en juin aussi | 2027-04-01 2027-04-30, 2027-06-01 2027-06-30
du 1er au 26 mars, non rémunéré, puis du 3 au 28 mai | 2027-03-01 2027-03-26, 2027-05-03 2027-05-28
du 8 au 26 mars et du 5 au 23 avril | 2027-03-08 2027-03-26, 2027-04-05 2027-04-23
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(CORRECTED), *forms(KEPT)])
def test_what_is_taken_back_does_not_count(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "3 non 4 semaines",
        "3 semaines, euh plutôt 4 semaines",
        "4 semaines au lieu de 3",
        "4 semaines et pas 3",
        "la durée passe de 3 à 4 semaines",
    ],
)
def test_the_last_duration_counts(said: str) -> None:
    assert timing(said).weeks == 4
