"""Robots get no answer, and no person is taken for one."""

import pytest

from tests.mail.builders import a_letter, read


@pytest.mark.parametrize(
    ("headers", "text", "reason"),
    [
        ({"Auto-Submitted": "auto-replied"}, "Je suis absent.", "automatic"),
        ({"Auto-Submitted": "auto-generated", "Subject": "[GLPI #0012] reçu"}, "Reçu.", "ticket"),
        ({"Precedence": "bulk", "List-Id": "<x.y>"}, "Nos événements", "list"),
        ({"Content-Type": "text/calendar; method=REPLY"}, "BEGIN:VCALENDAR", "calendar"),
        ({"Subject": "Réponse automatique : Stage"}, "Absente jusqu'au 3.", "automatic"),
        ({"Subject": "RE: Stage"}, "Je suis absente du 9 au 20 janvier. Pour toute urgence, M. Petit.", "automatic"),
        ({}, "Pour délivrer votre message, authentifiez-vous.", "challenge"),
        (
            {},
            "Votre e-mail est retenu : c’est la première fois que vous lui écrivez. Cliquez ici pour qu’il soit remis.",
            "challenge",
        ),
        (
            {"Subject": "Brigitte Roy/DIR est absente du bureau."},
            "Je serai absent(e) du 15/02 au 22/02, de retour le 23.",
            "automatic",
        ),
        (
            {"Subject": "Re: Stage"},
            "Absente jusqu'au 3 mai. Pour toute demande de stage, contactez M. Petit.\nMessage automatique",
            "automatic",
        ),
        ({"Return-Path": "<>"}, "Poissa toimistosta 3.5. asti.", "automatic"),
        ({"From": "ne-pas-repondre@colis.example"}, "Votre colis sera livré demain.", "automatic"),
        ({"X-Autoreply": "yes"}, "Bien reçu.", "automatic"),
        ({"Subject": "Lu : Votre offre n° 1042"}, "Votre message a été lu le lundi 3 mai.", "receipt"),
        ({"Subject": "Accepté : Visite"}, "", "calendar"),
        ({"Subject": "[Support #48213] Votre offre"}, "Votre demande a bien été enregistrée sous le numéro 48213.", "ticket"),
        ({"Subject": "complaint about message from 192.0.2.9"}, "", "feedback report"),
        ({"Content-Type": "multipart/report; report-type=feedback-report; boundary=B"}, "--B\n\nAbuse\n--B--", "feedback report"),
        ({"List-Unsubscribe": "<https://cci.example/d>"}, "La lettre de mars", "list"),
    ],
)
def test_a_machine_is_recognised_and_named(headers: dict[str, str], text: str, reason: str) -> None:
    heard = read(a_letter(text, headers))
    assert (heard.kind, heard.reason) == ("auto_reply", reason)


@pytest.mark.parametrize(
    ("headers", "text"),
    [
        ({"Auto-Submitted": "no"}, "Oui."),
        ({"X-Auto-Response-Suppress": "OOF"}, "Oui."),
        ({"Precedence": "list", "List-Id": "<x.y>", "In-Reply-To": "<a@b>"}, "Oui."),
        ({"Subject": "Lu : je réponds demain"}, "J’ai bien lu votre message, je vous dis demain."),
        ({"Subject": "Auto : stage de mécanique"}, "Bonjour, nous cherchons un élève pour l’atelier."),
        ({}, "Vous pouvez cliquer sur le lien pour valider la convention."),
        ({}, "J’ai eu votre réponse automatique, rappelez-moi."),
        ({"From": "noreply.martin@atelier.example", "In-Reply-To": "<a@b>"}, "Oui, toujours valable."),
        ({"From": "no-reply@formulaire.example", "Reply-To": "m.roy@atelier.example"}, "Je propose 2 places en mars."),
        ({"List-Unsubscribe": "<x:y>", "List-Id": "<g>", "List-Post": "<mailto:stages@pole.example>"}, "Je propose 2 places."),
        ({"Return-Path": "<>"}, "Oui, je confirme les 2 places."),
        ({"Subject": "Absence du tuteur"}, "M. Petit sera absent du 3 au 5 mars, décalons."),
        ({"Subject": "RE: Réponse automatique : Stage"}, "Je suis rentrée : oui."),
        ({}, "Je suis absente du 9 au 20 janvier, mais je confirme les 2 places."),
    ],
)
def test_a_person_is_never_taken_for_a_machine(headers: dict[str, str], text: str) -> None:
    assert read(a_letter(text, headers)).kind == "message"
