"""Where a message signs, with a closing or without."""

import pytest

from dialogs.understanding.layout import addresses, sign_off, signature_start
from dialogs.understanding.text import prepare


def signs(said: str) -> list[str]:
    text = prepare(said)
    return [text.folded[start:end].strip() for start, end in sign_off(text, signature_start(text))]


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("Bonjour,\nOk pour mars.\nCordialement,\nJean Payet\nGérant", ["jean payet", "gerant"]),
        ("Bonjour,\nNous prenons 2 élèves.\nJean Payet\nMoto Sud", ["jean payet", "moto sud"]),
        ("Bonjour,\nVoici :\n- 2 CAP maçon\n- 1 BP maçon\nJean Payet", ["jean payet"]),
        (
            "Bonjour,\nJe confirme.\nJ. Payet\n12 rue des Lilas, 97400 Saint-Denis",
            ["j. payet", "12 rue des lilas, 97400 saint-denis"],
        ),
        ("Ok.\nJean Payet\nCe message est confidentiel.", ["jean payet"]),
        ("Bonjour,\nTuteur : M. Modèle.\nCordialement,\nMme Exemple", ["mme exemple"]),
    ],
)
def test_the_last_short_lines_sign(said: str, units: list[str]) -> None:
    assert signs(said) == units


def test_an_address_said_to_be_another_is_not_the_writers() -> None:
    assert addresses(prepare("Pour la figuration, c'est une autre adresse : casting@x.example")) == []
    assert addresses(prepare("écrivez à stages@x.example"))[0][0] == "stages@x.example"


@pytest.mark.parametrize(
    "rule", ["---- Message transféré ----", "-----Message d’origine-----", "---------- Forwarded message ---------"]
)
def test_a_forwarded_letter_below_a_rule_is_no_signature(rule: str) -> None:
    text = prepare(f"Pour info, voici la demande de notre atelier.\n\n{rule}\nNous prenons un élève en mars.")
    assert signature_start(text) == len(text.folded)


def test_dashes_alone_begin_a_signature() -> None:
    text = prepare("Nous prenons un élève de bac pro en mars.\n--\nJean Payet")
    assert text.folded[signature_start(text) :] == "jean payet"
