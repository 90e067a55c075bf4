"""A line of a table of employers: what tables do to numbers is undone, what is wrong is said and left out."""

import pytest

from core.intake.sheets import SheetRow
from dialogs.intake.employer_rows import insee_of, read_employer
from tests.builders import a_house

HOUSE = a_house()
REGIONS = HOUSE.territory.phone_regions


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("0692 00 00 12", "+262692000012"),
        ("692000012", "+262692000012"),  # a table ate the zero
        ("262692000012", "+262692000012"),
        ("0262 57 00 00 / 0692 00 00 12", "+262262570000"),
        ("voir avec Marie, 0692 00 00 12", "+262692000012"),
        ("12", None),
        ("poste 34", None),
    ],
)
def test_phones(said: str, phone: str | None) -> None:
    read = read_employer(SheetRow(2, {"name": "Garage", "phone": said}), HOUSE.gazetteer, REGIONS)
    assert read.row and read.row.phone == phone and read.ignored == (() if phone else ("phone",))


@pytest.mark.parametrize(
    ("commune", "postcode", "insee"),
    [
        ("Le Tampon", "", "97422"),
        ("97430 LE TAMPON", "", "97422"),
        ("LE TAMPON CEDEX", "97430", "97422"),
        ("St Leu", "97436.0", "97413"),
        ("Saint Lue", "97436", "97413"),
        ("", "97413", "97424"),
        ("Paris", "", None),
        ("ici", "", None),
        ("", "", None),
    ],
)
def test_communes(commune: str, postcode: str, insee: str | None) -> None:
    assert insee_of(commune, postcode, HOUSE.gazetteer) == insee


def test_what_is_wrong_is_left_out_and_said() -> None:
    cells = {
        "name": " SARL  Garage ",
        "siret": "12345",
        "email": "néant",
        "contact": "Hoarau",
        "first_name": "Dany",
        "commune": "?",
    }
    read = read_employer(SheetRow(7, cells), HOUSE.gazetteer, REGIONS)
    assert read.row and read.row.name == "SARL Garage" and read.row.contact == "Dany Hoarau"
    assert read.ignored == ("siret",) and read.row.line == 7


def test_a_siret_is_checked_by_its_key() -> None:
    row = read_employer(SheetRow(2, {"name": "Garage", "siret": "732 829 320 00074"}), HOUSE.gazetteer, REGIONS).row
    assert row and row.siret == "73282932000074"


@pytest.mark.parametrize("name", ["", "-", "123", "néant"])
def test_without_a_name_there_is_no_employer(name: str) -> None:
    read = read_employer(SheetRow(2, {"name": name, "phone": "0692 00 00 12"}), HOUSE.gazetteer, REGIONS)
    assert read.row is None and read.refused == "no_name"
