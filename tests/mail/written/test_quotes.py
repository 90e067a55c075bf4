"""How the mailers used in France introduce what they quote, and prose that looks like it."""

import pytest

from mail.written.quotes import opening
from mail.written.reply import cut_quotes

WHO = "Pôle de stages <stages@pole.example>"
QUOTE = "Bonjour Madame,\n\nVotre offre est-elle toujours valable ?"
MARKED = "\n".join(f"> {line}" for line in QUOTE.split("\n"))
SENT = "lundi 12 janvier 2026 09:12"
HEADERS = {
    "Outlook": f"De : {WHO}\nEnvoyé : lundi 12 janvier 2026 09:12\nÀ : Anne <anne@atelier.example>\nObjet : Offre",
    "Outlook, headers in bold": f"*De :* {WHO}\n*Envoyé :* lundi 12 janvier 2026 09:12\n*À :* Anne\n*Objet :* Offre",
    "Outlook for Mac": f"De : {WHO}\nDate : lundi, 12 janvier 2026 à 09:12\nÀ : Anne\nObjet : Offre",
    "Outlook, many recipients": f"De : {WHO}\nEnvoyé : {SENT}\nÀ : a@x.example;\nb@x.example; c@x.example\nObjet : O",
    "Outlook, value below its label": f"De :\n{WHO}\nEnvoyé :\nlundi 12 janvier 2026 09:12\nÀ :\nAnne\nObjet :\nOffre",
    "Outlook, no address": "De : Pôle de stages\nEnvoyé : lundi 12 janvier 2026 09:12\nÀ : Anne\nObjet : Offre",
    "Courrier pour Windows": f"De : {WHO}\nEnvoyé le :lundi 12 janvier 2026 09:12\nÀ : Anne\nObjet :Offre",
    "Orange": f'Message du 12/01/26 09:12\nDe : {WHO}\nA : "anne"\nCopie à : \nObjet : Offre',
    "Orange, a rule above": f"----------------\nMessage du 12/01/26 09:12\nDe : {WHO}\nA : anne\nObjet : Offre",
    "Orange, the new one": f"envoyé : 12 janvier 2026 à 09:12\nde : {WHO}\nà : anne@fai.example\nobjet : Offre",
    "SFR": f"========================================\nMessage du : 12/01/2026 09:12\nDe : {WHO}\nA : anne\nSujet : Offre",
    "Free, Zimbra": f"----- Mail original -----\nDe: {WHO}\nÀ: anne\nEnvoyé: Lundi 12 Janvier 2026 09:12:34\nObjet: Offre",
    "Zimbra": f"De: {WHO}\nÀ: anne@univ.example\nEnvoyé: Lundi 12 Janvier 2026 09:12:34\nObjet: Offre",
    "La Poste": f"----- Mail d'origine -----\nDe: {WHO}\nÀ: anne\nEnvoyé: Mon, 12 Jan 2026 09:12:34 +0100 (CET)\nObjet: Offre",
    "Samsung, subject on the same line": "---- Message d'origine ----\nDe : Pôle\nDate : 12/01/2026 09:12\nÀ : a Objet : O",
    "Yahoo, all on one line": f"De : {WHO}À : Anne <a@x.example>Envoyé : lundi 12 janvier 2026 à 09:12:34 UTC+1Objet : Offre",
    "Notes": f"De :        {WHO}\nA :        anne@usine.example\nDate :        12/01/2026 09:12\nObjet :        Offre",
    "iNotes": f"-----{WHO} a écrit : -----\nA : anne@usine.example\nDe : {WHO}\nDate : 12/01/2026 09:12\nObjet : Offre",
    "eM Client": f"------ Message d'origine ------\nDe {WHO}\nÀ anne@x.example\nDate 12/01/2026 09:12:34\nObjet Re: Offre",
    "Outlook in English": f"From: {WHO}\nSent: Monday, January 12, 2026 9:12 AM\nTo: Anne\nSubject: Offre",
    "Proton, older": f"------- Message original -------\nLe lundi 12 janvier 2026 à 09:12, {WHO} a écrit :",
}
ATTRIBUTIONS = {
    "Gmail": f"Le lun. 12 janv. 2026 à 09:12, {WHO} a écrit :",
    "Gmail, wrapped": "Le lun. 12 janv. 2026 à 09:12, Pôle de stages <\nstages@pole.example> a écrit :",
    "Gmail, wrapped twice": "Le lun. 12 janv. 2026 à 09:12, Pôle de stages de la côte\n<stages@pole.example> a\nécrit :",
    "Gmail on a telephone": f"Le lun. 12 janv. 2026, 09:12, {WHO} a écrit :",
    "Gmail, older": f"2026-01-12 9:12 GMT+04:00 {WHO}:",
    "Apple Mail": f"Le 12 janv. 2026 à 09:12, {WHO} a écrit :",
    "Outlook for Mac": "Le 12/01/2026 09:12, « Pôle de stages » <stages@pole.example> a écrit :",
    "Thunderbird": "Le 12/01/2026 à 09:12, Pôle de stages a écrit :",
    "Roundcube": "Le 2026-01-12 09:12, Pôle de stages a écrit :",
    "Roundcube of Free": "- Le 2026-01-12 09:12, Pôle de stages a écrit :",
    "SOGo": f"Le Lundi, Janvier 12, 2026 09:12 CET, {WHO} a écrit:",
    "BlueMind": f"Le lundi 12 janvier 2026 09:12, {WHO} a écrit :",
    "Open-Xchange": f"Le 12/01/2026 09:12 CET, {WHO} a écrit :",
    "Yahoo": f"Le lundi 12 janvier 2026 à 09:12:34 UTC+1, {WHO} a écrit :",
    "Proton": f"Le lundi 12 janvier 2026 à 09:12, {WHO} a écrit :",
    "Spark": f"Le 12 janv. 2026 à 09:12 +0400, {WHO}, a écrit :",
    "K-9": f"Le 12 janvier 2026 09:12:34 GMT+01:00, {WHO} a écrit :",
    "FairEmail": f"12 janvier 2026 09:12:34 {WHO}:",
    "KMail": "Le lundi 12 janvier 2026, 09:12:34 CET Pôle de stages a écrit :",
    "Claws": f"Le Mon, 12 Jan 2026 09:12:34 +0100,\n{WHO} a écrit :",
    "Zoho": f"---- Le lun., 12 janv. 2026 09:12:34 +0100 {WHO} a écrit ----",
    "Horde": f"{WHO} a écrit :",
    "a webmail that names no person": "stages@pole.example a écrit :",
    "an address in brackets": "Pôle de stages (stages@pole.example) a écrit :",
    "Horde, older": f"Selon {WHO}:",
    "Mutt": f"{WHO} a écrit le 12/01/2026 09:12 :",
    "Gmail in English": f"On Mon, Jan 12, 2026 at 9:12 AM {WHO} wrote:",
}


