"""What people call the columns of their tables: one table of words for each field, nearly right words included."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.territory.fold import fold

NEARLY, SHORT = 88, 5  # of 100; letters, below which a word is meant as it stands


@dataclass(frozen=True)
class Fields:
    """The fields of one kind of table, each with the words that head its column, the plainest first; those that must be there."""

    names: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]

    def __hash__(self) -> int:
        """There is one of each kind."""
        return id(self)


WHO = {
    "name": (
        "entreprise", "raison sociale", "nom de l'entreprise", "nom entreprise", "denomination", "denomination sociale",
        "structure", "employeur", "organisme", "societe", "etablissement d'accueil", "organisme d'accueil", "company", "employer",
    ),
    "trade_name": ("enseigne", "nom commercial", "nom d'usage", "trade name"),
    "siret": ("siret", "n siret", "no siret", "numero siret", "numero de siret", "siret entreprise"),
    "street": ("adresse", "rue", "voie", "adresse 1", "adresse postale", "adresse de l'entreprise", "address"),
    "postcode": ("code postal", "cp", "postcode"),
    "commune": ("commune", "ville", "localite", "lieu", "commune du stage", "lieu du stage", "city", "town"),
    "contact": (
        "contact", "interlocuteur", "nom du contact", "responsable", "tuteur", "personne a contacter", "nom du responsable",
        "nom du tuteur", "referent", "nom", "maitre d'apprentissage",
    ),
    "first_name": ("prenom", "prenom du contact", "first name"),
    "phone": ("telephone", "tel", "portable", "mobile", "gsm", "numero de telephone", "n de telephone", "tel fixe", "phone"),
    "email": ("courriel", "mail", "e mail", "email", "adresse mail", "adresse electronique", "adresse e mail", "mel"),
}  # fmt: skip
EMPLOYERS = Fields(WHO, ("name",))
MEMBERS = Fields(
    {
        "uai": ("uai", "rne", "code uai", "numero uai", "uai etablissement"),
        "school": ("etablissement", "nom de l'etablissement", "etablissement scolaire", "lycee", "college", "ecole", "school"),
        "contact": ("nom", "correspondant", "contact", "nom du correspondant", "referent", "ddfpt", "nom prenom", "name"),
        "first_name": WHO["first_name"],
        "role": ("fonction", "role", "qualite", "poste"),
        "phone": WHO["phone"],
        "email": WHO["email"],
    },
    ("email",),
)
NEEDS = Fields(
    {
        "uai": MEMBERS.names["uai"],
        "school": MEMBERS.names["school"],
        "programme": (
            "formation", "diplome", "specialite", "section", "filiere", "programme", "intitule de la formation", "libelle",
            "formation specialite",
        ),
        "level": ("niveau", "level"),
        "class": ("classe", "division", "class", "groupe"),
        "kind": ("type", "type de stage", "nature", "nature du stage", "kind"),
        "students": (
            "effectif", "effectifs", "eleves", "nombre d'eleves", "nb eleves", "nombre", "nb d'eleves", "students", "etudiants",
            "nombre de places",
        ),
        "still": (
            "reste a placer", "a placer", "encore a placer", "sans stage", "restant a placer", "eleves sans stage",
            "still to place",
        ),
        "start": ("debut", "date de debut", "date debut", "du", "debut de stage", "start"),
        "end": ("fin", "date de fin", "date fin", "au", "fin de stage", "end"),
        "period": ("periode", "periodes", "dates", "dates de stage", "dates du stage", "pfmp", "periode pfmp"),
        "weeks": ("semaines", "duree", "nombre de semaines", "nb semaines", "duree en semaines", "weeks"),
    },
    ("students",),
)  # fmt: skip


@lru_cache(maxsize=2_000)
def field_of(heading: str, fields: Fields) -> str | None:
    """The field that a heading names; None when it names none of these."""
    words = _words(fields)
    said = _plain(heading)
    if said in words or len(said) < SHORT:
        return words.get(said)
    near = process.extractOne(said, list(words), scorer=fuzz.ratio, score_cutoff=NEARLY)
    return words[near[0]] if near else None


@lru_cache(maxsize=20)
def _words(fields: Fields) -> dict[str, str]:
    return {_plain(word): name for name, words in fields.names.items() for word in words}


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(heading)))
