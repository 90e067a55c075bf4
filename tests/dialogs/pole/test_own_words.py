"""What coordinators say of their own days is read as people say it, and nothing else is taken for it."""

from datetime import date, time

import pytest

from core.agenda.own_days import Own
from dialogs.pole.orders import Order, read_orders

FRIDAY = date(2026, 11, 27)


def span(first: str, last: str | None) -> tuple[date, date | None]:
    return date.fromisoformat(first), date.fromisoformat(last) if last else None


@pytest.mark.parametrize(
    ("said", "absences"),
    [
        ("absente du 7 au 18", [span("2026-12-07", "2026-12-18")]),
        ("Je serai absent du 7 au 18 décembre inclus, merci", [span("2026-12-07", "2026-12-18")]),
        ("absent du 20/12 au 5/1", [span("2026-12-20", "2027-01-05")]),
        ("absente du 24 au 30", [span("2026-11-24", "2026-11-30")]),  # told late
        ("absente du 20 au 5", [span("2026-12-20", "2027-01-05")]),
        ("absente de lundi à mercredi", [span("2026-11-30", "2026-12-02")]),
        ("absente de demain à lundi", [span("2026-11-28", "2026-11-30")]),
        ("absente jusqu'au 18", [span("2026-11-27", "2026-12-18")]),
        ("je suis absente jusqu’à lundi", [span("2026-11-27", "2026-11-30")]),
        ("absente demain", [span("2026-11-28", "2026-11-28")]),
        ("absent lundi 7 décembre", [span("2026-12-07", "2026-12-07")]),
        ("absente le 7 et le 9", [span("2026-12-07", "2026-12-07"), span("2026-12-09", "2026-12-09")]),
        ("absente à partir du 1er décembre", [span("2026-12-01", None)]),
    ],
)
def test_absences(said: str, absences: list[tuple[date, date | None]]) -> None:
    orders = read_orders(said, FRIDAY)
    assert orders.own == (Own("absent", absences=tuple(absences)),)
    assert not (orders.unread or orders.questions or orders.orders or orders.bare)


@pytest.mark.parametrize(
    ("said", "days", "at"),
    [
        ("digest mardi et jeudi", (1, 3), None),
        ("Digest le mardi, le jeudi à 8 h 30", (1, 3), time(8, 30)),
        ("mes points les lundis", (0,), None),
        ("digest tous les jours", (), None),
        ("digest à 6 h", None, time(6)),
    ],
)
def test_digest_days(said: str, days: tuple[int, ...] | None, at: time | None) -> None:
    assert read_orders(said, FRIDAY).own == (Own("digest", days=days, at=at),)


@pytest.mark.parametrize("said", ["de retour", "Je suis de retour !", "je ne suis plus absente", "présente"])
def test_back(said: str) -> None:
    assert read_orders(said, FRIDAY).own == (Own("back"),)


@pytest.mark.parametrize(
    "said",
    [
        "absente",
        "absente bientôt",
        "absente du 7 au 45",
        "digest dimanche",
        "digest à 3 h",
        "digest",
        "le stagiaire est absent lundi",
    ],
)
def test_what_cannot_be_read_is_said_to_be_unread(said: str) -> None:
    orders = read_orders(said, FRIDAY)
    assert not orders.own and orders.unread == (said,)


def test_own_days_stand_among_orders_and_after_words_that_go_outside() -> None:
    orders = read_orders("1 demander : quels horaires ?\nabsente du 7 au 18\n2 ok", FRIDAY)
    assert [order.verb for order in orders.orders] == ["ask", "ok"] and len(orders.own) == 1
    assert orders.orders[0] == Order("ask", (1,), words="quels horaires ?")
