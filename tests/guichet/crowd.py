"""Employers who do not know that the process is killed: each says what they have to say once, and waits as long as it takes."""

from collections import Counter
from dataclasses import dataclass, field

from tests.guichet.employers import Employer
from tests.guichet.running import words_of
from tests.guichet.town import Town

QUESTION, RECEIPT = "C’est bien cela", "C’est enregistré"


@dataclass
class Crowd:
    """Everybody who has begun to write; `confirmed`: those on Telegram who have said yes."""

    town: Town
    on_telegram: list[Employer] = field(default_factory=list)
    by_mail: list[Employer] = field(default_factory=list)
    confirmed: set[int] = field(default_factory=set)

    @property
    def everybody(self) -> list[Employer]:
        """All of them."""
        return self.on_telegram + self.by_mail

    @property
    def messages(self) -> int:
        """How many messages and letters they have sent."""
        return len(self.on_telegram) + len(self.confirmed) + len(self.by_mail)

    def join(self, channel: str, *, soon: bool = False) -> Employer:
        """One more employer writes."""
        employer = Employer(len(self.everybody), soon)
        if channel == "telegram":
            self.on_telegram.append(employer)
            self.town.person(employer).send(employer.message())
        else:
            self.by_mail.append(employer)
            self.town.write(employer)
        return employer

    def go_on(self) -> None:
        """Those who read the question answer it, once: by the button or in words."""
        for employer in self.on_telegram:
            if employer.number not in self.confirmed and self._has_read(employer, QUESTION):
                self.confirmed.add(employer.number)
                person = self.town.person(employer)
                person.press("Oui") if employer.number % 2 else person.send("oui")

    def content(self) -> bool:
        """Whether everybody has their receipt."""
        letters = (any(RECEIPT in words_of(one) for one in self.town.mail.letters(each.email)) for each in self.by_mail)
        return all(self._has_read(each, RECEIPT) for each in self.on_telegram) and all(letters)

    def repeats(self) -> int:
        """How many messages people have read more often than once."""
        read = [Counter(self.town.person(each).texts()) for each in self.on_telegram]
        addresses = {each.email for each in self.by_mail} | {each.coordinator for each in self.everybody}
        read += [Counter(str(one["Message-ID"]) for one in self.town.mail.letters(address)) for address in addresses]
        return sum(times - 1 for count in read for times in count.values())

    def _has_read(self, employer: Employer, words: str) -> bool:
        return any(words in text for text in self.town.person(employer).texts())
