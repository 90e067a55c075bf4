"""The catalogue of programmes: codes, labels, levels, families, and the names that employers give them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Programme:
    """One programme; `level` is a level code (`cap`, `bac_pro`, `bts`…), `family` a family code (`restauration`…)."""

    code: str
    label: str
    level: str
    family: str
    aliases: tuple[str, ...] = ()
    ministry: str = ""  # MENJ, MASA (agriculture), MER (sea), or empty when unknown
    diplomas: tuple[str, ...] = ()  # the first 8 digits of its MEF codes


@dataclass(frozen=True)
class Hint:
    """A word of place or activity (« garage ») that suggests a family; weaker than an alias.

    Without family and programmes it is a word that says nothing alone (« service »).
    """

    word: str
    family: str
    programmes: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """All programmes by code, aliases that name several programmes, and hints."""

    programmes: dict[str, Programme]
    ambiguous: dict[str, tuple[str, ...]]  # alias -> programme codes
    hints: tuple[Hint, ...]
