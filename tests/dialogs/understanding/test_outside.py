"""Dates that are not of the stay, beside those that are."""

import pytest

from tests.dialogs.understanding.when import dates, forms

OUTSIDE = """
date limite : 15 février
no later than 15 February
please answer by 15 February
absent du 8 au 12 mars
du 2 au 20 août : fermé
du 2 au 20 août nous sommes en congés
fermeture annuelle du 2 au 20 août
Tom a commencé son stage le 16 novembre
notre tuteur part à la retraite fin mars
le magasin a ouvert le 3 mars 2021
la fête des mères (30 mai)
le salon du 12 mars
place du 8 mai
stage effectué du 3 au 28 mars 2025
année scolaire 2026/2027
We hosted Emma in March
nous avons déjà accueilli Lucas en novembre
depuis le 1er avril nous sommes 28
"""
BESIDE = """
réunion le 2 mars, stage du 8 au 26 mars | 2027-03-08 2027-03-26
stage du 8 au 26 mars, réponse avant le 15 février | 2027-03-08 2027-03-26
Suite à votre courrier du 12 janvier : OK du 8 au 26 mars | 2027-03-08 2027-03-26
du 1er au 26 mars sauf le 8 | 2027-03-01 2027-03-26
plutôt du 8 au 26 mars, pas du 3 au 21 mai | 2027-03-08 2027-03-26
Candidatures avant le 15 mars ; stage du 5 au 23 avril | 2027-04-05 2027-04-23
à partir du 8 mars, fermé le lundi | 2027-03-08 2027-03-08
le portail est ouvert du 8 au 26 mars ; stage du 3 au 21 mai | 2027-05-03 2027-05-21
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(OUTSIDE), *forms(BESIDE)])
def test_only_the_dates_of_the_stay_are_kept(said: str, expected: list[str]) -> None:
    assert dates(said) == expected
