"""Replies of many mailers: the new words are kept, the quoted ones go."""

import pytest

from mail.written.reply import cut_quotes, first_words

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


def test_answers_are_kept_in_their_place_too() -> None:
    text = "Bonjour\n\nLe 12/01/2026 à 09:12, Pôle a écrit :\n> 1. Hôtel\n>> cité\noui\n> 2. Garage\n\nnon : complet\n> fin"
    cut = cut_quotes(text)
    assert cut.text == "Bonjour\noui\n\nnon : complet"
    assert cut.in_place == "Bonjour\n\n> 1. Hôtel\n>\noui\n> 2. Garage\n\nnon : complet"


FORM = "Le 12/01/2026 à 09:12, Pôle a écrit :\n> Bonjour,\n> {}\n> Métier : plomberie\n> Places : 2\n> https://p.example/1"


@pytest.mark.parametrize(
    "asked", ["Recopiez et complétez :", "Répondez à la suite de chaque ligne :", "Merci de remplir ces lignes."]
)
def test_a_form_filled_in_where_it_is_quoted_is_an_answer(asked: str) -> None:
    assert cut_quotes(FORM.format(asked)).text == "Métier : plomberie\nPlaces : 2"
    assert cut_quotes("Voici :\n\n" + FORM.format(asked)).text == "Voici :\nMétier : plomberie\nPlaces : 2"


def test_a_quoted_list_that_asks_for_nothing_is_no_answer() -> None:
    assert cut_quotes(FORM.format("Voici votre offre :")).text == ""
    assert cut_quotes("non\n\n" + FORM.format("Recopiez et complétez :")).text == "non"


@pytest.mark.parametrize("text", ["1 ok\n\nLe 12/01/2026 à 09:12, Pôle a écrit :\n> 1. Hôtel\n> 2. Garage\n", "1 ok", ""])
def test_words_above_a_quoted_letter_stand_under_nothing(text: str) -> None:
    assert cut_quotes(text).in_place is None


def test_the_signature_is_left_out_of_the_words_in_their_place() -> None:
    assert first_words("> 1. Hôtel\n\noui\n\n> 2. Garage\nFanny\n0692 00 00 00", "oui") == "> 1. Hôtel\n\noui"
    assert first_words("> 1. Hôtel\noui\n> 2. Garage\nnon", "oui\nnon") == "> 1. Hôtel\noui\n> 2. Garage\nnon"
