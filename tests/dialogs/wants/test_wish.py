"""Moves of the conversation, in words and as commands."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.wants.wish import find_wish

MOVES = """
laissez tomber, j'annule tout | cancel
On annule tout, notre subvention est tombée. Désolés. | cancel
annuler | cancel
/annuler | cancel
oui j'annule | cancel
j'ai dit d'annuler | cancel
retour | back
revenir en arrière | back
question précédente | back
aide | help
/aide | help
besoin d'aide | help
help please | help
mes offres | my_offers
voir mes offres | my_offers
/offres | my_offers
mes données | my_data
montrez-moi mes données personnelles | my_data
my data please | my_data
rappels | reminders
voir mes rappels | reminders
changer les rappels | reminders
my reminders | reminders
langue | language
changer de langue | language
language | language
plus tard | later
on verra plus tard | later
corriger | correct
je voudrais corriger | correct
modifier | correct
english please | language_en
speak english? | language_en
en français | language_fr
je parle français | language_fr
reprendre | resume
on continue | resume
je continue | resume
"""


@pytest.mark.parametrize("line", MOVES.strip().splitlines())
def test_a_move_is_understood_in_words(line: str) -> None:
    said, wish = line.split(" | ")
    assert find_wish(prepare(said)) == wish


OTHER = """
effacer mes données
rappelez-moi demain
langue des signes
annuler mon offre OF-2026-00012
je veux annuler l'offre
STOP
aide à domicile
Aide soignante recherchée
retour de congés le 5
je reprends 2 stagiaires
un stage en anglais
cours d'anglais en français
1 stagiaire en mars
"""


@pytest.mark.parametrize("said", OTHER.strip().splitlines())
def test_what_speaks_of_an_offer_or_of_a_trade_is_no_move(said: str) -> None:
    assert find_wish(prepare(said)) is None
