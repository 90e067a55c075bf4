"""Replies of many mailers: the new words are kept, the quoted ones go."""

import pytest

from mail.reply import cut_quotes

OURS = "> Bonjour Madame,\n> Répondez OUI ou NON."
NAME = "Pôle <s@p.example>"


@pytest.mark.parametrize(
    "introduction",
    [
        f"Le lun. 12 janv. 2026 à 09:12, {NAME} a écrit :",
        "Le lun. 12 janv. 2026 à 09:12, Pôle <\ns@p.example> a\nécrit :",
        f"---- Le lun., 12 janv. 2026 09:12:34 +0100 {NAME} a écrit ----",
        f"{NAME} a écrit :",
        "On Mon, Jan 12, 2026 at 9:12 AM Pôle wrote:",
        "-----Message d’origine-----",
        "----- Mail transféré -----",
        f"De : {NAME}\nEnvoyé : lundi 12 janvier 2026 09:12\nÀ : moi\nObjet : Stage",
        f"________________________________\nDe: {NAME}\nDate: lundi\nObjet: Stage",
        "-- Répondez au-dessus de cette ligne --",
    ],
)
def test_what_an_introduction_announces_is_cut(introduction: str) -> None:
    for quote in (OURS, OURS.replace("> ", "")):
        if "On Mon" not in introduction or quote is OURS:
            cut = cut_quotes(f"Oui, deux places.\n\n{introduction}\n{quote}")
            assert (cut.text, cut.quoted) == ("Oui, deux places.", True)


@pytest.mark.parametrize(
    "text",
    [
        "Le 12 janvier 2026, M. Durand a écrit au rectorat :\ndeux stagiaires",
        "M. Durand a écrit :\ndeux stagiaires",
        "Objet : stage\nDate : du 2 au 6 février 2026\nÀ : Fougères\nDe : 9h à 17h",
        "De : Saint-Denis\nà : Saint-Paul\nNous prenons deux élèves",
        "-----\nMerci",
    ],
)
def test_prose_that_looks_like_a_quote_is_kept(text: str) -> None:
    assert (cut_quotes(text).text, cut_quotes(text).quoted) == (text, False)


def test_a_new_letter_keeps_its_own_chevrons() -> None:
    assert cut_quotes("Places :\n> Cuisine : 2\n> Service : 1", answers=False).text == "Places :\n> Cuisine : 2\n> Service : 1"


def test_answers_between_and_below_quoted_lines_are_kept() -> None:
    text = "Le 12/01/2026 à 09:12, Pôle a écrit :\n> Combien ?\nDeux\n> Quand ?\nEn mars\n>\nMerci"
    assert cut_quotes(text).text == "Deux\nEn mars\nMerci"
