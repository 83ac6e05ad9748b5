"""Facts with one frame in them, for the tests of the frame figures."""

from __future__ import annotations

from hypothesis import strategies as st

from app.drawing.marks import Label, Scene
from protocol.facts import Broke, Fact, FrameSent
from protocol.frames import Frame, FrameReader, encode_frame
from protocol.knowledge import Facts
from protocol.violations import frame_violations
from protocol.vocabulary import Role

KEY = bytes.fromhex("37fa213d")

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")
"""RFC 6455 section 5.7: a single-frame masked text message, “Hello”."""

PLAIN_HELLO = bytes.fromhex("810548656c6c6f")
"""RFC 6455 section 5.7: a single-frame unmasked text message, “Hello”."""


def read(raw: bytes) -> Frame:
    """The one frame in these bytes."""
    (frame,) = FrameReader().feed(raw)
    return frame


def facts_of(raw: bytes, sender: Role = Role.CLIENT) -> Facts:
    """A frame that was sent, and the rules that it breaks."""
    frame = read(raw)
    facts: list[Fact] = [FrameSent(f"{sender.value}.frame.0.sent", 2, 0, 0.0, sender, 0, frame)]
    facts += [
        Broke(f"{sender.value}.broken.{number}", 2, 0, 0.0, sender, each.rule, 0, each.start_bit, each.width)
        for number, each in enumerate(frame_violations(frame, sender))
    ]
    return Facts(facts)


def label(scene: Scene, mark_id: str) -> str:
    """The text of one label."""
    mark = scene.find(mark_id)
    assert isinstance(mark, Label), mark_id
    return mark.text


def texts(scene: Scene) -> list[str]:
    """All texts of a scene."""
    return [mark.text for mark in scene.marks if isinstance(mark, Label)]


PAYLOADS = st.one_of(st.binary(max_size=200), st.text(max_size=30).map(str.encode))


@st.composite
def frames(draw: st.DrawFn) -> bytes:
    """The bytes of any frame, right or wrong."""
    payload = draw(PAYLOADS)
    forms = [None, 16, 64] if len(payload) > 125 else [None, 7, 16, 64]
    return encode_frame(
        draw(st.integers(0, 15)),
        payload,
        fin=draw(st.booleans()),
        rsv=draw(st.integers(0, 7)),
        key=draw(st.sampled_from([None, KEY])),
        length_form=draw(st.sampled_from(forms)),
    )
