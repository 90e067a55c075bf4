"""Escaping, cutting and counting as Telegram does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import PIECE, clean, cut, lay_out, units
from core.post.parcel import Block
from tests.tgemu import parse_html

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]) | st.sampled_from("<>&\"' \n😀é"), max_size=300)
LONG_TEXT = st.builds(lambda text, times: text * times, ANY_TEXT, st.integers(1, 60))
BLOCKS = st.builds(Block, LONG_TEXT, st.sampled_from(["text", "heading", "item", "small"]), st.none() | st.integers(1, 99))


def seen(blocks: list[Block]) -> list[str]:
    return [parse_html(piece)[0] for piece in lay_out(blocks)]


def test_blocks_have_their_form() -> None:
    blocks = [Block("Vos offres", "heading"), Block("Cuisine", "item", 1), Block("Vente", "item", 2), Block("À savoir.", "small")]
    assert lay_out(blocks) == ["<b>Vos offres</b>\n\n1. Cuisine\n2. Vente\n\n<i>À savoir.</i>"]


def test_what_people_wrote_is_escaped() -> None:
    assert lay_out([Block('5 < 6 & "<b>gras</b>"')]) == ['5 &lt; 6 &amp; "&lt;b&gt;gras&lt;/b&gt;"']


def test_empty_blocks_leave_no_trace() -> None:
    assert lay_out([Block(" "), Block("a"), Block("", "heading"), Block("", "item", 3), Block("b")]) == ["a\n\nb"]
    assert lay_out([Block("\x00")]) == []


def test_a_long_text_is_cut_between_words() -> None:
    text = " ".join(["mot"] * 3000)
    pieces = seen([Block(text)])
    assert len(pieces) == 3 and " ".join(pieces) == text


def test_a_paragraph_is_kept_whole_when_it_can() -> None:
    text = "a" * 3000 + "\n" + "b " * 1000
    assert next(cut(text)) == "a" * 3000


def test_a_word_too_long_is_cut_between_characters() -> None:
    assert list(cut("😀" * 5, 4)) == ["😀😀", "😀😀", "😀"]
    assert list(cut("a😀b", 2)) == ["a", "😀", "b"]


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("e\u0301" * 3, 3, ["e\u0301", "e\u0301", "e\u0301"]),
        ("👩\u200d🍳👩\u200d🍳", 7, ["👩\u200d🍳", "👩\u200d🍳"]),
        ("👍🏽👍🏽", 6, ["👍🏽", "👍🏽"]),
        ("🇫🇷🇷🇪", 6, ["🇫🇷", "🇷🇪"]),
        ("a" + "\u0301" * 9, 4, ["a\u0301\u0301\u0301", "\u0301" * 4, "\u0301" * 2]),
    ],
)
def test_what_is_read_as_one_character_stays_whole(text: str, limit: int, parts: list[str]) -> None:
    assert list(cut(text, limit)) == parts


def test_each_piece_closes_its_own_tags() -> None:
    pieces = lay_out([Block("mot " * 2000, "heading")])
    assert len(pieces) == 2 and all(it.startswith("<b>") and it.endswith("</b>") for it in pieces)


def test_blocks_that_fit_share_a_message() -> None:
    assert [units(it) for it in seen([Block("x" * 2000), Block("y" * 2094), Block("z")])] == [4096, 1]


@pytest.mark.parametrize(("text", "expected"), [("a\ud83d\ude00b", "a😀b"), ("\ud83d", ""), ("a\tb\r\n\x1b", "a\tb\r\n")])
def test_a_clean_text_holds_only_characters(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.lists(BLOCKS, max_size=6))
def test_no_piece_has_loose_html_nor_too_many_units(blocks: list[Block]) -> None:
    for piece in lay_out(blocks):
        text, entities = parse_html(piece)  # refuses what Telegram refuses
        assert 0 < units(text) <= PIECE and text.strip() and len(piece.encode()) <= 1 << 15
        assert {entity["type"] for entity in entities} <= {"bold", "italic"}


@given(LONG_TEXT)
def test_cutting_loses_nothing_but_spaces(text: str) -> None:
    assert "".join("".join(part.split()) for part in cut(text, 50)) == "".join(text.split())
