"""Tables are read as people keep them: titles above, any separator and encoding, workbooks; what is none is refused in words."""

import contextlib
import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.intake.headings import EMPLOYERS, field_of
from core.intake.sheets import Sheet, SheetUnreadable, read_sheet

LINES = ["Entreprise;Ville;Tél.", "Boulangerie Ti Jour;Saint-Leu;0692 00 00 12", ";;", "Garage Hoarau;L’Étang-Salé;"]
READ = [
    (2, {"name": "Boulangerie Ti Jour", "commune": "Saint-Leu", "phone": "0692 00 00 12"}),
    (4, {"name": "Garage Hoarau", "commune": "L’Étang-Salé"}),
]


def read(raw: bytes) -> Sheet:
    return read_sheet("a.csv", raw, EMPLOYERS)


def rows(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    return [(row.line, row.cells) for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_separator(encoding: str, separator: str, end: str) -> None:
    assert rows(read(end.join(LINES).replace(";", separator).encode(encoding))) == READ


def test_titles_stand_above_the_headings_and_lines_keep_their_numbers() -> None:
    sheet = read("\n".join(["Lycée X;;", "mis à jour le 3;;", "", *LINES]).encode())
    assert rows(sheet) == [(line + 3, cells) for line, cells in READ]


def test_a_cell_may_hold_lines_and_separators() -> None:
    [(line, cells)] = rows(read(b'Entreprise;Adresse\n"Garage ; Fils";"3, rue\nde Paris"'))
    assert (line, cells) == (2, {"name": "Garage ; Fils", "street": "3, rue\nde Paris"})


def test_a_workbook_with_its_dates_and_numbers() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Partenaires 2026"])
    book.active.append(["Nom de l’entreprise", "Code postal", "Téléphone", "Ville"])
    book.active.append(["Garage Hoarau", 97430.0, 262570000, date(2026, 11, 3)])
    book.active.append([None, None, None, datetime(2026, 11, 3, 8, 30)])
    out = io.BytesIO()
    book.save(out)
    assert rows(read(out.getvalue())) == [
        (3, {"name": "Garage Hoarau", "postcode": "97430", "phone": "262570000", "commune": "2026-11-03"}),
        (4, {"commune": "2026-11-03 08:30"}),
    ]


def test_of_several_columns_of_one_field_the_first_that_is_filled_counts() -> None:
    [(_, cells)] = rows(read("Entreprise;Téléphone;Portable;Remarque\nX;;0692 1;oui".encode()))
    assert cells == {"name": "X", "phone": "0692 1"}


def test_columns_that_mean_nothing_to_us_are_named() -> None:
    assert read(b"Entreprise;Effectif;Remarque\nX;3;").unknown == ("Effectif", "Remarque")


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 no workbook", b"\x00\x01\x02", b"bonjour\nles amis", b"Ville;Mail\nx;y"])
def test_what_is_no_table_of_employers_is_refused(raw: bytes) -> None:
    with pytest.raises(SheetUnreadable) as refused:
        list(read(raw).rows)
    assert "a.csv" in str(refused.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(SheetUnreadable):
        list(read(b"Entreprise;Ville\n" + raw).rows)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Raison sociale", "name"), ("NOM DE L’ENTREPRISE", "name"), ("Entreprises", "name"), ("N° SIRET", "siret"),
        ("Adresse mail", "email"), ("E-mail", "email"), ("Adresse", "street"), ("C.P.", None), ("CP", "postcode"),
        ("Téléphonne", "phone"), ("Tel", "phone"), ("Nom du tuteur", "contact"), ("Remarque", None), ("Ville", "commune"),
    ],
)  # fmt: skip
def test_headings_in_peoples_words(heading: str, name: str | None) -> None:
    assert field_of(heading, EMPLOYERS) == name
