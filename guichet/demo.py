"""`guichet demo`: the whole story on a throw-away database, through the real code; only the last wire is a printer."""

import asyncio
import logging
import tempfile
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from config.settings import load_settings
from core.database import transaction
from core.pool.search import Wanted, search_offers
from core.post.inbound import Arrival
from core.post.inbox import record
from dialogs.pole.rounds import make_rounds
from dialogs.wording.describe import describe
from dialogs.wording.words import words_in
from guichet.chat import Chat, converse
from guichet.clerk import Clerk
from guichet.courier import Courier
from guichet.opening import Premises, open_premises
from guichet.printers import LetterPrinter, MessagePrinter, letter_arrival, update_arrival
from mail.accounts import MailIdentity

BAKER, COORDINATOR = 7001, "pole.ouest@example.org"
WIDTH = 100
ORDERS = "1 ok, merci !\n2 demander : quels sont les horaires du chantier ?"


class Theatre:
    """The house of the story: its clock, its channels with printers at the end, and the page on which it is told."""

    def __init__(self, premises: Premises, out: TextIO):
        self.premises, self.out, self.now = premises, out, datetime(2026, 11, 24, 1, 4, tzinfo=UTC)
        self.clerk, self.number = Clerk(), 0
        identity = MailIdentity("stages@example.org", premises.house.territory.public_name)
        self.messages, self.letters = MessagePrinter(out), LetterPrinter(out, identity, lambda: self.now)
        self.couriers = [
            Courier(name, carrier, self.clerk, premises=premises, now=lambda: self.now)
            for name, carrier in (("telegram", self.messages), ("email", self.letters))
        ]

    def tell(self, text: str) -> None:
        """A line of the story-teller."""
        print("\n" + textwrap.fill(text, WIDTH, initial_indent="  · ", subsequent_indent="    "), file=self.out)

    def at(self, moment: str) -> None:
        """The clock of the story moves; what is due by then is done."""
        self.now = datetime.fromisoformat(moment).astimezone(UTC)

    async def telegram(self, text: str) -> None:
        """The baker writes, or presses the button of this label: a real update, as bytes."""
        self.number += 1
        print(f"\n    Jean-Marc > {text}", file=self.out)
        await self._hear(update_arrival(self.number, BAKER, text, self.messages.buttons, self.now))

    async def email(self, sender: str, subject: str, text: str, *, reply_to: str | None = None) -> None:
        """Somebody sends a letter: real bytes, with the headers of an answer when it answers one of ours."""
        self.number += 1
        print("\n" + textwrap.indent(f"{sender}\nObjet : {subject}\n\n{text}", "    > "), file=self.out)
        answered = self.letters.last.get(reply_to or "")
        await self._hear(letter_arrival(self.number, sender, subject, text, answered=answered, now=self.now))

    async def _hear(self, arrival: Arrival) -> None:
        def keep() -> None:
            with transaction(self.premises.engine) as session:
                record(session, [arrival], self.now)

        await self.clerk.do(keep)
        while await self.clerk.do(self.premises.desk.work, self.now):
            pass
        await self.deliver()

    async def deliver(self) -> None:
        """The couriers carry what is due."""
        while sum([await courier.deliver() for courier in self.couriers]):
            pass

    async def rounds(self) -> None:
        """What is due by the clock is done."""

        def go() -> None:
            with transaction(self.premises.engine) as session:
                make_rounds(session, self.premises.house, self.now)

        await self.clerk.do(go)
        await self.deliver()


async def play(theatre: Theatre) -> None:
    """The story, act by act."""
    theatre.tell("Mardi 24 novembre 2026, 5 h 04, Saint-Leu. Un boulanger écrit au pôle de stages sur Telegram, à sa façon.")
    for text in (
        "slt jpren 1 3eme la sem du 7 dec boulangerie st leu",
        "le fournil du ti jour. jean-marc",
        "c payé ?",
        "0692 00 00 27 apres 11h",
        "oui mais pas le lundi on est fermé",
        "Oui",
    ):
        await theatre.telegram(text)
        theatre.now += timedelta(minutes=1)
    theatre.tell(
        "Le même matin, un électricien du Port écrit un courriel. Il manque une précision : elle est demandée par retour."
    )
    theatre.at("2026-11-24T09:10:00+04:00")
    sender = "M. Grondin <contact@elec-austral.example>"
    await theatre.email(
        sender,
        "Proposition de stages",
        "Bonjour,\nnous prenons 2 élèves de bac pro MELEC au Port.\nCordialement,\nM. Grondin\nÉlec Austral, 0692 00 00 13",
    )
    theatre.at("2026-11-24T09:40:00+04:00")
    await theatre.email(sender, "Re: Proposition de stages", "du 1er au 19 février", reply_to="contact@elec-austral.example")
    theatre.tell("Mercredi, 7 h 30. La coordinatrice du pôle Ouest reçoit son point du jour, par courriel.")
    theatre.at("2026-11-25T07:30:00+04:00")
    await theatre.rounds()
    theatre.tell("Elle y répond dans ses mots, une ligne par numéro.")
    theatre.at("2026-11-25T07:52:00+04:00")
    await theatre.email(f"Mme EXEMPLE-OUEST <{COORDINATOR}>", "Re: votre point du jour", ORDERS, reply_to=COORDINATOR)
    theatre.tell("Trente minutes plus tard (le temps d’« annuler »), les employeurs l’apprennent, chacun là où il avait écrit.")
    theatre.at("2026-11-25T08:25:00+04:00")
    await theatre.rounds()


def pool(premises: Premises, out: TextIO) -> None:
    """The pool at the end of the story."""
    words = words_in("fr")
    with transaction(premises.engine) as session:
        for offer in search_offers(session, Wanted()):
            status = words.line(f"status-{offer.status}")
            said = describe(offer.draft, premises.house.catalogue, words)
            line = f"{offer.reference} : {offer.organisation.name}, {said} ({status})"
            print(textwrap.fill(line, WIDTH, initial_indent="    ", subsequent_indent="      "), file=out)


def tell_story(lines: TextIO, out: TextIO) -> int:
    """Tell the whole story; then, on a terminal, the visitor may chat. Status 0 when it was told to its end."""
    logging.getLogger("guichet").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="guichet-demo-") as folder:
        given = {"GUICHET_DATABASE_URL": f"sqlite:///{folder}/demo.db", "GUICHET_MAIL_ADDRESS": "stages@example.org"}
        premises = open_premises(load_settings(given, Path(folder)))
        theatre = Theatre(premises, out)
        theatre.tell(
            "Ceci est le vrai programme, sur une base jetable et le territoire d’exemple (La Réunion, noms fictifs). "
            "Mises à jour Telegram et lettres sont lues, comprises, enregistrées et envoyées par le vrai code ; "
            "seul le dernier fil, vers Telegram et vers le serveur de courriel, est remplacé par cet écran."
        )
        asyncio.run(play(theatre))
        theatre.tell("Le pool, à la fin :")
        pool(premises, out)
        if lines.isatty():
            theatre.tell("À vous : vous êtes un employeur. Proposez un stage, posez une question…")
            converse(Chat(premises, "visiteur", None, None), iter(lines), out)
        theatre.clerk.close()
        premises.close()
    return 0
