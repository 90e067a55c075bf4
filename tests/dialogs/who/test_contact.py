"""The person to call is the one named, announced or signed, and never a place or a pupil."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.who.phones import find_phones, read_phone
from dialogs.who.sender import is_person
from tests.dialogs.understanding.hearing import hear

REGIONS = ("RE", "FR")


def person(said: str) -> str | None:
    heard = hear(said)
    return heard.contact.name if heard.contact else None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("du 5 au 30 avril. Joël Rivière, 0692 70 18 03", "Joël Rivière"),
        ("une terrasse. Rémi Fontaine 0692 38 41 77", "Rémi Fontaine"),
        ("euh non avril. Dany 0692 60 47 12", "Dany"), ("contact Odette 0693 61 02 78", "Odette"),
        ("Jocelyn au 0692 28 19 75", "Jocelyn"), ("je m'appelle Jean Payet", "Jean Payet"),
        ("voir avec Mme Grondin", "Mme Grondin"),
        ("Tuteur : M. Modèle. Cordialement, Mme Exemple, 02 62 00 00 00", "Mme Exemple"),
        ("Cordialement,\nSophie HOAREAU\nDRH", "Sophie Hoareau"), ("le stagiaire fera la plonge", None),
        ("à Saint-Joseph du 5 au 30 avril", None),
    ],
)  # fmt: skip
def test_the_person_to_call_back_is_named(said: str, name: str | None) -> None:
    assert person(said) == name


@pytest.mark.parametrize(
    ("sender", "expected"),
    [("Sophie Hoareau", True), ("Jean-Luc", True), ("Mme Grondin", True), ("Boulangerie Payet", False), ("Service RH", False),
     ("Les Filaos", False), ("contact@x.example", False)],
)  # fmt: skip
def test_a_sender_is_a_person_or_not(sender: str, expected: bool) -> None:
    assert is_person(sender) is expected


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("0692 70 18 03", "+262692701803"), ("0692701803", "+262692701803"), ("+262 692 70 18 03", "+262692701803"),
        ("02.62.12.34.56", "+262262123456"), ("06 39 01 23 45", "+262639012345"), ("01 42 68 53 00", "+33142685300"),
        ("0590 12 34 56", "+590590123456"), ("12345", None), ("97400", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_the_regions_of_the_territory_first(said: str, number: str | None) -> None:
    assert read_phone(said, REGIONS) == number


def test_a_fax_is_no_phone() -> None:
    assert find_phones(prepare("fax 0262 12 34 57"), REGIONS) == []
