"""References in every spelling, welcome of disabled youths, persons to train."""

import pytest

from dialogs.understanding.references import find_accessible, find_people, find_references
from dialogs.understanding.text import prepare


@pytest.mark.parametrize(
    "said", ["OF-2027-00140", "OF 2027 00140", "of 2027 140", "n° OF-2027-140", "OF20270140".replace("OF2027", "OF2027-")]
)
def test_a_reference_is_written_as_the_pool_writes_it(said: str) -> None:
    assert find_references(prepare(said).folded) == ("OF-2027-00140",)


def test_a_date_or_a_price_is_no_reference() -> None:
    assert find_references("le 12/03/2027, 140 euros, offre de 2027") == ()


@pytest.mark.parametrize(
    ("said", "people"),
    [("inscrire 2 salariés", 2), ("nous sommes trois personnes", 3), ("une formation de 2 jours", None),
     ("moi et mon collègue", 2),
     ("je souhaite me former", 1), ("formation de 14 heures pour 4 tuteurs", 4)],
)  # fmt: skip
def test_the_persons_to_train_are_counted(said: str, people: int | None) -> None:
    assert find_people(prepare(said).folded) == people


@pytest.mark.parametrize(
    ("said", "accessible"),
    [("poste ouvert aux personnes handicapées", True), ("RQTH bienvenus", True), ("locaux non accessibles", False),
     ("nous ne pouvons pas accueillir de fauteuil", False), ("2 élèves en mars", None), ("accessible en bus", None)],
)  # fmt: skip
def test_a_welcome_to_disabled_youths_is_heard(said: str, accessible: bool | None) -> None:
    found = find_accessible(prepare(said))
    assert (found[0] if found else None) is accessible
