"""The house: a server says Close to everyone before anyone answers, and everyone is told the same."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from app.network.plays.house import run
from lessons.model import Scenario
from lessons.plays.house import HouseSetup
from protocol.chorus import Chorus, observe_played
from protocol.closing import read_close
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Opcode, Role, State

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
SCENARIO = Scenario(seed=5, key=KEY, masks=(bytes.fromhex("37fa213d"),), play="house")


def play(**setup: object) -> Chorus:
    facts = observe_played(asyncio.run(run(replace(SCENARIO, house=HouseSetup(**setup)))))  # type: ignore[arg-type]
    assert isinstance(facts, Chorus)
    return facts


@pytest.fixture(scope="module")
def house() -> Chorus:
    return play()


def closes(facts: Chorus, name: str, role: Role) -> list[int | None]:
    frames = [fact.frame for fact in facts.whole(name).of(FrameSent) if fact.who is role]
    return [read_close(frame.payload).code for frame in frames if frame.opcode == Opcode.CLOSE]


def test_everyone_is_told_1001_and_the_end_is_clean(house: Chorus) -> None:
    assert house.names == ("ada", "ben", "cleo")
    for name in house.names:
        assert closes(house, name, Role.SERVER) == closes(house, name, Role.CLIENT) == [1001]
        told = [fact.told for fact in house.whole(name).of(Told)]
        assert [(int(one.code), one.clean) for one in told] == [(1001, True)] * 2
        assert all(house.whole(name).state(role) is State.CLOSED for role in Role)


def test_the_server_has_written_to_all_before_the_first_has_read(house: Chorus) -> None:
    wrote = [house.place(f"{name}/server.frame.1.sent") for name in house.names]
    read = [house.place(f"{name}/server.frame.1.arrived") for name in house.names]
    moment = house.place("moment.goes-home.0")
    assert all(place is not None for place in (*wrote, *read, moment))
    assert [moment, *wrote, *read] == sorted([moment, *wrote, *read])  # type: ignore[type-var]


def test_the_moment_says_to_how_many(house: Chorus) -> None:
    (happened,) = house.moments
    assert dict(happened.moment.values) == {"clients": 3, "code": 1001}


def test_the_main_connection_has_the_keys_that_the_scenario_names(house: Chorus) -> None:
    request = house.get("request.sent")
    assert request is not None
    assert request.head.get("Sec-WebSocket-Key") == KEY  # type: ignore[attr-defined]
    assert house.whole().frame(Role.CLIENT, 0).key == bytes.fromhex("37fa213d")


def test_the_same_seed_gives_the_same_bytes_in_the_same_order() -> None:
    first, second = play(), play()
    assert list(first.ids()) == list(second.ids())
    for name in first.names:
        for role in Role:
            assert first.recordings[name].wire(role) == second.recordings[name].wire(role)


def test_code_reason_and_guests_can_be_set() -> None:
    facts = play(clients=("one", "two"), text="", code=1012, reason="update")
    assert facts.names == ("one", "two")
    assert closes(facts, "two", Role.SERVER) == [1012]
    told = facts.get("two/client.told")
    assert isinstance(told, Told)
    assert (told.told.code, told.told.reason) == (1012, "update")
    assert "one/client.message.0" not in facts
