"""The header's sender: a person, a firm, both, or a desk of a firm."""

import pytest

from dialogs.who.sender import read_sender


@pytest.mark.parametrize(
    ("name", "address", "person", "firm"),
    [
        ("LE GOFF Nolwenn", "n.legoff@x.example", "LE GOFF Nolwenn", None), ("Karim B.", None, "Karim B", None),
        ("Mme Grondin", None, "Mme Grondin", None), ("Adjudant Paul Sery", None, "Paul Sery", None),
        ("RH Hôtel des Laves", "rh@laves.example", None, "Hôtel des Laves"),
        ("Hôtel des Laves – RH", "rh@laves.example", None, "Hôtel des Laves"),
        ("Service jeunesse Mairie Saint-Leu", "j@mairie.example", None, "Mairie Saint-Leu"),
        ("Service formation", "formation@x.example", None, None), ("Accueil Tropilux", "contact@x.example", None, "Tropilux"),
        ("Inès – Fleurs & Sens", None, "Inès", "Fleurs & Sens"), ("Julie – ostéo équin", None, "Julie", None),
        ("Thierry Elec", None, "Thierry", None), ("Kader façades", None, "Kader", None),
        ("Tanguy Paysages", "tanguy.paysages@exemple.fr", None, "Tanguy Paysages"),
        ("Chez Loulou (Cilaos)", None, None, "Chez Loulou"), ("Camille from RankTop", "hi@ranktop.example", "Camille", "RankTop"),
        ("Livré Vit", "livrevit972@exemple.fr", None, "Livré Vit"),
        ("Ateliers municipaux", "a@ville.example", None, "Ateliers municipaux"),
        ("CIS Fougères", "cis.fougeres@exemple.fr", None, "CIS Fougères"), ("jp.collet", "jp.collet@exemple.fr", None, None),
        ("contact@x.example", "contact@x.example", None, None), ("Crypto_Max", None, None, None),
        ("Valérie Moulin", "v.moulin@exemple.fr", "Valérie Moulin", None), (None, None, None, None), ("🙂", None, None, None),
    ],
)  # fmt: skip
def test_a_sender_is_a_person_a_firm_or_both(name: str | None, address: str | None, person: str | None, firm: str | None) -> None:
    sender = read_sender(name, address)
    assert (sender.person, sender.firm) == (person, firm)


def test_a_firm_that_bears_its_founders_name_is_both() -> None:
    sender = read_sender("Camille Roche", "bonjour@camilleroche.example")
    assert (sender.person, sender.firm) == ("Camille Roche", "Camille Roche")
