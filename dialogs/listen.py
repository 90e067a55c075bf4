"""From what a channel heard to what it says: words are understood, gestures (a shared number, a place) need no understanding."""

from dataclasses import replace

from config.territory import Commune
from core.pool.draft import Callback, Draft, Place
from core.post.inbound import Inbound
from core.territory.fold import fold
from dialogs.house import House
from dialogs.talk.choices import said_alone
from dialogs.talk.hesitation import choice_of, told
from dialogs.talk.passing_on import read_passed_on
from dialogs.talk.preferences import LASTING_MEANS, day_for_reminder
from dialogs.talk.second_thoughts import answer_of
from dialogs.talk.state import Doubted, State
from dialogs.understanding.hear import is_reply, understand
from dialogs.understanding.heard import Heard, Setting
from dialogs.understanding.text import prepare
from dialogs.wants.wish import find_wish

NEAR = 0.15  # degrees, some 15 km: farther from every town hall of the territory is no commune of it


def listen(inbound: Inbound, state: State, house: House) -> Heard:
    """What this message says, in the light of what was last asked; the choice of a reading reads the earlier message anew."""
    if state.doubted and inbound.kind != "edited" and (again := _read_again(state.doubted, inbound, state, house)):
        return again
    if inbound.kind == "contact" and inbound.reason == "card":
        return Heard("fr", "smalltalk", 1.0)
    if inbound.kind == "contact" and inbound.phone:
        return Heard("fr", "smalltalk", 1.0, contact=Callback(phone=inbound.phone))
    if inbound.kind == "location":
        commune = nearest(inbound.latitude, inbound.longitude, house)
        return Heard("fr", "smalltalk", 1.0, offers=(Draft(place=Place(commune.insee, commune.name)),) if commune else ())
    if inbound.press in LASTING_MEANS:
        return LASTING_MEANS[inbound.press]
    if inbound.kind in ("press", "media") and not inbound.text:
        return Heard("fr", "smalltalk", 1.0)
    if inbound.text.split(" ")[0] == "/start":
        return Heard("fr", "smalltalk", 1.0)
    setting = setting_of(inbound, state, house)
    if day := day_for_reminder(inbound.text):  # « rappel le 15 janvier » changes a day, it asks for nobody to call
        return understand(day, replace(setting, meant="update_offer", asking="periods"))
    heard = read_passed_on(inbound, understand(whole_text(inbound), setting), setting)
    if inbound.channel == "email" and heard.wish is None:  # « reprendre » between a greeting and a signature, under any subject
        heard = replace(heard, wish=find_wish(prepare(said_alone(inbound.text))))
    return heard


def _read_again(doubted: Doubted, inbound: Inbound, state: State, house: House) -> Heard | None:
    """The message that was not understood, as the person now says it is meant; with the answer, when that says more."""
    setting = replace(setting_of(inbound, state, house), asking=None)
    chosen = choice_of(state, inbound.press, inbound.text)
    said = doubted.words
    button = any(fold(one.label) == fold(inbound.text) for one in state.options)  # typed, it says no more than pressed
    if chosen is None and inbound.text and not button:
        chosen = told(state, understand(whole_text(inbound), setting))
        said = f"{doubted.everything}\n{inbound.text}"
    if chosen is None:
        return None
    return replace(understand(said, replace(setting, received=doubted.at, subject=None, meant=chosen)), again=said)


def with_subject(inbound: Inbound) -> str:
    """All that a message says: the subject of a new letter, the words, the signature, what is passed on."""
    subject = (inbound.subject or "").strip()
    said = f"{subject}\n{whole_text(inbound)}" if subject and not is_reply(subject) else whole_text(inbound)
    return f"{said}\n\n{inbound.forwarded.text}".strip() if inbound.forwarded else said


def whole_text(inbound: Inbound) -> str:
    """The words and the signature below them: a letter's signature often holds the name, the firm and the phone."""
    return f"{inbound.text}\n\n{inbound.signature}" if inbound.signature else inbound.text


def setting_of(inbound: Inbound, state: State, house: House) -> Setting:
    """The circumstances of a message."""
    return Setting(
        received=inbound.received,
        territory=house.territory,
        catalogue=house.catalogue,
        gazetteer=house.gazetteer,
        channel=inbound.channel,
        sender_name=inbound.name,
        sender_email=inbound.address if inbound.channel == "email" else None,
        subject=inbound.subject,
        asking=_answered(inbound, state),
        language=inbound.language,
    )


def _answered(inbound: Inbound, state: State) -> str | None:
    """The question that a message answers: an edited one answers the same as before."""
    answer = answer_of(state, inbound.message_id) if inbound.kind == "edited" else None
    return answer.asking if answer else state.asking


def nearest(latitude: float | None, longitude: float | None, house: House) -> Commune | None:
    """The commune of the territory whose town hall is nearest, None when none is near."""
    if latitude is None or longitude is None:
        return None
    placed = [c for c in house.territory.communes.values() if c.lat is not None and c.lon is not None]
    far = {c.insee: ((c.lat or 0) - latitude) ** 2 + ((c.lon or 0) - longitude) ** 2 for c in placed}
    commune = min(placed, key=lambda c: far[c.insee], default=None)
    return commune if commune and far[commune.insee] <= NEAR**2 else None
