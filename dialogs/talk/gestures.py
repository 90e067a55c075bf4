"""What people send that is not words: pictures, voices, files, a card, a place; each is answered usefully, and the form waits."""

from dataclasses import replace

from core.pool.draft import Callback
from dialogs.talk.facts import Facts
from dialogs.talk.questions import ask_again, ask_contact
from dialogs.talk.say import GESTURES, Say, Turn
from dialogs.talk.state import State
from dialogs.understanding.heard import Heard
from dialogs.wording.words import Words

# What came -> what is said of it; anything else is « media ».
MEDIA = {
    **dict.fromkeys(("voice", "audio", "video_note"), "media-voice"),
    **dict.fromkeys(("photo", "video", "animation", "story", "paid_media"), "media-picture"),
    "document": "media-file",
    **dict.fromkeys(("sticker", "dice", "game"), "media-smile"),
}
WITH_WORDS = ("media-voice", "media-picture", "media-file")  # what a caption does not make clear by itself


def gesturing(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """The answer to a gesture that says nothing of an offer by itself; None for words, and for what was understood."""
    if facts.kind == "media" and not facts.words:
        if facts.album and facts.album == state.album:
            return Turn(state)  # one more picture of an album that was answered
        return _beside(replace(state, idle_turns=state.idle_turns + 1), _of_media(facts), facts, words)
    if facts.kind == "contact" and facts.reason == "card":
        return _of_another(state, facts, words)
    if facts.kind == "location" and not heard.offers:
        return _beside(state, Say("place-unknown"), facts, words)
    return None


def caption_read(turn: Turn, facts: Facts) -> Turn:
    """Who sends words with a picture hears that only the words are read."""
    if facts.kind != "media" or not facts.words or _of_media(facts).key not in WITH_WORDS:
        return turn
    return replace(turn, say=(Say("caption-read"), *turn.say))


def gesture_typed(state: State, id: str, facts: Facts, words: Words) -> Turn | None:
    """« Envoyer mon numéro », typed or pressed where the phone cannot share it: the words that do the same."""
    name = next((name for name, given in GESTURES.items() if given == id), None)
    return _beside(state, Say(f"type-{name.replace('_', '-')}"), facts, words) if name else None


def card_answered(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """« Shall we call this person? » answered; anything but yes or no is an answer of its own."""
    if state.asking != "card" or heard.assent is None:
        return None
    card, state = state.card, replace(state, asking="contact")
    if heard.assent:  # the card stays in the state: what it says is not said of oneself
        state = replace(state, callback=replace(state.callback, name=card.name or state.callback.name, phone=card.phone))
        return _beside(state, Say("noted"), facts, words)
    asked, question = ask_contact(replace(state, card=Callback()), facts)
    return Turn(asked, ask=question)


def _of_media(facts: Facts) -> Say:
    key = MEDIA.get(facts.reason or "", "media")
    return Say(key, {"mail": facts.mail} if key == "media-file" else {})


def _beside(state: State, say: Say, facts: Facts, words: Words) -> Turn:
    resumed, again = ask_again(state, facts, words)
    return Turn(resumed, say=(say,), ask=again)


def _of_another(state: State, facts: Facts, words: Words) -> Turn:
    """A card of somebody else is never taken for one's own number: whether to call them is asked."""
    under_way = state.phase in ("collecting", "confirming") and state.drafts
    if not facts.phone or not under_way:
        return _beside(state, Say("card-of-another"), facts, words)
    waiting = replace(state, asking="card", turn=state.turn + 1, card=Callback(facts.words or None, phone=facts.phone))
    return Turn(waiting, ask=Say("ask-card", {"name": facts.words or facts.phone}, ("yes", "no")))
