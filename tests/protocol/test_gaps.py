"""Captures with missing bytes: what is still known, what is found again, and that nothing is called broken for it."""

from dataclasses import replace

import pytest
from gaps_support import HELLO, capture
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stream_support import Control, Pen, Said, deflates, handshake, levels, pieces, places, plans, roles
from wire_support import MASK

from protocol.extensions import Deflate
from protocol.facts import Broke, Checked, Found, FrameSent, Gap, MessageArrived, Missed
from protocol.frames import encode_frame
from protocol.observer import Observer, observe
from protocol.recording import Kind, Recording, Setup
from protocol.vocabulary import Opcode, Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER
LONG = encode_frame(Opcode.TEXT, b"x" * 200)


def told(facts, who=SERVER):
    """The messages and the numbers of the frames, with what is missing."""
    messages = [fact.message.payload for fact in facts.of(MessageArrived) if fact.who is who]
    sent = facts.sent(who)
    return messages, [number for number in range(len(sent)) if facts.unjudged(who, number)], len(sent)


def gaps(facts):
    return [(fact.number, fact.found) for fact in facts.of(Gap)]


def broken(facts):
    return [fact.rule.id for fact in facts.of(Broke)] + [fact.rule.id for fact in facts.of(Missed)]


# Inside a frame whose length is known.


@pytest.mark.parametrize(("start", "stop"), [(4, 204), (4, 5), (203, 204), (100, 150)])
def test_missing_payload_leaves_the_next_frame_found(start, stop):
    facts = capture(SERVER, [HELLO, LONG[:start], stop - start, LONG[stop:] + HELLO])
    assert told(facts) == ([b"Hello", b"Hello"], [1], 3)
    assert gaps(facts) == [(1, True)]
    (gap,) = facts.of(Gap)
    assert facts.recording.gaps(SERVER) == [(gap.start, gap.start + gap.size)]
    assert broken(facts) == ["close.lost"]


@pytest.mark.parametrize(("start", "stop"), [(2, 4), (2, 6), (3, 5), (2, 11), (5, 9)])
def test_a_missing_key_is_missing_payload(start, stop):
    """The length is known before the key is."""
    frame = encode_frame(Opcode.TEXT, b"Hello", key=MASK)
    facts = capture(CLIENT, [frame + frame[:start], stop - start, frame[stop:] + frame])
    assert told(facts, CLIENT) == ([b"Hello", b"Hello"], [1], 3)
    assert gaps(facts) == [(1, True)]


def test_a_key_without_a_payload_is_not_missed():
    frame = encode_frame(Opcode.TEXT, b"", key=MASK)
    facts = capture(CLIENT, [frame[:2], 4, frame])
    assert told(facts, CLIENT) == ([b"", b""], [], 2)


def test_the_header_is_judged_all_the_same():
    bad = encode_frame(Opcode.TEXT, b"\xff" * 5, rsv=2)
    facts = capture(SERVER, [bad[:3], 2, bad[5:]])
    assert broken(facts) == ["frame.rsv", "close.lost"]
    assert facts.unjudged(SERVER, 0)


def test_a_spoiled_message_is_followed_to_its_end():
    """The rest of a text cannot be judged: it may begin inside a character. That of binary data can."""
    for opcode, unjudged in (Opcode.TEXT, [1, 3]), (Opcode.BINARY, [1]):
        parts = [
            encode_frame(opcode, b"abc", fin=False),
            encode_frame(Opcode.CONTINUATION, b"defg", fin=False),
            encode_frame(Opcode.PING, b"?"),
            encode_frame(Opcode.CONTINUATION, b"\x80"),
        ]
        facts = capture(SERVER, [parts[0] + parts[1][:3], 3, b"".join(parts[2:]) + HELLO])
        assert told(facts) == ([b"Hello"], unjudged, 5)
        assert broken(facts) == ["close.lost"]


