"""How the pool bears size: `make bench-pool` prints the tables and writes `docs/bench-pool.md`.

Employers read in with their twins found; an offer filed into an empty pool and into a large one; a digest over the large one.
"""

import csv
import io
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.employers import CHANGES, Line, employers
from config.settings import load_settings
from core.intake.headings import EMPLOYERS
from core.intake.sheets import read_sheet
from core.territory.fold import fold
from guichet.importing import Report, take_in_employers
from guichet.opening import Premises, open_premises

REPORT = Path(__file__).parents[1] / "docs" / "bench-pool.md"
COUNT = 100_000
HEADINGS = {
    "name": "Raison sociale", "trade_name": "Enseigne", "siret": "N° SIRET", "street": "Adresse", "postcode": "CP",
    "commune": "Ville", "contact": "Contact", "phone": "Tél.", "email": "Mail",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """Twins planted, and found; lines united, and rightly."""

    planted: int
    found: int
    united: int
    right: int
    by_change: dict[str, tuple[int, int]]

    @property
    def precision(self) -> float:
        return self.right / self.united if self.united else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0


def as_csv(lines: Iterable[Line]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";")
    table.writerow(HEADINGS.values())
    table.writerows([getattr(line, name) for name in HEADINGS] for line in lines)
    return out.getvalue().encode("cp1252", "replace")


def import_all(premises: Premises, lines: list[Line]) -> tuple[Report, float, dict[int, int]]:
    """The report, seconds, and the employer of each line as we keep it."""
    raw = as_csv(lines)
    began = time.perf_counter()
    report = take_in_employers(premises, read_sheet("employers.csv", raw, EMPLOYERS), "bench", dry_run=False)
    seconds = time.perf_counter() - began
    return report, seconds, report.employers


def judge_lines(lines: list[Line], kept: dict[int, int]) -> Found:
    """A line is united with the first line of its employer as we keep it; a twin is found when all lines of one are united."""
    first: dict[int, int] = {}
    united = right = 0
    truth = defaultdict(list)
    groups: dict[int, int] = {}
    for number, line in enumerate(lines, 2):
        truth[line.employer].append(number)
        group = kept.get(number)
        if group is None:
            continue
        groups[number] = group
        if group in first:
            united += 1
            right += lines[first[group] - 2].employer == line.employer
        else:
            first[group] = number
    by_change = {change: [0, 0] for change in CHANGES}
    for numbers in truth.values():
        if len(numbers) > 1:
            change = next(lines[n - 2].change for n in numbers if lines[n - 2].change in CHANGES)
            by_change[change][0] += 1
            by_change[change][1] += len({groups.get(n) for n in numbers}) == 1
    planted, found = (sum(one[at] for one in by_change.values()) for at in (0, 1))
    return Found(planted, found, united, right, {change: (a, b) for change, (a, b) in by_change.items()})


def plain_peer(lines: list[Line]) -> Found:
    """What a spreadsheet does: one SIRET, else one folded name and commune."""
    seen: dict[str, int] = {}
    kept: dict[int, int] = {}
    for number, line in enumerate(lines, 2):
        keys = [line.siret] if line.siret else []
        keys.append(f"{fold(line.name)} {fold(line.commune)}")
        group = next((seen[key] for key in keys if key in seen), number)
        for key in keys:
            seen.setdefault(key, group)
        kept[number] = group
    return judge_lines(lines, kept)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{folder}/pool.db"}, Path(folder))
        premises = open_premises(settings)
        lines = employers(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT, premises.house.territory)
        report, seconds, kept = import_all(premises, lines)
        ours, peer = judge_lines(lines, kept), plain_peer(lines)
        print(f"{len(lines)} lines in {seconds:.1f} s; {dict(report.counts)}")
        for name, one in (("Guichet", ours), ("SIRET, else name and commune", peer)):
            print(f"{name}: precision {one.precision:.4f}, recall {one.recall:.4f}, {one.by_change}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
