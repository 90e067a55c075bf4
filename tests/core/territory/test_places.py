"""Communes found by name, postcode and nearness; homonyms settled or asked."""

import time

import pytest

from config.territory import Commune
from config.territory_files import load_territory
from core.territory.fold import fold
from core.territory.places import Gazetteer

ELSEWHERE = (
    Commune("75056", "Paris", ("75001", "75012"), 2_103_778),
    Commune("93066", "Saint-Denis", ("93200", "93210"), 149_077),
    Commune("11339", "Saint-Denis", ("11310",), 523),
    Commune("01307", "Port", ("01460",), 832),
    Commune("44109", "Nantes", ("44000",), 320_000),
    Commune("97411", "Saint-Denis", ("97400",), 1),
    Commune("36228", "Villers", ("36000",), 100),
    Commune("54001", "Montreuil", ("93100",), 110_000),
    Commune("28267", "Montreuil", ("28500",), 500),
    Commune("62588", "Montreuil", ("62170",), 12_000),
)
REUNION = Gazetteer(load_territory("reunion"), ELSEWHERE)
MAYOTTE = Gazetteer(load_territory("mayotte"))


def named(name: str, gazetteer: Gazetteer = REUNION) -> set[str]:
    return {commune.insee for commune in gazetteer.named(fold(name))}


@pytest.mark.parametrize(
    ("name", "insee"),
    [
        ("Saint-Leu", "97413"),
        ("ST LEU", "97413"),
        ("Étang Salé", "97404"),
        ("l’étang-salé", "97404"),
        ("Avirons", "97401"),
        ("Le Moufia", "97411"),
        ("Moufia", "97411"),
        ("Hell-Bourg", "97421"),
        ("La Saline", "97415"),
        ("Saint-Pierre de La Réunion", "97416"),
        ("Paris 12e", "75056"),
    ],
)
def test_a_commune_is_found_by_its_names(name: str, insee: str) -> None:
    assert named(name) == {insee}


def test_a_homonym_gives_every_commune_of_that_name() -> None:
    assert named("st denis") == {"97411", "93066", "11339"}


def test_port_is_le_port_here_and_a_commune_of_the_ain() -> None:
    assert named("port") == {"01307", "97407"}
    found = REUNION.settle(REUNION.named("port"))
    assert found and found.insee == "97407"


def test_an_unknown_name_gives_nothing() -> None:
    assert named("Nulle-Part") == set()


def test_a_postcode_gives_all_its_communes() -> None:
    assert {commune.name for commune in MAYOTTE.by_postcode("97600")} == {"Koungou", "Mamoudzou"}
    assert [commune.name for commune in REUNION.by_postcode("97400")] == ["Saint-Denis"]
    assert REUNION.by_postcode("00000") == ()


def test_a_shared_postcode_of_mayotte_settles_nothing_alone_and_a_name_with_it_does() -> None:
    shared = MAYOTTE.by_postcode("97660")
    assert MAYOTTE.settle(shared) is None
    found = MAYOTTE.settle(MAYOTTE.named("dembeni"), postcode="97660")
    assert found and found.insee == "97607"


def test_a_code_of_the_territory_is_never_replaced_by_the_file_of_communes() -> None:
    found = REUNION.by_insee("97411")
    assert found and found.bassin == "nord"
    assert REUNION.by_insee("75112") == ELSEWHERE[0]


def test_ambiguous_places_are_told_article_included() -> None:
    several = REUNION.ambiguous(fold("La Plaine"))
    assert several and len(several.communes) == 3
    nowhere = REUNION.ambiguous("les hauts")
    assert nowhere and nowhere.communes == ()
    assert REUNION.ambiguous("saint leu") is None


def test_names_that_are_only_close_to_each_other_are_clear_when_written_right() -> None:
    assert MAYOTTE.ambiguous("mtsamboro") is None
    assert named("Mtsamboro", MAYOTTE) == {"97612"}


