"""The school holidays of metropolitan France by zone, for places outside the configured territory; each row has its source."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.problems import CatalogueInvalid, Problems
from config.tables import Columns, read_table
from config.territory import CalendarDay

FOLDER = Path(__file__).parent / "catalogue"
ZONES = ("A", "B", "C")
HOLIDAYS = Columns(("zones", "label", "first_day_off", "resume", "source"))
DEPARTEMENTS = Columns(("zone", "departements", "source"))


@dataclass(frozen=True)
class Zones:
    """Breaks by zone, and the zone of each département; Corse and overseas are in none."""

    calendars: dict[str, tuple[CalendarDay, ...]]
    of_departement: dict[str, str]

    def calendar(self, zone: str) -> tuple[CalendarDay, ...]:
        """The breaks of a zone; none of a zone that does not exist."""
        return self.calendars.get(zone, ())

    def around(self, departement: str) -> tuple[CalendarDay, ...]:
        """The breaks of the zone of a département, by its code; none outside the zones."""
        return self.calendar(self.of_departement.get(departement, ""))


@cache
def load_zones(folder: Path = FOLDER) -> Zones:
    """The three zones, read once. Raises CatalogueInvalid with every problem: file, line, reason."""
    problems = Problems()
    calendars: dict[str, tuple[CalendarDay, ...]] = dict.fromkeys(ZONES, ())
    for row in read_table(folder / "holidays-metropole.csv", HOLIDAYS, problems):
        first, resume = row.day("first_day_off"), row.day("resume")
        if first and resume and resume <= first:
            row.blame(f"resume {resume} is not after the first day off {first}")
        row.required("source")
        for zone in row.words("zones", ZONES):
            calendars[zone] = (*calendars.get(zone, ()), CalendarDay("vacances", row.required("label"), first, resume, True))
    rows = read_table(folder / "zones.csv", DEPARTEMENTS, problems)
    zones = {code: row.word("zone", ZONES) for row in rows for code in row.many("departements")}
    problems.refuse(CatalogueInvalid)
    return Zones(calendars, zones)
