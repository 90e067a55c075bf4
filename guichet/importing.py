"""`guichet import`: a table is read in, a batch a commit; what was added, united, refused is told line by line."""

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TextIO

from sqlalchemy import select
from sqlalchemy.orm import Session
from tqdm import tqdm

from config.settings import Settings
from core.database import transaction
from core.intake.employers import Decided, EmployerDesk, EmployerRow
from core.intake.headings import EMPLOYERS, MEMBERS, NEEDS, Fields
from core.intake.records import Import
from core.intake.sheets import Sheet, SheetRow, read_sheet
from core.people.known_employers import known_employers
from core.people.members import keep_member
from core.people.records import Organisation
from core.pool.needs import key_of_need, same_class, state_need
from core.territory.workdays import local_day
from dialogs.intake.employer_rows import ReadRow, read_employer
from dialogs.intake.member_rows import read_member
from dialogs.intake.need_rows import read_needs
from guichet.clock import now_utc
from guichet.opening import Premises, open_premises

BATCH = 1_000  # lines a commit: so long a running Guichet waits at most
SAID = {
    "added": "ajoutées",
    "merged": "complétées",
    "known": "déjà connues",
    "maybe": "à rapprocher peut-être",
    "refused": "refusées",
    "ignored": "valeurs non reprises",
}
REFUSED = {
    "no_name": "sans nom d’entreprise",
    "no_school": "aucun établissement de ce nom sur le territoire",
    "several_schools": "plusieurs établissements de ce nom : donnez l’UAI",
    "no_email": "sans adresse de courriel",
    "no_programme": "formation non reconnue",
    "several_programmes": "plusieurs formations possibles : précisez le diplôme et la spécialité",
    "no_number": "effectif illisible",
    "no_period": "dates illisibles ou passées",
    "more_than_students": "plus d’élèves à placer que d’élèves",
}
IGNORED = {"siret": "SIRET", "phone": "téléphone", "email": "courriel", "commune": "commune"}
SHOWN = 50  # lines of one sort in a report


@dataclass
class Report:
    """What became of the lines of a file."""

    read: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[str]] = field(default_factory=dict)
    employers: dict[int, int] = field(default_factory=dict)  # of each line, the record

    def note(self, what: str, line: str | None = None) -> None:
        """Count one, and keep its line to be shown."""
        self.counts[what] += 1
        if line and len(self.lines.setdefault(what, [])) < SHOWN:
            self.lines[what].append(line)


def import_table(settings: Settings, kind: str, path: Path, out: TextIO, *, dry_run: bool) -> int:
    """Read in a table; 1 when no line of it could be used. Raises SheetUnreadable."""
    premises, raw = open_premises(settings), path.read_bytes()
    fields, take_in = KINDS[kind]
    sheet = read_sheet(path.name, raw, fields)
    report = take_in(premises, sheet, hashlib.sha256(raw).hexdigest(), dry_run=dry_run)
    tell(report, sheet, out, dry_run=dry_run)
    return 0 if report.counts.keys() - {"refused", "ignored"} else 1


def take_in_employers(premises: Premises, sheet: Sheet, digest: str, *, dry_run: bool) -> Report:
    """Keep the employers of a table, a batch a commit. Interrupted and read again, nothing is taken in twice."""
    report, now = Report(), now_utc()
    with transaction(premises.engine) as session:
        desk = EmployerDesk(known_employers(session))
        taken = Import(kind="employers", name=sheet.name, digest=digest, at=now, author="operator")
        if not dry_run:
            session.add(taken)
        names = dict(session.execute(select(Organisation.id, Organisation.name)).all())
    for batch in _batches(_progress(sheet, report)):
        decided = [desk.decide(row) for row in _usable(premises, batch, report)]
        for one in decided:
            names.setdefault(one.id, one.row.name)
            _note(one, names, report)
        if not dry_run:
            with transaction(premises.engine) as session:
                desk.keep(session, taken.id, decided, now)
            report.employers.update({one.row.line: desk.number(one.id) for one in decided})
    if not dry_run:
        with transaction(premises.engine) as session:
            session.get_one(Import, taken.id).finished_at = now_utc()
    return report