@pytest.mark.parametrize("client", HEADERS)
def test_headers_of_a_quoted_letter_are_cut(client: str) -> None:
    cut = cut_quotes(f"Oui, deux places.\n\n{HEADERS[client]}\n\n{QUOTE}")
    assert (cut.text, cut.quoted) == ("Oui, deux places.", True)


@pytest.mark.parametrize("client", ATTRIBUTIONS)
def test_an_attribution_is_cut_with_what_it_announces(client: str) -> None:
    cut = cut_quotes(f"Le stage est complet.\nLe 12 mars aussi.\n\n{ATTRIBUTIONS[client]}\n{MARKED}\n\nMerci")
    assert (cut.text, cut.quoted) == ("Le stage est complet.\nLe 12 mars aussi.\n\nMerci", True)


@pytest.mark.parametrize(
    "text",
    [
        "Le 12 janvier 2026 à 9h30, M. Durand a écrit :\nil demande deux stagiaires",
        "Mme Roux <c.roux@atelier.example> a écrit :\nnous prenons deux élèves",
        "Mme Roux (c.roux@atelier.example) a écrit :\nnous prenons deux élèves",
        "Date : 12 janvier 2026 à 8h30\nÀ : Fougères\nDe : 9h à 17h\nObjet : stage",
        "De : librairie du Parc\nÀ : tous les collèges\nDate : du 10 au 14 mai 2026\nObjet : une place",
        "De : Hôtel du Parc <rh@parc.example>\nPour : une élève de 3e\nObjet : une place\nDates : en mars",
        "Message d'origine anglaise : non merci",
        "2 places du 12 au 16 janvier 2026 :\nMme Roux",
    ],
)
def test_prose_and_lists_of_a_new_letter_are_kept(text: str) -> None:
    assert cut_quotes(text, answers=False).text == text


def test_a_sentence_above_an_attribution_without_an_empty_line_is_kept() -> None:
    cut = cut_quotes(f"Le 12 mars 2026 à 8:30 nous vous attendons\nLe 12/01/2026 à 09:12, Pôle a écrit :\n{MARKED}")
    assert cut.text == "Le 12 mars 2026 à 8:30 nous vous attendons"


def test_words_that_share_a_line_with_an_attribution_are_kept() -> None:
    assert cut_quotes(f"D’accord pour lundi {ATTRIBUTIONS['Gmail']}\n{MARKED}").text == "D’accord pour lundi"


def test_a_quote_that_begins_on_the_line_of_its_attribution_is_cut() -> None:
    assert cut_quotes(f"Oui\n\n  Le mar., janv. 12, 2026 à 09:12, {WHO} a écrit :   {QUOTE}").text == "Oui"


@pytest.mark.parametrize(
    ("line", "forward"),
    [
        ("-------- Message transféré --------", True),
        ("---------- Forwarded message ---------", True),
        ("----- Message transmis -----", True),
        ("Début du message réexpédié :", True),
        ("----- Message transféré de Anne <a@x.example> -----", True),
        ("----- Réacheminé par Anne Roux/ACME le 12/01/2026 09:12 -----", True),
        ("-----Message d’origine-----", False),
        ("-----Rendez-vous d'origine-----", False),
    ],
)
def test_a_forwarded_letter_is_told_from_one_that_is_answered(line: str, forward: bool) -> None:
    found = opening([line], 0)
    assert found is not None
    assert found.forward == forward
