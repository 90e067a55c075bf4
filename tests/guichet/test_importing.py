"""`guichet import employers`: read twice, a table adds nothing; a trial writes nothing; a bad file is one line."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from config.settings import load_settings
from core.database import open_engine, transaction
from core.intake.headings import EMPLOYERS
from core.intake.records import Import, Origin
from core.intake.sheets import SheetRow, read_sheet
from core.people.acquaintance import Doorstep, meet
from core.people.members import Member
from core.people.records import Address, Contact, Organisation
from core.pool.needs import StatedNeed
from guichet.importing import take_in_employers
from guichet.opening import open_premises
from tests.builders import NOW
from tests.guichet.test_cli import guichet

TABLE = """Lycée X : nos partenaires;;;;
Nom de l’entreprise;N° SIRET;Ville;Tél.;Adresse mail
SARL Boulangerie Ti Jour;;Saint-Leu;692000012;contact@tijour.example
Boulangerie ti jour;73282932000074;ST LEU;0692 00 00 12;marie@tijour.example
Garage Hoarau;12345;Le Tampon;0262 57 00 00;
Garage Hoarau;;Le Tampon;0262 57 00 01;
-;;;;x@y.example
"""


def known(engine: Engine) -> list[tuple[str, str | None, str | None]]:
    with transaction(engine) as session:
        rows = session.execute(select(Organisation.name, Organisation.siret, Organisation.insee).order_by(Organisation.id))
        return [(name, siret, insee) for name, siret, insee in rows]


def count(engine: Engine, record: type) -> int:
    with transaction(engine) as session:
        return session.scalar(select(func.count()).select_from(record)) or 0


def test_a_table_is_read_in_told_line_by_line_and_read_again_adds_nothing(tmp_path: Path) -> None:
    table = tmp_path / "partenaires.csv"
    table.write_bytes(TABLE.encode("cp1252"))
    engine = open_engine(f"sqlite:///{tmp_path / 'guichet.db'}")
    trial = guichet(tmp_path, "import", "employers", str(table), "--dry-run")
    assert "partenaires.csv : 5 lignes (essai : rien n’est écrit)." in trial and not known(engine)
    said = guichet(tmp_path, "import", "employers", str(table))
    for line in (
        "  ajoutées : 3", "  complétées : 1", "  refusées : 1", "  ligne 7 : sans nom d’entreprise",
        "  ligne 4 : Boulangerie ti jour → SARL Boulangerie Ti Jour", "  ligne 5 : SIRET « 12345 » non repris",
        "  ligne 6 : Garage Hoarau ressemble à Garage Hoarau, gardées à part",
    ):  # fmt: skip
        assert line in said
    assert known(engine) == [
        ("SARL Boulangerie Ti Jour", "73282932000074", "97413"),
        ("Garage Hoarau", None, "97422"),
        ("Garage Hoarau", None, "97422"),
    ]
    people, origins = count(engine, Contact), count(engine, Origin)
    assert (people, count(engine, Address), origins) == (4, 2, 4)
    again = guichet(tmp_path, "import", "employers", str(table))
    assert "  déjà connues : 4" in again
    assert (len(known(engine)), count(engine, Contact), count(engine, Origin)) == (3, people, origins)


def test_bad_files_are_one_line_and_status_1_or_2(tmp_path: Path) -> None:
    empty = tmp_path / "vide.csv"
    empty.write_bytes(b"")
    [line] = guichet(tmp_path, "import", "employers", str(empty), status=1)
    assert "vide.csv cannot be read as a table" in line
    guichet(tmp_path, "import", "employers", str(tmp_path / "absent.csv"), status=2)
    guichet(tmp_path, "import", "pupils", str(empty), status=2)


def test_whoever_has_written_stays_where_they_said_and_is_known_by_their_address(tmp_path: Path) -> None:
    premises = open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}"}, tmp_path))
    with transaction(premises.engine) as session:
        meet(session, Doorstep("email", "marie@tijour.example", "Marie"), NOW)
    take_in_employers(premises, read_sheet("t.csv", TABLE.encode(), EMPLOYERS), "x", dry_run=False)
    with transaction(premises.engine) as session:
        [marie] = session.scalars(select(Contact).where(Contact.email == "marie@tijour.example"))
        [bakery] = session.scalars(select(Organisation).where(Organisation.siret.is_not(None)))
        assert marie.organisation_id == bakery.id and marie.name == "Marie"
        met = meet(session, Doorstep("email", "contact@tijour.example"), NOW)
        assert met.organisation_id == bakery.id


def test_an_import_that_was_interrupted_is_taken_up_by_reading_the_file_again(tmp_path: Path) -> None:
    premises = open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}"}, tmp_path))
    lines = ["Entreprise;Ville"] + [f"Garage Numero{n}xyz;Saint-Leu" for n in range(2_500)]

    sheet = read_sheet("t.csv", "\n".join(lines).encode(), EMPLOYERS)

    def until_somebody_stops_it() -> Iterator[SheetRow]:
        yield from islice(sheet.rows, 1_500)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_employers(premises, replace(sheet, rows=until_somebody_stops_it()), "x", dry_run=False)
    assert count(premises.engine, Organisation) == 1_000
    report = take_in_employers(premises, read_sheet("t.csv", "\n".join(lines).encode(), EMPLOYERS), "x", dry_run=False)
    assert count(premises.engine, Organisation) == 2_500 and report.counts["known"] == 1_000
    with transaction(premises.engine) as session:
        assert [one.finished_at is None for one in session.scalars(select(Import).order_by(Import.id))] == [True, False]


MEMBERS_TABLE = """Établissement;UAI;Nom;Prénom;Fonction;Mél;Tél
Lycée Moulin Joli;;Payet;Marie;DDFPT;Marie.Payet@lycee.example;0262 00 00 12
;9740001H;Hoarau;Luc;;luc@lycee.example;
Leconte de Lisle;;X;;;x@lycee.example;
Filaos;;Y;;;y@lycee.example;
Lycée Moulin Joli;;Z;;;;
"""


def test_correspondents_are_read_in_by_uai_or_name_and_brought_up_to_date(tmp_path: Path) -> None:
    table = tmp_path / "correspondants.csv"
    table.write_bytes(MEMBERS_TABLE.encode("cp1252"))
    engine = open_engine(f"sqlite:///{tmp_path / 'guichet.db'}")
    guichet(tmp_path, "import", "members", str(table), "--dry-run")
    assert count(engine, Member) == 0
    said = guichet(tmp_path, "import", "members", str(table))
    for line in (
        "  ajoutées : 2", "  refusées : 3", "  ligne 4 : plusieurs établissements de ce nom : donnez l’UAI",
        "  ligne 5 : aucun établissement de ce nom sur le territoire", "  ligne 6 : sans adresse de courriel",
    ):  # fmt: skip
        assert line in said
    with transaction(engine) as session:
        rows = session.execute(select(Member.school, Member.name, Member.role, Member.email, Member.phone).order_by(Member.id))
        assert [tuple(row) for row in rows] == [
            ("9741173G", "Marie Payet", "DDFPT", "marie.payet@lycee.example", "+262262000012"),
            ("9740001H", "Luc Hoarau", None, "luc@lycee.example", None),
        ]
    table.write_bytes(MEMBERS_TABLE.replace("DDFPT", "proviseure").encode("cp1252"))
    again = guichet(tmp_path, "import", "members", str(table))
    assert "  complétées : 1" in again and "  déjà connues : 1" in again and count(engine, Member) == 2


NEEDS_TABLE = """Établissement;Classe;Formation;Effectif;Reste à placer;Période
Moulin Joli;T MELEC;Bac pro MELEC;12;5;du 1er au 19 février 2040
Leconte de Lisle;3e;3e;12;;mars 2040
"""


def test_needs_are_read_in_over_the_files_and_read_twice_they_add_nothing(tmp_path: Path) -> None:
    table = tmp_path / "besoins.csv"
    table.write_bytes(NEEDS_TABLE.encode("cp1252"))
    engine = open_engine(f"sqlite:///{tmp_path / 'guichet.db'}")
    guichet(tmp_path, "import", "needs", str(table), "--dry-run")
    assert count(engine, StatedNeed) == 0
    said = guichet(tmp_path, "import", "needs", str(table))
    assert "besoins.csv : 2 lignes." in said and "  ajoutées : 1" in said
    assert "  ligne 3 : plusieurs établissements de ce nom : donnez l’UAI" in said
    assert "  déjà connues : 1" in guichet(tmp_path, "import", "needs", str(table))
    table.write_bytes(NEEDS_TABLE.replace(";5;", ";3;").encode("cp1252"))
    assert "  complétées : 1" in guichet(tmp_path, "import", "needs", str(table))
    with transaction(engine) as session:
        assert [(one.school, one.students, one.still_to_place) for one in session.scalars(select(StatedNeed))] == [
            ("9741173G", 12, 3)
        ]
