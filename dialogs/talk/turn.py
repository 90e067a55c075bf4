"""One message, one decision: (state, heard, facts) in, (state, commands, words) out. Pure: no clock, no network, no record."""

from collections.abc import Callable
from dataclasses import replace

from core.agenda.records import MatterKind
from core.pool.commands import FileOffer, OpenMatter, Unfile
from core.pool.draft import Draft
from core.pool.filing import UNDO
from core.territory.fold import fold
from dialogs.talk.asides import ASIDES, SAID_BY, aside, hand_over
from dialogs.talk.choices import change_of, number_said
from dialogs.talk.facts import Facts
from dialogs.talk.gestures import caption_read, card_answered, gesture_typed, gesturing
from dialogs.talk.hesitation import hesitating, settle
from dialogs.talk.mail_form import mail_round
from dialogs.talk.offering import absorb, says_something
from dialogs.talk.opened import opened, show_offer
from dialogs.talk.own_offers import OWN, act_on_offer, answer_about_offer, own_offer_turn
from dialogs.talk.period_picker import browse
from dialogs.talk.preferences import LASTING_MEANS, MOVE, ask_when, preferring, wait_chosen
from dialogs.talk.questions import CORRECTED, ask_again, ask_for, ask_next, choose, proposed, summary
from dialogs.talk.say import Say, Turn, lasts, put_on_buttons
from dialogs.talk.second_thoughts import correcting, with_answer
from dialogs.talk.state import Option, State
from dialogs.understanding.heard import Heard
from dialogs.wording.words import Words

FEW_WORDS = 6
Move = Callable[[State, Heard, Facts, Words], Turn | None]


