"""The pace of each provider: agreed, then slower for who complains; nobody else waits."""

from mail.leaving.pace import FIRST_PAUSE, Pace, provider_of


def leave(pace: Pace, domain: str, letters: int, now: float = 0.0, first: int = 0) -> list[float]:
    return [pace.wait(f"a@{domain}", first + number, now) for number in range(letters)]


def test_a_burst_leaves_at_once_and_the_rest_at_the_agreed_distance() -> None:
    waits = leave(Pace(60), "x.example", 14)
    assert waits[:10] == [0.0] * 10
    assert [round(wait) for wait in waits[10:]] == [1, 2, 3, 4]


def test_who_has_a_place_keeps_it() -> None:
    pace = Pace(60)
    leave(pace, "x.example", 12)
    assert pace.wait("a@x.example", 11, 0.5) == 1.5
    assert pace.wait("a@x.example", 11, 2.0) == 0.0
    assert 11 not in pace.booked


def test_domains_do_not_wait_for_each_other_but_those_of_one_provider_share() -> None:
    pace = Pace(600)
    leave(pace, "orange.fr", 10)
    assert pace.wait("a@wanadoo.fr", 98, 0.0) > 0
    assert pace.wait("a@x.example", 99, 0.0) == 0.0
    assert provider_of("A@Neuf.FR") == provider_of("b@sfr.fr")


def test_without_a_limit_everything_leaves() -> None:
    assert not any(leave(Pace(0), "orange.fr", 1000))


def test_a_complaint_stops_its_provider_then_slows_it() -> None:
    pace = Pace(600)
    assert pace.complain("a@x.example", 0.0) == FIRST_PAUSE
    waits = leave(pace, "x.example", 3, now=10.0)
    assert waits == [50.0, 52.0, 54.0]
    assert pace.wait("a@y.example", 9, 10.0) == 0.0


def test_complaints_that_go_on_double_the_pause_and_those_of_one_moment_count_once() -> None:
    pace = Pace(600)
    assert [pace.complain("a@x.example", now) for now in (0.0, 1.0, 60.0, 200.0)] == [60.0, 59.0, 120.0, 240.0]


def test_letters_that_are_taken_bring_the_old_pace_back() -> None:
    pace = Pace(600)
    pace.complain("a@x.example", 0.0)
    now = 60.0
    for _ in range(40):
        pace.taken("a@x.example", 0.1, now)
        now += 2.0
    assert not pace.troubled("a@x.example", now)
    assert pace.complain("a@x.example", now) == FIRST_PAUSE


def test_a_place_from_before_a_complaint_is_lost() -> None:
    pace = Pace(60)
    leave(pace, "x.example", 13)
    pace.complain("a@x.example", 0.0)
    assert pace.wait("a@x.example", 12, 3.0) > 50


def test_who_answers_slowly_is_given_one_letter_at_a_time() -> None:
    pace = Pace(600)
    pace.taken("a@x.example", 20.0, 100.0)
    first, second = leave(pace, "x.example", 2, now=100.0)
    assert (first, second) == (0.0, 20.0)


def test_what_is_known_of_many_providers_is_bounded() -> None:
    pace = Pace(60)
    for number in range(5000):
        pace.wait(f"a@d{number}.example", number, float(number))
    assert len(pace.lanes) < 2100 and len(pace.booked) < 100
