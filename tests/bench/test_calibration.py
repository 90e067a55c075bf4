"""The calibration error: the distance between what is said and what happens."""

from bench.calibration import Example, calibration_error, fit, noise


def test_a_confidence_that_says_what_happens_has_no_error() -> None:
    assert calibration_error([(1.0, True)] * 50 + [(0.0, False)] * 50) == 0


def test_one_that_is_always_sure_and_right_half_the_time_is_off_by_a_half() -> None:
    assert calibration_error([(1.0, place % 2 == 0) for place in range(100)]) == 0.5


def test_few_messages_leave_an_error_by_chance_and_many_leave_less() -> None:
    few, many = noise([(0.7, True)] * 50), noise([(0.7, True)] * 2000)
    assert many < 0.03 < few


def test_the_fitted_weights_tell_right_from_wrong() -> None:
    learnt = [Example({"always": 1.0, "doubt": float(place % 2)}, 0.5, place % 2 == 0) for place in range(40)]
    weights = fit(learnt)
    assert weights["always"] > 1 and weights["doubt"] < -1
