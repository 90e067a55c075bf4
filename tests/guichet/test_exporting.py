"""`guichet export`: read back it says the same; as a spreadsheet opens it; no cell is a formula."""

import csv
import io
from pathlib import Path

from sqlalchemy import select

from core.database import open_engine, transaction
from core.people.records import Organisation
from tests.guichet.running import command
from tests.guichet.test_cli import NOW, OFFER, chat, guichet
from tests.guichet.test_importing import TABLE


def exported(folder: Path, *arguments: str) -> str:
    done = command("export", *arguments, environ={"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'guichet.db'}"}, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8")


def test_offers_as_programs_and_as_spreadsheets_read_them(tmp_path: Path) -> None:
    chat(tmp_path, {"text": OFFER}, {"text": "oui"})
    [row] = csv.DictReader(io.StringIO(exported(tmp_path, "offers")))
    assert {name: row[name] for name in ("reference", "kind", "levels", "seats", "start", "end", "commune", "phone")} == {
        "reference": "OF-2026-00001", "kind": "pfmp", "levels": "cap", "seats": "2", "start": "2027-02-01", "end": "2027-02-19",
        "commune": "Saint-Pierre", "phone": "+262692604712",
    }  # fmt: skip
    assert row["organisation"] == "Garage Alizé" and row["filed_at"].startswith(NOW[:7])
    sheet = exported(tmp_path, "offers", "--excel")
    assert sheet.startswith("\ufeffreference;status;") and "\r\n" in sheet
    [same] = csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert same["phone"].replace("\u00a0", " ") == "0692 60 47 12" and same["organisation"] == "Garage Alizé"


def test_employers_with_where_they_came_from_and_no_formula(tmp_path: Path) -> None:
    table = tmp_path / "partenaires.csv"
    table.write_text(TABLE, encoding="utf-8")
    guichet(tmp_path, "import", "employers", str(table))
    engine = open_engine(f"sqlite:///{tmp_path / 'guichet.db'}")
    with transaction(engine) as session:
        session.scalars(select(Organisation)).first().name = '=HYPERLINK("http://x")'  # type: ignore[union-attr]
    rows = list(csv.DictReader(io.StringIO(exported(tmp_path, "employers"))))
    assert [row["name"] for row in rows] == ['\'=HYPERLINK("http://x")', "Garage Hoarau", "Garage Hoarau"]
    assert (rows[0]["siret"], rows[0]["commune"], rows[0]["origin"]) == ("73282932000074", "Saint-Leu", "partenaires.csv")
    assert [row["offers"] for row in rows] == ["0", "0", "0"]


def test_an_empty_pool_has_its_headings(tmp_path: Path) -> None:
    assert exported(tmp_path, "offers").startswith("reference,status,pole") and exported(tmp_path, "employers").count("\n") == 1
