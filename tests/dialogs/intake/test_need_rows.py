"""A line of a table of needs, in the words of schools."""

from datetime import date

import pytest

from core.intake.sheets import SheetRow
from dialogs.intake.need_rows import read_needs
from tests.builders import TODAY, a_house

HOUSE = a_house()
PLAIN = {
    "school": "Moulin Joli",
    "class": "T MELEC",
    "programme": "Bac pro MELEC",
    "students": "12",
    "period": "du 1er au 19 février",
}


def read(**said: str) -> str | list[tuple[str, str, str, int, date, date]]:
    found = read_needs(SheetRow(2, {**PLAIN, **said}), HOUSE, TODAY)
    if isinstance(found, str):
        return found
    return [(one.uai, one.programme, one.kind, one.students, one.start, one.end) for one in found]


@pytest.mark.parametrize(
    ("said", "programme", "kind"),
    [
        ({}, "bac-pro-melec", "pfmp"),
        ({"programme": "Bac pro Métiers de l’électricité et de ses environnements connectés"}, "bac-pro-melec", "pfmp"),
        ({"programme": "bac-pro-melec"}, "bac-pro-melec", "pfmp"),
        ({"programme": "MELEC", "level": "Bac professionnel"}, "bac-pro-melec", "pfmp"),
        ({"programme": "cuisine", "class": "CAP 2"}, "cap-cuisine", "pfmp"),
        ({"programme": "3e", "class": "3e B"}, "3e", "observation"),
        ({"programme": "", "class": "3e"}, "3e", "observation"),
        ({"programme": "BTS MCO", "class": "BTS1"}, "bts-mco", "sts"),
        ({"programme": "BTS MCO", "kind": "Apprentissage"}, "bts-mco", "apprenticeship"),
        ({"programme": "plomberie zinguerie", "class": "T ZING"}, "no_programme", ""),
        ({"school": "Leconte de Lisle"}, "several_schools", ""),
        ({"school": "Les Tamarins d’ailleurs"}, "no_school", ""),
        ({"students": "une douzaine"}, "no_number", ""),
        ({"students": "12000"}, "no_number", ""),
        ({"still": "13"}, "more_than_students", ""),
        ({"period": "bientôt"}, "no_period", ""),
    ],
)
def test_programmes_and_what_is_wrong(said: dict[str, str], programme: str, kind: str) -> None:
    found = read(**said)
    assert found == programme if isinstance(found, str) else [one[1:3] for one in found] == [(programme, kind)]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"period": "du 1er au 19 février"}, [(date(2027, 2, 1), date(2027, 2, 19))]),
        ({"start": "01/02/2027", "end": "19/02/2027"}, [(date(2027, 2, 1), date(2027, 2, 19))]),
        ({"start": "2027-02-01", "end": "2027-02-19"}, [(date(2027, 2, 1), date(2027, 2, 19))]),  # as a workbook has it
        ({"start": "19/02/2027", "end": "01/02/2027"}, "no_period"),
        (
            {"period": "du 04/01/2027 au 29/01/2027 et du 1er au 26 juin 2027"},
            [(date(2027, 1, 4), date(2027, 1, 29)), (date(2027, 6, 1), date(2027, 6, 26))],
        ),
    ],
)
def test_days(said: dict[str, str], days: str | list[tuple[date, date]]) -> None:
    found = read(**said)
    assert found == days if isinstance(found, str) else [one[4:] for one in found] == days
