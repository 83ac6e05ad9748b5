"""Frames are counted by sender and opcode."""

from __future__ import annotations

from lessons.model import Scenario
from lessons.values import Values
from protocol.observer import observe
from tests.wire_support import Wire


def test_frames_with_an_opcode() -> None:
    wire = Wire().open()
    wire.client.send_ping(b"")
    wire.client.send_ping(b"")
    wire.run()
    values = Values(observe(wire.recording), Scenario())
    assert (values["used.client.9"], values["used.client.a"], values["used.server.a"]) == ("2", "0", "2")
