"""Makes the noisy names of the bench, `bench/place-names.csv`: `python -m bench.place_names SEED`; what ships is seed 1."""

import csv
import sys
from pathlib import Path
from random import Random

from bench.slips import SLIPS
from config.commune_files import load_communes
from config.territory import Commune
from core.territory.names import CITIES

EACH = 24  # names a kind
HEADING = ("name", "insee", "noisy", "kind", "postcode")
FILE = Path(__file__).with_name("place-names.csv")
COMMUNES = Path(__file__).parents[1].parent / "shared" / "reference" / "communes.csv"
_ORDINALS = ("{city} {n}e", "{city} {n}ème", "{city} {n}", "{n}e arrondissement de {city}", "{city} {n}eme arr.")

Row = tuple[str, str, str, str, str]


def make(communes: tuple[Commune, ...], seed: int) -> list[Row]:
    """The rows of one seed: communes drawn with a chance that grows with their population, as many for each kind of slip."""
    chance = Random(seed)
    weights = [commune.population for commune in communes]
    rows: list[Row] = []
    for kind, slip in SLIPS.items():
        wanted = len(rows) + EACH
        while len(rows) < wanted:
            (commune,) = chance.choices(communes, weights)
            noisy = slip(chance, commune.name)
            if noisy and noisy != commune.name and commune.postcodes:
                rows.append((commune.name, commune.insee, noisy, kind, chance.choice(commune.postcodes)))
    return rows + [_arrondissement(chance) for _ in range(EACH)]


def _arrondissement(chance: Random) -> Row:
    city = chance.choice(sorted(CITIES))
    insee, count, _ = CITIES[city]
    number = chance.randint(2, count)
    said = chance.choice(_ORDINALS).format(city=city.title(), n=number)
    departement = {"paris": "75", "lyon": "69", "marseille": "13"}[city]
    return city.title(), insee, said, "arrondissement", f"{departement}{number:03d}"


def names() -> list[Row]:
    """The rows of the file that ships."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [(row["name"], row["insee"], row["noisy"], row["kind"], row["postcode"]) for row in csv.DictReader(file)]


def main() -> None:
    """Write the file again."""
    rows = make(load_communes(COMMUNES), int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
