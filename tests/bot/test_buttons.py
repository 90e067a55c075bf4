"""Keyboards that Telegram takes, in rows that fit a phone."""

from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import keyboard
from core.post.parcel import Button
from tests.tgemu.text import read_markup

BUTTONS = st.lists(st.builds(Button, st.text(max_size=80) | st.sampled_from(["ask:phone", "ask:place"]), st.text(max_size=60)))


def rows(*labels: str) -> list[list[str]]:
    shape = keyboard([Button(f"b{number}", label) for number, label in enumerate(labels)])
    return [[button["text"] for button in row] for row in shape["inline_keyboard"]]


def test_short_labels_stand_side_by_side() -> None:
    assert rows("Oui", "Corriger", "Annuler") == [["Oui", "Corriger", "Annuler"]]


def test_a_long_label_has_a_row_of_its_own() -> None:
    assert rows("Oui", "Écrivez-moi plutôt ici", "Non") == [["Oui"], ["Écrivez-moi plutôt ici"], ["Non"]]


def test_at_most_three_abreast() -> None:
    assert [len(row) for row in rows(*"abcdefgh")] == [3, 3, 2]


def test_a_press_gives_the_buttons_id() -> None:
    assert keyboard([Button("offer:31:yes", "Oui")])["inline_keyboard"] == [[{"text": "Oui", "callback_data": "offer:31:yes"}]]


def test_asking_for_the_phone_makes_a_reply_keyboard_of_all_the_buttons() -> None:
    shape = keyboard([Button("ask:phone", "Envoyer mon numéro"), Button("here", "Ici"), Button("ask:place", "Où ?")])
    assert shape["one_time_keyboard"] and shape["keyboard"] == [
        [{"text": "Envoyer mon numéro", "request_contact": True}],
        [{"text": "Ici"}, {"text": "Où ?", "request_location": True}],
    ]


def test_without_buttons_an_earlier_reply_keyboard_goes() -> None:
    assert keyboard([]) == {"remove_keyboard": True}


def test_an_id_of_64_bytes_passes_and_one_of_65_is_left_out() -> None:
    shape = keyboard([Button("x" * 64, "a"), Button("x" * 65, "b"), Button("é" * 33, "c"), Button("", "d"), Button("e", " ")])
    assert [[it["text"] for it in row] for row in shape["inline_keyboard"]] == [["a"]]


@given(BUTTONS)
def test_no_keyboard_is_refused(buttons: list[Button]) -> None:
    assert read_markup(keyboard(buttons))
