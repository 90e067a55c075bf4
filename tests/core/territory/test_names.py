"""The ways in which one name of a commune is written."""

import pytest

from core.territory.names import arrondissement, bare, city_of, key, spellings


def test_st_and_ste_are_saint_and_sainte() -> None:
    assert (key("st denis"), key("ste. clotilde"), key("est")) == ("saint denis", "sainte clotilde", "est")


def test_strokes_and_full_stops_shorten() -> None:
    assert (key("villeneuve s/ lot"), key("s. denis"), key("saint.denis")) == ("villeneuve sur lot", "saint denis", "saint denis")


def test_a_slash_stands_between_two_names() -> None:
    assert spellings("Salazie / Hell-Bourg") == ("salazie", "hell bourg")


def test_the_article_can_be_left_out() -> None:
    assert [bare(name) for name in ("le port", "les avirons", "l etang sale", "la", "lens")] == [
        "port",
        "avirons",
        "etang sale",
        "la",
        "lens",
    ]


@pytest.mark.parametrize(
    ("said", "insee"),
    [
        ("paris 12", "75056"),
        ("paris 12e", "75056"),
        ("lyon 3eme arrondissement", "69123"),
        ("8e arrondissement de marseille", "13055"),
        ("1er arr. paris", "75056"),
        ("paris 21", None),
        ("lyon 0", None),
        ("nice 2", None),
    ],
)
def test_an_arrondissement_names_its_city(said: str, insee: str | None) -> None:
    assert arrondissement(said) == insee


def test_the_code_of_an_arrondissement_gives_its_city() -> None:
    assert [city_of(code) for code in ("75112", "69389", "13216", "75101", "75121", "2A004")] == [
        "75056", "69123", "13055", "75056", "75121", "2A004",
    ]  # fmt: skip