@contextmanager
def _all_or_none(premises: Premises, sheet: Sheet, digest: str, kind: str, now: datetime, *, dry_run: bool) -> Iterator[Session]:
    """One transaction for a whole table, undone when it is a trial."""
    with Session(premises.engine) as session, session.begin() as kept:
        session.add(Import(kind=kind, name=sheet.name, digest=digest, at=now, author="operator", finished_at=now))
        yield session
        if dry_run:
            kept.rollback()


def take_in_members(premises: Premises, sheet: Sheet, digest: str, *, dry_run: bool) -> Report:
    """Keep the correspondents of schools, all or none; who is known already is brought up to date."""
    report, now = Report(), now_utc()
    with _all_or_none(premises, sheet, digest, "members", now, dry_run=dry_run) as session:
        for row in _progress(sheet, report):
            member = read_member(row, premises.house.territory, now)
            if isinstance(member, str):
                report.note("refused", f"ligne {row.line} : {REFUSED[member]}")
            else:
                report.note(keep_member(session, member))
    return report


def take_in_needs(premises: Premises, sheet: Sheet, digest: str, *, dry_run: bool) -> Report:
    """Keep what a table says of classes' needs, all or none, over the territory's files."""
    report, now = Report(), now_utc()
    today = local_day(now, premises.house.territory)
    with _all_or_none(premises, sheet, digest, "needs", now, dry_run=dry_run) as session:
        house = premises.house.as_said(session)
        known = {key_of_need(need): need for need in house.needs.needs}
        for row in _progress(sheet, report):
            found = read_needs(row, house, today)
            if isinstance(found, str):
                report.note("refused", f"ligne {row.line} : {REFUSED[found]}")
                continue
            for need in (same_class(one, known) for one in found):
                key = key_of_need(need)
                report.note(state_need(session, need, known.get(key), "operator", now))
                known[key] = need
    return report


KINDS: dict[str, tuple[Fields, Callable[..., Report]]] = {
    "employers": (EMPLOYERS, take_in_employers),
    "members": (MEMBERS, take_in_members),
    "needs": (NEEDS, take_in_needs),
}


def _note(one: Decided, names: dict[int, str], report: Report) -> None:
    told = one.effect == "merged" or (one.effect == "known" and one.row.name != names[one.id])
    report.note(one.effect, f"ligne {one.row.line} : {one.row.name} → {names[one.id]}" if told else None)
    if one.like is not None:
        report.note("maybe", f"ligne {one.row.line} : {one.row.name} ressemble à {names[one.like]}, gardées à part")


def tell(report: Report, sheet: Sheet, out: TextIO, *, dry_run: bool) -> None:
    """What was read, and what became of it; the lines that a person should look at."""
    counts = report.counts
    if sheet.unknown:
        print(f"Colonnes non reprises : {', '.join(sheet.unknown)}.", file=out)
    print(f"{sheet.name} : {report.read} lignes{' (essai : rien n’est écrit)' if dry_run else ''}.", file=out)
    for name, said in SAID.items():
        if counts[name]:
            print(f"  {said} : {counts[name]}", file=out)
    for name in ("refused", "maybe", "ignored", "merged", "known"):
        lines = report.lines.get(name, [])
        if lines:
            print(f"\n{SAID[name].capitalize()} :", file=out)
            print("\n".join(f"  {line}" for line in lines), file=out)
        if name != "known" and counts[name] > len(lines) > 0:
            print(f"  … et {counts[name] - len(lines)} autres", file=out)


def _batches(rows: Iterable[SheetRow]) -> Iterator[list[SheetRow]]:
    lines = iter(rows)
    while batch := list(islice(lines, BATCH)):
        yield batch


def _progress(sheet: Sheet, report: Report) -> Iterator[SheetRow]:
    for row in tqdm(sheet.rows, total=sheet.size, unit=" lignes", desc=sheet.name, file=sys.stderr, disable=None, leave=False):
        report.read += 1
        yield row


def _usable(premises: Premises, batch: list[SheetRow], report: Report) -> Iterator[EmployerRow]:
    house = premises.house
    for line in batch:
        read: ReadRow = read_employer(line, house.gazetteer, house.territory.phone_regions)
        if read.row is None:
            report.note("refused", f"ligne {read.line} : {REFUSED[read.refused or 'no_name']}")
            continue
        for slot in read.ignored:
            said = line.get(slot)[:60]
            report.note("ignored", f"ligne {read.line} : {IGNORED[slot]} « {said} » non repris")
        yield read.row
