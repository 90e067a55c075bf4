"""Moves of the conversation said in words: cancel, back, help, my offers, later, correct, another language."""

from config.pattern import Marked, Pattern
from dialogs.understanding.heard import Wish
from dialogs.understanding.text import Text

_OPEN = r"^\W{0,20}"
_CLOSE = r"\W{0,20}$"
_PLEASE = r"(?:[ ,]{1,3}(?:s'il (?:vous|te) plait|svp|stp|please|merci))?"
_BOT = r"(?:@\w{3,40})?"  # in a group, Telegram says which bot a command is for
# wish, the marks without which it is not said, and the forms that say it; the first that matches is the wish.
_FORMS: tuple[tuple[Wish, str, tuple[str, ...]], ...] = (
    (
        "my_offers",
        "offre|offer|propositions",
        (
            rf"{_OPEN}/offres?{_BOT}\b",
            rf"{_OPEN}(?:(?:voir|montre[rz]?(?:-moi)?|ou en sont|liste[rz]?|afficher?) )?mes "
            rf"(?:offres|propositions){_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:(?:see|show|list)(?: me)? )?my offers\b",
        ),
    ),
    (
        "my_data",
        "donnees|data",
        (
            rf"{_OPEN}(?:(?:voir|montre[rz]?(?:-moi)?|affiche[rz]?|consulter|je (?:veux|voudrais|souhaite) voir) )?mes "
            rf"donnees(?: personnelles)?{_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:(?:see|show)(?: me)? )?my (?:personal )?data{_PLEASE}{_CLOSE}",
        ),
    ),
    (
        "reminders",
        "rappel|relance|reminder",
        (
            rf"{_OPEN}(?:(?:voir|montre[rz]?(?:-moi)?|liste[rz]?|changer|modifier|regler|gerer) )?(?:(?:mes|les|vos) )?"
            rf"(?:rappels?|relances?){_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:(?:see|show|list|change)(?: me)? )?(?:(?:my|the|your) )?reminders?{_PLEASE}{_CLOSE}",
        ),
    ),
    (
        "language",
        "langue|language",
        (
            rf"{_OPEN}(?:(?:changer|change[rz]?|choisir) (?:de |la )?)?langues?{_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:(?:change|choose)(?: the| my)? )?languages?{_PLEASE}{_CLOSE}",
        ),
    ),
    (
        "help",
        "aide|help|comment ca|?",
        (
            rf"{_OPEN}/?(?:aide|help){_BOT}(?:[- ]moi)?{_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:(?:j'ai |jai )?besoin d'aide|aidez[- ]moi|i need help){_PLEASE}{_CLOSE}",
            rf"{_OPEN}comment ca (?:marche|fonctionne)",
            r"^\s{0,20}\?{1,20}\s{0,20}$",
        ),
    ),
    (
        "language_en",
        "english|anglais",
        (
            r"\b(?:in english|english please)\b",
            rf"{_OPEN}(?:parle[rz]? |repondez |plutot )?en anglais{_PLEASE}{_CLOSE}",
            rf"{_OPEN}/?(?:(?:do you )?speak )?english{_CLOSE}",
        ),
    ),
    (
        "language_fr",
        "french|francais",
        (
            rf"{_OPEN}(?:in french|(?:repondez |plutot |ecrivez |parlez )?en francais){_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:je parle |/)?(?:francais|french){_CLOSE}",
        ),
    ),
    (
        "cancel",
        "annul|cancel|abandonne|stop tout|laisse|oublie|never|forget",
        (
            rf"{_OPEN}/?(?:annul(?:e[rsz]?|ee|ation|ons)|cancel|abandonne[rz]?){_BOT}{_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:non )?stop tout\b",
            r"\blaisse[rz]? tomber\b",
            r"\b(?:j'|on |nous )annul(?:e|ons)(?: tout)?\b",
            r"\btout annuler\b",
            rf"\boublie[rz]?(?: tout| ca)?{_CLOSE}",
            r"\bnever ?mind\b",
            r"\bforget it\b",
            r"\bannule[rz]? tout\b",
            r"\bj'ai dit d'annuler\b",
        ),
    ),
    (
        "back",
        "retour|precedent|back|arriere",
        (
            rf"{_OPEN}/?(?:retour|precedent|back|go back|en arriere){_PLEASE}{_CLOSE}",
            rf"{_OPEN}(?:revenir|retour(?:ner)?|revenons)(?: en arriere| a la question precedente)\b",
            r"\bquestion precedente\b",
        ),
    ),
    (
        "correct",
        "corri|correct|modifie|trompe",
        (
            rf"{_OPEN}(?:je (?:voudrais|veux|souhaite) |il faut )?"
            rf"(?:/?corrige[rz]?|/?correction|modifie[rz]?|a corriger|correct(?: it)?){_PLEASE}{_CLOSE}",
            rf"{_OPEN}je me suis trompee?{_CLOSE}",
        ),
    ),
    (
        "later",
        "plus tard|maintenant|instant|minute|attende|reviens|later|not now|hold on",
        (
            rf"{_OPEN}(?:(?:on verra |je (?:verrai|ferai) (?:ca )?)?plus tard|"
            r"pas maintenant|un instant|une minute|attende[zr]|je reviens|later|not now|hold on)\b",
        ),
    ),
    (
        "resume",
        "repren|continu|resume|go on",
        (
            rf"{_OPEN}/?(?:reprend(?:re|s)|reprenez|reprenons|(?:je )?continue[rz]?|continuons|resume|go on){_PLEASE}{_CLOSE}",
            rf"{_OPEN}on (?:continue|reprend)\b",
        ),
    ),
)
WISHES = tuple((wish, Marked("|".join(forms), marks)) for wish, marks, forms in _FORMS)
OF_AN_OFFER = Pattern(r"\bof[- ]?20\d\d|\b(?:mon|ma|notre|nos|mes|l'|une|cette) ?(?:offre|proposition|annonce)")
READ = 300  # characters: a move is said at once


def find_wish(text: Text) -> Wish | None:
    """The move that the message asks for; « STOP » is none (no more messages), nor is what speaks of an offer."""
    folded = text.folded[:READ].strip()
    for wish, pattern in WISHES:
        if pattern.search(folded) and (wish == "my_offers" or not OF_AN_OFFER.search(folded)):
            return wish
    return None
