"""The root of every error that Guichet raises on purpose: leaves are facts, and their docstring is the log's message."""


class GuichetError(Exception):
    """Something went wrong."""

    def __init__(self, **facts: object) -> None:
        """`facts` fill the braces of the class's docstring, and the words for people of the same name."""
        self.facts = facts
        super().__init__((type(self).__doc__ or "").strip().format_map(facts))


class SettingsInvalid(GuichetError):
    """{where}: {reason}"""


class DataInvalid(GuichetError):
    """{file}:{line}: {reason}"""