@pytest.mark.parametrize(
    ("postcode", "departement", "insee"),
    [(None, None, "97411"), ("93200", None, "93066"), (None, "11", "11339"), ("97743", None, "97411"), ("44000", None, None)],
)
def test_a_postcode_or_departement_settles_a_homonym_then_the_territory(
    postcode: str | None, departement: str | None, insee: str | None
) -> None:
    found = REUNION.settle(REUNION.named("saint denis"), postcode, departement)
    assert (found.insee if found else None) == insee


def test_outside_only_a_commune_ten_times_as_large_is_taken() -> None:
    assert REUNION.settle(REUNION.named("montreuil")) is None
    found = REUNION.settle([commune for commune in REUNION.named("montreuil") if commune.insee != "62588"])
    assert found and found.insee == "54001"


def test_a_name_nearly_right_is_taken_alone_when_it_is_sure() -> None:
    for said, insee in (("saint leux", "97413"), ("st benoi", "97410"), ("nante", "44109"), ("ls avirons", "97401")):
        ((commune, score),) = REUNION.closest(fold(said))
        assert (commune.insee, score >= 0.85) == (insee, True)


def test_a_doubtful_name_gives_the_three_best_at_most() -> None:
    close = REUNION.closest("saint lou")
    assert 2 <= len(close) <= 3
    assert [score for _, score in close] == sorted((score for _, score in close), reverse=True)


def test_a_known_postcode_narrows_what_is_close() -> None:
    ((commune, _),) = MAYOTTE.closest("mamoudsou", "97600")
    assert commune.name == "Mamoudzou"
    assert REUNION.closest("saint leux", "44000") == ()


def test_words_too_short_or_too_long_or_far_from_all_are_close_to_nothing() -> None:
    assert REUNION.closest("por") == REUNION.closest("x" * 5000) == REUNION.closest("bonjour madame") == ()


def test_thirty_five_thousand_communes_are_indexed_in_a_moment() -> None:
    extra = [Commune(f"{n:05d}", f"Saint-Été-sur-l'Eau-{n}", (f"{n:05d}",), n) for n in range(10000, 45000)]
    began = time.process_time()
    Gazetteer(load_territory("reunion"), extra)
    assert time.process_time() - began < 10


SHORT = Gazetteer(
    load_territory("reunion"),
    (
        Commune("74056", "Chamonix-Mont-Blanc", (), 8_700),
        Commune("60157", "Clermont", (), 10_400),
        Commune("63113", "Clermont-Ferrand", (), 147_000),
        Commune("92012", "Boulogne-Billancourt", (), 119_000),
        Commune("62160", "Boulogne-sur-Mer", (), 40_500),
        Commune("69281", "Marennes", (), 2_000),
        Commune("17219", "Marennes-Hiers-Brouage", (), 6_100),
        Commune("74010", "Annecy", (), 132_000),
        Commune("50639", "Villedieu-les-Poêles-Rouffigny", (), 3_900),
        Commune("88001", "Rousses", (), 115),
        Commune("39470", "Les Rousses", (), 3_600),
        Commune("59001", "Colombe", (), 1_800),
        Commune("92025", "Colombes", (), 91_000),
    ),
)


@pytest.mark.parametrize(
    ("said", "insee"),
    [
        ("chamonix", "74056"), ("villedieu les poeles", "50639"), ("clermont", "63113"), ("rousses", "39470"),
        ("seynod", "74010"), ("boulogne", None), ("marennes", None), ("clermont sur", None), ("mont", None),
    ],
)  # fmt: skip
def test_short_and_old_names_are_known_and_the_clearly_larger_is_meant(said: str, insee: str | None) -> None:
    found = SHORT.settle(SHORT.named(said))
    assert (found.insee if found else None) == insee


def test_a_village_one_letter_from_a_city_is_asked() -> None:
    assert [commune.insee for commune, _ in SHORT.closest("colombe")] == ["59001", "92025"]
    assert [commune.insee for commune, _ in SHORT.closest("colombes")] == ["92025"]


def test_what_opens_a_name_is_known_without_its_article() -> None:
    assert SHORT.openings["rousses"] == 2
    assert SHORT.openings["clermont"] == 3
    assert "etang" in SHORT.familiar and "chamonix" not in SHORT.familiar and "annecy" in SHORT.familiar