def test_rules_of_order_still_hold_behind_missing_payload():
    first = encode_frame(Opcode.TEXT, b"abc", fin=False)
    assert broken(capture(SERVER, [first[:3], 2, HELLO])) == ["fragment.interleaved", "close.lost"]
    assert broken(capture(SERVER, [LONG[:9], 195, encode_frame(0, b"")])) == ["fragment.orphan", "close.lost"]


# Compression.


def compressed(takeover, *, hole):
    deflate = Deflate(server_no_context_takeover=not takeover)
    pen = Pen(SERVER, deflate)
    words = [b"one and a half", b"one and two", b"one and three"]
    frames = [pen.message(Said(Opcode.TEXT, word, compressed=True))[0] for word in words]
    frames.insert(2, pen.message(Said(Opcode.TEXT, b"plain", compressed=False))[0])
    segments = [frames[0], frames[1][:4], len(frames[1]) - 4, *frames[2:]] if hole else frames
    return capture(SERVER, segments, deflate)


def test_with_context_takeover_later_messages_cannot_be_inflated():
    facts = compressed(takeover=True, hole=True)
    assert told(facts) == ([b"one and a half", b"plain"], [1, 3], 4)
    assert broken(facts) == ["close.lost"]


def test_without_takeover_the_next_message_stands_by_itself():
    facts = compressed(takeover=False, hole=True)
    assert told(facts) == ([b"one and a half", b"plain", b"one and three"], [1], 4)


# The place is lost.


@pytest.mark.parametrize(
    ("before", "size", "after"),
    [
        (b"", 7, b""),  # between two frames
        (HELLO[:1], 6, b""),  # over the length
        (LONG[:3], 30, LONG[33:]),  # in the middle of the length
        (HELLO[:4], 10, LONG[7:]),  # from one frame into another
        (b"", 200, LONG[196:]),
    ],
)
def test_the_next_segment_that_begins_with_frames_is_found(before, size, after):
    facts = capture(SERVER, [HELLO + before, size, *([after] if after else []), HELLO + HELLO, LONG])
    assert told(facts)[0] == [b"Hello"] * 3 + [b"x" * 200]
    assert [fact.found for fact in facts.of(Gap)] == [False]
    (found,) = facts.of(Found)
    sent = facts.sent(SERVER)
    assert sent.starts[found.number] == found.start
    assert facts.recording.cut(SERVER, found.start, found.start + 7) == HELLO
    assert broken(facts) == []


def test_a_frame_that_ends_in_the_gap_is_known():
    facts = capture(SERVER, [LONG[:9], 196, HELLO, HELLO])
    assert told(facts) == ([b"Hello"] * 2, [0], 3)
    assert gaps(facts) == [(0, False)]
    (found,) = facts.of(Found)
    assert (found.number, found.skipped) == (1, 1)


def test_a_long_frame_is_believed_at_its_end():
    """One header says little: the end of its frame has to be the end of a segment."""
    facts = capture(SERVER, [3, LONG[:100], LONG[100:], HELLO])
    assert told(facts)[0] == [b"x" * 200, b"Hello"]
    facts = capture(SERVER, [3, LONG[:100], LONG[100:] + b"?", b"\x81"])
    assert told(facts) == ([], [], 0)
    assert broken(facts) == []


@pytest.mark.parametrize(
    "segment",
    [
        encode_frame(Opcode.TEXT, b"Hello", key=MASK),
        encode_frame(3, b"Hello"),
        encode_frame(Opcode.TEXT, b"Hello", rsv=1),
        encode_frame(Opcode.PING, b"Hello", rsv=4),
        encode_frame(Opcode.PING, b"Hello", fin=False),
        encode_frame(Opcode.PING, bytes(126)),
        encode_frame(Opcode.TEXT, b"Hello", length_form=16),
        HELLO + b"\x83\x01x",
        HELLO + b"\x8a",
        b'{"type": "chat", "text": "the rest of a message"}',
    ],
)
def test_what_nobody_may_send_is_not_taken_for_a_frame(segment):
    facts = capture(SERVER, [3, segment])
    assert (told(facts), facts.of(Found), broken(facts)) == (([], [], 0), [], [])


