"""The bot's name outlives the start that learnt it."""

from sqlalchemy import Engine

from core.database import transaction
from core.post.bot_name import bot_name, keep_bot_name


def test_the_last_name_that_telegram_gave_is_kept_and_an_empty_one_is_not(engine: Engine) -> None:
    with transaction(engine) as session:
        assert bot_name(session) is None
        keep_bot_name(session, "StagesReunionBot")
    with transaction(engine) as session:
        keep_bot_name(session, "")
        assert bot_name(session) == "StagesReunionBot"
        keep_bot_name(session, "StagesBot")
    with transaction(engine) as session:
        assert bot_name(session) == "StagesBot"
