"""How the pool bears size: `make bench-pool` prints the tables and writes `docs/bench-pool.md`.

Employers read in with their twins found; an offer filed into an empty pool and into a large one; a digest over the large one.
"""

import csv
import io
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.employers import CHANGES, Line, employers
from bench.pool_size import YEARS, digest_times, filing_time, fill, matching_times
from config.settings import load_settings
from core.intake.headings import EMPLOYERS
from core.intake.sheets import read_sheet
from core.territory.fold import fold
from guichet.importing import Report, take_in_employers
from guichet.opening import Premises, open_premises

REPORT = Path(__file__).parents[1] / "docs" / "bench-pool.md"
COUNT, OFFERS, NEEDS = 100_000, 1_000_000, 50_000
CALLED = {
    "siret_absent": "no SIRET", "legal_form": "another legal form", "trade_name": "trade name instead", "saint": "St for Saint",
    "accents": "capitals without accents", "typo": "a letter wrong", "other_contact": "another contact, phone and mail",
    "moved": "moved, half of them to another commune",
}  # fmt: skip
HOW = (
    "A fifth are twins of others (`bench/employers.py`, seed 2026), six in ten of all lines have no SIRET; franchises and\n"
    "homonyms in one commune look like twins and are none. *Precision*: of the lines united with an earlier one, those of\n"
    "the same employer; *recall*: of the twins planted, those united. What may be a twin is kept apart and told."
)
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


def import_all(premises: Premises, lines: list[Line]) -> tuple[Report, float]:
    """What became of the lines, and the seconds that it took."""
    raw = as_csv(lines)
    began = time.perf_counter()
    report = take_in_employers(premises, read_sheet("employers.csv", raw, EMPLOYERS), "bench", dry_run=False)
    seconds = time.perf_counter() - began
    return report, seconds


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


def imported(folder: Path) -> list[str]:
    """The table of an import, beside what a spreadsheet finds."""
    premises = _premises(folder / "employers.db")
    lines = employers(COUNT, premises.house.territory)
    report, seconds = import_all(premises, lines)
    ours, peer = judge_lines(lines, report.employers), plain_peer(lines)
    rate = f"{COUNT:,} lines in {seconds:.0f} s; {ours.united:,} united, {report.counts['maybe']:,} left to a person"
    found = [
        "| found | Guichet | one SIRET, else one name and commune |",
        "| --- | --- | --- |",
        f"| precision | {ours.precision:.4f} | {peer.precision:.4f} |",
        f"| recall | {ours.recall:.4f} | {peer.recall:.4f} |",
    ]
    found += [f"| twins: {CALLED[c]} | {_share(ours.by_change[c])} | {_share(peer.by_change[c])} |" for c in CHANGES]
    return ["## Employers read in", f"{rate}. {HOW}", "", *found]


def sized(folder: Path) -> list[str]:
    """The table of a large pool."""
    empty, large = _premises(folder / "empty.db"), _premises(folder / "large.db")
    territory = large.house.territory
    filling = fill(large.engine, territory, OFFERS)
    before, after = filing_time(empty.engine, territory), filing_time(large.engine, territory)
    digests = digest_times(large.engine, large.house)
    usual, most = matching_times(large.house, NEEDS)
    slowest = max(digests, key=lambda one: digests[one])
    return [
        "## A large pool",
        f"{OFFERS:,} offers of {YEARS} years, made in {filling:.0f} s, on SQLite; times are medians, commits included.",
        "",
        "| what | time |",
        "| --- | --- |",
        f"| an offer filed into an empty pool | {before:.1f} ms |",
        f"| an offer filed into the large one | {after:.1f} ms ({after / before:.2f} times) |",
        f"| an offer against {NEEDS:,} needs, the median | {usual:.1f} ms |",
        f"| an offer against {NEEDS:,} needs, the slowest | {most:.1f} ms |",
        f"| a digest, the median of {len(digests)} coordinators | {median(digests.values()):.0f} ms |",
        f"| a digest, the slowest ({slowest}) | {digests[slowest]:.0f} ms |",
    ]


def _premises(database: Path) -> Premises:
    return open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{database}"}, database.parent))


def _share(counts: tuple[int, int]) -> str:
    return f"{100 * counts[1] / counts[0]:.1f} %" if counts[0] else "-"


def main() -> None:
    """Print the report and write it into `docs/`."""
    with tempfile.TemporaryDirectory() as folder:
        title = ["# The pool at size", "`make bench-pool` makes this page; times are of the machine at hand.", ""]
        said = "\n".join([*title, *imported(Path(folder)), "", *sized(Path(folder))]) + "\n"
    REPORT.write_text(said, encoding="utf-8")
    print(said, end="")


if __name__ == "__main__":
    main()
