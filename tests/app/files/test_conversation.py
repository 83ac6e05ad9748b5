"""What stands before a WebSocket on its connection, and connections whose beginning is not there."""

from __future__ import annotations

import random

import pytest
from capture_support import (
    ACK,
    REQUEST,
    RESPONSE,
    START,
    SYN,
    Packet,
    Tcp,
    frame,
    ipv4,
    masked,
    pcap,
    tcp,
)
from opened_support import C, S, chat, opened_tcp, said

from app.files import desk, remarks, streams
from protocol.recording import Kind
from protocol.vocabulary import State

PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789"
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nGET /\r\n1F\r\n" + b"z" * 31
CHUNKS += b"\r\n0\r\nTrailer: 1\r\n\r\n"
POST = (
    b"POST /log HTTP/1.1\r\nHost: a\r\nContent-Length: 41\r\n\r\n" + b"GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\nend"
)
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_pages_before_the_handshake_are_skipped(opened, size):
    connection = Tcp().open()
    parts = [(0, GET), (1, b"HTTP/1.1 100 Continue\r\n\r\n" + PAGE), (0, POST), (1, CHUNKS), (0, b"HEAD" + GET[3:])]
    parts += [
        (1, b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"),
        (0, GET),
        (1, b"HTTP/1.1 304 Not Modified\r\n\r\n"),
    ]
    parts += [(0, REQUEST), (1, EARLY + EARLY + RESPONSE), (0, masked(b"hi")), (1, frame(b"hello"))]
    for who, data in parts:
        for at in range(0, len(data), size):
            connection.send(who, data[at : at + size])
    found = opened(pcap(connection.packets))
    assert found.wire(C) == REQUEST + masked(b"hi")
    assert found.wire(S) == EARLY + EARLY + RESPONSE + frame(b"hello")
    assert found.talk.state(C) is State.OPEN
    assert found.count(remarks.PAGES) == 4
    assert len(found.remarks) == 1


def test_a_refusal_and_then_another_try(opened):
    connection = Tcp().open()
    refusal = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 4\r\n\r\nshut"
    connection.c(REQUEST)
    connection.s(refusal)
    connection.c(GET)
    connection.s(PAGE)
    connection.upgrade().chat(4).close()
    found = opened(pcap(connection.packets))
    assert len(found.talks) == 2
    assert (found.wire(C, 0), found.wire(S, 0)) == (REQUEST, refusal)
    assert found.wire(S, 1).startswith(RESPONSE)
    assert found.talks[1].state(S) is State.CLOSED or found.entries(1)[-1].kind is Kind.FIN


def test_a_tunnel_through_a_proxy(opened):
    connection = Tcp().open()
    connection.c(b"CONNECT example.org:80 HTTP/1.1\r\nHost: example.org:80\r\n\r\n")
    connection.s(b"HTTP/1.1 200 Connection established\r\n\r\n")
    connection.upgrade().chat(6)
    found = opened(pcap(connection.packets))
    assert found.wire(C).startswith(REQUEST)
    assert found.wire(S).startswith(RESPONSE)
    (remark,) = found.remarks
    assert (remark.source, remark.values["target"]) == (remarks.TUNNEL, "example.org:80")


def test_a_broken_handshake_is_told_not_skipped(opened):
    for broken in (REQUEST.replace(b"Upgrade: websocket\r\n", b""), REQUEST.replace(b"GET", b"POST")):
        connection = Tcp().open()
        connection.c(broken)
        connection.s(RESPONSE)
        connection.s(frame(b"x"))
        found = opened(pcap(connection.packets))
        assert found.wire(C) == broken
        assert found.wire(S) == RESPONSE + frame(b"x")


def test_a_request_that_the_capture_cuts_off_is_a_talk(opened):
    connection = Tcp().open()
    connection.c(REQUEST[:-10])
    assert opened(pcap(connection.packets)).wire(C) == REQUEST[:-10]


HELLO = bytes.fromhex("160301020001")
FOREIGN = [
    ([(0, HELLO + bytes(300))], remarks.TLS),
    ([(0, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")], remarks.HTTP2),
    ([(0, GET), (1, PAGE)], remarks.PLAIN_HTTP),
    ([(1, b"SSH-2.0-x\r\n"), (0, b"SSH-2.0-y\r\n")], remarks.OTHER),
    ([(0, b"*1\r\n$4\r\nPING\r\n"), (1, b"+PONG\r\n")], remarks.OTHER),
    ([(0, GET.replace(b"\r\n\r\n", b"\r\nUpgrade: h2c\r\n\r\n")), (1, b"HTTP/1.1 101 x\r\nUpgrade: h2c\r\n\r\n")],
     remarks.PLAIN_HTTP),
    ([], remarks.SILENT),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "source"), FOREIGN)
def test_what_is_no_websocket_is_counted(opened, parts, source):
    connection = Tcp().open()
    for who, data in parts:
        connection.send(who, data)
    found = opened(pcap(connection.close().packets))
    assert not found.talks
    assert found.count(source) == 1
    assert found.says(remarks.NO_WEBSOCKET)


def test_other_packets_are_counted(opened):
    packets = [Packet(START, ipv4("10.0.0.1", "10.0.0.2", bytes(20), protocol=17)), Packet(START, b"\x45" + bytes(10))]
    packets.append(Packet(START, ipv4("10.0.0.1", "10.0.0.2", tcp(1, 2, 3, 4, ACK, b"")[:15])))
    found = opened(pcap(packets))
    assert found.count(remarks.NOT_TCP) == 1
    assert found.count(remarks.BAD_PACKETS) == 2
    found = opened(pcap(chat().packets, link=105))
    assert found.remarks[0].values["types"] == "IEEE 802.11"


def test_there_is_a_most_of_talks(opened, monkeypatch):
    monkeypatch.setattr(desk, "TALK_LIMIT", 1)
    found = opened(pcap([packet for port in (1, 2, 3) for packet in chat(ports=(port, 80)).packets]))
    assert len(found.talks) == 1
    assert found.count(remarks.TOO_MANY) == 2


def test_a_flood_of_connections_is_not_remembered(opened, monkeypatch):
    monkeypatch.setattr(streams, "MOST", 8)
    packets = [Packet(START, ipv4("10.0.0.1", "10.0.0.2", tcp(port, 80, 1, 0, SYN, b""))) for port in range(1, 100)]
    first = chat()
    found = opened(pcap(first.packets[:9] + packets + first.packets[9:]))
    assert found.wire(S) == said(first, 1)
    assert found.count(remarks.SILENT) == 99


# In the middle.


@pytest.mark.parametrize("first", range(5, 12))
def test_a_capture_that_begins_in_the_middle(opened, first):
    packets = chat().packets[first:]
    found = opened(pcap(packets))
    setup = found.talk.recording.setup
    assert not setup.whole
    assert (setup.client, setup.server) == ("10.0.0.1:50000", "10.0.0.2:8765")
    rest = Tcp(packets=packets)
    assert (found.wire(C), found.wire(S)) == (said(rest, 0), said(rest, 1))
    assert found.says(remarks.BY_MASK) or found.says(remarks.BY_PORT)
    assert found.ledger.counts.violations == 0


def test_the_rest_of_a_frame_that_began_before_is_left_out(opened):
    connection = opened_tcp()
    long = frame(random.Random(1).randbytes(5000), 2)
    for at in range(0, len(long), 1000):
        connection.s(long[at : at + 1000])
    connection.chat(10)
    connection.packets = connection.packets[7:]
    found = opened(pcap(connection.packets))
    assert found.wire(S) == said(connection, 1)[len(long) - 2000 :]
    assert found.count(remarks.SKIPPED_BYTES) == len(long) - 2000


def test_frames_in_one_direction_only_tell_who_is_who(opened):
    for who, data in ((0, masked(b"hello")), (1, frame(b"hello"))):
        connection = Tcp()
        for _ in range(3):
            connection.send(who, data)
        found = opened(pcap(connection.packets))
        assert found.talk.recording.setup.client == "10.0.0.1:50000"
        assert found.wire((C, S)[who]) == data * 3


def test_a_lost_answer_is_a_gap_in_the_handshake(opened):
    connection = Tcp().open()
    connection.c(REQUEST)
    connection.seqs[1] += len(RESPONSE)
    connection.c(flags=ACK)
    connection.s(frame(b"hello"))
    connection.c(masked(b"hello"))
    found = opened(pcap(connection.packets))
    assert found.talk.recording.gaps(S) == [(0, len(RESPONSE))]
    assert found.wire(C) == REQUEST + masked(b"hello")


def test_a_lost_page_does_not_hide_the_websocket_behind_it(opened):
    connection = Tcp().open()
    connection.c(GET)
    connection.seqs[1] += 500
    connection.upgrade().chat(4)
    found = opened(pcap(connection.packets))
    assert found.wire(C).startswith(REQUEST)
    assert found.wire(S).startswith(RESPONSE)


@pytest.mark.parametrize("skip", [1, 2, 3])
def test_handshakes_without_their_syn(opened, skip):
    connection = chat()
    found = opened(pcap(connection.packets[skip:]))
    assert found.talk.recording.setup.whole
    assert (found.wire(C), found.wire(S)) == (said(connection, 0), said(connection, 1))
    assert found.talk.recording.setup.client == "10.0.0.1:50000"
