"""Which prepared answer a topic gets; one that is unsure or past its review date says so."""

from datetime import date

from config.faq import Answer
from dialogs.wording.words import Words

# topic of understanding.md -> ids of faq.csv: for pupils in observation, and for everybody else.
ANSWERS: dict[str, tuple[str, str]] = {
    "gratification": ("remuneration_3e", "remuneration_pfmp"),
    "duration": ("duree_3e", "duree_pfmp"),
    "convention": ("convention_qui", "convention_qui"),
    "insurance": ("assurance", "assurance"),
    "working_hours": ("horaires_mineur", "horaires_mineur"),
    "minimum_age": ("age_minimum", "age_minimum"),
    "regulated_work": ("machines", "machines"),
    "dates": ("dates_choix", "dates_choix"),
    "tutor_duties": ("tuteur_qui", "tuteur_qui"),
    "number_per_tutor": ("tuteur_nombre", "tuteur_nombre"),
    "documents": ("attestation", "attestation"),
    "accident": ("accident", "accident"),
    "absence": ("absence", "absence"),
    "end_early": ("rupture", "rupture"),
    "handicap": ("handicap", "handicap"),
    "apprenticeship_aid": ("apprenti_aide", "apprenti_aide"),
    "apprenticeship_rules": ("apprenti_quand", "apprenti_quand"),
    "discrimination": ("choisir_eleve", "choisir_eleve"),
    "data": ("confidentialite", "confidentialite"),
    "how_to_offer": ("gratuit", "gratuit"),
}


def answers_for(kind: str | None, faq: tuple[Answer, ...], today: date, words: Words) -> dict[str, str]:
    """The prepared answers by topic, for the kind of stay that is being talked about."""
    by_id = {answer.id: answer for answer in faq}
    found = {}
    for topic, (observation, other) in ANSWERS.items():
        answer = by_id.get(observation if kind == "observation" else other)
        if answer:
            found[topic] = answer.answer + ("" if answer.sure(today) else " " + words.line("to-be-verified"))
    return found
