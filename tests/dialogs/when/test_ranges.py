"""From one day to another: words, figures, dashes, arrows, voice, English, Creole; several stays; lists of days."""

import pytest

from tests.dialogs.when.builders import dates, forms

SHAPES = """
du lundi 8 février au vendredi 26 février 2027 inclus | 2027-02-08 2027-02-26
du 8/2/27 au 26/2/27 | 2027-02-08 2027-02-26
du 08.02 au 26.02 | 2027-02-08 2027-02-26
du 8 au 26-02-2027 | 2027-02-08 2027-02-26
08/02 - 26/02 | 2027-02-08 2027-02-26
17/05-25/06 | 2027-05-17 2027-06-25
15.03.27-26.03.27 | 2027-03-15 2027-03-26
2027/03/15 au 2027/03/26 | 2027-03-15 2027-03-26
3 > 28 mai | 2027-05-03 2027-05-28
15 mars => 26 mars | 2027-03-15 2027-03-26
8/02→26/02 | 2027-02-08 2027-02-26
18 janv / 5 fév pour 1 stg | 2027-01-18 2027-02-05
24-30 mai | 2027-05-24 2027-05-30
8fév-26fév | 2027-02-08 2027-02-26
DU 17 MAI AU 4 JUIN | 2027-05-17 2027-06-04
du 8 mars au 2 avril 27 | 2027-03-08 2027-04-02
Du 15/03 (8h) au 26/03 (17h) | 2027-03-15 2027-03-26
du 15 mars matin au 26 mars au soir | 2027-03-15 2027-03-26
le stage commence le 8 mars et se termine le 2 avril | 2027-03-08 2027-04-02
Début : 1er mars 2027, fin : 19 mars 2027 | 2027-03-01 2027-03-19
à partir du lundi 17 mai et jusqu’au vendredi 4 juin inclus | 2027-05-17 2027-06-04
arrivée lundi 3 mai et départ vendredi 28 mai | 2027-05-03 2027-05-28
start date 3 May 2027, end date 28 May 2027 | 2027-05-03 2027-05-28
début 03/05 fin 28/05 | 2027-05-03 2027-05-28
ça commence le lundi 12 avril et ça finit le 30 | 2027-04-12 2027-04-30
du 18/05 (le 17 c Pentecôte on est fermé) au 11/06 | 2027-05-18 2027-06-11
entre les 3 et 28 mai | 2027-05-03 2027-05-28
en mai juin | 2027-05-01 2027-06-30
"""
SPOKEN = """
du huit au vingt-six février | 2027-02-08 2027-02-26
du huit février au vingt six février deux mille vingt-sept | 2027-02-08 2027-02-26
du sept au dix-sept septembre | 2027-09-07 2027-09-17
du premier au vingt et un mai | 2027-05-01 2027-05-21
31 May – 18 June | 2027-05-31 2027-06-18
From the 8th to the 26th of February | 2027-02-08 2027-02-26
Feb 8th – 26th | 2027-02-08 2027-02-26
June 1-11 | 2027-06-01 2027-06-11
starting 17 May until 4 June | 2027-05-17 2027-06-04
from 1 February to 5 February twenty twenty-eight | 2028-02-01 2028-02-05
du 8 o 19 fev | 2027-02-08 2027-02-19
"""
SEVERAL = """
du 24 au 28 mai et/ou du 31 mai au 4 juin | 2027-05-24 2027-05-28, 2027-05-31 2027-06-04
du 8 au 12 mars ou du 15 au 19 | 2027-03-08 2027-03-12, 2027-03-15 2027-03-19
du 8 au 26/03 et du 3 au 21/05 | 2027-03-08 2027-03-26, 2027-05-03 2027-05-21
8-26 mars, 3-21 mai, 7-18 juin | 2027-03-08 2027-03-26, 2027-05-03 2027-05-21, 2027-06-07 2027-06-18
l’un du 8 au 26 mars, l’autre du 3 au 21 mai | 2027-03-08 2027-03-26, 2027-05-03 2027-05-21
mardi 9, mercredi 10 et jeudi 11 mars | 2027-03-09 2027-03-11
the 9th and 10th of March | 2027-03-09 2027-03-10
les mardis 9 et 16 mars | 2027-03-09 2027-03-09, 2027-03-16 2027-03-16
"""
CONTEXT = """
Stages mai-juin : du 17 mai au 25 juin 2027 | 2027-05-17 2027-06-25
Stage de décembre : ce sera du 14 au 18 décembre 2026 | 2026-12-14 2026-12-18
On vous avait parlé de mars, ce sera précisément du 8 au 26. | 2027-03-08 2027-03-26
la PFMP de février (du 8 au 26) | 2027-02-08 2027-02-26
du 1er au 26 mars, visite le 10 mars | 2027-03-01 2027-03-26
en mars ou du 3 au 21 mai | 2027-05-03 2027-05-21, 2027-03-01 2027-03-31
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(SHAPES), *forms(SPOKEN), *forms(SEVERAL), *forms(CONTEXT)])
def test_a_range_is_read_however_it_is_written(said: str, expected: list[str]) -> None:
    assert sorted(dates(said)) == sorted(expected)


@pytest.mark.parametrize(
    "said", ["de 8 à 12 élèves", "entre 16 et 18 ans", "bac +2/+3", "01/02/03/04/05", "en 3/8", "de 8 h à 12 h"]
)
def test_numbers_that_go_from_one_to_another_are_no_dates(said: str) -> None:
    assert dates(said) == []
