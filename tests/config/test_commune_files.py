"""The large file of communes: what may be missing, what is told, how long it takes."""

import time
from pathlib import Path

import pytest

from config.commune_files import CommunesInvalid, load_communes

HEADING = "code_insee,nom,codes_postaux,departement,population,lat,lon\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "communes.csv"
    path.write_text(text, "utf-8")
    return path


def test_coordinates_and_population_may_be_missing(tmp_path: Path) -> None:
    (first, second) = load_communes(
        written(tmp_path, HEADING + "60159,Compiègne,60200,60,40258,49.39,2.84\n2A004,Ajaccio,20000;20090,2A,,,\n")
    )
    assert (first.name, first.lat, first.departement) == ("Compiègne", 49.39, "60")
    assert (second.postcodes, second.population, second.lat) == (("20000", "20090"), 0, None)


def test_columns_may_be_fewer(tmp_path: Path) -> None:
    (only,) = load_communes(written(tmp_path, "nom;code_insee;codes_postaux\nAcy;02003;02200\n"))
    assert (only.insee, only.name) == ("02003", "Acy")


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    rows = "1,A,60000,,,,\n60001,,60000,,,,\n60002,B,6000,,,,\n60003,C,60000,,x,,\n60004,D\n60005,E,,,,,\n60005,E,,,,,\n"
    with pytest.raises(CommunesInvalid) as refused:
        load_communes(written(tmp_path, HEADING + rows))
    assert [problem.line for problem in refused.value.problems] == [2, 3, 4, 5, 6, 8]


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommunesInvalid, match=r"none\.csv:1: missing file"):
        load_communes(tmp_path / "none.csv")
    with pytest.raises(CommunesInvalid, match="missing column"):
        load_communes(written(tmp_path, ""))


def test_thirty_five_thousand_communes_take_a_moment(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + "".join(f"{n:05d},Commune {n},{n:05d},01,{n},46.1,4.9\n" for n in range(10000, 45000)))
    began = time.process_time()
    assert len(load_communes(path)) == 35_000
    assert time.process_time() - began < 10
