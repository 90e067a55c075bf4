"""Answers to employers: once each, and sure only as long as their review date says."""

from datetime import date
from pathlib import Path

import pytest

from config.faq import load_faq
from config.problems import CatalogueInvalid


def test_all_answers_are_there_once() -> None:
    answers = load_faq()
    assert len({answer.id for answer in answers}) == len(answers) == 36


def test_an_answer_past_its_review_date_is_no_longer_sure() -> None:
    amount = next(answer for answer in load_faq() if answer.id == "gratification_montant")
    assert amount.sure(date(2026, 12, 31))
    assert not amount.sure(date(2027, 1, 1))


def test_a_probable_answer_is_never_sure() -> None:
    assert not any(answer.sure(date(2026, 1, 1)) for answer in load_faq() if answer.confidence.startswith("probable"))


def test_a_wrong_answer_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text("id,question,answer,reference,confidence,review_after\na,Q ?,,,certain,demain\n", "utf-8")
    with pytest.raises(CatalogueInvalid) as refused:
        load_faq(path)
    assert {problem.line for problem in refused.value.problems} == {2}
    assert len(refused.value.problems) == 3
