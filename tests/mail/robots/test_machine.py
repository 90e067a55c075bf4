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


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Votre offre", "Bonjour, nous sommes en congés annuels jusqu'au 23 août, l'élève viendra donc le 24."),
        ("Re: Votre offre", "Désolée du retard, j'étais en arrêt jusqu'au 3. L'offre n'est plus valable."),
        ("Re: Votre offre", "En déplacement jusqu'à vendredi, je vous appelle lundi pour caler la date."),
        ("Re: Votre offre", "Je serai absente du 3 au 7 mai, mon associé Luc gère les deux jeunes en attendant."),
        ("Fermeture en août", "L'atelier est fermé du 1er au 21 août : pas de stage possible à cette période."),
        ("Re: Votre offre", "Le tuteur est en congé maternité, il faut un autre référent."),
        ("Re: Votre offre", "Je ne suis pas disponible avant septembre."),
        ("Re: Votre offre", "Je ne suis pas joignable en journée, écrivez-moi."),
        ("Re: Votre offre", "Je ne suis plus en mesure d'accueillir, pardon."),
        ("Absence", "Bonjour, je serai absente jeudi pour la visite, mon collègue recevra le professeur."),
        ("Urgent", "Pour toute urgence pendant le stage, contactez le 06 00 00 00 00 (chef d'atelier)."),
        ("Re: Votre offre", "Ok"),
        ("Re: Votre offre", "Lu, merci"),
        ("Re: Votre offre", "Votre message a été transmis au service RH qui vous répondra. Cordialement, l'accueil"),
        ("Re: Votre offre", "Merci de ne pas répondre à cette adresse, écrivez à rh@x.example pour les conventions."),
        ("Demande n° 45 : stage", "Bonjour, suite à votre demande n° 45 enregistrée le 3, je prends deux élèves."),
        ("Re: Votre offre", "Vous pouvez vous adresser à Mme Roy pour les horaires, elle est de retour le 12."),
        ("Accusé de réception", "Bonjour, votre courrier a bien été reçu, j'en parle au patron ce soir."),
        ("Re: Votre offre", "Je vous réponds dès mon retour lundi !"),
        ("Re: Votre offre", "I'm away until Monday but yes, we can take one student."),
        ("Message automatique ?", "Est-ce un robot qui m'écrit ?"),
    ],
)
def test_people_who_speak_of_an_absence_are_heard(subject: str, text: str) -> None:
    assert read(a_letter(text, {"Subject": subject, "In-Reply-To": "<a@b>"})).kind == "message"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Re: Votre offre",
            "Bonjour, je suis absente pour le moment et je reviens le 12 mai. Mes messages ne sont pas transférés. Nathalie",
        ),
        ("Re: Votre offre", "Merci de votre message. Nos bureaux sont fermés pour les fêtes jusqu'au 2 janvier."),
        ("Autoreply: Votre offre", "Thanks! We'll be in touch."),
        (
            "Re: Votre offre",
            "Bonjour, actuellement en congés jusqu'au 20/05 inclus. En cas d'urgence, contacter le standard 05 00 00 00 00.",
        ),
        ("Absence du bureau : Votre offre", "Je reviens mardi."),
        ("Re: Votre offre", "Je suis en formation les 11 et 12 mai, sans accès à mes courriels. Je vous répondrai le 13."),
        ("Réponse automatique", "Bien reçu."),
        (
            "Re: Votre offre",
            "L'établissement est fermé pour travaux. Réouverture le 1er juin. Pour nous joindre : contactez la mairie.",
        ),
    ],
)
def test_notes_of_absence_without_a_header_get_no_answer(subject: str, text: str) -> None:
    assert read(a_letter(text, {"Subject": subject, "In-Reply-To": "<a@b>"})).kind == "auto_reply"
