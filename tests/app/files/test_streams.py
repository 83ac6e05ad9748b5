"""TCP put together again: what each side said, in order, however the packets came."""

from __future__ import annotations

import random

from capture_support import (
    ACK,
    FIN,
    REQUEST,
    RESPONSE,
    RST,
    START,
    STEP,
    SYN,
    Packet,
    Tcp,
    frame,
    masked,
    pcap,
)
from opened_support import C, S, chat, opened_tcp, said

from app.files import remarks
from protocol.recording import Kind


def test_repeated_reordered_and_overlapping_segments(opened):
    connection = opened_tcp()
    expected, base = b"", connection.seqs[0]
    for number in range(30):
        expected += masked(b"message %d" % number)
    source = random.Random(3)
    pieces = [(at, expected[at : at + source.randrange(9, 40)]) for at in range(0, len(expected), 9)]
    source.shuffle(pieces)
    for at, piece in [*pieces, *pieces[:5]]:
        connection.c(piece, seq=base + at)
    found = opened(pcap(connection.packets))
    assert found.wire(C) == REQUEST + expected
    assert found.talk.recording.gaps(C) == []
    assert not found.says(remarks.DIFFERING)


def test_the_first_bytes_count(opened):
    connection = opened_tcp()
    first, second = frame(b"first"), frame(b"other")
    connection.s(first)
    connection.s(second, seq=connection.seqs[1] - len(second))
    connection.s(second[:4], seq=connection.seqs[1] + 3)
    connection.s(first)
    found = opened(pcap(connection.packets))
    assert found.wire(S) == RESPONSE + first + first[:3] + second[:4]
    assert found.count(remarks.DIFFERING) == 2


def test_bytes_out_of_order_become_readable_when_the_missing_ones_come(opened):
    connection = opened_tcp()
    one, two = masked(b"one"), masked(b"two")
    base = connection.seqs[0]
    connection.c(two, seq=base + len(one))
    last = connection.c(one, seq=base)
    found = opened(pcap(connection.packets))
    times = [each.time for each in found.entries() if each.who is C and each.kind is Kind.DATA]
    assert times[1:] == [(last.ns - START - STEP) / 1e9] * 2


def test_keep_alives_and_wrapping_sequence_numbers(opened):
    connection = Tcp(seqs=[2**32 - 300, 2**32 - 200]).open().upgrade().chat(30)
    connection.c(b"\0", seq=connection.seqs[0] - 1)
    connection.s(b"", seq=connection.seqs[1] - 1)
    connection.chat(3, seed=9).close()
    found = opened(pcap(connection.packets))
    assert found.wire(S) == said(connection, 1)
    assert found.wire(C).endswith(masked(b"")[:0] + said(connection, 0)[-20:])
    assert found.remarks == []


def test_a_hole_is_a_gap_once_it_is_acknowledged(opened):
    connection = opened_tcp()
    connection.s(frame(b"here"))
    lost = frame(b"lost")
    connection.seqs[1] += len(lost)
    later = connection.s(frame(b"later"))
    connection.c(flags=ACK)
    connection.c(masked(b"answer"))
    found = opened(pcap(connection.packets))
    start = len(RESPONSE) + 6
    assert found.talk.recording.gaps(S) == [(start, start + 6)]
    assert found.wire(S).endswith(bytes(6) + frame(b"later"))
    gap, after = [each for each in found.entries() if each.who is S][-2:]
    assert (gap.kind, gap.size, after.time) == (Kind.GAP, 6, (later.ns - START - STEP) / 1e9)


def test_a_hole_that_nobody_acknowledges_is_a_gap_at_the_end(opened):
    connection = opened_tcp()
    connection.seqs[1] += 10
    connection.s(frame(b"later"))
    connection.s(flags=FIN | ACK)
    found = opened(pcap(connection.packets))
    assert found.talk.recording.gaps(S) == [(len(RESPONSE), len(RESPONSE) + 10)]
    assert found.entries()[-1].kind is Kind.FIN


def test_what_was_acknowledged_at_the_end_and_never_seen_is_a_gap(opened):
    connection = opened_tcp()
    connection.c(flags=ACK, ack=connection.seqs[1] + 50)
    found = opened(pcap(connection.packets))
    assert found.talk.recording.gaps(S) == [(len(RESPONSE), len(RESPONSE) + 50)]


def test_too_much_behind_a_hole_is_not_held(opened):
    connection = opened_tcp()
    connection.seqs[1] += 100
    payload = frame(bytes(60_000), 2)
    for _ in range(80):
        connection.s(payload)
    found = opened(pcap(connection.packets))
    assert found.talk.recording.gaps(S) == [(len(RESPONSE), len(RESPONSE) + 100)]
    assert len(found.wire(S)) == len(RESPONSE) + 100 + 80 * len(payload)


def test_a_snapshot_length_leaves_gaps(opened):
    connection = opened_tcp()
    packet = connection.s(frame(b"x" * 100))
    packet.kept = 14 + 40 + 30
    connection.s(frame(b"y" * 100))
    found = opened(pcap(connection.packets))
    start = len(RESPONSE) + 30
    assert found.talk.recording.gaps(S) == [(start, start + 72)]
    assert found.wire(S).endswith(frame(b"y" * 100))
    assert found.count(remarks.CUT_PACKETS) == 1


def test_fin_comes_after_the_bytes_before_it(opened):
    connection = opened_tcp()
    base = connection.seqs[1]
    connection.s(b"", FIN | ACK, seq=base + 6)
    connection.s(frame(b"last"), seq=base)
    connection.c(flags=RST)
    connection.c(flags=RST)
    found = opened(pcap(connection.packets))
    kinds = [(each.who, each.kind) for each in found.entries()[-3:]]
    assert kinds == [(S, Kind.DATA), (S, Kind.FIN), (C, Kind.RST)]


def test_the_same_ports_again_are_another_connection(opened):
    first = chat()
    again = Tcp(seqs=[70_000, 90_000], ns=first.ns).open().upgrade().chat(5, seed=2)
    found = opened(pcap(first.packets + again.packets))
    assert [len(each.recording.wire(S)) for each in found.talks] == [len(said(each, 1)) for each in (first, again)]
    assert found.talks[1].recording.setup.began == again.packets[0].ns / 1e9


def test_a_repeated_syn_is_no_other_connection(opened):
    connection = Tcp()
    syn = connection.c(flags=SYN)
    connection.packets.append(Packet(syn.ns + 5, syn.ip))
    connection.s(flags=SYN | ACK)
    connection.c(flags=ACK)
    connection.upgrade().chat(3)
    assert opened(pcap(connection.packets)).wire(S) == said(connection, 1)


def test_time_that_runs_backwards_stands_still(opened):
    connection = chat()
    for packet in connection.packets[10:14]:
        packet.ns -= 10 * STEP
    found = opened(pcap(connection.packets))
    times = [each.time for each in found.entries()]
    assert times == sorted(times)
    assert found.count(remarks.BACKWARDS) == 4
