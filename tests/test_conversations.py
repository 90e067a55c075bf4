"""Conversations are the manual: every transcript is replayed on the real desk, word for word."""

from pathlib import Path

import pytest

from tests.replay import replay

TRANSCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_is_written(transcript: Path, tmp_path: Path) -> None:
    written = transcript.read_text(encoding="utf-8")
    assert replay(written, tmp_path) == written


def test_there_are_conversations_on_both_channels() -> None:
    texts = [path.read_text(encoding="utf-8") for path in TRANSCRIPTS]
    assert len(texts) >= 10
    assert any("\n@ email" in text for text in texts) and any("\n@ telegram" in text for text in texts)
