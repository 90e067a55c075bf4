"""The shipped territories are sound, and every mistake in one is told: file, line, reason."""

import shutil
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from config.codes import KINDS, LEVELS
from config.problems import TerritoryInvalid
from config.territory_files import SHIPPED, load_territory, shipped_territories
from core.pool.draft import Kind, Level


def copied(tmp_path: Path, name: str = "reunion") -> Path:
    return Path(shutil.copytree(SHIPPED / name, tmp_path / "here"))


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def problems(folder: Path) -> list[str]:
    with pytest.raises(TerritoryInvalid) as refused:
        load_territory(str(folder))
    return str(refused.value).splitlines()


@pytest.mark.parametrize("name", shipped_territories())
def test_every_shipped_territory_is_sound(name: str) -> None:
    territory = load_territory(name)
    assert territory.name == name
    assert territory.academy.function == "academy"
    assert (SHIPPED / name / "README.md").exists()


def test_la_reunion_is_read_whole() -> None:
    reunion = load_territory("reunion")
    assert (len(reunion.communes), len(reunion.poles), len(reunion.schools), len(reunion.needs)) == (24, 4, 94, 892)
    assert reunion.postcodes["97411"] == ("97415",)
    assert reunion.coordinators["c-est"].absent(date(2026, 12, 18))
    assert ("Salazie / Hell-Bourg", "97421") in reunion.localities
    assert "bts-ci" in next(school for school in reunion.schools if school.uai == "9740001H").programmes


def test_several_communes_of_mayotte_share_a_postcode() -> None:
    assert load_territory("mayotte").postcodes["97600"] == ("97610", "97611")


def test_a_copied_folder_is_a_territory_named_like_the_folder(tmp_path: Path) -> None:
    assert load_territory(str(copied(tmp_path))).name == "here"


def test_semicolons_and_a_bom_are_read_too(tmp_path: Path) -> None:
    folder = copied(tmp_path, "mayotte")
    (folder / "poles.csv").write_text(
        "\ufeffid;name;bassins;kinds;coordinator_id\n"
        "p;Pôle;\"grand-nord;centre-est;petite-terre;centre-ouest;grand-sud\";all;c\n", "utf-8",
    )  # fmt: skip
    (folder / "coordinators.csv").write_text(
        "id;pole;function;scope_kinds;name;email\n"
        "c;p;coordinator;all;Mme A;a@example.org\nz;academie;academy;all;M. Z;z@example.org\n"
    )
    assert list(load_territory(str(folder)).poles) == ["p"]


