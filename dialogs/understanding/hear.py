"""What one message says: every rule of understanding put together. Pure: no clock, no network, no record."""

from dataclasses import dataclass, replace

from config.catalogue import Catalogue
from core.pool.draft import Draft, Employer
from dialogs.criteria.discrimination import find_criteria
from dialogs.understanding.confidence import find_confidence
from dialogs.understanding.heard import Evidence, Heard, Intent, Setting
from dialogs.understanding.language import find_language
from dialogs.understanding.reading import Reading, read, show
from dialogs.understanding.text import Text, prepare
from dialogs.wants.assent import find_assent
from dialogs.wants.intents import Signs, Verdict, find_intent
from dialogs.wants.references import find_accessible, find_references
from dialogs.wants.sentences import Sentences, split_sentences
from dialogs.wants.topics import find_topic
from dialogs.wants.tutors import find_people
from dialogs.wants.wish import find_wish
from dialogs.what.names import Lexicon, build_lexicon
from dialogs.what.offers import Offers, find_offers
from dialogs.where.sender_places import find_sender_place
from dialogs.where.unknown_places import find_unknown_place

_NO_CRITERIA = ("question", "candidate", "unrelated", "privacy", "auto_reply", "stop", "feedback", "event")
_REPLY = ("re:", "re :", "tr:", "tr :", "fw:", "fwd:", "rép:")
_lexicons: list[tuple[Catalogue, Lexicon]] = []  # the last few catalogues' names: building them takes a tenth of a second


@dataclass(frozen=True)
class Listened:
    """A message on the way to its intent: its parts, its slots, its sentences, and what bears on what is wanted."""

    prepared: Text
    offset: int  # characters of the title, read with the text
    reading: Reading
    offers: Offers
    references: tuple[str, ...]
    sentences: Sentences
    topic: str
    signs: Signs


def listen(text: str, setting: Setting) -> Listened:
    """All that is found before the intent is weighed."""
    whole, offset = _with_subject(text, setting)
    prepared = prepare(whole)
    reading = read(prepared, setting)
    offers = find_offers(reading, setting, lexicon_of(setting.catalogue))
    subject = prepare((setting.subject or "")[:300]).folded
    references = tuple(dict.fromkeys((*find_references(prepared.folded), *find_references(subject))))
    sentences = _sentences(_main(reading), subject, titled=bool(offset))
    topic, weight = find_topic(sentences)
    signs = _signs(offers, references, weight, setting)
    return Listened(prepared, offset, reading, offers, references, sentences, topic, signs)


def understand(text: str, setting: Setting) -> Heard:
    """What the message says, in the light of its circumstances; never raises on words, however strange."""
    listened = listen(text, setting)
    prepared, offset, reading = listened.prepared, listened.offset, listened.reading
    verdict = Verdict(setting.meant, 1.0, {}) if setting.meant else find_intent(listened.sentences, listened.signs)
    offers = _with_unknown_place(listened.offers, reading, setting) if _holds_slots(verdict.intent, setting) else listened.offers
    accessible = find_accessible(reading.text)
    criteria = () if verdict.intent in _NO_CRITERIA else tuple(find_criteria(reading.text))
    drafts = _drafts(offers, verdict.intent, setting)
    evidence = (*reading.evidence, *offers.evidence, *(show(prepared, f"discrimination.{c}", span) for c, span in criteria))
    heard = Heard(
        language=find_language(prepared),
        intent=verdict.intent,
        confidence=0.0,
        intent_confidence=verdict.confidence,
        readings=verdict.readings,
        offers=drafts,
        organisation=_organisation(reading, verdict.intent, setting),
        contact=reading.contact,
        accessible=accessible[0] if accessible and verdict.intent != "question" else None,
        discrimination=tuple(criterion for criterion, _ in criteria),
        references=listened.references,
        topic=listened.topic if verdict.intent == "question" else None,
        people=find_people(reading.text, len(_main(reading))) if verdict.intent == "tutor_training" else None,
        assent=find_assent(prepared),
        wish=find_wish(prepared),
        doubts=offers.doubts,
        closed_days=offers.closed_days,
        hours=reading.hours,
        evidence=tuple(_moved(item, offset) for item in evidence if item.start >= offset),
    )
    return replace(heard, confidence=find_confidence(heard, text, setting))


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """The names of a catalogue, built once for each catalogue in use."""
    for known, lexicon in _lexicons:
        if known is catalogue:
            return lexicon
    built = build_lexicon(catalogue)
    _lexicons[:] = [(catalogue, built), *_lexicons[:3]]
    return built


