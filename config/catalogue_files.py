"""The catalogue of programmes read from `config/catalogue/`, and checked: codes, levels, families, every reference."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from config.catalogue import Catalogue, Hint, Programme
from config.codes import CATALOGUE_LEVELS
from config.problems import CatalogueInvalid, Problems
from config.rows import Row
from config.tables import Columns, read_table
from config.territory_checks import check_known, check_once

FOLDER = Path(__file__).parent / "catalogue"
PROGRAMMES = Columns(("code", "label", "level", "family"), ("aliases",))
EXTRA = Columns(("code",), ("formation_diplome", "replaces", "old_ends", "ministry", "source"))
AMBIGUOUS = Columns(("alias", "codes"), ("n", "families"))
HINTS = Columns(("word", "family", "programmes"), ("note",))
MINISTRIES = ("MENJ", "MASA", "MER")


@cache
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue of that folder, read once.

    Raises CatalogueInvalid with every problem of every file: file, line, reason.
    """
    problems = Problems()
    more = {row.text("code"): row for row in read_table(folder / "programmes-extra.csv", EXTRA, problems)}
    rows = read_table(folder / "programmes.csv", PROGRAMMES, problems)
    check_once([(row, row.text("code")) for row in rows], "programme")
    programmes = {row.text("code"): _programme(row, more.get(row.text("code"))) for row in rows}
    for row in more.values():
        check_known(row, "programme", row.required("code"), programmes)
    catalogue = Catalogue(programmes, _ambiguous(folder, programmes, problems), _hints(folder, programmes, problems))
    problems.refuse(CatalogueInvalid)
    return catalogue


def _programme(row: Row, extra: Row | None) -> Programme:
    if extra:
        extra.day("old_ends")
        if extra.text("ministry"):
            extra.word("ministry", MINISTRIES)
    return Programme(
        code=row.required("code"),
        label=row.required("label"),
        level=row.word("level", CATALOGUE_LEVELS),
        family=row.required("family"),
        aliases=row.many("aliases"),
        ministry=extra.text("ministry") if extra else "",
        diplomas=extra.many("formation_diplome") if extra else (),
    )


def _ambiguous(folder: Path, programmes: Mapping[str, Programme], problems: Problems) -> dict[str, tuple[str, ...]]:
    rows = read_table(folder / "aliases-ambiguous.csv", AMBIGUOUS, problems)
    check_once([(row, row.text("alias")) for row in rows], "alias")
    return {row.required("alias"): row.words("codes", programmes) for row in rows}


def _hints(folder: Path, programmes: Mapping[str, Programme], problems: Problems) -> tuple[Hint, ...]:
    families = {programme.family for programme in programmes.values()}
    rows = read_table(folder / "family-hints.csv", HINTS, problems)
    check_once([(row, row.text("word")) for row in rows], "word")
    for row in rows:
        check_known(row, "family", row.text("family"), families)
        for code in row.many("programmes"):
            check_known(row, "programme", code, programmes)
    return tuple(Hint(row.required("word"), row.text("family"), row.many("programmes")) for row in rows)
