"""The rule that says which letters are read right, and the project's own letters by it."""

import pytest

from bench.letters_judge import OWN, is_reply, is_right, read, samples


def test_a_reply_keeps_every_line_and_leaves_no_other() -> None:
    row = {"reply": "Oui,\n\nà lundi.", "signature": "Anne"}
    assert is_reply(row, "Oui,\nà  lundi.\nAnne")
    assert is_reply(row, "Oui,\nà\u202flundi.")
    assert not is_reply(row, "Oui,")
    assert not is_reply(row, "Oui,\nà lundi.\nLe 3 mai, vous avez écrit :")


@pytest.mark.parametrize("kind", ["machine", "bounce"])
def test_the_projects_own_letters_of_robots_are_read_right(kind: str) -> None:
    letters = samples(OWN / f"{kind}s", kind)
    assert len(letters) >= 30
    assert [one.row["id"] for one in letters if not is_right(one.row, read(one.raw))] == []


def test_an_address_is_given_up_only_where_the_letters_say_so() -> None:
    for one in samples(OWN / "bounces", "bounce"):
        hard = {row["recipient"]: bool(row["hardbounce"]) for row in one.row["decoded"]}
        assert {told.recipient: told.permanent for told in read(one.raw).bounces} == hard, one.row["id"]
