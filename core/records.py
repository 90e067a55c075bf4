"""All records in one place: importing this module fills the metadata that migrations and tests need."""

from core.agenda.brought import Brought
from core.agenda.campaigns import Ask, Campaign
from core.agenda.chats import Chat
from core.agenda.own_days import OwnDays
from core.agenda.proposals import Proposal
from core.agenda.records import Action, Digest, DigestEntry, Due, Matter
from core.database import Base
from core.intake.records import Import, Origin
from core.people.link_codes import LinkCode, WrongCode
from core.people.members import Member
from core.people.records import Address, Contact, Organisation
from core.pool.holds import Hold
from core.pool.needs import NeedsStamp, StatedNeed
from core.pool.records import Number, Offer, OfferChange
from core.post.bookmarks import Bookmark
from core.post.bot_name import OwnName
from core.post.files import KeptFile
from core.post.inbox import Incoming
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.post.tokens import Secret

__all__ = [
    "Action",
    "Address",
    "Ask",
    "Base",
    "Bookmark",
    "Brought",
    "Campaign",
    "Chat",
    "Contact",
    "Digest",
    "DigestEntry",
    "Due",
    "Hold",
    "Import",
    "Incoming",
    "KeptFile",
    "LinkCode",
    "Matter",
    "Member",
    "NeedsStamp",
    "Number",
    "Offer",
    "OfferChange",
    "Organisation",
    "Origin",
    "Outgoing",
    "OwnDays",
    "OwnName",
    "Proposal",
    "Secret",
    "StatedNeed",
    "Thread",
    "WrongCode",
]
