"""On a relay that misbehaves: cut, silent, busy, slow for one provider. Nothing is lost, and nobody waits for another."""

import asyncio
import email
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from config.settings import load_settings
from core.database import transaction
from core.post.outbox import Message, Outgoing, post
from core.post.parcel import Block, NotYet, Parcel, TryLater
from guichet.clerk import Clerk
from guichet.courier import Courier
from guichet.opening import Premises, open_premises
from mail.accounts import MailIdentity, SmtpAccount
from mail.leaving.send import Postman
from tests.builders import NOW
from tests.mail.builders import OWN
from tests.mail.relay import CUT, HOLD, HOST, Relay

US = MailIdentity(OWN, "Pôle de stages Ouest")
WHO, OTHER = "a@slow.example", "b@quick.example"


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    async with Relay() as one:
        yield one


@pytest.fixture
async def postman(relay: Relay) -> AsyncIterator[Postman]:
    one = a_postman(relay)
    yield one
    await one.close()


def a_postman(relay: Relay, **more: object) -> Postman:
    return Postman(replace(SmtpAccount(HOST, relay.port, security="none", timeout=2), **more), US)


def a_parcel(number: int = 1, address: str = WHO) -> Parcel:
    return Parcel(number, "email", address, (Block("Bonjour."),), subject="Essai")


def message_ids(relay: Relay) -> list[str]:
    return [email.message_from_bytes(letter)["Message-ID"] for _, letter in relay.taken]


async def test_a_cut_after_the_final_dot_is_repeated_under_the_same_message_id(relay: Relay, postman: Postman) -> None:
    relay.data[WHO] = [CUT]
    with pytest.raises(TryLater):
        await postman.send(a_parcel())
    await postman.send(a_parcel())
    assert len(relay.taken) == 2 and len(set(message_ids(relay))) == 1


async def test_silence_after_the_final_dot_means_later_under_the_same_message_id(relay: Relay) -> None:
    postman = a_postman(relay, last_word=0.2)
    relay.data[WHO] = [HOLD]
    with pytest.raises(TryLater):
        await postman.send(a_parcel())
    relay.gate.set()
    await postman.send(a_parcel())
    assert len(set(message_ids(relay))) == 1
    await postman.close()


async def test_a_relay_that_takes_leave_of_a_kept_connection_delays_nothing(relay: Relay, postman: Postman) -> None:
    await postman.send(a_parcel(1))
    relay.mail.append("421 4.4.2 idle for too long")
    await postman.send(a_parcel(2))
    assert (relay.addresses(), relay.connections) == ([WHO, WHO], 2)


async def test_a_restart_of_the_relay_delays_nothing(relay: Relay, postman: Postman) -> None:
    await postman.send(a_parcel(1))
    relay.cut()
    await postman.send(a_parcel(2))
    assert len(relay.taken) == 2


@pytest.mark.parametrize("answer", ["421 4.7.0 OFR004_104 too many connections", "450 4.7.1 rate limit", "421 try later"])
async def test_a_provider_that_complains_is_left_in_peace_and_others_are_served(
    relay: Relay, postman: Postman, answer: str
) -> None:
    relay.rcpt[WHO] = [answer]
    with pytest.raises(TryLater) as told:
        await postman.send(a_parcel(1))
    assert told.value.after == 60
    with pytest.raises(NotYet):
        await postman.send(a_parcel(2, "c@slow.example"))
    await postman.send(a_parcel(3, OTHER))
    assert relay.addresses() == [OTHER]


@pytest.mark.parametrize("answer", ["451 4.3.0 busy", "450 4.7.1 Greylisted, come back", "452 4.2.2 mailbox full"])
async def test_what_concerns_one_letter_slows_nobody(relay: Relay, postman: Postman, answer: str) -> None:
    relay.rcpt[WHO] = [answer]
    with pytest.raises(TryLater):
        await postman.send(a_parcel(1))
    await postman.send(a_parcel(2, "c@slow.example"))


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    return open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}"}, tmp_path))


