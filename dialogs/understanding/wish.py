"""Moves of the conversation said in words: cancel, back, help, my offers, later, correct, another language."""

import re

from dialogs.understanding.heard import Wish
from dialogs.understanding.text import Text

# The first that matches is the wish; an offer named by its reference is no wish of the conversation.
WISHES: tuple[tuple[Wish, re.Pattern[str]], ...] = (
    ("my_offers", re.compile(r"^\W*(?:/offres\b|(?:voir |montre[rz]?(?:-moi)? )?mes offres\b|my offers\b)")),
    ("help", re.compile(r"^\W*(?:/?aide\b|/?help\b|comment ca (?:marche|fonctionne)|\?+\s*$)")),
    ("language_en", re.compile(r"\b(?:in english|english please|en anglais)\b|^\W*/?english\W*$")),
    ("language_fr", re.compile(r"\b(?:in french|en francais)\b")),
    ("cancel", re.compile(r"^\W*/?(?:annul\w*|cancel|abandonne\w*)\W*$|\b(?:laisse[rz]? tomber|j'annule(?: tout)?|on annule(?: tout)?|"
                          r"oublie[rz]?(?: tout| ca)?$|never ?mind|forget it|tout annuler|annulez? tout)\b|^\W*(?:non )?stop tout\b|j'ai dit d'annuler")),
    ("back", re.compile(r"^\W*(?:/?retour|revenir (?:en arriere)?|precedent|question precedente|back|go back)\b")),
    ("correct", re.compile(r"^\W*(?:/?corrige\w*|modifie[rz]?|je me suis trompe|a corriger|correct(?: it)?)\W*$")),
    ("later", re.compile(r"^\W*(?:plus tard|pas maintenant|un instant|une minute|attende[zr]|je reviens|later|hold on)\b")),
    ("resume", re.compile(r"^\W*(?:reprend\w*|on continue|continue[rz]?|on reprend|resume|go on)\b")),
)  # fmt: skip
OF_AN_OFFER = re.compile(r"\bof[- ]?20\d\d|\b(?:mon|ma|notre|nos|mes|l'|une|cette) ?(?:offre|proposition|annonce)")


def find_wish(text: Text) -> Wish | None:
    """The move that the message asks for, None when it asks for none."""
    folded = text.folded[:300].strip()
    for wish, pattern in WISHES:
        if pattern.search(folded) and (wish == "my_offers" or not OF_AN_OFFER.search(folded)):
            return wish
    return None
