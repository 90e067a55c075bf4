"""A sender's name may tell where the work is, for want of any other place."""

from dataclasses import replace

import pytest

from dialogs.where.sender_places import find_sender_place
from tests.dialogs.understanding.hearing import a_setting, hear


@pytest.mark.parametrize(
    ("sender", "name"),
    [("Chez Loulou (Cilaos)", "Cilaos"), ("Garage Saint-Leu", "Saint-Leu"), ("Coiffure du Tampon", "Le Tampon"),
     ("Joseph Saint-Louis", None), ("Mme Saint-Paul", None), ("Ludo boucher", None), ("", None), (None, None)],
)  # fmt: skip
def test_the_last_place_of_a_firms_name_counts_and_a_persons_does_not(sender: str | None, name: str | None) -> None:
    place = find_sender_place(replace(a_setting(), sender_name=sender))
    assert (place.name if place else None) == name


def test_what_the_message_says_comes_first() -> None:
    said = "je prends 1 apprenti boulanger à Saint-Paul"
    assert [offer.place and offer.place.name for offer in hear(said, sender_name="Fournil Saint-Leu").offers] == ["Saint-Paul"]
    said = "je prends 1 apprenti boulanger"
    assert [offer.place and offer.place.name for offer in hear(said, sender_name="Fournil Saint-Leu").offers] == ["Saint-Leu"]
