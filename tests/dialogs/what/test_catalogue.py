"""Every diploma of the catalogue is reached by its own label, however it is written, and by its everyday names."""

import re
from collections.abc import Callable

import pytest

from config.catalogue import Programme
from core.territory.fold import fold
from core.territory.programmes import DIPLOMAS
from dialogs.what.programmes import Trade
from tests.dialogs.understanding.hearing import a_setting
from tests.dialogs.what.test_programmes import trade

LEVELS = {"cap": "CAP", "bac_pro": "bac pro", "bts": "BTS", "cs": "CS", "bp": "BP", "bma": "BMA", "but": "BUT"}
DIPLOMA = re.compile(r"(?:2nde|2de|seconde|bac|cap|capa|bts|btsa|bp|bma|but|cs|mc|dtms)\b")
# No level word opens them, or their names are those of many.
UNREACHED = frozenset(("cap-developpement-tom", "bpjeps"))
# Everyday names that another programme of the same level has a better claim to, or that are a month or a house as well.
CLAIMED = frozenset(
    "mmv chauffeur vrd engins capam capa tom dessinateur agenceur tcva barman barmaid maquettes hydraulique dtms informatique "
    "mai mse optique btsa".split()
) | {"bp boulanger", "bureau d'études", "conducteur de travaux"}
KNOWN = [one for one in a_setting().catalogue.programmes.values() if one.level in DIPLOMAS and one.code not in UNREACHED]


def missed(written: list[tuple[Programme, str]]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is written and not read as its programme alone."""
    read: list[tuple[Programme, str, Trade]] = [(one, said, trade(said)) for one, said in written]
    return [(one.code, said, found.programmes) for one, said, found in read if found.programmes != (one.code,)]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda label: label, id="as it is"),
        pytest.param(lambda label: fold(label).upper(), id="in capitals without accents"),
        pytest.param(lambda label: f"un élève de {label}", id="of a pupil"),
        pytest.param(lambda label: re.sub(r" ?\([^)]*\)", "", label), id="without its brackets"),
        pytest.param(lambda label: fold(label).replace("but ", "BUT ", 1), id="in small letters"),
    ],
)
def test_a_programme_is_read_from_its_label(write: Callable[[str], str]) -> None:
    assert missed([(one, write(one.label)) for one in KNOWN]) == []


def test_a_programme_is_read_from_its_everyday_names_beside_its_level() -> None:
    said = [
        (one, alias if DIPLOMA.match(alias) else f"{LEVELS[one.level]} {alias}")
        for one in KNOWN
        for alias in one.aliases
        if not alias.startswith("but ") and alias.removeprefix("bac pro ").removeprefix("cap ") not in CLAIMED
    ]
    assert missed(said) == []


@pytest.mark.parametrize(
    ("ending", "feminine"), [("teur", "trice"), ("eur", "euse"), ("ier", "ière"), ("er", "ère"), ("ien", "ienne"), ("on", "onne")]
)
def test_a_calling_is_read_in_the_feminine_and_in_the_plural(ending: str, feminine: str) -> None:
    for one in KNOWN:
        if one.level == "cap" and re.fullmatch(rf"CAP [A-ZÉa-zéèâçî]{{3,20}}{ending}", one.label):
            her = one.label.removesuffix(ending) + feminine
            assert missed([(one, f"une {her}"), (one, f"2 {her}s"), (one, f"2 {one.label}s")]) == []
