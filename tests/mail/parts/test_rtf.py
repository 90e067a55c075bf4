"""Rich text gives its words, compressed or not."""

import pytest

from mail.parts.rtf import rtf_text, unpacked

# The example of Microsoft's own specification (MS-OXRTFCP, 3.1.1).
PACKED = bytes.fromhex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865" + "6c090020627705b06c647d0a800fa0")


def test_compressed_text_is_unpacked() -> None:
    assert unpacked(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize("cut", [0, 10, 16, 20, 30])
def test_a_compressed_text_that_is_cut_gives_what_it_has(cut: int) -> None:
    assert unpacked(PACKED[:cut]) == PACKED[:cut] or unpacked(PACKED[:cut]) in unpacked(PACKED)


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1 un\par deux\line trois\tab quatre}", "un\ndeux\ntrois\tquatre"),
        (rb"{\rtf1{\colortbl;\red0;}{\*\generator x;}{\info{\title y}}oui\~!}", "oui !"),
        (rb"{\rtf1 \{a\}\\ \u233?t\u233?}", "{a}\\ été"),
        (b"{" * 5000 + b"a" + b"}" * 9000, "a"),
        (b"", ""),
    ],
)
def test_words_are_taken_out_of_rich_text(rtf: bytes, text: str) -> None:
    assert rtf_text(rtf) == text
