"""Valid conversations with websockets and wsproto, in both roles, with every set of compression parameters.

Whoever says something, with whatever library, the other one hears exactly that, and both end with the same code.
"""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.extensions import Deflate
from tests.differential import rooms
from tests.differential.peers import Wsproto

ROOMS = {
    "websockets as server": rooms.with_websockets_server,
    "websockets as client": rooms.with_websockets_client,
    "wsproto as server": rooms.with_wsproto_server,
    "wsproto as client": rooms.with_wsproto_client,
}

texts = st.builds(lambda text, n: (text * n).encode(), st.text(max_size=8), st.sampled_from([0, 1, 1, 30, 130, 9000]))
binaries = st.builds(lambda data, n: data * n, st.binary(max_size=9), st.sampled_from([0, 1, 1, 30, 130, 9000]))
messages = st.tuples(st.just("text"), texts) | st.tuples(st.just("binary"), binaries)
said = st.tuples(
    messages, st.lists(st.integers(0, 200), max_size=3), st.sampled_from(["", "", "ping", "pong"]), st.booleans()
)
controls = st.tuples(st.sampled_from(["ping", "pong"]), st.binary(max_size=125))
deeds = st.lists(said | st.tuples(controls, st.just([]), st.just(""), st.booleans()), max_size=5)
# zlib writes no raw DEFLATE with a window of 8 bits, and wsproto does not know of it: other tests read and write it.
parameters = st.none() | st.builds(Deflate, st.booleans(), st.booleans(), st.integers(9, 15), st.integers(9, 15))
closings = st.tuples(
    st.booleans(),
    st.sampled_from([(None, ""), (1000, ""), (1001, "bye"), (3000, "再见"), (4999, "x" * 123), (1011, "?")]),
)


def talk(ours, theirs, sequence, closing):
    """Every deed is one of (message, cuts, what goes between, is it ours); all of it is heard at once."""
    expected = {"ours": [], "theirs": []}
    for (kind, data), cuts, between, mine in sequence:
        speaker, listener = (ours, theirs) if mine else (theirs, ours)
        heard = expected["theirs" if mine else "ours"]
        for piece, first, fin in fragments(kind, data, cuts):
            pass_on(speaker, listener, speaker.say(kind, piece, first=first, fin=fin))
            if between and not fin:
                pass_on(speaker, listener, speaker.say(between, b"between"))
                heard.append((between, b"between"))
                if between == "ping":
                    expected["ours" if mine else "theirs"].append(("pong", b"between"))
        heard.append((kind, data))
        if kind == "ping":
            expected["ours" if mine else "theirs"].append(("pong", data))
    mine, (code, reason) = closing
    speaker, listener = (ours, theirs) if mine else (theirs, ours)
    pass_on(speaker, listener, speaker.close(code, reason))
    expected["theirs" if mine else "ours"].append(("close", code, reason))
    return expected


def fragments(kind, data, cuts):
    """The pieces of a message with (is it the first, is it the last); text is cut between characters."""
    if kind in {"ping", "pong"}:
        return [(data, True, True)]
    text = data.decode() if kind == "text" else data
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    parts = [text[start:stop] for start, stop in pairwise(edges)]
    last = len(parts) - 1
    return [(p.encode() if isinstance(p, str) else p, at == 0, at == last) for at, p in enumerate(parts)]


def pass_on(speaker, listener, data):
    """What was written is read, in two pieces, and so is what is answered."""
    while data:
        half = len(data) // 2
        answer = listener.receive(data[:half]) + listener.receive(data[half:])
        speaker, listener, data = listener, speaker, answer


def check(room, asked, allowed, sequence, closing):
    ours, theirs = ROOMS[room](asked, allowed)
    if isinstance(theirs, Wsproto) and ours.connection.deflate and is_lost_on_wsproto(sequence):
        return
    expected = talk(ours, theirs, sequence, closing)
    mine, (code, reason) = closing
    # The answer to a Close has its code; whether it repeats the reason is free (section 5.5.1).
    answered, other = ours.ears.heard if mine else theirs.ears.heard, "ours" if mine else "theirs"
    assert answered.pop()[:2] == ("close", code)
    assert (ours.ears.heard, theirs.ears.heard) == (expected["ours"], expected["theirs"]), other
    assert ours.ears.failed is theirs.ears.failed is None
    ours.connection.tcp_closed()
    told = ours.connection.endpoint.told
    assert (told.code, told.clean) == (1005 if code is None else code, True)
    assert mine or told.reason == reason


def is_lost_on_wsproto(sequence):
    """wsproto forgets, at a control frame between two fragments, that the message is compressed (RFC 7692 section 6.1:
    "between fragments"), and cannot compress an empty fragment after that either."""
    return any(between and cuts for _, cuts, between, mine in sequence if mine)


@pytest.mark.parametrize("room", ROOMS)
@settings(max_examples=60)
@given(asked=parameters, allowed=parameters, sequence=deeds, closing=closings)
def test_both_hear_what_was_said(room, asked, allowed, sequence, closing):
    check(room, asked, allowed, sequence, closing)


TALK = [
    (("text", ("So, was soll das? " * 40).encode()), [3, 50], "", True),
    (("text", ("So, was soll das? " * 40).encode()), [5], "", False),
    (("text", ("So, was soll das? " * 40).encode()), [], "", True),
    (("binary", bytes(5000)), [2500], "", False),
    (("binary", bytes(5000)), [], "", True),
]


@pytest.mark.parametrize("room", ROOMS)
def test_every_set_of_parameters(room):
    """RFC 7692 section 7.1: who forgets, and the sizes of both windows, as asked for and as allowed."""
    for forgets in product([False, True], repeat=2):
        for server_bits, client_bits in [(15, 15), (9, 15), (15, 9), (10, 12), (9, 9)]:
            asked = Deflate(*forgets, server_bits, client_bits)
            check(room, asked, Deflate(), TALK, (True, (1000, "")))
            if "wsproto" not in room or "client" in room:  # a server of wsproto only takes what it is asked for
                check(room, Deflate(), asked, TALK, (False, (1000, "")))


def test_every_window_is_agreed_on():
    """What our endpoint agreed to is what the other one uses."""
    for bits in range(9, 16):
        for name, room in ROOMS.items():
            ours, theirs = room(Deflate(False, True, bits, bits), Deflate())
            assert ours.connection.deflate == Deflate(False, True, bits, bits), name
            if "websockets" in name:
                (extension,) = theirs.protocol.extensions
                assert {extension.local_max_window_bits, extension.remote_max_window_bits} == {bits}
