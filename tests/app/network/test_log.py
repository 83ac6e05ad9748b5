"""What one end saw, as entries."""

from __future__ import annotations

from app.network.log import Log
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Role

CLIENT, SERVER = Role.CLIENT, Role.SERVER


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def test_every_listener_hears_it_with_the_seconds_since_the_first():
    clock, recording, heard = Clock(), Recording(), []
    log = Log(clock, recording.append, heard.append)
    log.opened()
    clock.now += 0.25
    log.data(CLIENT, bytearray(b"abc"))
    log.data(SERVER, b"")
    clock.now += 1
    log.ended(SERVER, Kind.FIN)
    log.ended(SERVER, Kind.RST)
    log.ended(CLIENT, Kind.RST)
    expected = [
        Entry(0.0, CLIENT, Kind.SYN),
        Entry(0.25, CLIENT, Kind.DATA, b"abc", 3),
        Entry(1.25, SERVER, Kind.FIN),
        Entry(1.25, CLIENT, Kind.RST),
    ]
    assert heard == expected
    assert list(recording) == expected


def test_without_listeners_nothing_is_kept():
    def clock():
        raise AssertionError("nobody asks for the time")

    log = Log(clock)
    log.opened()
    log.data(CLIENT, b"abc")
    log.ended(CLIENT, Kind.FIN)