def test_behind_lost_frames_a_message_may_be_open():
    rest = encode_frame(Opcode.CONTINUATION, b"\x80 tail", fin=False)
    last = encode_frame(Opcode.CONTINUATION, b"")
    facts = capture(SERVER, [HELLO, 9, rest, encode_frame(Opcode.PING), last, last])
    assert told(facts) == ([b"Hello"], [1, 3], 5)
    assert broken(facts) == ["fragment.orphan"]


def test_many_missing_bytes_take_no_memory():
    facts = capture(SERVER, [HELLO, 2**32 - 1, 2**32 - 1, HELLO])
    assert told(facts)[0] == [b"Hello"] * 2
    assert facts.recording.size(SERVER) > 2**33
    frame = encode_frame(Opcode.BINARY, b"")[:1] + b"\x7f" + (2**33).to_bytes(8, "big")
    facts = capture(SERVER, [frame, 2**32 - 1, 2**32 - 1, 2, HELLO])
    assert told(facts)[0] == [b"Hello"]
    assert gaps(facts) == [(None, False)] * 3


# Heads.


def opened(request, response, *more):
    """Segments of both sides, the heads first; numbers are bytes that are missing."""
    recording = Recording(reads=False)
    for who, segments in (CLIENT, request), (SERVER, response), *more:
        for part in segments:
            size, data = (part, b"") if isinstance(part, int) else (0, part)
            recording.add(0.0, who, Kind.GAP if size else Kind.DATA, data, size)
    return observe(recording)


_, _, REQUEST, RESPONSE = handshake(None)
_, _, ZIP_REQUEST, ZIP_RESPONSE = handshake(Deflate())
MASKED = encode_frame(Opcode.TEXT, b"Hello", key=MASK)


@pytest.mark.parametrize("start", [0, 1, 40, len(REQUEST) - 3])
def test_a_request_with_missing_bytes_is_not_judged(start):
    request = [REQUEST[:start], 3, REQUEST[start + 3 :]] if start else [3, REQUEST[3:]]
    facts = opened(request, [RESPONSE], (CLIENT, [MASKED, MASKED]), (SERVER, [HELLO]))
    assert told(facts, CLIENT)[0] == told(facts, SERVER)[0] * 2 == [b"Hello"] * 2
    assert facts.state(CLIENT) is facts.state(SERVER) is State.OPEN
    assert [fact.check.rule.id for fact in facts.of(Checked)] == [
        "response.status",
        "response.upgrade",
        "response.connection",
    ]
    assert broken(facts) == []


@pytest.mark.parametrize("start", [0, 1, 40, len(RESPONSE) - 3])
def test_an_answer_with_missing_bytes_is_not_judged(start):
    """Frames say that it was a 101."""
    response = [RESPONSE[:start], 3, RESPONSE[start + 3 :]] if start else [3, RESPONSE[3:]]
    facts = opened([REQUEST], response, (CLIENT, [MASKED, MASKED]), (SERVER, [HELLO]))
    assert told(facts, CLIENT)[0] == told(facts, SERVER)[0] * 2 == [b"Hello"] * 2
    assert facts.state(CLIENT) is facts.state(SERVER) is State.OPEN
    assert broken(facts) == []


def test_an_answer_that_may_have_been_a_refusal_opens_nothing():
    facts = opened([REQUEST], [RESPONSE[:9], 9, b"<html>no such page</html>"], (CLIENT, [REQUEST, REQUEST]))
    assert facts.state(CLIENT) is facts.state(SERVER) is State.CONNECTING
    assert told(facts, CLIENT) == ([], [], 0)
    assert broken(facts) == []


