"""The servers that the mail tests run against, each started once."""

from collections.abc import Iterator

import pytest

from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack, PostfixStack


@pytest.fixture(scope="session")
def pymap() -> Iterator[PymapStack]:
    with PymapStack("stages", "autre") as stack:
        yield stack


@pytest.fixture(scope="session")
def dovecot() -> Iterator[DovecotStack]:
    with DovecotStack() as stack:
        yield stack


@pytest.fixture(scope="session")
def postfix(dovecot: DovecotStack) -> Iterator[PostfixStack]:
    with PostfixStack(dovecot) as stack:
        yield stack


@pytest.fixture(params=["pymap", "dovecot"])
def imap(request: pytest.FixtureRequest) -> PymapStack | DovecotStack:
    return request.getfixturevalue(request.param)
