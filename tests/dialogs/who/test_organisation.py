"""Firms as people write them: introduced, signed, or known by the sender."""

import pytest

from core.territory.fold import fold
from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.who.firms import Ground
from dialogs.who.organisation import find_organisation, find_siret
from dialogs.who.sender import read_sender
from tests.dialogs.understanding.hearing import a_setting


def name(said: str) -> str | None:
    gazetteer = a_setting().gazetteer
    ground = Ground(words_of(prepare(said)), is_place=lambda place: bool(gazetteer.named(fold(place))))
    found = find_organisation(ground)
    return found.name if found else None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Bonsoir, Hôtel des Laves à Saint-Philippe : 2 CAP", "Hôtel des Laves"),
        ("Café des Bougainvilliers, Saint-Denis, 1 bac pro CSR", "Café des Bougainvilliers"),
        ("du 31 mai au 25 juin, crèche Les Ti Margouillats", "crèche Les Ti Margouillats"),
        ("Garage Ligne Paradis à Saint-Pierre : 2 non", "Garage Ligne Paradis"),
        ("La Kuisine de Mémé à Saint-Pierre, 1 CAP PSR", "La Kuisine de Mémé"),
        ("Bonjour nous sommes la SARL Payet Froid au Port", "SARL Payet Froid"),
        ("Nous sommes Kréol Informatique, une petite boîte", "Kréol Informatique"),
        ("le restaurant Chez Marcel à Saint-Leu", "restaurant Chez Marcel"),
        ("centre de loisirs Les Lutins", "centre de loisirs Les Lutins"),
        ("bonjour, société Electro Run ici", "Electro Run"),
        ("Julie de chez Bio Péi", "Bio Péi"),
        ("boulangerie st leu 1 stagiaire", None),
        ("Nous sommes une entreprise de plomberie", None),
        ("Bonjour, ici Joël Rivière, je prends 2 élèves", None),
        ("1 CAP Cuisine et 1 Bac Pro Commerce", None),
        ("l'Hôtel de ville", None),
    ],
)
def test_the_firm_is_named_as_it_is_written(said: str, expected: str | None) -> None:
    assert name(said) == expected


@pytest.mark.parametrize("sender", ["Boulangerie Payet", "SARL Bat'Run", "Mairie de Saint-Leu", "Transports Grondin"])
def test_a_sender_with_a_kind_of_house_is_a_firm(sender: str) -> None:
    assert read_sender(sender, None).firm == sender


def test_a_siret_needs_its_checksum() -> None:
    found = find_siret(prepare("SIRET 732 829 320 00074"))
    assert found and found[0] == "73282932000074"
    assert find_siret(prepare("SIRET 732 829 320 00075")) is None
