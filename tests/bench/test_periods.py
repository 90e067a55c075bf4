"""The phrases of the bench of dates: enough of them, half set aside, and still read right."""

from bench.periods import Ours, compare, phrases, same, split


def test_half_of_at_least_120_phrases_is_set_aside_and_always_the_same() -> None:
    every = phrases()
    tuned, aside = split(every)
    assert len(every) >= 120 and len(aside) == len(every) // 2
    assert {phrase.text for phrase in tuned}.isdisjoint(phrase.text for phrase in aside)
    assert split(every) == (tuned, aside)


def test_the_table_has_our_side_of_both_halves_with_or_without_the_other_reader() -> None:
    rows = compare()
    assert [row.split(" | ")[0] for row in rows if row.startswith("| Guichet,")] == [
        "| Guichet, tuned on",
        "| Guichet, set aside",
    ]
    assert any("dateparser" in row for row in rows)


def test_nineteen_phrases_in_twenty_of_those_set_aside_are_read_right() -> None:
    ours, (_, aside) = Ours(), split(phrases())
    timings = [(ours.timing(phrase), phrase) for phrase in aside]
    assert sum(same(timing.periods, phrase) for timing, phrase in timings) >= 0.95 * len(aside)
    assert sum(timing.weeks in phrase.weeks for timing, phrase in timings) >= 0.95 * len(aside)
    assert sum(timing.flexible in phrase.flexible for timing, phrase in timings) >= 0.95 * len(aside)
