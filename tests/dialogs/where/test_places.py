"""The place of work is found among places, persons and months; what is ambiguous is asked."""

import pytest

from dialogs.understanding.heard import Doubt
from dialogs.understanding.layout import signature_start
from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.where.places import Location, choose_place, find_places
from tests.dialogs.understanding.hearing import a_setting, hear


def location(said: str) -> Location:
    text = prepare(said)
    return choose_place(find_places(words_of(text), a_setting().gazetteer, signature_start(text)))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("slt jpren 1 stg a st paul debut fev", "Saint-Paul"), ("st gilles", "Saint-Paul"), ("97430", "Le Tampon"),
        ("centre commercial Savannah", "Saint-Paul"), ("st joseph", "Saint-Joseph"), ("boulangerie st leu", "Saint-Leu"),
        ("siège à Paris, agence à Sainte-Marie", "Sainte-Marie"), ("Hôtel des Laves à Saint-Philippe", "Saint-Philippe"),
        ("Garage Ligne Paradis à Saint-Pierre", "Saint-Pierre"), ("pas Saint-Pierre, c'est Le Tampon", "Le Tampon"),
        ("on a demenagé au port", "Le Port"), ("Café des Bougainvilliers, Saint-Denis, 1 bac pro", "Saint-Denis"),
        ("Pharmacie du Tampon, OK", "Le Tampon"), ("12 rue de Paris 97460 Saint-Paul", "Saint-Paul"),
        ("à l'Entre-Deux", "Entre-Deux"), ("M. Saint-Louis au Tampon", "Le Tampon"), ("à la Possession", "La Possession"),
    ],
)  # fmt: skip
def test_the_place_of_work_is_found(said: str, name: str) -> None:
    place = location(said).place
    assert place and place.name == name


@pytest.mark.parametrize(
    "said",
    ["port de charges, en mars", "entre deux rendez-vous", "Joël Rivière", "en possession de la convention", "siège à Paris",
     "pas du Chaudron", "un élève du lycée de Saint-Denis"],
)  # fmt: skip
def test_what_is_no_place_of_work_is_left(said: str) -> None:
    assert location(said) == Location()


@pytest.mark.parametrize("said", ["a la plaine", "bois de nefles", "sites : St-Pierre et St-Denis"])
def test_several_places_are_for_the_writer_to_choose_from(said: str) -> None:
    doubt = location(said).doubt
    assert doubt and len(doubt.places) >= 2


def test_an_unknown_place_is_asked_again_with_the_words_said() -> None:
    heard = hear("à Trifouilly-les-Oies", asking="place")
    assert heard.doubts == (Doubt("place", "Trifouilly-les-Oies"),)


def test_a_slip_of_the_pen_is_put_right() -> None:
    place = hear("a st piere", asking="place").offers[0].place
    assert place and place.name == "Saint-Pierre"
