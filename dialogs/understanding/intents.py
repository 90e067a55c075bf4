"""What the writer wants: cues of config/lexicon/intents.csv weighed together with what else the message holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from config.lexicon import Cue, read_cues
from dialogs.understanding.heard import Intent

_ASKS = re.compile(
    r"\?|^\W{0,5}(?:comment|combien|quel(?:le)?s?|qui|quand|est ce|est-ce|pouvez|peut on|peut-on|puis|faut|doit"
    r"|dois|what|how|when|who|can|do)\b"
)
_DENIAL_WITHIN = re.compile(r"\b(?:pas|plus|aucun|aucune|jamais|not|cannot)\b")
_DENIAL_BEFORE = re.compile(r"\b(?:ne|n|pas|plus de|pas de|plus|sans)[ ']$")
_IF = re.compile(r"\b(?:si|s'il|s'ils|s'elle|en cas)\b")
_SEEKS_A_YOUTH = re.compile(
    r"\b(?:re)?cherch\w{1,5} (?:\w{1,12} ){0,2}(?:apprentie?s?|stagiaires?|alternante?s?|jeunes?|eleves?"
    r"|quelqu|candidats?|personne)\b"
)
_KIN = re.compile(r"\b(?:mon|ma|notre) (?:fils|fille|enfant|neveu|niece)\b")
# An offer made before: what is said now is a change, a question, a withdrawal.
_EARLIER = re.compile(
    r"\b(?:notre|mon|l'|cette) ?(?:offre|annonce|proposition) (?:de|du|pour|concernant|d'|n)"
    r"|\b(?:avions|avons|ai|avais) (?:deja |bien )?"
    r"(?:propose|depose|accueilli|publie|envoye|fait une offre|transmis)|\bc'etait\b|\brectificati|\bque nous avions\b"
)
_WORDS = re.compile(r"[a-z]{2,}")
_SECOND = 0.4  # what each further cue of the same intent adds, as a share of its weight
_FIRM_BONUS = 2.0
_ABOUT_AN_OFFER = ("update_offer", "withdraw_offer", "confirm_offer", "offer_status")


@dataclass(frozen=True)
class Signs:
    """What the rest of understanding found that bears on the intent."""

    trade: bool = False
    seats: bool = False
    dates: bool = False
    references: bool = False
    topic: float = 0.0
    asking: str | None = None
    assent: bool | None = None


@dataclass(frozen=True)
class Verdict:
    """The main intent, and how sure: 0.95 when nothing else comes near, 0.5 when another does."""

    intent: Intent
    confidence: float
    scores: Mapping[str, float]


def find_intent(folded: str, signs: Signs) -> Verdict:
    """The intent with the most weight; a message of signs alone is small talk, one that says nothing known is unsure."""
    if not _WORDS.search(folded):
        return Verdict("smalltalk", 0.6 if signs.asking is None else 0.4, {})
    scores = _scores(folded)
    _weigh_signs(scores, signs, folded)
    ranked = sorted(((score, intent) for intent, score in scores.items() if score > 0), reverse=True)
    if not ranked:
        return _without_cue(signs, folded)
    best, intent = ranked[0]
    next_best = ranked[1][0] if len(ranked) > 1 else 0.0
    return Verdict(cast(Intent, intent), _confidence(best, next_best), scores)


def _scores(folded: str) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for cue, _ in read_cues("intents").matches(folded):
        if cue.label != "offer" or _affirmed(cue, folded):
            found.setdefault(cue.label, []).append(cue.weight)
    return {intent: _sum(weights) for intent, weights in found.items()}


def _affirmed(cue: Cue, folded: str) -> bool:
    """Whether an offer is said at least once without « ne », « pas » or « plus » (« nous ne prenons pas de … »)."""
    return any(
        not _DENIAL_WITHIN.search(match[0]) and not _DENIAL_BEFORE.search(folded[max(0, match.start() - 12) : match.start()])
        for match in cue.pattern.finditer(folded)
    )


def _sum(weights: list[float]) -> float:
    weights.sort(reverse=True)
    return weights[0] + _SECOND * sum(weights[1:4])


def _weigh_signs(scores: dict[str, float], signs: Signs, folded: str) -> None:
    asks = bool(_ASKS.search(folded))
    evidence = signs.trade + signs.seats + signs.dates
    if "offer" in scores or evidence >= 2:
        scores["offer"] = scores.get("offer", 0.0) + evidence * 1.0
    if asks or "question" in scores:
        scores["question"] = (
            scores.get("question", 0.0) + (2.0 if asks else 0.0) + min(signs.topic, 6.0) * (0.5 if asks else 0.25)
        )
    if "question" in scores:
        scores["question"] -= _other_business(scores, folded, evidence)
    if asks and not signs.seats and "offer" in scores:
        scores["offer"] -= 1.5
    if signs.references:
        for intent in _ABOUT_AN_OFFER:
            if intent in scores:
                scores[intent] += _FIRM_BONUS
        scores["offer"] = scores.get("offer", 0.0) - 3.0
    if "candidate" in scores and _SEEKS_A_YOUTH.search(folded) and not _KIN.search(folded):
        scores["candidate"] -= 5.0
    if "offer" in scores and _EARLIER.search(folded):
        scores["offer"] -= 3.0
    if signs.asking and evidence:
        scores["refusal"] = scores.get("refusal", 0.0) - 5.0
    if "candidate" in scores and "offer" in scores and scores["candidate"] >= 6:
        scores["offer"] -= 4.0
    if "refusal" in scores and evidence >= 2 and scores.get("offer", 0.0) >= 4:
        scores["refusal"] -= 3.0
    if "smalltalk" in scores and len(scores) > 1:
        scores["smalltalk"] -= 1.0


def _other_business(scores: dict[str, float], folded: str, evidence: int) -> float:
    """What a question loses to the business it comes with: an offer that ends with « est-ce possible ? » stays an offer."""
    if (evidence >= 2 and scores.get("offer", 0.0) >= 4) or scores.get("candidate", 0.0) >= 6:
        return 4.0
    if scores.get("incident", 0.0) >= 5 and not _IF.search(folded):
        return 4.0
    others = ("tutor_training", "event", "human", "offer_status", "update_offer", "withdraw_offer", "privacy", "stop", "feedback")
    return 2.5 if any(scores.get(intent, 0.0) >= 5 for intent in others) else 0.0


def _confidence(best: float, next_best: float) -> float:
    lead = best - next_best
    if best >= 5 and lead >= 3:
        return 0.95
    if best >= 4 and lead >= 1.5:
        return 0.85
    return 0.7 if lead >= 0.75 else 0.5


def _without_cue(signs: Signs, folded: str) -> Verdict:
    if signs.trade or signs.seats or signs.dates or signs.asking:
        return Verdict("offer", 0.5, {})
    if _ASKS.search(folded):
        return Verdict("question", 0.4, {})
    if signs.references:
        return Verdict("offer_status", 0.4, {})
    return Verdict("smalltalk" if len(folded) < 40 else "unrelated", 0.3, {})
