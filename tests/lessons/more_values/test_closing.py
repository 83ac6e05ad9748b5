"""Values about how connections end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.model import ClientSetup, Scenario, ServerSetup
from lessons.values import Values, is_known
from protocol.knowledge import Facts
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role
from tests.conversations import chat, close

SCENARIO = Scenario(server=ServerSetup(closing=2.5, limit=4), client=ClientSetup(closing=10))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("house.clients", "3"),
        ("house.names", "ada, ben, cleo"),
        ("house.first", "ada"),
        ("client.closing", "10"),
        ("server.closing", "2.5"),
        ("server.limit", "4"),
    ],
)
def test_values_of_the_scenario(name: str, value: str) -> None:
    assert is_known(name)
    assert Values(Facts(), SCENARIO)[name] == value


def test_a_server_without_a_limit_of_its_own_has_that_of_all() -> None:
    assert Values(Facts(), replace(SCENARIO, server=ServerSetup()))["server.limit"] == str(MESSAGE_LIMIT)


def test_characters_are_counted_and_not_bytes() -> None:
    values = Values(close(chat(), Role.CLIENT, 1000, "正常关闭"), SCENARIO)
    assert values["client.1.reason_characters"] == "4"
    assert values["client.1.reason_size"] == "12"
