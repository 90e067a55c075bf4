"""A slip of the pen is near the name that was meant."""

import pytest

from core.territory.near import FEW, Nearness, similarity

NAMES = ("le havre", "nantes", "saint denis", "saint etienne", "villeneuve d ascq", "mulhouse", "paris", "chateauroux")
MANY = Nearness([*NAMES, *(f"zq{n}xk" for n in range(FEW))])


@pytest.mark.parametrize("names", [Nearness(NAMES), MANY])
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("nante", "nantes"), ("anntes", "nantes"), ("saint deni", "saint denis"), ("siant denis", "saint denis"),
        ("villeneuve d", "villeneuve d ascq"), ("mulouze", "mulhouse"), ("saintetienne", "saint etienne"), ("havre", "le havre"),
        ("pairs", "paris"), ("chatoroux", "chateauroux"), ("hcateaurouw", "chateauroux"),
    ],
)  # fmt: skip
def test_the_name_meant_is_the_likest(names: Nearness, said: str, meant: str) -> None:
    assert names.like(said)[0][0] == meant


def test_what_is_far_from_all_is_like_nothing() -> None:
    assert MANY.like("bonjour madame") == Nearness(NAMES).like("bonjour madame") == []


def test_the_names_that_go_on_are_told_unless_too_little_is_said() -> None:
    assert MANY.beginning("saint") == ["saint denis", "saint etienne"]
    assert MANY.beginning("sai") == []


def test_a_name_is_like_itself_with_or_without_article() -> None:
    assert similarity("le havre", "havre") == similarity("nantes", "nantes") == 1.0