def test_an_orphan_bassin_is_told_with_file_line_and_reason(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "poles.csv", "Pôle de stages Est,est,", "Pôle de stages Est,ets,")
    assert problems(folder) == [
        "communes.csv:3: no pôle covers the bassin « est » (did you mean ouest?)",
        "poles.csv:3: no commune lies in the bassin « ets »",
    ]


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("communes.csv", "97401,Les Avirons,97425", "9740,Les Avirons,9742", "communes.csv:2: « 9740 » is no INSEE code"),
        ("communes.csv", "97401,Les Avirons,97425", "97401,Les Avirons,9742", "communes.csv:2: « 9742 » is no postcode"),
        ("communes.csv", "97402,Bras-Panon", "97401,Bras-Panon", "communes.csv:3: commune « 97401 » stands already on line 2"),
        ("communes.csv", "-21.2411", "211", "communes.csv:2: « 211 » in lat is no coordinate"),
        ("communes.csv", "insee,name", "insee,nom", "communes.csv:1: missing column « name »"),
        ("poles.csv", ",c-nord,", ",,", "poles.csv:2: « coordinator_id » is empty"),
        ("poles.csv", ",c-nord,", ",c-nrod,", "poles.csv:2: unknown coordinator « c-nrod » (did you mean c-nord?)"),
        ("poles.csv", ",all,", ",pfpm,", "poles.csv:2: unknown kinds « pfpm » (did you mean pfmp?)"),
        ("poles.csv", "Est,est,", "Est,est;nord,", "poles.csv:3: « all » in the bassin « nord » is taken by « pole-nord »"),
        ("coordinators.csv", "pole.nord@example.org", "pole.nord", "coordinators.csv:2: « pole.nord » is no e-mail address"),
        ("coordinators.csv", ",c-acad,", ",c-nobody,", "coordinators.csv:2: unknown deputy « c-nobody »"),
        ("coordinators.csv", ",c-acad,", ",c-nord,", "coordinators.csv:2: the deputies of « c-nord » lead back to « c-nord »"),
        ("coordinators.csv", ",academy,", ",acdemy,", "coordinators.csv:8: unknown function « acdemy » (did you mean academy?)"),
        ("coordinators.csv", "c-nord,pole-nord", "c-nord,pole-nrod", "unknown pôle « pole-nrod » (did you mean pole-nord?)"),
        ("coordinators.csv", "2026-12-18", "2026-12-01", "coordinators.csv:4: absent_to without an earlier absent_from"),
        ("calendar.csv", "2026-10-26", "2026-10-02", "calendar.csv:3: resume 2026-10-02 is not after the first day off"),
        ("calendar.csv", "2026-10-26", "26/10/2026", "calendar.csv:3: « 26/10/2026 » in resume is no date: write 2027-02-01"),
        ("needs.csv", "2027-02-26", "2027-02-20", "needs.csv:2: the end 2027-02-20 is before the start 2027-02-22"),
        ("needs.csv", ",172,", ",many,", "needs.csv:2: « many » in students is no whole number"),
        ("needs.csv", "9740022F", "9740022A", "needs.csv:2: « 9740022A » is no UAI: seven digits and their check letter"),
        ("needs.csv", ",3e,troisieme", ",3x,troisieme", "needs.csv:2: unknown programme « 3x »"),
        ("schools.csv", "lycee,97411", "lycee,97499", "schools.csv:2: unknown commune « 97499 »"),
        ("schools.csv", "Saint-Denis,nord", "Saint-Denis,sud", "schools.csv:2: bassin « sud », but Saint-Denis lies in « nord »"),
        ("postcodes.csv", "97400,97411", "97400,97499", "postcodes.csv:2: unknown commune « 97499 »"),
        ("ambiguous-places.csv", "97406;97422", "97499;97422", "ambiguous-places.csv:2: unknown commune « 97499 »"),
        ("school-programmes.csv", ",bts-ci,", ",bts-xx,", "school-programmes.csv:2: unknown programme « bts-xx »"),
        ("territory.toml", "Indian/Reunion", "Indian/Nowhere", "territory.toml:2: unknown time zone « Indian/Nowhere »"),
        ("territory.toml", "signature =", "signatur =", "territory.toml:6: unknown key « signatur » (did you mean signature?)"),
        ("territory.toml", "2026-2027", "2026-2028", "territory.toml:4: school year « 2026-2028 »: write 2026-2027"),
        ("territory.toml", "academie =", "academie ", "territory.toml:1: not TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_reason(tmp_path: Path, file: str, before: str, after: str, told: str) -> None:
    folder = copied(tmp_path)
    change(folder / file, before, after)
    assert any(told in line for line in problems(folder)), problems(folder)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "territory.toml", "dpd@example.org", "nobody")
    change(folder / "calendar.csv", "2026-10-10", "soon")
    (folder / "coordinators.csv").unlink()
    (folder / "need.csv").write_text("")
    files = {line.partition(":")[0] for line in problems(folder)}
    assert files == {"territory.toml", "calendar.csv", "coordinators.csv", "poles.csv", "need.csv"}


def test_a_ring_of_three_deputies_is_refused_and_a_pair_is_not(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "coordinators.csv", "poles@example.org,,,", "poles@example.org,,c-nord-sts,")
    told = problems(folder)
    assert "coordinators.csv:2: the deputies of « c-nord » lead back to « c-nord »" in told
    assert not any("c-sud" in line for line in told)


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    assert problems(Path("reunoin")) == ["reunoin:1: neither a folder nor one of mayotte, reunion (did you mean reunion?)"]


def test_a_file_in_another_encoding_or_with_an_open_quote_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "poles.csv").write_bytes("id,name,bassins,kinds,coordinator_id\np,Pôle,a,all,c\n".encode("latin-1"))
    change(folder / "calendar.csv", "Armistice", '"Armistice')
    told = problems(folder)
    assert any(line.startswith("poles.csv:2: not UTF-8") for line in told)
    assert any(line.startswith("calendar.csv:") and "quotation" in line for line in told)


def test_kinds_and_levels_are_those_of_offers() -> None:
    assert (get_args(Kind), get_args(Level)) == (KINDS, LEVELS)
