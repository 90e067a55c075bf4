"""How many young people, and what else people count."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.text import prepare
from dialogs.what.seats import find_numbers, find_seats

SEATS = """
jpren 2 stg | 2
1 stagiaire | 1
Nous sommes en mesure d'accueillir quatre (4) élèves | 4
2 ou 3 stagiaires | 2
4 à 5 jeunes | 4
je peux en prendre un ou deux | 1
un ou une stagiaire | 1
un(e) stagiaire | 1
une paire de gars | 2
un binôme si possible | 2
2 non pardon 3 élèves | 3
finalement 2 au lieu de 3 | 2
non, 3 places plutôt | 3
un seul, la ferme est petite | 1
na plas pou 2 marmay | 2
in zapranti boulanjé | 1
10 stagiaires, effectif 18 | 10
entreprise de 8 personnes, on prend 1 stagiaire | 1
un jeune de 16 ans | 1
stage de 3ème pour une élève | 1
un 3e | 1
3 élèves de 3e | 3
vingt-cinq élèves | 25
2 CAP cuisine | 2
1 bacpro elec | 1
accueillir deux étudiants en BTS | 2
jusqu'à 3 stagiaires | 3
3 par période, sur 2 périodes | 3
6 stagiaires sur l'année, jamais plus de 2 à la fois | 6
7 stagiaires l'an dernier, 2 cette année | 2
35h par semaine, 1 élève | 1
2 postes en apprentissage | 2
stage pour 2 | 2
We can host two students | 2
we can take a trainee | 1
élève de 3e ok chez nous | 1
apprenti boulanger recherché | 1
besoin d1 apprenti | 1
cherche apprenti boulanger | 1
nous passons de une à deux places | 2
on prend 2 apprentis, non attend 3 | 3
je n'en prendrai qu'une finalement, pas les 2 stagiaires | 1
nous ajoutons un deuxième poste | 2
un groupe de 6 élèves | 6
j'ai 7 gars et je cherche un apprenti | 1
quatre candidatures retenues | 4
une personne en apprentissage | 1
deux | 2
"""


@pytest.mark.parametrize("line", SEATS.strip().splitlines())
def test_the_number_of_young_people_is_read(line: str) -> None:
    said, expected = line.split(" | ")
    assert find_seats(prepare(said)) == int(expected)


NO_SEATS = """
quelques élèves
six groupes de 2 élèves
j'ai 7 gars
recherche stagiaires
nous sommes 12 salariés
22 ans de métier, 2 fois par an
97410 Saint-Pierre 0692 12 34 56
à 5 km du bourg, local de 40 m2
RDV à 14h avec 2 profs
l'un de nos élèves
une semaine de stage
mon fils a 15 ans
2 semaines en mars
3e ou 2nde, 1re et terminale
SIRET 123 456 789 00012
du 8 au 26 février
"""


@pytest.mark.parametrize("said", NO_SEATS.strip().splitlines())
def test_other_numbers_are_no_young_people(said: str) -> None:
    assert find_seats(prepare(said)) is None


def test_each_number_is_given_with_its_place() -> None:
    said = "on prend 2 en cuisine et 1 en salle"
    assert [(number.value, said[number.start : number.end]) for number in find_numbers(prepare(said))] == [(2, "2"), (1, "1")]


def test_a_number_in_words_points_at_the_words() -> None:
    said = "Accueil de vingt-deux élèves"
    (number,) = find_numbers(prepare(said))
    assert said[number.start : number.end] == "vingt-deux"


def test_what_is_taken_is_not_counted() -> None:
    assert find_numbers(prepare("2 élèves et 3 jeunes"), [(0, 8)])[0].value == 3


@given(st.text(alphabet="123 un deux élèves stag(),-/ou non pardon", max_size=80))
def test_no_words_make_it_fail(said: str) -> None:
    find_numbers(prepare(said))


@pytest.mark.parametrize("piece", ["1 ", "un ", "1 ou ", "1 non ", "prend ", "prend en en ", "2 petits ", "    ", "1("])
def test_twenty_thousand_hostile_characters_are_read_quickly(piece: str) -> None:
    text = prepare((piece * 20_000)[:20_000])
    start = time.process_time()
    find_numbers(text)
    assert time.process_time() - start < 3  # a pattern that explodes takes minutes