def post_letters(premises: Premises, *addresses: str) -> None:
    with transaction(premises.engine) as session:
        for number, address in enumerate(addresses):
            post(session, Message(f"{address}:{number}", "email", address, (Block(f"Lettre {number}"),)), NOW)


def statuses(premises: Premises) -> list[tuple[str, str, int]]:
    with transaction(premises.engine) as session:
        return [(row.address, row.status, row.attempts) for row in session.scalars(select(Outgoing).order_by(Outgoing.id))]


async def test_while_one_provider_is_silent_the_others_get_their_letters(
    premises: Premises, relay: Relay, postman: Postman
) -> None:
    slow = [f"{name}@slow.example" for name in "abcde"]
    relay.rcpt |= dict.fromkeys(slow, HOLD)
    post_letters(premises, *slow, "a@quick.example", "b@quick.example", "c@other.example")
    clerk = Clerk()
    courier = Courier("email", postman, clerk, premises=premises, now=lambda: NOW)
    assert await courier.deliver() == 8
    assert sorted(relay.addresses()) == ["a@quick.example", "b@quick.example", "c@other.example"]
    post_letters(premises, "d@later.example")
    await courier.deliver()
    assert relay.addresses()[-1] == "d@later.example"
    relay.gate.set()
    while await courier.deliver():
        pass
    assert {status for _, status, _ in statuses(premises)} == {"sent"}
    clerk.close()


async def test_letters_to_one_address_arrive_in_their_order(premises: Premises, relay: Relay, postman: Postman) -> None:
    post_letters(premises, *[WHO, OTHER, WHO, OTHER, WHO])
    clerk = Clerk()
    courier = Courier("email", postman, clerk, premises=premises, now=lambda: NOW)
    while await courier.deliver():
        pass
    texts = [letter.decode() for address, letter in relay.taken if address == WHO]
    assert [next(n for n in "024" if f"Lettre {n}" in text) for text in texts] == ["0", "2", "4"]
    clerk.close()


async def test_a_letter_that_waits_for_its_turn_has_not_been_tried(premises: Premises, relay: Relay) -> None:
    postman = a_postman(relay, per_domain=6)  # one, then one in ten seconds
    post_letters(premises, WHO, "c@slow.example", OTHER)
    clerk = Clerk()
    courier = Courier("email", postman, clerk, premises=premises, now=lambda: NOW)
    await courier.deliver()
    assert statuses(premises) == [(WHO, "sent", 0), ("c@slow.example", "waiting", 0), (OTHER, "sent", 0)]
    assert await courier.deliver() == 0
    assert courier.paced_until is not None and courier.paced_until > NOW
    clerk.close()
    await postman.close()


async def test_what_is_under_way_when_we_are_told_to_stop_is_left_for_the_next_start(premises: Premises, relay: Relay) -> None:
    postman = a_postman(relay)
    relay.rcpt[WHO] = HOLD
    post_letters(premises, WHO)
    clerk = Clerk()
    courier = Courier("email", postman, clerk, premises=premises, now=lambda: NOW)
    await courier.deliver()
    await courier.finish(0.05)
    assert statuses(premises) == [(WHO, "waiting", 0)]
    clerk.close()
    await postman.close()
    await asyncio.sleep(0)


@pytest.mark.parametrize("where", ["mail", "rcpt", "data"])
async def test_a_relay_that_refuses_signed_senders_gets_our_plain_address_at_once(relay: Relay, where: str) -> None:
    answer = "553 5.7.1 <stages+b7@pole.example>: Sender address rejected: not owned by user stages"
    if where == "mail":
        relay.mail = [answer]
    else:
        getattr(relay, where)[OTHER] = [answer]
    postman = Postman(SmtpAccount(HOST, relay.port, security="none"), replace(US, key=b"key"))
    for number in (7, 8):
        await postman.send(Parcel(number, "email", OTHER, (Block("Bonjour"),)))
    await postman.close()
    assert (len(relay.taken), relay.senders[-2:]) == (2, [OWN, OWN])
