"""Employers who write: each known by a telephone number of its own, with an offer that is complete in one message."""

from dataclasses import dataclass
from datetime import date, timedelta

from guichet.clock import now_utc
from tests.guichet.running import letter

TRADES = ("Garage", "Carrosserie", "Atelier")
NAMES = """Alizé Bambou Corail Dodo Filao Goyave Hibiscus Jasmin Letchi Mangue Niaouli Orchidée Palmiste Ravinala Safran Tamarin
Vacoa Ylang Zamal Cardinal Papangue Tangue Vanille Bourbon Caféier Fournaise Grenadine Jacaranda Mascarin Pitaya""".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
# Where, in which bassin, and who gets the digest.
PLACES = (
    ("Saint-Pierre", "pole.sud@example.org"),
    ("Sainte-Marie", "pole.nord@example.org"),
    ("Saint-Benoît", "pole.est@example.org"),
    ("Le Port", "pole.ouest@example.org"),
)


@dataclass(frozen=True)
class Employer:
    """One employer with one offer; `soon`: it starts in less than a week, so that the pôle is told at once."""

    number: int
    soon: bool = False

    @property
    def name(self) -> str:
        """A name that no other employer has."""
        trade, name = divmod(self.number, len(NAMES))
        return f"{TRADES[trade % len(TRADES)]} {NAMES[name]}"

    @property
    def phone(self) -> str:
        """The number that the offer is known by, in E.164."""
        return f"+26269260{self.number:04}"

    @property
    def seats(self) -> int:
        """How many young people."""
        return 1 + self.number % 4

    @property
    def place(self) -> str:
        """The commune."""
        return PLACES[self.number % len(PLACES)][0]

    @property
    def coordinator(self) -> str:
        """The address of the coordinator who decides."""
        return PLACES[self.number % len(PLACES)][1]

    @property
    def email(self) -> str:
        """Where the employer writes from."""
        return f"accueil{self.number}@employeur.example"

    def message(self) -> str:
        """The offer in one line, as one writes it on a telephone."""
        young = "1 élève" if self.seats == 1 else f"{self.seats} élèves"
        start = now_utc().date() + timedelta(days=3 if self.soon else 75)
        dates = f"du {said(start)} au {said(start + timedelta(days=4))}"
        return f"{self.name} à {self.place} : {young} en CAP carrossier, {dates}. Dany Payet, {self._dialled()}"

    def letter(self) -> bytes:
        """The same as a letter, signed."""
        text = f"Bonjour,\n\n{self.message()}\n\nCordialement,\nDany Payet\n{self.name}\n{self._dialled()}\n"
        return letter(f"Dany Payet <{self.email}>", "Accueil de stagiaires", text, number=self.number)

    def _dialled(self) -> str:
        digits = f"0{self.phone[4:]}"
        return f"{digits[:4]} " + " ".join(digits[at : at + 2] for at in range(4, len(digits), 2))


def said(day: date) -> str:
    """A day in words, with its year."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
