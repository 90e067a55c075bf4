"""A letter that passes on somebody else's: where the comment says little, what is passed on is read, as a proposal to confirm."""

from dataclasses import replace

from core.post.inbound import Forwarded, Inbound
from dialogs.talk.hesitation import SURE
from dialogs.talk.offering import says_something
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Heard, Setting

LITTLE = 60  # words: a longer comment speaks for itself
WITHOUT_PURPOSE = ("smalltalk", "unrelated", "offer", "auto_reply", "refusal", "candidate", "event", "question")


def read_passed_on(inbound: Inbound, comment: Heard, setting: Setting) -> Heard:
    """What the letter means with what it forwards; the comment alone when that says enough, or when nothing is forwarded."""
    if inbound.forwarded is None or not _says_little(inbound.text, comment):
        return comment
    read = understand(inbound.forwarded.text, _as_its_author(setting, inbound.forwarded))
    author = inbound.forwarded.name or inbound.forwarded.email or ""
    if read.intent == "offer" and says_something(read) and author:
        # Whoever passes it on is who we talk with: the other person has not spoken to us, so their number is not taken.
        read = replace(read, contact=comment.contact, organisation=read.organisation or comment.organisation)
        return replace(read, language=comment.language, intent_confidence=1.0, assent=None, wish=None, passed_on=author)
    # A stranger's words decide nothing, but a person who passes them on wants something: they are asked what.
    return replace(comment, intent="unrelated", intent_confidence=0.0, readings=())


def _says_little(text: str, comment: Heard) -> bool:
    purposeless = comment.intent in WITHOUT_PURPOSE or comment.intent_confidence < SURE
    own = says_something(replace(comment, organisation=None, contact=None))
    return purposeless and not own and not comment.references and len(text.split()) <= LITTLE


def _as_its_author(setting: Setting, forwarded: Forwarded) -> Setting:
    return replace(setting, sender_name=forwarded.name, sender_email=forwarded.email, subject=forwarded.subject, asking=None)
