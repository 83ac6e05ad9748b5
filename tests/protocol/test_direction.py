"""A direction begins with nothing sent and nothing arrived, and reads what its own sender writes."""

import pytest
from wire_support import MASK

from protocol.direction import Direction
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode, Role

HEADS = {
    Role.CLIENT: b"GET / HTTP/1.1\r\n\r\n",
    Role.SERVER: b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
}


@pytest.mark.parametrize("sender", Role)
def test_what_is_sent_and_what_arrives_are_the_same_frames(sender):
    way = Direction(sender, Facts())
    assert (way.sent, way.arrived, way.fed, way.frames, way.waits) == (0, 0, 0, 0, False)
    frame = encode_frame(Opcode.TEXT, b"Hello", key=MASK if sender is Role.CLIENT else None)
    data = HEADS[sender] + frame
    (cut,) = way.written.feed(data)
    way.stream.feed(data)
    assert way.stream.next().head == way.written.head
    assert [message.text for message in way.stream.next().messages] == ["Hello"]
    assert data[cut.start : cut.stop] == frame
    assert way.stream.frames == 1
