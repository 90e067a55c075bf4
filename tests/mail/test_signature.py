"""Signatures are set apart, and no written line is lost with them."""

import pytest

from mail.signature import split_signature


@pytest.mark.parametrize(
    ("text", "words", "signature"),
    [
        ("Oui.\n\nCordialement,\nAnne", "Oui.", "Cordialement,\nAnne"),
        ("Oui.\n-- \nAnne", "Oui.", "--\nAnne"),
        ("Oui.\n\nEnvoyé de mon iPhone", "Oui.", "Envoyé de mon iPhone"),
        ("Oui.\ncordialement", "Oui.\ncordialement", None),
        ("Merci,\nHôtel du Parc", "Merci,\nHôtel du Parc", None),
        ("Envoyé de mon iPhone", "Envoyé de mon iPhone", None),
        ("-- \nAnne", "-- \nAnne", None),
    ],
)
def test_a_closing_is_set_apart(text: str, words: str, signature: str | None) -> None:
    found, closing = split_signature(text)
    assert (found, closing and closing.replace("-- ", "--")) == (words, signature)


def test_a_postscript_is_part_of_the_words() -> None:
    found = split_signature("Oui.\n\nCordialement,\nAnne\nPS : 3 élèves en fait")
    assert found == ("Oui.\n\nPS : 3 élèves en fait", "Cordialement,\nAnne")


def test_a_long_text_after_a_formula_is_no_signature() -> None:
    text = "Cordialement,\n" + "Nous cherchons.\n" * 30
    assert split_signature("Bonjour.\n" + text)[1] is None
