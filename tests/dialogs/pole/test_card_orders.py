"""Words that a button asked for are read as people write them; those that go outside go whole."""

import pytest

from dialogs.pole.card_orders import orders_of
from dialogs.pole.orders import read_orders
from tests.builders import NOW


@pytest.mark.parametrize(
    ("verb", "said", "order"),
    [
        ("until", "jusqu’au 31/03", "1 jusqu'au 31/03"),
        ("until", "Le 31 mars", "1 jusqu'au 31 mars"),
        ("until", "la fin mars", "1 jusqu'au fin mars"),
        ("wait", "le 5/12.", "1 attendre 5/12"),
        ("wait", "attendre 5/12", "1 attendre 5/12"),
        ("taken", "2 places", "1 2 prises"),
        ("taken", "Deux places prises", "1 2 prises"),
        ("pass", "pour le Sud : l’atelier est là", "1 pour le Sud : l’atelier est là"),
    ],
)
def test_what_is_written_around_a_day_or_a_count_does_not_matter(verb: str, said: str, order: str) -> None:
    assert orders_of(verb, 1, NOW.date(), said) == read_orders(order, NOW.date())


def test_words_that_go_outside_go_whole() -> None:
    said = "Quels horaires ; 2 non ?\n\n3 ok / et la tenue ? " + "Merci. " * 400
    [order] = orders_of("ask", 1, NOW.date(), said).orders
    assert order.words == said.strip()
    assert orders_of("ask", 1, NOW.date(), "demander : quels horaires ?").orders[0].words == "quels horaires ?"
