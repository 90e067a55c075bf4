"""Whether two records are one employer: by SIRET, else by name, commune, street, phone and mail taken together. Pure.

A SIREN names a firm, its SIRET a place of it (code de commerce, R123-221). Two places of one firm are two employers unless they
share who answers; an employer without a number is told by what it shares with another and by what speaks against it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from core.territory.fold import fold

Verdict = Literal["same", "maybe", "other"]
Street = Literal["same", "other", "unknown"]
FORMS = frozenset(
    "sarl sas sasu eurl sa sci scop selarl snc ei eirl ets etablissement etablissements ent entreprise societe ste soc groupe "
    "la le l les de du des d et a au aux en chez monsieur madame m mme".split()
)
SPELT = {
    "st": "saint", "ste": "sainte", "bd": "boulevard", "av": "avenue", "ave": "avenue", "rte": "route", "imp": "impasse",
    "chem": "chemin", "ch": "chemin", "pl": "place", "res": "residence", "zi": "zone", "za": "zone", "zac": "zone",
}  # fmt: skip
# Words that many employers of a commune bear: alone they tell nobody apart.
COMMON = frozenset(
    "boulangerie patisserie garage auto automobile automobiles restaurant pharmacie coiffure salon hotel transport transports "
    "batiment construction constructions electricite plomberie menuiserie service services snack bar tabac presse epicerie "
    "supermarche magasin boutique cabinet clinique ecole creche association mairie commune centre reunion ocean indien nord sud "
    "est ouest saint sainte beaute institut immobilier agence conseil maintenance froid climatisation peinture nettoyage".split()
)
COMMON_WEIGHT = 0.35
ALIKE, ALIKE_SHORT = 85, 75  # of 100: two words are one with a slip; the same for words of four or five letters
NAME, NEAR, SOME = 0.9, 0.7, 0.5  # how alike two names are: the same, with slips, something in common


@dataclass(frozen=True)
class Likeness:
    """What is known of an employer, as it is compared: folded words, digits, lower case; empty where nothing is known."""

    names: tuple[tuple[str, ...], ...]
    siret: str = ""
    insee: str = ""
    street: tuple[str, ...] = ()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    id: int = field(default=0, compare=False)

    @property
    def siren(self) -> str:
        """The firm's number."""
        return self.siret[:9]


def likeness(
    *names: str | None, siret: str | None = None, insee: str | None = None, street: str | None = None,
    phones: tuple[str | None, ...] = (), emails: tuple[str | None, ...] = (), id: int = 0,
) -> Likeness:  # fmt: skip
    """An employer as it is compared."""
    return Likeness(
        tuple(dict.fromkeys(words for name in names if name and (words := name_words(name)))),
        siret or "",
        insee or "",
        street_words(street or ""),
        frozenset(phone for phone in phones if phone),
        frozenset(email.lower() for email in emails if email),
        id,
    )


@lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words that tell a name: « S.A.R.L. Boulangerie St-Paul » is boulangerie, saint, paul."""
    said = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", fold(name)).replace(".", " ")
    words = [SPELT.get(word, word) for word in re.findall(r"[a-z0-9]+", said)]
    return tuple(word for word in words if word not in FORMS) or tuple(words)


@lru_cache(maxsize=200_000)
def street_words(street: str) -> tuple[str, ...]:
    """The words of a street, its number first."""
    words = [SPELT.get(word, word) for word in re.findall(r"[a-z0-9]+", fold(street))]
    return tuple(word for word in words if word not in FORMS)


def judge(one: Likeness, other: Likeness) -> Verdict:
    """Whether these are one employer; `maybe` is for a person to say."""
    if one.siret and one.siret == other.siret:
        return "same"
    shared = not one.phones.isdisjoint(other.phones) or not one.emails.isdisjoint(other.emails)
    if one.siren and other.siren:
        branch = one.siren != other.siren or not shared or _both(one, other)
        return "other" if branch or names_alike(one, other) < SOME else "same"
    near = bool(one.insee) and one.insee == other.insee
    if not (near or shared):
        return "other"
    street = _street(one, other)
    if shared:
        if (near and street != "other") or names_alike(one, other) >= SOME:
            return "same"
        return "maybe" if near else "other"
    return _neighbours(one, other, street)


def _neighbours(one: Likeness, other: Likeness, street: Street) -> Verdict:
    """Two records of one commune that share no phone and no mail: by street and name; names last, they take longest."""
    strangers = bool((one.phones or one.emails) and (other.phones or other.emails))
    if street == "other" and strangers:
        return "other"
    alike = names_alike(one, other)
    if street == "same":
        return "same" if alike >= NEAR else "other"
    if alike < NAME:
        return "other"
    return "maybe" if street == "other" or strangers else "same"


def names_alike(one: Likeness, other: Likeness) -> float:
    """How much of the names is the same, 0 to 1, those that are closest."""
    return max((_alike(a, b) for a in one.names for b in other.names), default=0.0)


def _both(one: Likeness, other: Likeness) -> bool:
    """Two places of one firm in one commune, at two addresses: branches that share a desk."""
    return one.insee == other.insee and _street(one, other) == "other"


def _street(one: Likeness, other: Likeness) -> Street:
    if not one.street or not other.street:
        return "unknown"
    numbers = [next((word for word in street if word[0].isdigit()), "") for street in (one.street, other.street)]
    if all(numbers) and numbers[0] != numbers[1]:
        return "other"
    return "same" if fuzz.token_set_ratio(" ".join(one.street), " ".join(other.street)) >= ALIKE else "other"


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much of two names is the same, 0 to 1; words that many bear weigh little, joined words are no matter."""
    if one == other or "".join(one) == "".join(other):
        return 1.0
    left, shared = list(other), 0.0
    for word in one:
        match = next((mate for mate in left if _same_word(word, mate)), None)
        if match is not None:
            left.remove(match)
            shared += _weight(word)
    whole = sum(map(_weight, one)) + sum(map(_weight, left))
    rare = any(_weight(word) == 1 for word in one) and any(_weight(word) == 1 for word in other)
    return shared / whole if rare or not whole else (1.0 if sorted(one) == sorted(other) else shared / whole * SOME)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 4 or longer - shorter > 2 or not (one.isalpha() and other.isalpha()):
        return False  # « 974 » is not « 976 » with a slip
    return fuzz.ratio(one, other) >= (ALIKE if shorter > 5 else ALIKE_SHORT)


def _weight(word: str) -> float:
    return COMMON_WEIGHT if word in COMMON else 1.0
