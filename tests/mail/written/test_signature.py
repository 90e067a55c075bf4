"""Signatures are set apart, and no written line is lost with them."""

import pytest

from mail.written.signature import split_signature


@pytest.mark.parametrize(
    ("text", "words", "signature"),
    [
        ("Oui.\n\nCordialement,\nAnne", "Oui.", "Cordialement,\nAnne"),
        ("Oui.\n-- \nAnne", "Oui.", "--\nAnne"),
        ("Oui.\n\nEnvoyé de mon iPhone", "Oui.", "Envoyé de mon iPhone"),
        ("Oui.\ncordialement", "Oui.\ncordialement", None),
        ("Merci,\nHôtel du Parc", "Merci,\nHôtel du Parc", None),
        ("Envoyé de mon iPhone", "", "Envoyé de mon iPhone"),
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


def test_words_typed_below_a_mailers_own_line_are_kept() -> None:
    found = split_signature("Bonjour,\n\nEnvoyé de mon iPhone\n\nOui pour lundi")
    assert found == ("Bonjour,\n\nOui pour lundi", "Envoyé de mon iPhone")


def test_a_sentence_below_a_closing_is_part_of_the_words() -> None:
    found = split_signature("Oui.\n\nCordialement,\nAnne\n\nJ’oubliais : la place de mars est prise.")
    assert found == ("Oui.\n\nJ’oubliais : la place de mars est prise.", "Cordialement,\nAnne")


@pytest.mark.parametrize(
    "line",
    [
        "Obtenir Outlook pour iOS<https://aka.example/o>",
        "Envoyé depuis l'application Mail Orange",
        "Envoyé à partir de Yahoo Mail sur Android",
        "Provenance : Courrier pour Windows",
        "Garantie sans virus. www.avast.com",
        "Anne Roux a réagi via Gmail\n<https://www.google.com/x>",
    ],
)
def test_what_a_mailer_adds_is_set_apart(line: str) -> None:
    assert split_signature(f"Oui.\n\n{line}") == ("Oui.", line)


def test_a_sentence_about_sending_is_no_mailers_line() -> None:
    assert split_signature("Envoyé hier par courrier, le devis attend.\nMerci")[1] is None


@pytest.mark.parametrize(
    "line", ["[cid:image001.png@01DD.2C]", "[image: Logo]", "<image001.png>", "\ufffc", "[Une image contenant du texte]"]
)
def test_what_stands_for_a_picture_is_no_word(line: str) -> None:
    assert split_signature(f"Oui.\n\n{line}") == ("Oui.", line)


@pytest.mark.parametrize(
    "notice",
    [
        "Ce message et ses pièces jointes sont confidentiels.",
        "Le présent message est destiné à ses seuls destinataires.",
        "Les informations contenues dans ce courriel sont réservées.",
        "Conformément au RGPD, vous disposez d’un droit d’accès.",
    ],
)
def test_a_legal_notice_is_set_apart(notice: str) -> None:
    assert split_signature(f"Oui.\n\n{notice}\nEt ainsi de suite.") == ("Oui.", f"{notice}\nEt ainsi de suite.")


@pytest.mark.parametrize(
    "line",
    ["Ce mail est destiné à Mme Roux : deux places.", "Ce message concerne les pièces jointes demandées : elles partent demain."],
)
def test_a_sentence_about_a_letter_is_no_notice(line: str) -> None:
    assert split_signature(f"Bonjour,\n{line}") == (f"Bonjour,\n{line}", None)