def test_the_answer_alone_says_what_is_compressed():
    pen = Pen(CLIENT, Deflate())
    frames = [pen.message(Said(Opcode.TEXT, word))[0] for word in (b"one", b"one more")]
    facts = opened([ZIP_REQUEST[:50], 9, ZIP_REQUEST[59:]], [ZIP_RESPONSE], (CLIENT, frames))
    # What the client sent before it was found is not known, so the first message may refer to it.
    assert told(facts, CLIENT) == ([], [0, 1], 2)
    pen = Pen(SERVER, Deflate())
    frames = [pen.message(Said(Opcode.TEXT, word))[0] for word in (b"one", b"one more")]
    facts = opened([ZIP_REQUEST[:50], 9, ZIP_REQUEST[59:]], [ZIP_RESPONSE], (SERVER, frames))
    assert told(facts, SERVER)[0] == [b"one", b"one more"]
    assert broken(facts) == []


# The middle of a connection.


def test_a_recording_may_begin_in_the_middle():
    setup = Setup(whole=False)
    facts = capture(SERVER, [LONG[90:], HELLO + HELLO, LONG], setup=setup, heads=False)
    assert told(facts)[0] == [b"Hello", b"Hello", b"x" * 200]
    (found,) = facts.of(Found)
    assert (found.start, found.skipped, found.number) == (114, 114, 0)
    assert facts.until(0).state(CLIENT) is State.OPEN
    assert not facts.of(Checked)
    assert broken(facts) == []


def test_what_was_agreed_on_is_not_known_then():
    frames = [encode_frame(Opcode.TEXT, b"\xca\x00", rsv=4), HELLO, encode_frame(Opcode.TEXT, b"Hello", rsv=2)]
    facts = capture(SERVER, frames, setup=Setup(whole=False), heads=False)
    assert told(facts) == ([b"Hello"], [0], 3)
    assert broken(facts) == ["frame.rsv"]


def test_rules_are_judged_once_the_place_is_found():
    frames = [HELLO, encode_frame(Opcode.TEXT, b"Hello", key=MASK)]
    assert broken(capture(SERVER, frames, setup=Setup(whole=False), heads=False)) == ["frame.unmasked"]


# Whatever is missing.


def frames_of(plan, sender, deflate, level):
    return Pen(sender, deflate, level).frames(plan)


def holed(data, start, size, cuts, *, slow):
    """The stream in pieces, without the bytes from `start` on."""
    start %= len(data) + 1
    size = min(size, len(data) - start)
    before, after = pieces(data[:start], cuts, byte_by_byte=slow), pieces(data[start + size :], cuts)
    return [*before, *([size] if size else []), *after]


def without_entry(facts):
    return [replace(fact, entry=0) for fact in facts]


@settings(max_examples=200)
@given(roles, deflates, levels, plans, st.integers(0, 2**32), st.integers(1, 300), st.sampled_from([1, 7, 1 << 20]))
@example(SERVER, None, 6, [Said(1, b"a"), Control(8, b"")], 3, 3, 1)
def test_what_is_missing_breaks_no_rule(sender, deflate, level, plan, start, size, each):
    """A valid stream, of which bytes are missing; `each` frames are a segment. What is told is true."""
    frames = frames_of(plan, sender, deflate, level)
    data = b"".join(frames)
    whole = capture(sender, [data], deflate)
    start %= len(data) + 1
    stop = min(start + size, len(data))
    segments, at = [], 0
    for nth in range(0, len(frames), each):
        part = b"".join(frames[nth : nth + each])
        low, high = (min(max(edge - at, 0), len(part)) for edge in (start, stop))
        segments += [piece for piece in (part[:low], high - low, part[high:]) if piece]
        at += len(part)
    facts = capture(sender, segments, deflate)
    base = len(whole.recording.wire(sender)) - len(data)
    true = {(fact.frame.offset, fact.frame.size): fact.number for fact in whole.of(FrameSent) if fact.who is sender}
    sent = facts.sent(sender)
    if not {fact.start for fact in facts.of(Found)} <= {start for start, _ in true}:
        return  # the payload looks like frames
    assert not facts.of(Broke)
    numbers = [true[place] for place in zip(sent.starts, sent.sizes, strict=True)]
    assert numbers == sorted(numbers)
    delivered = [m.message for m in whole.of(MessageArrived)]
    for fact in facts.of(MessageArrived):
        message = replace(fact.message, frames=tuple(numbers[number] for number in fact.message.frames))
        assert message in delivered
    for place, number in enumerate(numbers):
        frame = whole.frame(sender, number)
        touched = frame.offset < base + stop and base + start < frame.offset + frame.size and frame.length
        assert facts.unjudged(sender, place) or not touched


