"""A gateway's warning above a letter is no word of its author."""

import pytest

from mail.written.banner import without_banner

LETTER = "Bonjour,\nOui pour deux élèves."


@pytest.mark.parametrize(
    "banner",
    [
        "CAUTION: This email originated from outside of the organization. Do not click links or open attachments.",
        "ATTENTION : ce courriel provient d'un expéditeur externe.\nNe cliquez pas sur les liens.",
        "⚠ Attention, ce message vient de l’extérieur. N’ouvrez pas les pièces jointes.",
        "[EXTERNE]",
        "*** EXTERNAL EMAIL ***",
        "Vous n’obtenez pas souvent d’e-mail à partir de a@b.example. Découvrez pourquoi cela est important<https://aka.example>",
        "You don't often get email from a@b.example. Learn why this is important",
        "________________\nCe message a été envoyé par une personne extérieure à l’académie\n________________",
    ],
)
def test_a_warning_is_taken_away(banner: str) -> None:
    assert without_banner(f"{banner}\n\n{LETTER}") == LETTER


@pytest.mark.parametrize(
    "text",
    [
        "Attention : le stage commence à 7 h.\nDeux places.",
        "Important : notre message du 3 est annulé.",
        "Ce message pour vous dire oui.",
        "[EXTERNE]",
        LETTER,
    ],
)
def test_a_persons_own_first_line_is_kept(text: str) -> None:
    assert without_banner(text) == text
