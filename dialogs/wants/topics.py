"""What a question is about: phrases of config/lexicon/topics.csv; « other » when none speaks."""

from config.phrasebook import read_phrasebook
from dialogs.wants.sentences import Sentences

# A topic is named by what asks; what is only told, or stands in the title, counts less.
_SHARE = {"q": 1.0, "c": 0.9, "t": 0.5, "s": 0.4, "r": 0.2}
_SECOND = 0.3  # what further phrases of the same topic add


def find_topic(sentences: Sentences) -> tuple[str, float]:
    """The topic with the most weight and that weight; earlier lines of the table win ties."""
    share = _SHARE if "q" in sentences.kinds else dict.fromkeys("qcts", 1.0) | {"r": 0.2}
    scores: dict[str, float] = {}
    for phrase, spots in read_phrasebook("topics").matches(sentences.words, sentences.numbers):
        weight = phrase.weight * max(share[sentences.kind(first)] for first, _ in spots)
        held = scores.get(phrase.label, 0.0)
        scores[phrase.label] = held + weight if weight < 0 else max(held, weight) + _SECOND * min(held, weight)
    if not scores:
        return "other", 0.0
    topic = max(scores, key=lambda label: scores[label])
    return topic, scores[topic]
