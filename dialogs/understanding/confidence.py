"""How likely the whole answer is right: signs of doubt weighed by `config/lexicon/confidence.csv`, fitted on labelled messages.

`make bench-understanding` measures how true it is; `python -m bench.calibration --fit` fits the weights anew.
"""

from collections.abc import Mapping
from functools import cache
from math import exp, log2

from config.lexicon import read_rows
from core.pool.draft import Draft
from dialogs.understanding.heard import Heard, Setting

_LONG = 8.0  # log2 of the characters of a usual letter
_SURE = 0.99  # no reading of a person's words is surer


def find_confidence(heard: Heard, text: str, setting: Setting) -> float:
    """The probability, of 0 to .99, that the intent and every slot are right."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in signs(heard, text, setting).items())
    return round(min(_SURE, 1 / (1 + exp(-max(-30.0, min(30.0, total))))), 2)


def signs(heard: Heard, text: str, setting: Setting) -> Mapping[str, float]:
    """What bears on doubt, each of about 0 to 1: how sure the intent is, how much had to be read, what is left open."""
    drafts = heard.offers
    names = heard.organisation.name if heard.organisation else None
    person = heard.contact.name if heard.contact else None
    return {
        "always": 1.0,
        "intent": heard.intent_confidence,
        "length": log2(len(text) + 1) / _LONG - 1,
        "letter": float(setting.channel == "email"),
        "offer": float(bool(drafts)),
        "offers": float(len(drafts) > 1),
        "change": float(heard.intent == "update_offer"),
        "question": float(heard.intent == "question"),
        "doubt": float(bool(heard.doubts)),
        "firm": float(bool(names)),
        "no_firm_in_letter": float(setting.channel == "email" and not names),
        "no_person": float(person is None),
        "criteria": float(bool(heard.discrimination)),
        "gaps": sum(map(_gaps, drafts)) / 4,
        "many_periods": float(any(len(draft.periods) > 1 for draft in drafts)),
        "no_programme": float(any(draft.fields and not draft.programmes for draft in drafts)),
    }


def _gaps(draft: Draft) -> int:
    """How many of the things that an offer says are not there."""
    when = draft.periods or draft.weeks or draft.flexible
    return sum(not said for said in (draft.kind or draft.levels, draft.seats, when, draft.place))


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for _, row in read_rows("confidence")}
