"""What the writer wants, in two steps: the phrases of intents.csv say how strongly each intent is heard, sentence by sentence;
weighing.csv, fitted on labelled messages, says how what is heard speaks for and against each intent.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple, cast

from config.lexicon import read_rows
from config.phrasebook import Phrase, Spot, read_phrasebook
from dialogs.understanding.heard import Intent
from dialogs.wants.intent_words import INTENTS, weigh_words
from dialogs.wants.sentences import Sentences

# Other things that are heard and weighed, beside the intents themselves.
OTHER_SIGNS = (
    "told_trade", "told_seats", "told_dates", "told_all", "asked_offer", "reference", "asks", "asks_again", "only_asks", "topic",
    "topic_told", "reply", "short", "long", "always",
)  # fmt: skip
_DENIAL = frozenset("pas plus aucun aucune jamais not cannot ne n no".split())
_ONLY = frozenset(("que", "qu"))
_SECOND = 0.4  # what each further phrase of the same intent adds, as a share of its weight
_MOST = 5  # phrases of one intent that count
_FULL, _LEAST, _UNIT = 15.0, -8.0, 5.0  # how much of one intent can be heard; a clear phrase weighs about one unit
_TOPIC, _TOPIC_UNIT = 9.0, 6.0
_SHORT, _LONG = 5, 25  # words
_SURE = 0.99
_WORDS = 0.5  # how loud the words are beside the phrases
_NEAR = 0.15  # probability from which an intent is a reading of the message


class Signs(NamedTuple):
    """What the rest of understanding found that bears on the intent."""

    trade: bool = False
    seats: bool = False
    dates: bool = False
    references: bool = False
    topic: float = 0.0
    asking: str | None = None


class Verdict(NamedTuple):
    """The main intent, the probability that it is the right one, and the probability of each."""

    intent: Intent
    confidence: float
    scores: Mapping[str, float]

    @property
    def readings(self) -> tuple[Intent, ...]:
        """The intents that the message may well have, best first, three at most; none where nothing known is said."""
        near = sorted(((score, intent) for intent, score in self.scores.items() if score >= _NEAR), reverse=True)
        return cast(tuple[Intent, ...], tuple(intent for _, intent in near[:3]))


def find_intent(sentences: Sentences, signs: Signs) -> Verdict:
    """The likeliest intent; a message of signs alone is small talk, one that says nothing known is unsure."""
    if not any(word.isalpha() and len(word) > 1 for word in sentences.words):
        return Verdict("smalltalk", 0.6 if signs.asking is None else 0.4, {})
    strengths = hear_phrases(sentences)
    if not any(strength > 0 for strength in strengths.values()) and not sentences.asks:
        return _without_phrase(signs, sentences)
    if signs.asking and (sentences.tells or not sentences.asks):
        _answer(strengths, signs)
    # The answer to a question has too few words to weigh.
    words: Mapping[Intent, float] = {} if signs.asking else weigh_words(sentences)
    scores = _weigh(what_is_heard(strengths, signs, sentences), words)
    best = max(scores, key=lambda intent: scores[intent])
    return Verdict(cast(Intent, best), round(min(_SURE, scores[best]), 2), scores)


def hear_phrases(sentences: Sentences) -> dict[str, float]:
    """How strongly each intent is heard: its strongest phrase, and a share of the next ones; phrases against it take away."""
    found: dict[str, list[float]] = {}
    against: dict[str, float] = {}
    for phrase, spots in read_phrasebook("intents").matches(sentences.words, sentences.numbers):
        if not any(_counts(phrase, spot, sentences) for spot in spots):
            continue
        if phrase.weight > 0:
            found.setdefault(phrase.label, []).append(phrase.weight)
        else:
            against[phrase.label] = min(phrase.weight, against.get(phrase.label, 0.0))
    return {intent: _sum(found.get(intent, [])) + against.get(intent, 0.0) for intent in (found.keys() | against.keys())}


def phrases_of(intent: Intent, sentences: Sentences) -> list[Sequence[str]]:
    """The words of each phrase that speaks for an intent, the strongest first."""
    found = [
        (phrase.weight, sentences.words[sentences.place(spot[0]) : sentences.place(spot[1]) + 1])
        for phrase, spots in read_phrasebook("intents").matches(sentences.words, sentences.numbers)
        for spot in spots
        if phrase.label == intent and phrase.weight > 0 and _counts(phrase, spot, sentences)
    ]
    return [words for _, words in sorted(found, key=lambda one: -one[0])]


def _counts(phrase: Phrase, spot: Spot, sentences: Sentences) -> bool:
    """Whether a phrase stands in a sentence of its kind; an offer must not be denied."""
    if sentences.kind(spot[0]) not in (phrase.where or "sqct"):
        return False
    return phrase.label != "offer" or phrase.weight < 0 or not _denied(spot, sentences)


def _denied(spot: Spot, sentences: Sentences) -> bool:
    """« Ne prenons pas », « plus de place »; not « ne pouvons prendre que trois élèves », which takes them."""
    first, last = sentences.place(spot[0]), sentences.place(spot[1])
    said = sentences.words[max(0, first - 1) : last]
    return not _DENIAL.isdisjoint(said) and ("pas" in said or _ONLY.isdisjoint(sentences.words[first : last + 3]))


def _sum(weights: list[float]) -> float:
    weights.sort(reverse=True)
    return sum(weights[:1]) + _SECOND * sum(weights[1:_MOST])


def _answer(strengths: dict[str, float], signs: Signs) -> None:
    """An answer to a question of ours belongs to the offer that is being made, unless it plainly wants something else."""
    slots = signs.trade + signs.seats + signs.dates
    strengths["offer"] = max(strengths.get("offer", 0.0), 4.0) + 3.0 * slots
    for intent in ("update_offer", "refusal", "confirm_offer", "withdraw_offer", "candidate"):
        if intent in strengths:
            strengths[intent] -= 2.0 + 2.0 * bool(slots)


def what_is_heard(strengths: Mapping[str, float], signs: Signs, sentences: Sentences) -> dict[str, float]:
    """What weighing.csv weighs: each intent heard, and the other signs, each of about 0 to 2; what is not heard is left out."""
    asks, tells = sentences.asks, sentences.tells
    topic = min(signs.topic, _TOPIC) / _TOPIC_UNIT
    heard: dict[str, float] = {intent: max(_LEAST, min(strength, _FULL)) / _UNIT for intent, strength in strengths.items()}
    heard |= {
        "told_trade": float(signs.trade and tells),
        "told_seats": float(signs.seats and tells),
        "told_dates": float(signs.dates and tells),
        "told_all": float(signs.trade and signs.seats and signs.dates and tells),
        "asked_offer": float((signs.trade or signs.seats or signs.dates) and not tells),
        "reference": float(signs.references),
        "asks": float(asks),
        "asks_again": float(sum(kind == "q" for kind in sentences.kinds) > 1),
        "only_asks": float(asks and not tells),
        "topic": topic if asks else 0.0,
        "topic_told": 0.0 if asks else topic,
        "reply": float("r" in sentences.kinds),
        "short": float(len(sentences.words) < _SHORT),
        "long": float(len(sentences.words) > _LONG),
        "always": 1.0,
    }
    return {name: value for name, value in heard.items() if value}


def _weigh(heard: Mapping[str, float], words: Mapping[Intent, float]) -> dict[str, float]:
    table = _table()
    totals = [_WORDS * words.get(intent, 0.0) for intent in INTENTS]
    for name, value in heard.items():
        totals = [total + value * weight for total, weight in zip(totals, table[name], strict=True)]
    top = max(totals)
    shares = [exp(total - top) for total in totals]
    whole = sum(shares)
    return {intent: share / whole for intent, share in zip(INTENTS, shares, strict=True)}


@cache
def _table() -> Mapping[str, tuple[float, ...]]:
    return {row["heard"]: tuple(float(row[intent]) for intent in INTENTS) for _, row in read_rows("weighing")}


def _without_phrase(signs: Signs, sentences: Sentences) -> Verdict:
    if signs.trade or signs.seats or signs.dates or signs.asking:
        return Verdict("offer", 0.5, {})
    if signs.references:
        return Verdict("offer_status", 0.4, {})
    return Verdict("smalltalk" if len(sentences.words) < 8 else "unrelated", 0.3, {})