def take_turn(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    """Decide what this message leads to. A button's label, typed, is that button; the answers offered are kept in the state."""
    if heard.again is not None:
        facts = replace(facts, words=heard.again, whole="", press=None)
    if facts.kind == "edited" and state.doubted:  # said in other words: the doubt begins anew
        state = replace(state, doubted=None, phase="idle", asking=None)
    typed = None if facts.press else _typed(state, facts)
    state = state if typed else settle(state, heard)
    turn = decide(state, heard, replace(facts, press=typed, words="") if typed else facts, words)
    turn = caption_read(replace(turn, state=_remembering(turn.state, state, facts)), facts)
    if turn.ask is None:
        return turn
    offered = tuple(Option(b.id, b.label) for b in put_on_buttons(turn.ask, words, turn.state.turn))
    if turn.state.turn == state.turn and turn.state.asking:  # a digression: the question that it left open keeps its answers
        offered += tuple(one for one in state.options if one not in offered and not lasts(one.id))
    return replace(turn, state=replace(turn.state, options=offered))


def _remembering(state: State, before: State, facts: Facts) -> State:
    return replace(with_answer(state, before, facts), album=facts.album or before.album)


def _typed(state: State, facts: Facts) -> str | None:
    """The option that an answer names: by its label; by its number where a letter has numbered the offers."""
    labelled = next((o.id for o in state.options if fold(o.label) == fold(facts.words) != ""), None)
    if labelled or facts.channel != "email" or not all(".OF-" in o.id for o in state.options):
        return labelled
    number = number_said(facts.words, len(state.options))
    return state.options[number - 1].id if number else None


def decide(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    """The first of MOVES that has an answer gives it."""
    if facts.press:
        return press(state, heard, facts, words)
    for move in MOVES:
        turn = move(state, heard, facts, words)
        if turn:
            return turn
    return aside(state, heard, facts, words)


def press(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    """A button: of the last question as its answer in words, of an offer at any time; an old one is harmless."""
    id = facts.press or ""
    if id.startswith("o."):
        _, verb, reference = [*id.split(".", 2), "", ""][:3]
        if verb == "show":
            return show_offer(state, reference, facts, words)
        return act_on_offer(state, verb, reference, facts, words)
    if id.startswith(MOVE):
        return ask_when(state, id.removeprefix(MOVE), facts, words)
    if id in LASTING_MEANS:
        return decide(state, LASTING_MEANS[id], replace(facts, press=None, words=SAID_BY.get(id, "")), words)
    if shared := gesture_typed(state, id, facts, words):
        return shared
    turn, _, act = id.partition(":")
    if turn != str(state.turn) or state.asking is None:
        state, again = ask_again(state, facts, words)
        return Turn(state, say=(Say("stale"),), ask=again)
    if waited := wait_chosen(state, act, facts, words):
        return waited
    if state.asking == "confirm" and act in CORRECTED and state.drafts:
        state, question = ask_for(state, act, facts, words)
        return Turn(state, ask=question)
    if state.asking == "periods" and (view := browse(act, state, facts, words)):
        return Turn(state, ask=view)
    chosen = proposed(state.asking, act) or change_of(act)
    if chosen is not None and state.target:
        return answer_about_offer(state, replace(heard, offers=(chosen,), contact=None), facts, words)
    if chosen is not None:
        return _next(choose(state, chosen), heard, facts, words)
    if act.startswith("offer."):
        return answer_about_offer(replace(state, target=act.removeprefix("offer.")), heard, facts, words)
    state = replace(state, doubted=None)
    return decide(state, BUTTONS.get(act, Heard("fr", "smalltalk", 1.0)), replace(facts, press=None, words=""), words)


HELP = ("offers", "reminders", "languages", "data", "person")
# What a button stands for in words.
BUTTONS = {
    "yes": Heard("fr", "smalltalk", 1.0, assent=True),
    "no": Heard("fr", "smalltalk", 1.0, assent=False),
    "cancel": Heard("fr", "smalltalk", 1.0, wish="cancel"),
    "fix": Heard("fr", "smalltalk", 1.0, wish="correct"),
    "human": Heard("fr", "human", 1.0),
    "write_here": Heard("fr", "smalltalk", 1.0, assent=False),
}


def cancelling(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """« annuler »: drop what is being put together; else undo a filing of less than 30 minutes."""
    if heard.wish != "cancel":
        return None
    if state.phase != "idle":
        return Turn(_rest(state), say=(Say("cancelled"),))
    if state.filed and state.filed_at and facts.now - state.filed_at <= UNDO:
        return Turn(replace(_rest(state), filed=()), do=(Unfile(state.filed),))
    return Turn(state, say=(Say("nothing-to-cancel"),))


def moving(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """« retour », « aide », « corriger », « plus tard », another language: moves of the conversation itself."""
    if heard.wish == "help" and state.phase == "idle" and facts.channel != "email":
        return Turn(state, ask=Say("help", buttons=HELP))
    if heard.wish in ("help", "language_fr", "language_en"):
        state, again = ask_again(state, facts, words)
        return Turn(state, say=(Say("help" if heard.wish == "help" else "language-changed"),), ask=again)
    if heard.wish in ("back", "correct", "later", "resume") and not state.drafts:
        return Turn(state, say=(Say("nothing-under-way"),))
    if heard.wish == "back":
        drafts = state.before or state.drafts
        asked = tuple(a for a in state.asked if a.split(":")[0] != state.asking)[:-1]
        return _ask(replace(state, drafts=drafts, asked=asked, phase="collecting"), heard, facts, words)
    if heard.wish == "correct" and not says_something(heard):
        return what_to_correct(replace(state, phase="confirming", asking="confirm"))
    if heard.wish == "later":
        return Turn(state, say=(Say("later"),))
    return _ask(state, heard, facts, words) if heard.wish == "resume" else None


def settling(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """An answer to « the law does not allow this »: given up, the offer goes on without it; insisted on, it is checked."""
    if state.asking != "discrimination" or heard.intent not in (
        "offer",
        "smalltalk",
        "unrelated",
        "confirm_offer",
        "update_offer",
    ):
        return None
    insists = heard.assent is False or (bool(set(heard.discrimination) & set(state.criteria)) and heard.assent is not True)
    state = absorb(replace(state, criteria=()), replace(heard, discrimination=()), facts.words)
    if insists:
        state = replace(state, insisted=True, doubts=(*state.doubts, "criterion"))
    lead = Say("criterion-kept-out" if not insists else "criterion-to-check")
    turn = _ask(state, heard, facts, words)
    return replace(turn, say=(lead, *turn.say))


def confirming(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """A yes to the summary files; a yes with a change, or a no with one, changes and asks again."""
    aside = _is_aside(heard) and not _only_hours(heard, facts.words)
    if state.phase != "confirming" or state.asking != "confirm" or aside or state.target:
        return None
    changed = absorb(state, heard, facts.words) if says_something(heard) else state
    if (
        changed.drafts != state.drafts
        or changed.employer != state.employer
        or changed.callback != state.callback
        or heard.discrimination
    ):
        return replace(turn := _ask(changed, heard, facts, words), say=(Say("noted"), *turn.say))
    if heard.assent:
        return file(state, facts)
    if heard.assent is False:
        return what_to_correct(state)
    return None


def what_to_correct(state: State) -> Turn:
    """« What should change? »; of a single offer each slot can be touched."""
    return Turn(state, ask=Say("what-to-correct", buttons=CORRECTED if len(state.drafts) == 1 else ()))


def file(state: State, facts: Facts) -> Turn:
    """File every draft; the receipts are told from what came of it."""
    callback = replace(state.callback, name=state.callback.name or facts.profile_name)
    do = tuple(FileOffer(draft, state.employer, callback, state.accessible, state.doubts) for draft in state.drafts)
    return Turn(_rest(state), do=do)


def answering(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """The answer to what a coordinator asked about an offer goes to them as it is; a new offer or a move is none."""
    moves = heard.wish or heard.intent in ("withdraw_offer", "stop", "privacy", "human", "offer_status", "auto_reply")
    whole_offer = heard.intent == "offer" and any(offer.kind or offer.programmes for offer in heard.offers)
    if not facts.questioned or state.phase != "idle" or moves or whole_offer or not facts.words.strip():
        return None
    asked = any(offer.reference == facts.questioned for offer in facts.offers) and (facts.trusted or facts.vouched)
    kind: MatterKind = "answer" if asked else "feedback"  # words of somebody else, or without proof, close no question
    return Turn(state, do=(OpenMatter(kind, facts.words, reference=facts.questioned),))


def relaying(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """The number to call back is all that is missing to put the matter before a person."""
    if state.phase != "relaying" or state.asking != "contact":
        return None
    if not (heard.contact and (heard.contact.phone or heard.contact.email)) and state.asked.count("contact:0") < 2:
        return Turn(replace(state, asked=(*state.asked, "contact:0")), ask=Say("ask-contact-again"))
    return hand_over(absorb(state, replace(heard, offers=()), facts.words), replace(facts, words=state.relay or facts.words))


def offering(state: State, heard: Heard, facts: Facts, words: Words) -> Turn | None:
    """An offer, or an answer that fills one."""
    if _is_aside(heard) or (heard.intent in OWN and state.phase == "idle"):
        return None
    under_way = state.phase in ("collecting", "confirming") and bool(state.drafts) and not state.target
    picked = _picked(state, facts.words)
    if under_way and picked is not None:
        return _next(choose(state, picked), heard, facts, words)
    if under_way and (says_something(heard) or heard.doubts or heard.assent is not None or heard.intent == "offer"):
        return _next(absorb(state, heard, facts.words), heard, facts, words)
    if heard.intent != "offer":
        return None
    fresh = State(turn=state.turn, filed=state.filed, filed_at=state.filed_at, employer=facts.employer, callback=facts.callback)
    state = absorb(replace(fresh, phase="collecting"), heard, facts.words)
    return _next(state, heard, facts, words, first=True)


def _is_aside(heard: Heard) -> bool:
    """Whether a message is about something else; « non, pas Saint-Pierre, Le Tampon » refuses nothing, it corrects."""
    return heard.intent in ASIDES and not (heard.intent == "refusal" and says_something(heard))


def _only_hours(heard: Heard, words: str) -> bool:
    """« en fait appelez-moi plutôt après 14 h 30 » of a summary corrects it; it does not ask for a person now."""
    return bool(heard.hours) and len(words.split()) - len((heard.hours or "").split()) < FEW_WORDS


def _picked(state: State, words: str) -> Draft | None:
    """« 2 » picks the second of the communes or programmes that were proposed."""
    if state.asking == "periods":  # « 2 » is no date
        return None
    proposals = [change for o in state.options if (change := change_of(o.id.partition(":")[2]))]
    return proposals[int(words) - 1] if words.isdigit() and 0 < int(words) <= len(proposals) else None


def _next(state: State, heard: Heard, facts: Facts, words: Words, first: bool = False) -> Turn:
    if facts.channel == "email":
        return mail_round(state, heard, facts, words, file)
    turn = _ask(state, heard, facts, words)
    if first and turn.state.phase == "collecting" and any(draft != Draft() for draft in state.drafts):
        return replace(
            turn,
            say=(*turn.say, Say("understood", {"offers": summary(state, facts.catalogue, words), "count": len(state.drafts)})),
        )
    return turn


def _ask(state: State, heard: Heard, facts: Facts, words: Words) -> Turn:
    state, question = ask_next(replace(state, idle_turns=0), facts, words, heard)
    return Turn(state, ask=question)


def _rest(state: State) -> State:
    return State(turn=state.turn, filed=state.filed, filed_at=state.filed_at)


MOVES: tuple[Move, ...] = (
    opened, gesturing, cancelling, moving, preferring, card_answered, correcting, relaying, answering, settling, hesitating,
    own_offer_turn, confirming, offering,
)  # fmt: skip
