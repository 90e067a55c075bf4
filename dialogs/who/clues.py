"""What the header of a letter tells beforehand: whose words its sender's name and address are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.territory.fold import fold

_WORD = re.compile(r"[a-z0-9]+")
# Boxes that anybody may have: their domain says nothing of a firm.
_ANYBODY = frozenset(
    "gmail googlemail orange wanadoo hotmail outlook yahoo ymail free sfr laposte exemple example live icloud me mac proton "
    "protonmail bbox neuf msn gmx aol numericable aliceadsl cegetel zeop mail mailo".split()
)
_DESKS = frozenset(
    "contact info infos accueil rh drh direction secretariat recrutement emploi emplois atelier studio bonjour hello stages "
    "stage agence office commercial compta comptabilite administration admin mairie service services communication com "
    "exploitation reservation reception magasin boutique cabinet apprentissage formation ateliers salon garage jobs hr team "
    "equipe gestion soins bureau hotel restaurant chantier technique cuisine chai cave ferme jeunesse enfance scolaire".split()
)
_LEAST = 4  # letters that a word shares with a domain before it counts
FULL, PART = 2, 1


@dataclass(frozen=True)
class Clues:
    """The words of the header's person and firm, the letters of the domain, and the words before the @."""

    person: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    domain: str = ""
    box: frozenset[str] = frozenset()
    opening: str = ""  # the first word of the header's firm

    def desk(self) -> bool:
        """Whether the address is a desk's and no person's: « contact@… »."""
        return not _DESKS.isdisjoint(self.box)

    def bears(self, said: Iterable[str]) -> bool:
        """Whether these words are the whole name of the header's firm, numbers apart: « Pare-Brise » of « 123 Pare-Brise »."""
        return bool(self.firm) and all(word.isdigit() for word in self.firm.difference(said))

    def speaks_for(self, name: list[str]) -> int:
        """How far the header's firm or the domain bears out a name: FULL all of it, PART its first word, 0.

        A last word in common tells nothing: Luçay Lambert signs for « Chantier naval Lambert ».
        """
        if name and self.firm and set(name) <= self.firm:
            return FULL
        if not name:
            return 0
        whole = "".join(name)
        if not self.domain or len(whole) < 3:
            return PART if name[0] == self.opening else 0
        if whole == self.domain or (len(whole) >= _LEAST and (whole in self.domain or self.domain in whole)):
            return FULL
        if all(word in self.domain for word in name):
            return FULL
        telling = len(name[0]) >= _LEAST and self.domain.startswith(name[0])
        return PART if telling or name[0] == self.opening else 0


NO_CLUES = Clues()


def domain_of(address: str | None) -> str:
    """The letters of the domain before its ending, empty for boxes that anybody may have."""
    labels = fold(address or "").rpartition("@")[2].split(".")[:-1]
    own = [label for label in labels if label not in _ANYBODY]
    return "".join(_WORD.findall(own[-1])) if own and len(own) == len(labels) else ""


def box_of(address: str | None) -> frozenset[str]:
    """The words before the @."""
    head, at, _ = fold(address or "").partition("@")
    return frozenset(re.findall(r"[a-z]+", head)) if at else frozenset()
