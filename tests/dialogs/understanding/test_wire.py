"""Lines of the contract: what is wrong with a bad one is said, and nothing raises."""

import json

import pytest

from dialogs.understanding.hear import understand
from dialogs.understanding.wire import LineRefused, read_line, read_message, write_heard, write_refusal
from tests.dialogs.understanding.hearing import a_setting

HERE = a_setting()
MESSAGE = {"id": "1", "channel": "email", "received": "2026-11-23T09:00:00+04:00", "text": "2 CAP cuisine à Saint-Leu en mars"}


def answer(**changes: object) -> dict[str, object]:
    text, setting = read_message({**MESSAGE, **changes}, HERE.territory, HERE.catalogue, HERE.gazetteer)
    return write_heard("1", understand(text, setting))


def test_an_answer_has_the_keys_of_the_contract_and_is_json() -> None:
    heard = answer()
    assert list(heard) == [
        "id", "language", "intent", "confidence", "offers", "organisation", "contact", "accessible", "discrimination",
        "references", "topic", "people",
    ]  # fmt: skip
    assert json.loads(json.dumps(heard)) == heard


def test_dates_and_places_are_written_as_the_contract_says() -> None:
    [offer] = answer()["offers"]  # type: ignore[misc, attr-defined]
    assert offer["periods"] == [{"start": "2027-03-01", "end": "2027-03-31"}]
    assert offer["place"] == {"insee": "97413", "name": "Saint-Leu"}


def test_the_sender_is_read() -> None:
    assert answer(sender={"name": "Sophie Hoareau", "email": "s@h.example"})["contact"] == {
        "name": "Sophie Hoareau", "email": "s@h.example", "phone": None,
    }  # fmt: skip


@pytest.mark.parametrize("line", ["", "{", "[]", "12", "[" * 100_000, '{"a":' * 50_000])
def test_a_line_that_is_no_object_is_refused(line: str) -> None:
    with pytest.raises(LineRefused):
        read_line(line)


@pytest.mark.parametrize(
    "changes",
    [{"text": None}, {"text": 3}, {"received": None}, {"received": "hier"}, {"received": "2026-11-23T09:00:00"},
     {"sender": "moi"}, {"channel": "fax"}, {"subject": 1}, {"sender": {"name": 1}}],
)  # fmt: skip
def test_a_bad_message_is_refused_by_the_name_of_its_key(changes: dict[str, object]) -> None:
    with pytest.raises(LineRefused) as refused:
        answer(**changes)
    assert next(iter(changes)) in str(refused.value) or "name" in str(refused.value)


def test_a_refusal_is_one_object() -> None:
    assert write_refusal("7", LineRefused(reason="text: missing")) == {"id": "7", "error": "text: missing"}
