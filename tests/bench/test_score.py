"""The scorer: what counts as right, missing, invented or wrong."""

from bench.score import score

EXPECT = {"intent": "offer", "offers": [{"kind": "pfmp", "seats": 2}], "organisation": {"name": "SARL Le Pain"}}
LABEL = {"id": "a", "expect": EXPECT}
RIGHT = {"id": "a", "intent": "offer", "offers": [{"kind": "pfmp", "seats": 2}], "organisation": {"name": "Le pain"}}


def outcomes(**changes: object) -> dict[str, str]:
    return {fault.slot: fault.outcome for fault in score([LABEL], [RIGHT | changes]).faults}


def test_a_right_answer_has_no_fault_whatever_the_legal_form_and_the_capitals() -> None:
    one = score([LABEL], [RIGHT])
    assert (one.frame_accuracy, one.intent_accuracy, one.harm_rate, one.faults) == (1, 1, 0, ())
    assert one.rates() == (1, 1, 1)


def test_a_slot_is_missing_wrong_or_extra() -> None:
    assert outcomes(offers=[{"kind": "pfmp"}]) == {"seats": "missing"}
    assert outcomes(offers=[{"kind": "pfmp", "seats": 3}]) == {"seats": "wrong"}
    assert outcomes(references=["OF-2026-00001"]) == {"references": "extra"}


def test_what_is_missing_does_no_harm_and_what_is_invented_does() -> None:
    assert score([LABEL], [RIGHT | {"organisation": None}]).harm_rate == 0
    assert score([LABEL], [RIGHT | {"organisation": {"name": "Le Vin"}}]).harm_rate == 1


def test_offers_are_compared_in_the_order_that_fits_best() -> None:
    label = {"id": "a", "expect": {"intent": "offer", "offers": [{"seats": 1}, {"seats": 2}]}}
    assert score([label], [{"id": "a", "intent": "offer", "offers": [{"seats": 2}, {"seats": 1}]}]).frame_accuracy == 1


def test_each_of_several_labels_is_right() -> None:
    label = {"id": "a", "expect": {"intent": {"any_of": ["stop", "refusal"]}}}
    assert score([label], [{"id": "a", "intent": "refusal"}]).frame_accuracy == 1
