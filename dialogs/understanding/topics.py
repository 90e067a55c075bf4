"""What a question is about: cues of config/lexicon/topics.csv; « other » when none speaks."""

from config.lexicon import read_cues


def find_topic(folded: str) -> tuple[str, float]:
    """The topic with the most weight and that weight; earlier lines of the table win ties."""
    scores: dict[str, float] = {}
    for cue, _ in read_cues("topics").matches(folded):
        held = scores.get(cue.label, 0.0)
        scores[cue.label] = max(held, cue.weight) + 0.3 * min(held, cue.weight)
    if not scores:
        return "other", 0.0
    topic = max(scores, key=lambda label: scores[label])
    return topic, scores[topic]
