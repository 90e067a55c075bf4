"""Whole letters: the firm and the person that a header, a text and a signature name together."""

import csv
import re
from pathlib import Path

import pytest

from core.territory.fold import fold
from tests.dialogs.understanding.hearing import hear

CASES = list(csv.DictReader(Path(__file__).with_name("signatures.csv").open(encoding="utf-8"), delimiter=";"))


def same(name: str | None) -> str:
    """A name without case, stops and title: « Mme Ethève » is Ethève, « LE BRIS Anne » is Anne Le Bris."""
    words = re.findall(r"[a-z0-9]+", fold(name or ""))
    return " ".join(sorted(word for word in words if word not in ("m", "mr", "mme", "dr", "la", "le", "les")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['sender']}, {case['text'][-30:]}")
def test_the_firm_and_the_person_of_a_letter_are_named(case: dict[str, str]) -> None:
    heard = hear(
        case["text"].replace(" ¶ ", "\n"),
        sender_name=case["sender"] or None,
        sender_email=case["address"] or None,
        channel="email" if case["address"] else "telegram",
    )
    firm = heard.organisation.name if heard.organisation else None
    person = heard.contact.name if heard.contact else None
    assert same(firm) in [same(name) for name in case["organisation"].split("|")], firm
    assert same(person) in [same(name) for name in case["contact"].split("|")], person
