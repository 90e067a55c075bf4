"""The longest known name wins at each place, and no word belongs to two names."""

from core.territory.ngrams import Hit, Ngrams


def names(*known: str) -> Ngrams[str]:
    index: Ngrams[str] = Ngrams()
    for name in known:
        index.add(name.split(), name)
    return index


def test_the_longest_name_is_taken() -> None:
    assert names("bac", "bac pro").scan("un bac pro ici".split()) == [Hit(1, 3, "bac pro")]


def test_names_never_share_a_word() -> None:
    assert [hit.value for hit in names("a b", "b c").scan("a b c".split())] == ["a b"]


def test_nothing_is_found_in_nothing() -> None:
    assert names("a").scan([]) == []
