"""What must hold between the files of a territory: ids once, every reference known, every bassin covered, deputies that end."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from config.closest import did_you_mean
from config.problems import Problems
from config.rows import Row
from config.territory import AmbiguousPlace, Commune, Coordinator, Need, Pole, School

ACADEMIE = "academie"  # the one pôle of coordinators.csv that is not in poles.csv
Value = TypeVar("Value")
Entries = Sequence[tuple[Row, Value]]  # each value beside the row it was read from


def check_known(row: Row, what: str, value: str, known: Collection[str]) -> None:
    """Blame the row when `value` is given and not among the known ids."""
    if value and value not in known:
        row.blame(f"unknown {what} « {value} »{did_you_mean(value, known)}")


def check_once(keys: Iterable[tuple[Row, str]], what: str) -> None:
    """Blame each row whose key an earlier row has; empty keys do not count."""
    seen: dict[str, int] = {}
    for row, key in keys:
        if key and key in seen:
            row.blame(f"{what} « {key} » stands already on line {seen[key]}")
        seen.setdefault(key, row.line)


def check_bassins(communes: Entries[Commune], poles: Entries[Pole]) -> None:
    """Every commune's bassin has a pôle, every pôle's bassin a commune; no two pôles take the same kinds of one bassin."""
    settled = {commune.bassin for _, commune in communes}
    covered = {bassin for _, pole in poles for bassin in pole.bassins}
    orphans: set[str] = set()
    for row, commune in communes:
        if commune.bassin and commune.bassin not in covered and commune.bassin not in orphans:
            orphans.add(commune.bassin)
            row.blame(f"no pôle covers the bassin « {commune.bassin} »{did_you_mean(commune.bassin, covered)}")
    taken: dict[tuple[str, str], str] = {}
    for row, pole in poles:
        for bassin in pole.bassins:
            if bassin not in settled:
                row.blame(f"no commune lies in the bassin « {bassin} »{did_you_mean(bassin, settled)}")
            for kind in pole.kinds:
                other = taken.setdefault((bassin, kind), pole.id)
                if other != pole.id:
                    row.blame(f"« {kind} » in the bassin « {bassin} » is taken by « {other} » already")


def check_people(people: Entries[Coordinator], poles: Entries[Pole], bassins: Collection[str], problems: Problems) -> None:
    """Pôles, bassins and deputies of each person are known; each pôle is coordinated by one of its own; the academy is there."""
    by_id = {person.id: person for _, person in people}
    pole_ids = [pole.id for _, pole in poles]
    for row, person in people:
        check_known(row, "pôle", person.pole, (*pole_ids, ACADEMIE))
        for bassin in person.bassins:
            check_known(row, "bassin", bassin, bassins)
        if person.deputy_id:
            check_known(row, "deputy", person.deputy_id, by_id)
        if _ring(person, by_id):
            row.blame(f"the deputies of « {person.id} » lead back to « {person.id} »")
    for row, pole in poles:
        check_known(row, "coordinator", pole.coordinator_id, by_id)
        found = by_id.get(pole.coordinator_id)
        if found and found.pole != pole.id:
            row.blame(f"the coordinator « {found.id} » belongs to « {found.pole} », not to « {pole.id} »")
    if people and not any(person.function == "academy" for _, person in people):
        problems.add(people[0][0].file, 1, "nobody has the function « academy », to whom the rest falls")


def _ring(person: Coordinator, by_id: Mapping[str, Coordinator]) -> bool:
    """Whether one is one's own deputy, at once or over two others and more; two who stand in for each other are usual."""
    passed: list[str] = []
    current = by_id.get(person.deputy_id or "")
    while current and current.id not in passed:
        passed.append(current.id)
        if current.id == person.id:
            return len(passed) != 2
        current = by_id.get(current.deputy_id or "")
    return False


def check_schools(schools: Entries[School], communes: Mapping[str, Commune]) -> None:
    """A school lies in a known commune, in the bassin of that commune."""
    for row, school in schools:
        check_known(row, "commune", school.insee, communes)
        commune = communes.get(school.insee)
        if commune and school.bassin and school.bassin != commune.bassin:
            row.blame(f"bassin « {school.bassin} », but {commune.name} lies in « {commune.bassin} »")


def check_needs(needs: Entries[Need], schools: Entries[School], programmes: Collection[str]) -> None:
    """A need is of a known school (by UAI, by name where it has none) and a programme of the catalogue."""
    uais = {school.uai for _, school in schools}
    names = {school.name for _, school in schools}
    for row, need in needs:
        if need.uai:
            check_known(row, "school", need.uai, uais)
        else:
            check_known(row, "school", need.school, names)
        check_known(row, "programme", need.programme, programmes)


def check_ambiguous(places: Entries[AmbiguousPlace], communes: Collection[str]) -> None:
    """Each commune of an ambiguous place is known."""
    for row, place in places:
        for insee in place.communes:
            check_known(row, "commune", insee, communes)
