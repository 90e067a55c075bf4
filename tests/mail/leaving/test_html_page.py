"""The HTML of a letter: the same words as its text, real headings and lists, nothing that a reader's program trips over."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from core.post.parcel import Block
from dialogs.wording.page import plain
from mail.leaving.html_page import html_page

LETTER = (
    Block("Bonjour Madame Roux,"),
    Block("À VOUS DE DÉCIDER", "heading"),
    Block("Hôtel des Alizés\u00a0: 1 élève <b>\nM. Fontaine", "item", 9),
    Block("Mairie", "item", 10),
    Block("NOUVEAU", "heading"),
    Block("Boulangerie", "item", 11),
    Block("sans numéro", "item"),
    Block("Vos coordonnées…", "small"),
)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), min_size=1, max_size=60),
        st.sampled_from(["text", "heading", "item", "small"]),
        st.none() | st.integers(1, 120),
    ),
    min_size=1,
    max_size=12,
)


def page(*blocks: Block, language: str = "fr") -> html.HtmlElement:
    return html.document_fromstring(html_page(blocks, subject="Essai & <test>", language=language))


def words(element: html.HtmlElement) -> list[str]:
    return element.find("body").text_content().split()


def test_the_words_are_those_of_the_text_in_the_same_order() -> None:
    assert words(page(*LETTER)) == plain(LETTER).split()


@given(BLOCKS)
def test_whatever_the_words_both_say_the_same(blocks: list[Block]) -> None:
    if any(block.text.strip() for block in blocks):
        assert words(page(*blocks)) == plain(tuple(blocks)).split()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_screen_reader_is_told_the_language_and_the_title(language: str) -> None:
    one = page(*LETTER, language=language)
    assert {element.get("lang") for element in one.iter() if element.get("lang")} == {language}
    assert one.findtext("head/title") == "Essai & <test>"


def test_headings_are_headings_and_entries_a_list() -> None:
    one = page(*LETTER)
    assert [heading.text for heading in one.iter("h2")] == ["À VOUS DE DÉCIDER", "NOUVEAU"]
    assert [(element.tag, len(element)) for element in one.iter("ol", "ul")] == [("ol", 2), ("ol", 1), ("ul", 1)]
    assert not list(one.iter("table")) and not one.xpath("//*[@role='presentation']")


def test_entries_of_a_long_list_hang_deep_enough_for_their_numbers() -> None:
    widths = [page(Block("x", "item", number)).xpath("//li")[0].get("style") for number in (9, 10, 100)]
    indents = [int(style.partition("0 0 0 ")[2].partition("px")[0]) for style in widths]
    assert all(one < other for one, other in pairwise(indents))


def test_colours_follow_the_readers_choice_and_nothing_is_fetched() -> None:
    text = html_page(LETTER, subject="Essai", language="fr")
    assert '<meta name="color-scheme" content="light dark">' in text and "prefers-color-scheme: dark" in text
    assert "http" not in text and "<img" not in text and "<script" not in text


def test_an_address_of_ours_is_a_link_and_one_that_somebody_wrote_is_not() -> None:
    ours, theirs = "https://t.me/pole_bot?start=k-1&x", "https://evil.example/"
    page = html_page([Block(f"Suivez {ours}, pas {theirs}.", link=ours), Block(theirs)], subject="s", language="fr")
    assert page.count("<a ") == 1
    assert '<a href="https://t.me/pole_bot?start=k-1&amp;x">https://t.me/pole_bot?start=k-1&amp;x</a>' in page
