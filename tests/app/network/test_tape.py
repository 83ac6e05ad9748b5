"""The tape: what is appended, and when everything that was written has been read."""

from __future__ import annotations

import asyncio

import pytest
from patience_support import PATIENCE

from app.network.tape import Tape
from protocol.recording import Kind, Recording
from protocol.vocabulary import Role

CLIENT, SERVER = Role.CLIENT, Role.SERVER


class Clock:
    """Counts seconds when it is told to."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tape(clock):
    return Tape(Recording(), clock)


def entries(tape):
    return [(entry.time, entry.who, entry.kind, entry.data or entry.size) for entry in tape.recording]


def test_time_is_counted_from_the_beginning(tape, clock):
    tape.opened()
    clock.now += 0.0000004
    tape.wrote(CLIENT, b"abc")
    clock.now += 1.5
    tape.read(SERVER, 3)
    tape.ended(SERVER, Kind.FIN)
    assert entries(tape) == [
        (0, CLIENT, Kind.SYN, 0),
        (0, CLIENT, Kind.DATA, b"abc"),
        (1.5, CLIENT, Kind.READ, 3),
        (1.5, SERVER, Kind.FIN, 0),
    ]


def test_what_was_written_is_under_way_until_it_is_read(tape):
    assert tape.is_settled()
    tape.wrote(CLIENT, b"abc")
    assert not tape.is_settled()
    assert tape.is_settled(SERVER)
    tape.read(SERVER, 2)
    assert not tape.is_settled(CLIENT)
    tape.read(SERVER, 1)
    assert tape.is_settled()


@pytest.mark.parametrize("kind", [Kind.FIN, Kind.RST])
def test_an_end_is_under_way_until_it_is_noticed(tape, kind):
    tape.ended(CLIENT, kind)
    assert not tape.is_settled(CLIENT)
    tape.read(SERVER, 0)
    assert tape.is_settled(CLIENT)


def test_an_end_counts_once(tape):
    for _ in range(2):
        tape.ended(CLIENT, Kind.FIN)
        tape.read(SERVER, 0)
    assert [entry.kind for entry in tape.recording] == [Kind.FIN, Kind.READ]


def test_a_reset_may_follow_a_fin_and_nothing_follows_a_reset(tape):
    for kind in (Kind.FIN, Kind.RST, Kind.RST, Kind.FIN):
        tape.ended(CLIENT, kind)
    assert [entry.kind for entry in tape.recording] == [Kind.FIN, Kind.RST]


def test_a_reset_takes_with_it_what_was_not_read(tape):
    tape.wrote(CLIENT, b"lost")
    tape.ended(CLIENT, Kind.RST)
    tape.read(SERVER, 0)
    assert tape.is_settled()


def test_who_sent_a_reset_reads_no_more(tape):
    tape.wrote(SERVER, b"too late")
    tape.ended(CLIENT, Kind.RST)
    assert tape.is_settled(SERVER)


def test_nobody_waits_for_what_a_cut_network_loses(tape):
    tape.cut(on=True)
    tape.wrote(CLIENT, b"lost")
    tape.ended(CLIENT, Kind.FIN)
    assert tape.is_settled()
    tape.cut(on=False)
    assert not tape.is_settled(CLIENT)  # TCP sends both again


def test_a_reset_that_the_network_lost_is_not_waited_for_until_its_peer_writes(tape):
    tape.cut(on=True)
    tape.ended(SERVER, Kind.RST)
    tape.cut(on=False)
    assert tape.is_settled()
    tape.wrote(CLIENT, b"anybody there?")
    assert not tape.is_settled(SERVER)  # a second reset answers
    tape.read(CLIENT, 0)
    assert tape.is_settled()


def test_a_cut_wakes_who_waits(tape):
    async def scenario():
        tape.wrote(CLIENT, b"ab")
        waiting = asyncio.create_task(tape.settled())
        await asyncio.sleep(0)
        assert not waiting.done()
        tape.cut(on=True)
        await asyncio.wait_for(waiting, PATIENCE)

    asyncio.run(scenario())


def test_waiting_ends_when_the_last_byte_is_read(tape):
    async def scenario():
        tape.wrote(CLIENT, b"ab")
        waiting = asyncio.create_task(tape.settled())
        for _ in range(2):
            await asyncio.sleep(0)
            assert not waiting.done()
            tape.read(SERVER, 1)
        await asyncio.wait_for(waiting, PATIENCE)

    asyncio.run(scenario())


def test_a_stopped_tape_records_nothing_and_keeps_nobody_waiting(tape):
    async def scenario():
        tape.wrote(CLIENT, b"never read")
        waiting = asyncio.create_task(tape.settled())
        await asyncio.sleep(0)
        tape.stop()
        await asyncio.wait_for(waiting, PATIENCE)
        tape.wrote(SERVER, b"after the end")

    asyncio.run(scenario())
    assert tape.recording.wire(SERVER) == b""
