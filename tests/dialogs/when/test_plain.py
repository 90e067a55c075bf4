"""Time words in one spelling, whatever the writer's: months, numbers, years said aloud, what only looks like a month."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.when.plain import say_plainly

SAID = (
    ("2 smn fin févr.", "2 semaine fin fevrier"),
    ("du huit au vingt-six février", "du 8 au 26 fevrier"),
    ("mars deux mille vingt-sept", "mars 2027"),
    ("twenty twenty-seven", "2027"),
    ("twenty twenty twenty", "2020 20"),
    ("31 May – 18 June", "31 mai - 18 juin"),
    ("March 1st", "1 mars"),
    ("February   8", "8 fevrier"),
    ("la semaine du sept juin", "la semaine du 7 juin"),
    ("en sept.", "en septembre"),
    ("sept semaines", "7 semaine"),
    ("un week-end", "un week-end"),
    ("mi avril", "mi avril"),
    ("from Mon 8 to Fri 26 March", "from lundi 8 to vendredi 26 mars"),
    ("du jeu. 11 mars", "du jeudi 11 mars"),
    ("mon 2e stagiaire", "mon 2e stagiaire"),
    ("fermé dim. en mars", "ferme dimanche. en mars"),
    ("le 5 d avril", "le 5 d'avril"),
    ("dan mwa févrié", "dan mois fevrier"),
    ("qd vs voulez", "quand vous voulez"),
)


@pytest.mark.parametrize(("said", "plain"), SAID)
def test_time_words_have_one_spelling(said: str, plain: str) -> None:
    assert say_plainly(prepare(said)).folded == plain


@pytest.mark.parametrize("said", ["may we come", "a march in the woods", "we need 18 people in May. 18 is fine"])
def test_english_words_that_are_no_date_stay(said: str) -> None:
    plain = say_plainly(prepare(said)).folded
    assert "mars" not in plain and "18 mai" not in plain


def test_a_word_said_again_points_at_its_own_letters() -> None:
    text = say_plainly(prepare("dès le 8 févr. 2027"))
    start = text.folded.index("fevrier")
    assert text.span(start, start + len("fevrier")) == "févr."


def test_many_blanks_are_one() -> None:
    assert say_plainly(prepare("du  8\n\nau\t 9")).folded == "du 8\nau 9"
