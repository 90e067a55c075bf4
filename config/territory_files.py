"""A territory read from its folder (a shipped example or one of the same form), checked whole before it is used."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from config.catalogue_files import load_catalogue
from config.closest import did_you_mean
from config.problems import Problems, TerritoryInvalid
from config.rows import Row
from config.tables import read_table
from config.territory import Commune, School, Territory
from config.territory_about import About, read_about
from config.territory_checks import (
    check_ambiguous,
    check_bassins,
    check_known,
    check_needs,
    check_once,
    check_people,
    check_schools,
)
from config.territory_rows import FORMS, check_uai, postcodes

SHIPPED = Path(__file__).parent / "territories"
UNREAD = ("members.csv",)  # known to the form of a territory, read by the import of members


def shipped_territories() -> tuple[str, ...]:
    """The names of the examples that come with Guichet."""
    return tuple(sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir() and folder.name[0] not in "_."))


def load_territory(name_or_folder: str) -> Territory:
    """The territory of a shipped name (`reunion`, `mayotte`) or of a folder; the Territory is named like the folder.

    Raises TerritoryInvalid with every problem of every file: file, line, reason.
    """
    known = shipped_territories()
    folder = SHIPPED / name_or_folder if name_or_folder in known else Path(name_or_folder)
    problems = Problems()
    if not folder.is_dir():
        hint = did_you_mean(name_or_folder, known)
        problems.add(name_or_folder, 1, f"neither a folder nor one of {', '.join(known)}{hint}")
        problems.refuse(TerritoryInvalid)
    territory = _Reading(folder, problems).territory()
    problems.refuse(TerritoryInvalid)
    return territory


class _Reading:
    """One reading of one folder: tables first, then what must hold between them."""

    def __init__(self, folder: Path, problems: Problems) -> None:
        self.folder, self.problems = folder, problems
        self.about: About = read_about(folder, problems)
        for path in sorted(folder.glob("*.csv")):
            if path.name not in (*FORMS, *UNREAD):
                problems.add(path.name, 1, f"unknown file{did_you_mean(path.name, FORMS)}")
        self.rows = {name: self._rows(name) for name in FORMS}

    def _rows(self, name: str) -> list[Row]:
        path = self.folder / name
        return read_table(path, FORMS[name].columns, self.problems) if FORMS[name].required or path.exists() else []

    def values(self, name: str) -> list[tuple[Row, Any]]:
        """What each readable row of that file says, beside the row."""
        read = FORMS[name].read
        pairs = [(row, read(row)) for row in self.rows[name]] if read else []
        return [(row, value) for row, value in pairs if value is not None]

    def territory(self) -> Territory:
        """The whole, to be used only when no problem was found."""
        communes, poles = self.values("communes.csv"), self.values("poles.csv")
        people, schools = self.values("coordinators.csv"), self.values("schools.csv")
        needs, places = self.values("needs.csv"), self.values("ambiguous-places.csv")
        by_insee: dict[str, Commune] = {commune.insee: commune for _, commune in communes}
        programmes = load_catalogue().programmes
        check_once([(row, commune.insee) for row, commune in communes], "commune")
        check_once([(row, value.id) for row, value in poles], "pôle")
        check_once([(row, value.id) for row, value in people], "coordinator")
        check_once([(row, school.uai or school.name) for row, school in schools], "school")
        check_once([(row, place.place.casefold()) for row, place in places], "place")
        check_bassins(communes, poles)
        check_people(people, poles, {commune.bassin for commune in by_insee.values()}, self.problems)
        check_schools(schools, by_insee)
        check_needs(needs, schools, programmes)
        check_ambiguous(places, by_insee)
        return Territory(
            name=self.folder.resolve().name,
            academie=self.about.academie,
            timezone=self.about.timezone,
            phone_regions=self.about.phone_regions,
            school_year=self.about.school_year,
            public_name=self.about.public_name,
            signature=self.about.signature,
            controller=self.about.controller,
            dpo=self.about.dpo,
            communes=by_insee,
            poles={pole.id: pole for _, pole in poles},
            coordinators={person.id: person for _, person in people},
            postcodes=self._postcodes(by_insee),
            schools=self._taught([school for _, school in schools], programmes),
            needs=tuple(need for _, need in needs),
            calendar=tuple(day for _, day in self.values("calendar.csv")),
            ambiguous=tuple(place for _, place in places),
            localities=tuple(
                (row.text("locality"), row.text("insee")) for row in self.rows["postcodes.csv"] if row.text("locality")
            ),
        )

    def _postcodes(self, communes: dict[str, Commune]) -> dict[str, tuple[str, ...]]:
        shared: dict[str, list[str]] = defaultdict(list)
        for commune in communes.values():
            for code in commune.postcodes:
                shared[code].append(commune.insee)
        for row in self.rows["postcodes.csv"]:
            check_known(row, "commune", row.insee("insee"), communes)
            for code in postcodes(row, "postcode"):
                if row.text("insee") not in shared[code]:
                    shared[code].append(row.text("insee"))
        return {code: tuple(inside) for code, inside in shared.items()}

    def _taught(self, schools: list[School], programmes: dict[str, Any]) -> tuple[School, ...]:
        taught: dict[str, list[str]] = defaultdict(list)
        uais = {school.uai for school in schools}
        for row in self.rows["school-programmes.csv"]:
            check_uai(row)
            check_known(row, "school", row.required("uai"), uais)
            check_known(row, "programme", row.required("programme"), programmes)
            taught[row.text("uai")].append(row.text("programme"))
        return tuple(
            replace(school, programmes=tuple(taught.get(school.uai, ()))) if school.uai else school for school in schools
        )
