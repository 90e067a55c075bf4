"""What every look at a place name needs: the message in words, the gazetteer, the lands named, how the writer writes."""

from dataclasses import dataclass
from functools import cached_property

from core.territory.places import Gazetteer
from dialogs.understanding.words import Words
from dialogs.where.departements import Land


@dataclass(frozen=True)
class Ground:
    """What every look at a name needs: words, gazetteer, départements named, lands, where the signature begins."""

    words: Words
    gazetteer: Gazetteer
    departements: frozenset[str]
    lands: dict[int, Land]
    signature: int

    @cached_property
    def shouted(self) -> bool:
        """Whether the message is all in capitals: they then tell nothing."""
        said = self.words.text.original[:2000]
        letters = sum(map(str.isalpha, said))
        return letters > 20 and sum(map(str.isupper, said)) > 0.7 * letters

    @cached_property
    def accented(self) -> bool:
        """Whether the writer uses accents at all."""
        return not self.words.text.original.isascii()

    def capital(self, at: int) -> bool:
        """Whether a word opens with a capital that tells something."""
        return self.words.capitals[at] and not self.shouted
