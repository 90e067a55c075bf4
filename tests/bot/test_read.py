"""What each kind of update is read as; and that none whatsoever raises."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read import LONGEST, read_update
from core.post.inbound import Inbound

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "Payet", "language_code": "fr"}
CHAT = {"id": 7, "type": "private"}


def read(**update: object) -> Inbound:
    return read_update({"update_id": 1000, **update}, NOW)


def said(**content: object) -> Inbound:
    return read(message={"message_id": 3, "from": ANNA, "chat": CHAT, **content})


def pressed(**query: object) -> Inbound:
    return read(callback_query={"id": "99", "from": ANNA, "message": {"message_id": 3, "chat": CHAT}, "data": "oui", **query})


def membership(status: str, **change: object) -> Inbound:
    return read(my_chat_member={"from": ANNA, "chat": CHAT, "new_chat_member": {"status": status}, **change})


def test_a_text_says_who_wrote_where_and_what() -> None:
    heard = said(text=" deux stages de 3e ")
    assert heard == Inbound(
        "telegram", "1000", "7", NOW, text="deux stages de 3e", name="Anna Payet", language="fr", message_id="3"
    )


def test_a_message_is_dated_by_telegram_when_the_bot_was_down() -> None:
    assert said(text="demain", date=int(NOW.timestamp()) - 7200).received == NOW - timedelta(hours=2)


@pytest.mark.parametrize("seconds", [-3 * 86400, 60, -int(NOW.timestamp())])
def test_a_date_that_cannot_be_is_not_believed(seconds: int) -> None:
    assert said(text="x", date=int(NOW.timestamp()) + seconds).received == NOW


def test_the_payload_of_a_start_link_stays_in_the_text() -> None:
    assert said(text="/start t0k-EN_1").text == "/start t0k-EN_1"


def test_a_command_addressed_to_the_bot_loses_the_address() -> None:
    assert said(text="/aide@guichet_bot merci").text == "/aide merci"


def test_an_edited_text_corrects() -> None:
    heard = read(edited_message={"message_id": 3, "from": ANNA, "chat": CHAT, "text": "trois"})
    assert (heard.kind, heard.text, heard.message_id) == ("edited", "trois", "3")


def test_an_edit_without_words_is_refused() -> None:
    moved = {"message_id": 3, "from": ANNA, "chat": CHAT, "location": {"latitude": -21, "longitude": 55.3}}
    assert read(edited_message=moved).kind == "refused"


def test_a_press_keeps_the_query_and_the_message_it_was_under() -> None:
    heard = pressed()
    assert (heard.kind, heard.press, heard.reply_handle, heard.message_id, heard.address) == ("press", "oui", "99", "3", "7")


def test_a_press_under_a_message_no_longer_known_is_heard() -> None:
    heard = read(callback_query={"id": "99", "from": ANNA, "data": "oui"})
    assert (heard.kind, heard.address, heard.message_id) == ("press", "7", None)


@pytest.mark.parametrize("number", ["33692000027", "+33 692 00 00 27", "+33-692-00.00.27"])
def test_ones_own_contact_gives_a_phone_in_e164(number: str) -> None:
    heard = said(contact={"phone_number": number, "first_name": "Anna", "user_id": 7})
    assert (heard.kind, heard.phone, heard.text) == ("contact", "+33692000027", "")


@pytest.mark.parametrize("owner", [{"user_id": 8}, {}])
def test_the_contact_of_somebody_else_is_a_card_never_ones_own(owner: dict[str, int]) -> None:
    heard = said(contact={"phone_number": "33692000027", "first_name": "Jean", "last_name": "Hoarau", **owner})
    assert (heard.kind, heard.reason, heard.phone, heard.text) == ("contact", "card", "+33692000027", "Jean Hoarau")


def test_a_number_that_is_not_international_is_only_words() -> None:
    heard = said(contact={"phone_number": "0692000027", "first_name": "Anna", "user_id": 7})
    assert (heard.kind, heard.phone, heard.text) == ("message", None, "Anna 0692000027")


def test_a_location_gives_degrees() -> None:
    heard = said(location={"latitude": -21.0096, "longitude": 55.2707})
    assert (heard.kind, heard.latitude, heard.longitude) == ("location", -21.0096, 55.2707)


def test_a_venue_gives_its_name_too() -> None:
    heard = said(location={"latitude": -21, "longitude": 55}, venue={"title": "Le Fournil", "address": "Saint-Leu"})
    assert (heard.kind, heard.text) == ("location", "Le Fournil, Saint-Leu")


def test_a_location_off_the_earth_is_refused() -> None:
    assert said(location={"latitude": 91, "longitude": 55}).kind == "refused"


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document", "sticker", "audio", "poll"])
def test_a_media_is_heard_with_its_kind_and_caption(kind: str) -> None:
    heard = said(**{kind: {"file_id": "f"}}, caption="notre plaquette")
    assert (heard.kind, heard.reason, heard.text) == ("media", kind, "notre plaquette")


def test_a_document_is_named_and_measured() -> None:
    [file] = said(document={"file_id": "f", "file_name": "a.pdf", "mime_type": "application/pdf", "file_size": 9}).attachments
    assert (file.name, file.type, file.size) == ("a.pdf", "application/pdf", 9)


@pytest.mark.parametrize(("status", "kind"), [("kicked", "blocked"), ("member", "unblocked"), ("administrator", "refused")])
def test_blocking_the_bot_is_heard(status: str, kind: str) -> None:
    assert membership(status).kind == kind


@pytest.mark.parametrize(("type", "reason"), [("group", "group"), ("supergroup", "group"), ("channel", "channel")])
def test_a_chat_of_several_is_refused(type: str, reason: str) -> None:
    chat = {"id": -100, "type": type}
    message = {"message_id": 3, "from": ANNA, "chat": chat}
    heard = [said(text="x", chat=chat), pressed(message=message), membership("member", chat=chat), read(edited_message=message)]
    assert {(it.kind, it.reason, it.address) for it in heard} == {("refused", reason, "-100")}


def test_a_channel_post_is_refused() -> None:
    assert read(channel_post={"message_id": 3, "chat": {"id": -100, "type": "channel"}, "text": "x"}).reason == "channel"


@pytest.mark.parametrize(("status", "reason"), [("administrator", "group"), ("left", "membership"), ("kicked", "membership")])
def test_only_a_group_where_the_bot_may_speak_is_told_so(status: str, reason: str) -> None:
    assert membership(status, chat={"id": -100, "type": "group"}).reason == reason


def test_pictures_sent_together_bear_the_same_album() -> None:
    assert said(photo=[{"file_id": "f"}], media_group_id="130").album == "130"


def test_another_bot_is_refused() -> None:
    heard = said(text="x", **{"from": ANNA | {"is_bot": True}})
    assert (heard.kind, heard.reason) == ("refused", "bot")


@pytest.mark.parametrize("content", [{"pinned_message": {}}, {"new_chat_title": "x"}, {}])
def test_a_service_message_is_refused(content: dict[str, object]) -> None:
    assert said(**content).reason == "service message"


def test_an_update_of_an_unknown_kind_is_refused_and_keeps_its_key() -> None:
    heard = read(tomorrows_novelty={"id": 1})
    assert (heard.kind, heard.reason, heard.key) == ("refused", "unknown update", "1000")


@pytest.mark.parametrize("message", [1, [], {"chat": 1}, {"chat": {}}, {"chat": {"id": "x"}}, {"chat": CHAT, "contact": 3}])
def test_what_cannot_be_read_is_refused(message: object) -> None:
    assert read(message=message or [1]).reason == "unreadable"


def test_an_update_without_id_has_a_stable_key_of_its_own() -> None:
    keys = [read_update({"message": number}, NOW).key for number in (1, 1, 2)]
    assert keys[0] == keys[1] != keys[2]


def test_a_text_is_bounded_and_free_of_what_no_database_takes() -> None:
    assert len(said(text="x" * 10 * LONGEST).text) == LONGEST
    assert said(text="a\x00b\ud83dc\nd 👍").text == "abc\nd 👍"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
)
FIELDS = st.sampled_from(["message_id", "from", "chat", "date", "text", "caption", "contact", "location", "photo", "data", "id"])
BODY = JSON | st.dictionaries(FIELDS, JSON, max_size=6).map(lambda body: {"chat": CHAT, "from": ANNA} | body)
KINDS = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "channel_post", "other"])


@given(st.dictionaries(KINDS, BODY, max_size=2), JSON)
def test_no_update_whatsoever_raises(update: dict[str, object], number: object) -> None:
    heard = read_update({"update_id": number, **update}, NOW)
    assert heard.key and len(heard.text) <= LONGEST
