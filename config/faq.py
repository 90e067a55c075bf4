"""The answers to what employers ask, read from `config/catalogue/faq.csv`: short, with reference, confidence, review date."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from config.problems import CatalogueInvalid, Problems
from config.tables import Columns, read_table
from config.territory_checks import check_once

FILE = Path(__file__).parent / "catalogue" / "faq.csv"
COLUMNS = Columns(("id", "question", "answer", "reference", "confidence", "review_after"))
SURE, PROBABLE = "sure", "probable"


@dataclass(frozen=True)
class Answer:
    """One question and its answer, in French; `confidence` is « sure », or « probable » with an optional note."""

    id: str
    question: str
    answer: str
    reference: str
    confidence: str
    review_after: date | None = None

    def sure(self, today: date) -> bool:
        """Whether it may be told without « à vérifier »: sure, and its review date (inclusive) is not past."""
        return self.confidence == SURE and (self.review_after is None or today <= self.review_after)


@cache
def load_faq(path: Path = FILE) -> tuple[Answer, ...]:
    """All answers, read once. Raises CatalogueInvalid with every problem: file, line, reason."""
    problems = Problems()
    rows = read_table(path, COLUMNS, problems)
    check_once([(row, row.text("id")) for row in rows], "answer")
    answers = []
    for row in rows:
        confidence = row.required("confidence")
        if confidence != SURE and not confidence.startswith(PROBABLE):
            row.blame(f"confidence « {confidence} »: write {SURE}, or {PROBABLE} and why")
        name, question, answer = (row.required(column) for column in ("id", "question", "answer"))
        answers.append(Answer(name, question, answer, row.text("reference"), confidence, row.day("review_after")))
    problems.refuse(CatalogueInvalid)
    return tuple(answers)
