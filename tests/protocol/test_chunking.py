"""However a stream is cut into pieces, it means the same: to an endpoint, and to an observer."""

import zlib
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stream_support import (
    Control,
    Pen,
    Said,
    bent,
    deflates,
    handshake,
    levels,
    meant,
    mutations,
    pieces,
    places,
    plans,
    reader_of,
    roles,
    strangers,
)

from protocol.connection import Connection
from protocol.events import Closed, Failed, MessageReceived
from protocol.extensions import Deflate
from protocol.facts import Broke, MessageArrived
from protocol.frames import encode_frame
from protocol.observer import Observer
from protocol.recording import Entry, Kind
from protocol.vocabulary import Opcode, Role


def heard(connection: Connection, chunks):
    """All events, all bytes written, and whether TCP is to end; the program writes after every call."""
    events, sent = [], b""
    for chunk in chunks:
        events += connection.receive(chunk)
        sent += connection.bytes_to_send()
    return events, sent, connection.close_tcp


@settings(max_examples=150)
@given(roles, deflates, levels, plans, places, st.booleans())
def test_a_valid_stream_means_what_was_meant(sender, deflate, level, plan, cuts, slow):
    data = Pen(sender, deflate, level).write(plan)
    events, _, _ = heard(reader_of(sender, deflate), pieces(data, cuts, byte_by_byte=slow))
    assert events == meant(plan)


@pytest.mark.parametrize("takeover", [True, False])
@pytest.mark.parametrize("bits", range(8, 16))
@pytest.mark.parametrize("sender", Role)
def test_every_window_is_read(sender, bits, takeover):
    """RFC 7692 section 7.1: each size, each way, with and without context takeover; with BFINAL in the middle."""
    deflate = Deflate(not takeover, not takeover, bits, bits)
    text = b"".join(b"%d, " % number for number in range(1000))
    plan = [Said(Opcode.TEXT, text, final=number == 1, cuts=(1, 1, 70)) for number in range(4)]
    data = Pen(sender, deflate).write(plan)
    assert heard(reader_of(sender, deflate), [data])[0] == meant(plan)
    assert heard(reader_of(sender, deflate), pieces(data, [], byte_by_byte=True))[0] == meant(plan)


@settings(max_examples=300)
@given(roles, deflates, levels, plans, mutations, places, st.booleans())
@example(Role.CLIENT, None, 6, [Control(Opcode.PING, b"1"), Said(Opcode.TEXT, b"a" * 200)], [("flip", 8, 7)], [], True)
def test_a_bent_stream_means_the_same_in_any_pieces(sender, deflate, level, plan, changes, cuts, slow):
    data = bent(Pen(sender, deflate, level).write(plan), changes)
    whole = heard(reader_of(sender, deflate), [data])
    assert heard(reader_of(sender, deflate), pieces(data, cuts, byte_by_byte=slow)) == whole
    assert [type(event) for event in whole[0]].count(Failed) <= 1


NOISE = Random(7692).randbytes(3000)
RAW = zlib.compressobj(wbits=-15)
FAR = RAW.compress(NOISE + NOISE[:50]) + RAW.flush(zlib.Z_SYNC_FLUSH)[:-4]
BOMB = zlib.compressobj(wbits=-15)
LARGE = BOMB.compress(b"\xff" + bytes(3000)) + BOMB.flush(zlib.Z_SYNC_FLUSH)[:-4]


@pytest.mark.parametrize(
    ("payload", "opcode", "rule"),
    [
        # A stored block with a byte that no text has, and then a block of a type that there is not.
        (b"\x00\x02\x00\xfd\xffa\xff" + b"\x07", Opcode.TEXT, "text.utf8"),
        (b"\x00\x02\x00\xfd\xffaa" + b"\x07", Opcode.TEXT, "deflate.data"),
        (b"\x00\x02\x00\xfd\xffa\xff" + b"\x07", Opcode.BINARY, "deflate.data"),
        # Such a byte, and then more than the reader takes.
        (LARGE, Opcode.TEXT, "text.utf8"),
        (LARGE, Opcode.BINARY, "frame.too-big"),
        # A reference 3000 bytes back, where 512 were agreed on: not refused, as this one is there.
        (FAR, Opcode.BINARY, None),
    ],
)
def test_two_faults_in_one_frame_are_told_in_their_order(payload, opcode, rule):
    data = encode_frame(opcode, payload, rsv=4)
    limit = 4000 if rule is None else 2000
    for chunks in [data], pieces(data, [], byte_by_byte=True), [data[:9], data[9:]]:
        reader = reader_of(Role.SERVER, Deflate(server_max_window_bits=9), limit)
        failed = [event for event in heard(reader, chunks)[0] if isinstance(event, Failed)]
        assert [event.violation.rule.id for event in failed] == ([] if rule is None else [rule])


