"""The commune in a sender’s name, for want of any in the message: « Ludo boucher Fougères », « Chez Loulou (Cilaos) »."""

from core.pool.draft import Place
from dialogs.understanding.heard import Setting
from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.where.places import find_places, place_of


def find_sender_place(setting: Setting) -> Place | None:
    """The last place of the sender's name, when it is one commune that the name does not open with."""
    name = prepare((setting.sender_name or "")[:100])
    named = [place for place in find_places(words_of(name), setting.gazetteer, len(name.folded)) if place.first > 0]
    return place_of(named[-1].communes[0]) if named and len(named[-1].communes) == 1 else None
