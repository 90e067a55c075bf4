"""Dates that are not of the stay, beside those that are."""

import pytest

from tests.dialogs.when.builders import dates, forms

OUTSIDE = """
cette année nous sommes fermés en mars
l'an dernier nous avons eu un élève en juin
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
notre apprentie termine son CAP en juin
on se voit au salon des métiers le 12 mars
j'ai formé sept jeunes, le dernier en 2024, du 5 au 30 mars
en 2025 (du 3 au 28 mars) nous étions quatre
année scolaire 2026/2027
We hosted Emma in March
nous avons déjà accueilli Lucas en novembre
depuis le 1er avril nous sommes 28
Décision du conseil d’administration du 24 février
Journées de recrutement les 2 et 9 juin
rendez-vous à notre stand du village des sciences, en octobre
Les demandes seront étudiées à partir du 15 janvier
envoyer CV avt le 20/06
la liste annule et remplace celle du 12 janvier
son apprentissage se termine le 31 août
mon apprenti actuel finit en juillet
notre boutique ouvrira le 15 mars
le mois de juillet ce sera trop la folie
he replaces Carole who left in January
41 salariés au 1er mai
on en reparle la semaine prochaine
à la semaine prochaine
"""
BESIDE = """
1 place du 5 au 30 avril salon kinou a pertuis | 2027-04-05 2027-04-30
salon Kinou : 1 CAP coiffure en juin | 2027-06-01 2027-06-30
l'an dernier c'était en mars cette année plutôt du 31 mai au 25 juin | 2027-05-31 2027-06-25
on avait pris un élève en mars cette fois ce serait en juin | 2027-06-01 2027-06-30
nous avons reçu Léo en mars et maintenant on en prend un en juin | 2027-06-01 2027-06-30
réunion le 2 mars, stage du 8 au 26 mars | 2027-03-08 2027-03-26
stage du 8 au 26 mars, réponse avant le 15 février | 2027-03-08 2027-03-26
Suite à votre courrier du 12 janvier : OK du 8 au 26 mars | 2027-03-08 2027-03-26
du 1er au 26 mars sauf le 8 | 2027-03-01 2027-03-26
plutôt du 8 au 26 mars, pas du 3 au 21 mai | 2027-03-08 2027-03-26
Candidatures avant le 15 mars ; stage du 5 au 23 avril | 2027-04-05 2027-04-23
à partir du 8 mars, fermé le lundi | 2027-03-08 2027-03-08
1 place du 3 au 28 mai, 4h-11h | 2027-05-03 2027-05-28
la semaine du 5 avril nous étant impossible, nous proposons du 12 au 30 avril | 2027-04-12 2027-04-30
pas pendant les vacances (13/02 – 01/03), mais du 18 janvier au 12 février | 2027-01-18 2027-02-12
la petite Océane du 9 au 27 novembre c’était très bien, j’en reprends une du 3 au 28 mai | 2027-05-03 2027-05-28
du 5 au 30 juillet et non plus du 14 juin au 9 juillet | 2027-07-05 2027-07-30
nous ouvrons deux stages la semaine du 14 décembre | 2026-12-14 2026-12-18
la deuxième semaine de mars, on a des machines pour tout le monde | 2027-03-08 2027-03-12
suite au forum, je peux prendre deux élèves en mars | 2027-03-01 2027-03-31
tout le mois de juin et la première semaine de juillet, donc du 31 mai au 9 juillet | 2027-05-31 2027-07-09
le portail est ouvert du 8 au 26 mars ; stage du 3 au 21 mai | 2027-05-03 2027-05-21
"""


@pytest.mark.parametrize(("said", "expected"), [*forms(OUTSIDE), *forms(BESIDE)])
def test_only_the_dates_of_the_stay_are_kept(said: str, expected: list[str]) -> None:
    assert dates(said) == expected


@pytest.mark.parametrize(
    "said", ["offre du 12/11", "le 19 novembre le lycée a appelé", "du 26 octobre au 13 novembre, quel bon souvenir"]
)
def test_a_day_or_a_stay_without_year_that_has_just_gone_by_is_not_of_next_year(said: str) -> None:
    assert dates(said) == []


def test_with_its_year_or_a_month_or_some_months_ahead_a_date_stays() -> None:
    assert dates("du 26 octobre au 13 novembre 2027") == ["2027-10-26 2027-11-13"]
    assert dates("contrat au 1er septembre") == ["2027-09-01 2027-09-01"]
    assert dates("en octobre") == ["2027-10-01 2027-10-31"]
