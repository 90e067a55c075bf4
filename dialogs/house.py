"""What the desk knows of the place it stands in: territory, catalogue, gazetteer, answers, keys. Given once, frozen."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from config.catalogue import Catalogue
from config.faq import Answer
from config.settings import Settings
from config.territory import Territory
from core.agenda.own_days import as_said
from core.pool.matching import NeedIndex
from core.pool.needs import needs_as_stated
from core.post.tokens import Keyring
from core.territory.places import Gazetteer


@dataclass(frozen=True)
class House:
    """One pôle's counter, as configured. `key` signs mail tokens; what `former_keys` signed is still accepted."""

    territory: Territory
    catalogue: Catalogue
    gazetteer: Gazetteer
    faq: tuple[Answer, ...]
    settings: Settings
    key: bytes
    needs: NeedIndex
    former_keys: tuple[bytes, ...] = ()

    def as_said(self, session: Session) -> "House":
        """The house with what was said since its files were written: by coordinators of their days, by schools of their needs."""
        territory, needs = as_said(session, self.territory), needs_as_stated(session, self.needs)
        if needs is not self.needs:
            territory = replace(territory, needs=needs.needs)
        return self if territory is self.territory else replace(self, territory=territory, needs=needs)

    @property
    def ring(self) -> Keyring:
        """The keys of mail tokens, and how long these are good."""
        return Keyring(self.key, self.former_keys, self.settings.token_days)
