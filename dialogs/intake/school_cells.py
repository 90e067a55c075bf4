"""Which school a line of a table names, by its UAI or as people say it."""

from config.territory import School, Territory
from core.intake.sheets import SheetRow
from core.territory.schools import schools_named


def school_in(row: SheetRow, territory: Territory) -> School | str:
    """The one school of a line, or why there is none: no_school, several_schools."""
    found = schools_named(row.get("uai"), territory) or schools_named(row.get("school"), territory)
    if len(found) != 1:
        return "several_schools" if found else "no_school"
    return found[0]