@settings(max_examples=200)
@given(roles, deflates, levels, plans, st.integers(0, 2**32), st.integers(1, 300), places, places, st.booleans())
def test_any_pieces_tell_the_same_while_the_place_is_known(
    sender, deflate, level, plan, start, size, cuts, other, slow
):
    data = b"".join(frames_of(plan, sender, deflate, level))
    one = capture(sender, holed(data, start, size, cuts, slow=slow), deflate)
    if not all(fact.found for fact in one.of(Gap)):
        before = holed(data, start, size, cuts, slow=slow)
        place = next(nth for nth, piece in enumerate(before) if isinstance(piece, int))
        again = [b"".join(before[:place]), *before[place:]]
    else:
        again = holed(data, start, size, other, slow=not slow)
    assert without_entry(one) == without_entry(capture(sender, again, deflate))


entries = st.lists(
    st.tuples(
        st.sampled_from(Role),
        st.sampled_from([Kind.DATA, Kind.DATA, Kind.DATA, Kind.GAP, Kind.READ, Kind.FIN, Kind.RST]),
        st.sampled_from([HELLO, MASKED, LONG, LONG[:50], REQUEST, RESPONSE, REQUEST[:30], RESPONSE[30:]])
        | st.binary(max_size=12),
        st.sampled_from([0, 1, 2, 3, 5, 9, 130, 2**32 - 1]),
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(entries, st.booleans(), st.booleans(), st.booleans())
def test_nothing_that_is_missing_makes_it_raise(rows, whole, reads, opened):
    observer = Observer(Setup(whole=whole), reads=reads)
    heads = [(CLIENT, Kind.DATA, REQUEST, 0), (CLIENT, Kind.READ, b"", len(REQUEST))]
    heads += [(SERVER, Kind.DATA, RESPONSE, 0), (SERVER, Kind.READ, b"", len(RESPONSE))]
    for who, kind, data, size in [*(heads if opened else []), *rows]:
        observer.add(0.0, who, kind, data if kind is Kind.DATA else b"", size)
    assert len(observer.facts.of(Gap)) == sum(kind is Kind.GAP and size > 0 for _, kind, _, size in rows)


# What was read plainly before the answer, or before it was known to be lost.

PLAIN = encode_frame(Opcode.TEXT, b"a" * 40, key=MASK)
PARTS = encode_frame(Opcode.TEXT, b"a", key=MASK, fin=False) + encode_frame(Opcode.CONTINUATION, b"b", key=MASK)


def after_a_lost_request(*answer):
    """A client whose request is lost says frames that are read plainly; then comes `answer`, then more frames."""
    observer = Observer(Setup(), reads=False)
    observer.add(0.0, CLIENT, Kind.GAP, size=300)
    for _ in range(8):
        observer.add(1.0, CLIENT, Kind.DATA, PLAIN)
    observer.add(2.0, SERVER, *answer)
    observer.add(3.0, CLIENT, Kind.DATA, PARTS)
    observer.add(4.0, CLIENT, Kind.FIN)
    return observer.facts


def test_an_answer_that_is_lost_late_settles_what_was_read_plainly():
    facts = after_a_lost_request(Kind.GAP, b"", 50)
    assert len(facts.sent(CLIENT)) == 10
    assert broken(facts) == []


def test_messages_are_numbered_on_when_compression_is_agreed_on_late():
    _, _, _, response = handshake(Deflate())
    facts = after_a_lost_request(Kind.DATA, response)
    messages = [fact.message.payload for fact in facts.of(MessageArrived) if fact.who is CLIENT]
    assert messages == [b"a" * 40] * 8 + [b"ab"]
    assert broken(facts) == []
