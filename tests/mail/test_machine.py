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
        ({"Subject": "Absence du tuteur"}, "M. Petit sera absent du 3 au 5 mars, décalons."),
        ({"Subject": "RE: Réponse automatique : Stage"}, "Je suis rentrée : oui."),
        ({}, "Je suis absente du 9 au 20 janvier, mais je confirme les 2 places."),
    ],
)
def test_a_person_is_never_taken_for_a_machine(headers: dict[str, str], text: str) -> None:
    assert read(a_letter(text, headers)).kind == "message"
