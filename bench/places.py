"""How well a commune is found by a name with a slip: `make bench-places` prints the table and writes `docs/bench-places.md`.

The names of `bench/place-names.csv` are looked up among all communes of France, with no territory to lean on; a plain search with
rapidfuzz’s WRatio over every name is the peer, on one name in twelve.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from bench.place_names import COMMUNES, Row, names
from config.commune_files import load_communes
from config.territory import Commune, Territory
from core.territory.fold import fold
from core.territory.likely import ACCEPT
from core.territory.places import Gazetteer

REPORT = Path(__file__).parents[1] / "docs" / "bench-places.md"
PEER_SHARE = 12  # one name in so many is looked up by the peer as well: it is slow
FRANCE = Territory(
    name="", academie="", timezone="", phone_regions=(), school_year="", public_name="", signature="", controller="", dpo="",
    communes={}, poles={}, coordinators={},
)  # fmt: skip

Answer = tuple[str | None, bool]  # INSEE code, and whether it is taken without asking
LookUp = Callable[[str, str], Answer]  # the noisy name and its postcode


@dataclass
class Tally:
    """How many looked up, found, taken without asking, of these right; milliseconds of each."""

    names: int = 0
    right: int = 0
    taken: int = 0
    taken_right: int = 0
    times: list[float] = field(default_factory=list)

    def add(self, found: Answer, meant: str, milliseconds: float) -> None:
        code, taken = found
        self.names += 1
        self.right += code == meant
        self.taken += taken
        self.taken_right += taken and code == meant
        self.times.append(milliseconds)

    def row(self, name: str) -> str:
        slow = quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]
        shares = (_share(self.right, self.names), _share(self.taken, self.names), _share(self.taken_right, self.taken))
        return f"| {name} | {self.names} | {' | '.join(shares)} | {median(self.times):.2f} | {slow:.2f} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def measure(rows: Iterable[Row], look_up: LookUp) -> dict[str, Tally]:
    """A tally of each kind of slip, and of all."""
    tallies = {"all": Tally()}
    for _, insee, noisy, kind, postcode in rows:
        began = time.process_time()
        found = look_up(noisy, postcode)
        took = (time.process_time() - began) * 1000
        tallies.setdefault(kind, Tally()).add(found, insee, took)
        tallies["all"].add(found, insee, took)
    return tallies


def ours(gazetteer: Gazetteer, *, postcode: bool) -> LookUp:
    def look_up(noisy: str, code: str) -> Answer:
        found = gazetteer.closest(fold(noisy), code if postcode else None)
        return (found[0][0].insee if found else None), len(found) == 1 and (postcode or found[0][1] >= ACCEPT)

    return look_up


def peer(communes: tuple[Commune, ...]) -> LookUp:
    """The best WRatio of all names, taken from 85 on, as a first attempt would do it."""
    folded = [fold(commune.name) for commune in communes]

    def look_up(noisy: str, _: str) -> Answer:
        _, score, at = process.extractOne(fold(noisy), folded, scorer=fuzz.WRatio)
        return communes[at].insee, score >= ACCEPT * 100

    return look_up


def report(rows: list[Row], communes: tuple[Commune, ...]) -> str:
    gazetteer = Gazetteer(FRANCE, communes)
    began = time.process_time()
    gazetteer.closest("bonjour madame")  # the index of near names is made for the first slip
    index = time.process_time() - began
    alone, coded = measure(rows, ours(gazetteer, postcode=False)), measure(rows, ours(gazetteer, postcode=True))
    sample = rows[::PEER_SHARE]
    lines = [
        "# Communes by a misspelt name",
        "`make bench-places` makes this page. " + _about(rows, communes, index),
        _heading("look-up"),
        alone["all"].row("the name alone"),
        coded["all"].row("the name and a postcode"),
        measure(sample, ours(gazetteer, postcode=False))["all"].row(f"the name alone, 1 in {PEER_SHARE}"),
        measure(sample, peer(communes))["all"].row(f"rapidfuzz WRatio over all names, 1 in {PEER_SHARE}"),
        _heading("slip, the name alone"),
        *(tally.row(kind) for kind, tally in alone.items() if kind != "all"),
    ]
    return "\n".join(lines) + "\n"


def _about(rows: list[Row], communes: tuple[Commune, ...], index: float) -> str:
    return (
        f"{len(rows)} names with one slip each (`bench/place-names.csv`, seed 1; communes drawn by\n"
        f"population) are looked up among {len(communes)} communes. *Right* is the likeliest answer; *taken* is what is not\n"
        "asked back, and *of these right* how often that is so. A commune with a homonym as large, and a slip that makes\n"
        "another commune’s very name, cannot be told without a postcode. Times are the processor’s, on the machine at hand;\n"
        f"the index of near names, made once, took {index:.2f} s."
    )


def _heading(first: str) -> str:
    columns = ("names", "right", "taken", "of these right", "median ms", "95 % ms")
    return f"\n| {first} | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}"


def main() -> None:
    """Print the report and write it into `docs/`; without the communes of France there is nothing to measure."""
    if not COMMUNES.exists():
        print(f"bench-places: skipped, there is no {COMMUNES.name} in ../shared/reference")
        return
    said = report(names(), load_communes(COMMUNES))
    REPORT.write_text(said, encoding="utf-8")
    print(said, end="")


if __name__ == "__main__":
    main()
