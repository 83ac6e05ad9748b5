"""RFC 6455 section 8.1: text that is not UTF-8 fails the connection, and at the very byte that no text can have there.

The oracle is the table of the Unicode Standard, read byte by byte over the whole message; the endpoint gets the frames
in single bytes and must fail at that one, neither sooner nor later, wherever frames and calls are cut.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stream_support import Control, Pen, Said, deflates, reader_of, roles

from protocol.events import Failed, MessageReceived
from protocol.fragments import first_bad_byte
from protocol.frames import encode_frame
from protocol.rules import TEXT_UTF8
from protocol.vocabulary import Opcode, Role

CHARACTERS = ["a", "é", "你", "𝄞", "\x7f", "\u07ff", "\ufffd", "\U0010ffff"]
BAD = [
    b"\x80", b"\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x80\xaf", b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf",
    b"\xf0\x80\x80\xaf", b"\xf0\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xff", b"\xe4\xbda",
    b"\xc3\xc3", b"\xf0\x9d\x84a", b"\xe4\xffa",
]  # fmt: skip

texts = st.lists(st.sampled_from(CHARACTERS), max_size=6).map("".join).map(str.encode)
bad_texts = st.builds(lambda before, bad, after: before + bad + after, texts, st.sampled_from(BAD), texts)
controls = st.just((Control(Opcode.PING, b"\xff\xff"),)) | st.just(())


def failing_call(reader, data):
    """At which byte of `data`, given one at a time, the connection fails; None if it does not."""
    for at in range(len(data)):
        for event in reader.receive(data[at : at + 1]):
            if isinstance(event, Failed):
                assert event.violation.rule is TEXT_UTF8
                return at
            assert not isinstance(event, MessageReceived)
    return None


def place_of(frames, index):
    """Where in the joined frames byte `index` of the message stands; the payloads are those of data frames."""
    at = 0
    for frame, payload_size in frames:
        if index < payload_size:
            return at + len(frame) - payload_size + index
        index -= payload_size
        at += len(frame)
    return None


@given(roles, bad_texts, st.lists(st.integers(0, 20), max_size=3), controls)
def test_the_call_that_brings_the_bad_byte_fails(sender, text, cuts, between):
    """Uncompressed: the very byte, though the rest of the frame has not come."""
    bad = first_bad_byte(text)
    if bad is None:  # what came after has completed the character
        return
    pen = Pen(sender)
    frames = [(frame, payload_size(frame)) for frame in pen.frames([Said(Opcode.TEXT, text, tuple(cuts), between)])]
    data = b"".join(frame for frame, _ in frames)
    assert failing_call(reader_of(sender, None), data) == place_of(frames, bad)


def payload_size(frame):
    """How much of a short frame is part of the message: nothing of a control frame."""
    return 0 if frame[0] & 8 else frame[1] & 0x7F


@given(roles, deflates.filter(lambda deflate: deflate is not None), bad_texts, st.lists(st.integers(0, 30), max_size=3))
def test_compressed_text_fails_before_its_frame_ends(sender, deflate, text, cuts):
    """Every fragment ends with a flush, so that all that was said of the text is there at its end at the latest."""
    bad = first_bad_byte(text)
    if bad is None:
        return
    connection_of_sender = reader_of(sender.peer, deflate)
    edges = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    parts = [text[start:stop] for start, stop in pairwise(edges)]
    data, at, latest = b"", 0, None
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if number == 0:
            connection_of_sender.send_data(Opcode.TEXT, part, fin=last)
        else:
            connection_of_sender.send_continuation(part, fin=last)
        data += connection_of_sender.bytes_to_send()
        at += len(part)
        if latest is None and bad < at:
            latest = len(data) - 1
    found = failing_call(reader_of(sender, deflate), data)
    assert found is not None
    assert found <= latest


@pytest.mark.parametrize("character", ["é", "你", "𝄞"])
@pytest.mark.parametrize("sender", Role)
def test_a_message_that_ends_inside_a_character_fails_at_its_last_byte(sender, character):
    text = b"ab" + character.encode()[:-1]
    data = Pen(sender).write([Said(Opcode.TEXT, text, (1, 2, 3))])
    assert failing_call(reader_of(sender, None), data) == len(data) - 1


@given(roles, texts, st.lists(st.integers(0, 20), max_size=4), controls)
def test_good_text_never_fails(sender, text, cuts, between):
    data = Pen(sender).write([Said(Opcode.TEXT, text, tuple(cuts), between)])
    reader = reader_of(sender, None)
    events = [event for at in range(len(data)) for event in reader.receive(data[at : at + 1])]
    assert events[-1] == MessageReceived(Opcode.TEXT, text, text.decode())


def test_the_payload_need_not_have_come():
    """A bad byte in the middle of a frame of 16 MiB, of which 10 bytes are here (Autobahn 6.4)."""
    reader = reader_of(Role.SERVER, None)
    frame = encode_frame(Opcode.TEXT, b"123456789\xff" + bytes(70000))[:20]
    assert failing_call(reader, frame) == 10 + 9


@pytest.mark.parametrize("text", [b"\xed\xa0", b"\xf4\x90", b"\xe0\x9f", b"\xf0\x8f"])
def test_the_second_byte_decides(text):
    """Python's own decoder waits for the third byte of a surrogate; no text goes on after its second."""
    frame = encode_frame(Opcode.TEXT, b"a" + text + b"\x80\x80a")
    assert failing_call(reader_of(Role.SERVER, None), frame) == 2 + 2