def is_reply(subject: str) -> bool:
    """Whether a subject is that of an earlier letter, answered or sent on."""
    return subject.lower().startswith(_REPLY)


def _with_subject(text: str, setting: Setting) -> tuple[str, int]:
    """The subject of a new letter is read with it; the subject of a reply is not the writer's own."""
    subject = (setting.subject or "").strip()[:300]
    if not subject or is_reply(subject):
        return text, 0
    head = f"{subject}\n"
    return head + text, len(head)


def _main(reading: Reading) -> str:
    """The words above the signature."""
    return reading.text.folded[: reading.signature] if reading.signature > 12 else reading.text.folded


def _sentences(main: str, subject: str, *, titled: bool) -> Sentences:
    """The title of a new letter says what is wanted; the subject of a reply says what was asked."""
    if titled:
        title, _, body = main.partition("\n")
        return split_sentences(body, title=title)
    return split_sentences(main, reply=subject)


def _organisation(reading: Reading, intent: Intent, setting: Setting) -> Employer | None:
    """A youth who looks for a placement writes for no firm, whatever firm the letter names; a sender that is a firm stays."""
    found = reading.organisation
    if intent != "candidate" or setting.asking or (found and found.name and found.name in (setting.sender_name or "")):
        return found
    return None


def _holds_slots(intent: Intent, setting: Setting) -> bool:
    return intent in ("offer", "update_offer") or setting.asking is not None


def _tells_place(offers: Offers) -> bool:
    """Whether a place is found, or one is in doubt and will be asked."""
    return any(draft.place for draft in offers.drafts) or any(doubt.slot == "place" for doubt in offers.doubts)


def _with_unknown_place(offers: Offers, reading: Reading, setting: Setting) -> Offers:
    if _tells_place(offers):
        return offers
    found = find_unknown_place(reading.body, setting)
    if found.place:
        return offers.at_place(found.place)
    return replace(offers, doubts=(*offers.doubts, found.doubt)) if found.doubt else offers


def _signs(offers: Offers, references: tuple[str, ...], topic: float, setting: Setting) -> Signs:
    return Signs(
        trade=any(draft.levels or draft.programmes or draft.fields or draft.kind for draft in offers.drafts),
        seats=any(draft.seats for draft in offers.drafts),
        dates=any(draft.periods or draft.weeks for draft in offers.drafts),
        references=bool(references),
        topic=topic,
        asking=setting.asking,
    )


def _drafts(offers: Offers, intent: Intent, setting: Setting) -> tuple[Draft, ...]:
    """Offers belong to an offer or a change; in the course of a conversation every answer may hold slots."""
    if intent == "offer" or (setting.asking and intent not in ("candidate", "unrelated", "auto_reply")):
        return _at_the_senders(offers, setting) if intent == "offer" and not setting.asking else offers.drafts
    return tuple(draft for draft in offers.restated if draft != Draft()) if intent == "update_offer" else ()


def _at_the_senders(offers: Offers, setting: Setting) -> tuple[Draft, ...]:
    """An offer without any place is where the sender's name says."""
    if _tells_place(offers):
        return offers.drafts
    place = find_sender_place(setting)
    return offers.at_place(place).drafts if place else offers.drafts


def _moved(item: Evidence, offset: int) -> Evidence:
    return item._replace(start=item.start - offset, end=item.end - offset) if offset else item
