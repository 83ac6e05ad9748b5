"""Recordings of a client whose frames are cut into segments of given sizes, for the tests of lanes and UTF-8."""

from __future__ import annotations

from app.drawing.marks import Label, Room, Scene
from app.figures.pen import Pen
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Opcode, Role
from tests.figures_support import PlainMeasure, PlainWords
from tests.wire_support import MASK, Wire

TEXT = "Tea 3 €, " + "bread and butter, " * 8
"""Its first fragment of 11 bytes ends behind the euro sign, a comma and a space."""


def frame(opcode: int, payload: bytes, *, fin: bool = True) -> bytes:
    """A masked frame of the client."""
    return encode_frame(opcode, payload, fin=fin, key=MASK)


def menu() -> bytes:
    """The story of the lesson: a fragment, a ping, a fragment with a 16-bit length, a last fragment."""
    payload = TEXT.encode()
    return (
        frame(Opcode.TEXT, payload[:11], fin=False)
        + frame(Opcode.PING, b"beat")
        + frame(Opcode.CONTINUATION, payload[11:141], fin=False)
        + frame(Opcode.CONTINUATION, payload[141:])
    )


def facts_of(raw: bytes, cuts: tuple[int, ...] = ()) -> Facts:
    """What is known of a client that writes these bytes in segments of these sizes and one with the rest."""
    wire = Wire().open()
    edges = [0, *cuts, len(raw) - sum(cuts)]
    at = 0
    for size in edges[1:]:
        wire.client.send_raw(raw[at : at + size])
        at += size
        wire.send(Role.CLIENT)
        while wire.deliver(Role.CLIENT):
            pass
        wire.send(Role.SERVER)
        while wire.deliver(Role.SERVER):
            pass
    return observe(wire.recording)


def story(*cuts: int) -> Facts:
    """The menu in segments of these sizes, by default those of the lesson."""
    return facts_of(menu(), cuts or (14, 16, 138))


def after(facts: Facts, fact_id: str) -> int:
    """The cursor at which this is the newest fact."""
    place = facts.place(fact_id)
    assert place is not None, fact_id
    return place + 1


def room(height: float = 772, top: float = 96) -> Room:
    """A room without Qt."""
    return Room(PlainMeasure(), PlainWords(), height, top=top)


def pen() -> Pen:
    """A pen in such a room."""
    return Pen(room())


def text_of(scene: Scene | Pen, mark_id: str) -> str:
    """The text of one label."""
    mark = next(mark for mark in scene.marks if mark.id == mark_id)
    assert isinstance(mark, Label), mark_id
    return mark.text


def texts(scene: Scene | Pen) -> list[str]:
    """All texts."""
    return [mark.text for mark in scene.marks if isinstance(mark, Label)]