@settings(max_examples=100)
@given(deflates, plans, mutations, places, st.booleans())
def test_bent_heads_too(deflate, plan, changes, cuts, slow):
    """From the first byte of the connection: the head may be bent, and the frames come with it."""
    _, _, request, response = handshake(deflate)
    for sender, head in (Role.CLIENT, request), (Role.SERVER, response):
        data = bent(head + Pen(sender, deflate).write(plan), changes)
        found = []
        for chunks in [data], pieces(data, cuts, byte_by_byte=slow):
            client, server = strangers(deflate)
            client.bytes_to_send()
            found.append(heard(server if sender is Role.CLIENT else client, chunks))
        assert found[0] == found[1]


@given(roles, deflates, plans, mutations, places)
def test_nothing_happens_after_the_end(sender, deflate, plan, changes, cuts):
    """Whatever came before: one `Closed`, and nothing more is read or said."""
    reader = reader_of(sender, deflate)
    heard(reader, pieces(bent(Pen(sender, deflate).write(plan), changes), cuts))
    assert [type(event) for event in reader.tcp_closed()] == [Closed]
    assert reader.tcp_closed() == []
    assert heard(reader, [Pen(sender).write([Said(Opcode.TEXT, b"late")])]) == ([], b"", True)


# The observer.


def without_time(facts):
    """Facts without the entry that made them true, which depends on the pieces."""
    return [replace(fact, entry=0, time=0.0) for fact in facts]


def watched(deflate, sender, chunks, reads):
    """The facts of a connection in which `sender` says these chunks; `reads` are the sizes that the peer reads."""
    _, _, request, response = handshake(deflate)
    entries = [Entry(0, Role.CLIENT, Kind.SYN)]
    for who, head in (Role.CLIENT, request), (Role.SERVER, response):
        entries.append(Entry(0, who, Kind.DATA, head, len(head)))
        if reads is not None:
            entries.append(Entry(0, who, Kind.READ, size=len(head)))
    entries += [Entry(0, sender, Kind.DATA, chunk, len(chunk)) for chunk in chunks if chunk]
    entries += [Entry(0, sender, Kind.READ, size=size) for size in reads or [] if size]
    entries.append(Entry(0, sender, Kind.FIN))
    observer = Observer(reads=reads is not None)
    for entry in entries:
        observer.feed(entry)
    return observer.facts


@settings(max_examples=150)
@given(roles, deflates, plans, st.none() | mutations, places, places, st.booleans())
def test_an_observer_knows_the_same_for_any_pieces(sender, deflate, plan, changes, cuts, more_cuts, slow):
    data = Pen(sender, deflate).write(plan)
    data = bent(data, changes) if changes is not None else data
    chunks = pieces(data, cuts, byte_by_byte=slow)
    alone = watched(deflate, sender, [data], None)
    assert without_time(watched(deflate, sender, chunks, None)) == without_time(alone)
    reads = [len(piece) for piece in pieces(data, more_cuts, byte_by_byte=slow)]
    read = watched(deflate, sender, chunks, reads)
    assert without_time(read) == without_time(watched(deflate, sender, [data], [len(data)]))
    assert {fact.id for fact in read} <= {fact.id for fact in alone}
    if changes is None:
        told = [MessageReceived(m.opcode, m.payload, m.text) for m in (f.message for f in read.of(MessageArrived))]
        assert told == [event for event in meant(plan) if isinstance(event, MessageReceived)]


def test_a_broken_message_is_inflated_to_its_end():
    """The byte that no text has comes first, the rest of the frame perhaps later; the next message refers to it."""
    pen = Pen(Role.SERVER, Deflate())
    bad = pen.message(Said(Opcode.BINARY, b"\xff and more of the text"))[0]
    data = bytes([0xC1]) + bad[1:] + pen.write([Said(Opcode.TEXT, b" and more of the text")])
    told = [without_time(watched(Deflate(), Role.SERVER, chunks, None)) for chunks in ([data], pieces(data, [4]))]
    assert told[0] == told[1]
    assert [fact.rule.id for fact in told[0] if isinstance(fact, Broke)] == ["text.utf8"]
