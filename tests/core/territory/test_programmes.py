"""Programmes are found by the names that employers give them; a name of several needs its level."""

import pytest

from config.catalogue_files import load_catalogue
from core.territory.fold import fold
from core.territory.ngrams import Hit
from core.territory.programmes import Name, Programmes, stem

PROGRAMMES = Programmes(load_catalogue())


def find(words: list[str]) -> list[Hit[Name]]:
    return PROGRAMMES.find([stem(word) for word in words])


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("boulangères", "boulanger"), ("vendeuses", "vendeur"), ("électriciennes", "electricien"), ("bts", "bts"),
     ("maçonne", "macon")],
)  # fmt: skip
def test_plural_and_feminine_are_one_with_the_plain_word(word: str, stemmed: str) -> None:
    assert stem(fold(word)) == stemmed


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("cuisine", "cap", "cap-cuisine"), ("cuisine", "bac_pro", "bac-pro-cuisine"), ("commerce", "bac_pro", "bac-pro-mcv-a"),
        ("tp", "bts", "bts-tp"), ("cuisine", "bts", None), ("metiers du commerce et de la vente", "bac_pro", "bac-pro-mcv-a"),
        ("carrossier automobile", "cap", "cap-carrossier"), ("maintenance des vehicules", "cap", "cap-mv-vl"),
    ],
)  # fmt: skip
def test_a_name_at_a_level_is_one_programme(name: str, level: str, code: str | None) -> None:
    [hit] = find(name.split())
    assert PROGRAMMES.at_level(hit.value, level) == code


def test_an_acronym_of_one_diploma_is_known_as_one() -> None:
    assert {word for word in ("melec", "agora", "assp", "ndrc") if find([word])[0].value.acronym} == {
        "melec", "agora", "assp", "ndrc",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["ciel", "boulanger", "snack"])
def test_an_ordinary_word_is_no_acronym(word: str) -> None:
    assert not find([word])[0].value.acronym


def test_three_letters_are_common_and_need_a_diploma_beside_them() -> None:
    assert find(["csr"])[0].value.common


def test_a_hint_is_weaker_than_an_alias() -> None:
    assert find(["ccas"])[0].value.hint is False and find(["rhumerie"])[0].value.codes


def test_families_and_levels_come_once_each_in_order() -> None:
    codes = ("cap-cuisine", "bac-pro-cuisine", "bts-cg")
    assert PROGRAMMES.families(codes) == ("restauration", "finance") and PROGRAMMES.levels(codes) == ("cap", "bac_pro", "bts")
