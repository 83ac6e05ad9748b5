"""Files of packets become talks: what each side said, in order, however the packets came."""

from __future__ import annotations

import gzip
import random
import struct

import pytest
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
    block,
    enhanced,
    frame,
    interface,
    ipv4,
    ipv6,
    linked,
    masked,
    option,
    pcap,
    pcapng,
    section,
    tcp,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.files import desk, remarks, streams
from app.files.opening import open_file
from app.files.remarks import CaptureError, Remark
from protocol.ledger import Ledger
from protocol.recording import Kind
from protocol.vocabulary import Role, State

C, S = Role.CLIENT, Role.SERVER


class Opened:
    """A file that was read: its ledger and remarks."""

    def __init__(self, path, data, fast=True):
        path.write_bytes(data)
        self.ledger, self.remarks = Ledger(), []
        self.fractions = list(open_file(path, self.ledger, remark=self.remarks.append, fast=fast))

    @property
    def talks(self):
        return self.ledger.talks

    @property
    def talk(self):
        (talk,) = self.talks
        return talk

    def wire(self, who, number=0):
        return self.talks[number].recording.wire(who)

    def count(self, source):
        (found,) = [each.values["count"] for each in self.remarks if each.source == source]
        return int(found.replace(",", ""))

    def says(self, source):
        return any(each.source == source for each in self.remarks)

    def entries(self, number=0):
        return list(self.talks[number].recording)


@pytest.fixture
def opened(tmp_path):
    return lambda data, **more: Opened(tmp_path / "file", data, **more)


def chat(**more):
    return Tcp(**more).open().upgrade().chat(20).close()


def said(connection, who):
    """All payload that one side sent, of packets in order."""
    ours = connection.ports[who]
    out = b""
    for packet in connection.packets:
        start = (packet.ip[0] & 15) * 4 if packet.ip[0] >> 4 == 4 else 40
        if struct.unpack_from(">H", packet.ip, start)[0] == ours:
            out += packet.ip[start + 20 :]
    return out


# Formats and links.


@pytest.mark.parametrize("link", [0, 1, 9, 101, 108, 113, 276])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("ends", [("10.0.0.1", "10.0.0.2"), ("fd00::1", "fd00::2")], ids=["IPv4", "IPv6"])
def test_all_formats_and_links_give_the_same_talk(opened, link, order, ends):
    connection = chat(client=ends[0], server=ends[1])
    files = [pcapng(connection.packets, order=order, link=link)]
    files += [pcap(connection.packets, order=order, link=link, nano=nano) for nano in (False, True)]
    for data in (*files, gzip.compress(files[0]), gzip.compress(files[1])):
        found = opened(data)
        assert (found.wire(C), found.wire(S)) == (said(connection, 0), said(connection, 1))
        setup = found.talk.recording.setup
        assert setup.began == (START + STEP) / 1e9
        assert setup.whole
        assert setup.client.endswith(":50000")
        assert setup.server == ("[fd00::2]:8765" if "fd00::2" in ends else "10.0.0.2:8765")
        assert found.remarks == []
        entries = found.entries()
        assert [each.kind for each in entries[:2]] == [Kind.SYN, Kind.SYN]
        assert [each.time for each in entries[:3]] == [0.0, 0.001, 0.003]
        assert {each.kind for each in entries[-2:]} == {Kind.FIN}
        assert found.fractions == sorted(found.fractions)
        assert found.fractions[-1] == 1.0


def test_several_sections_and_interfaces_with_units_of_their_own(opened):
    one, two = chat().packets, chat(ports=(50001, 80)).packets
    data = section() + interface(101) + interface(1, options=option(2, b"eth0") + option(9, b"\x09") + option(0, b""))
    data += block(0x0BAD, b"anything") + b"".join(enhanced(each, 1, unit=1) for each in one)
    data += section(">")
    data += interface(0, ">", option(9, b"\x94", ">") + option(14, (7).to_bytes(8, "big"), ">"))  # 2**-20 s, 7 s later
    for each in two:
        packet = Packet((each.ns - START) * 2**20 // 10**9, each.ip)
        data += enhanced(packet, 0, ">", link=0, unit=1)
    found = opened(data)
    assert [len(each.recording) for each in found.talks] == [len(found.entries(0))] * 2
    assert found.talks[0].recording.setup.began == (START + STEP) / 1e9
    assert found.talks[1].recording.setup.began == pytest.approx(7.001, abs=1e-5)
    assert found.wire(C, 0) == found.wire(C, 1)
    assert found.remarks == []


def test_simple_and_obsolete_packet_blocks(opened):
    connection = chat()
    data = section() + interface(101)
    for number, each in enumerate(connection.packets):
        if number % 2:
            data += block(3, struct.pack("<I", len(each.ip)) + each.ip)
        else:
            time = each.ns // 1000
            head = struct.pack("<HHIIII", 0, 9, time >> 32, time & 0xFFFFFFFF, len(each.ip), len(each.ip))
            data += block(2, head + each.ip)
    found = opened(data)
    assert (found.wire(C), found.wire(S)) == (said(connection, 0), said(connection, 1))


def test_packets_of_no_interface_and_lost_ones_are_counted(opened):
    packets = chat().packets
    statistics = struct.pack("<III", 0, 0, 0) + option(5, struct.pack("<Q", 3)) + option(7, struct.pack("<Q", 4))
    data = section() + interface() + b"".join(map(enhanced, packets)) + enhanced(packets[0], 5) + block(5, statistics)
    found = opened(data)
    assert found.count(remarks.NO_INTERFACE) == 1
    assert found.count(remarks.DROPPED) == 7


VLAN = bytes.fromhex("02000000000202000000000188a80002810000010800")
PPPOE = bytes.fromhex("02000000000202000000000188641100000100ff0021")
MPLS = bytes.fromhex("02000000000202000000000188470001004000011140")


@pytest.mark.parametrize("head", [VLAN, PPPOE, MPLS], ids=["QinQ", "PPPoE", "MPLS"])
def test_what_stands_between_ethernet_and_ip(opened, head):
    connection = chat()
    packets = [Packet(each.ns, head + each.ip) for each in connection.packets]
    data = section() + interface(1) + b"".join(enhanced(each, link=101) for each in packets)
    assert opened(data).wire(S) == said(connection, 1)


def wrapped(ip, how):
    match how:
        case "options":
            return ipv4("10.0.0.1", "10.0.0.2", ip[20:], options=b"\1" * 12)
        case "IP in IP":
            return ipv4("192.0.2.1", "192.0.2.2", ip, protocol=4)
        case "GRE":
            return ipv4("192.0.2.1", "192.0.2.2", b"\x20\0\x08\0\0\0\0\x01" + ip, protocol=47)
        case "VXLAN":
            udp = struct.pack(">HHHH", 1, 4789, 0, 0) + b"\x08\0\0\0\0\0\1\0" + linked(ip)
            return ipv4("192.0.2.1", "192.0.2.2", udp, protocol=17)
        case "6in4":
            return ipv4("192.0.2.1", "192.0.2.2", ipv6("fd00::1", "fd00::2", ip[20:]), protocol=41)
        case _:
            chain = bytes([60, 1]) + bytes(14) + bytes([6, 0]) + bytes(6)
            return ipv6("fd00::1", "fd00::2", chain + ip[20:], following=0)


@pytest.mark.parametrize("how", ["options", "IP in IP", "GRE", "VXLAN", "6in4", "extension headers"])
def test_ip_in_other_clothes(opened, how):
    connection = Tcp().open().upgrade()
    for number in range(5):
        connection.c(masked(b"%d" % number))
    packets = [Packet(each.ns, wrapped(each.ip, how)) for each in connection.packets if each.ip[15] == 1]
    found = opened(pcap(packets, link=101))
    assert found.wire(C) == said(connection, 0)


@pytest.mark.parametrize("version", [4, 6])
def test_fragments_are_put_together_in_any_order(opened, version):
    connection = chat(**({} if version == 4 else {"client": "fd00::1", "server": "fd00::2"}))
    packets = []
    for number, each in enumerate(connection.packets):
        head, body = (each.ip[:20], each.ip[20:]) if version == 4 else (each.ip[:40], each.ip[40:])
        pieces = [(at, body[at : at + 24], at + 24 < len(body)) for at in range(0, len(body), 24)]
        random.Random(number).shuffle(pieces)
        for at, piece, more in pieces:
            if version == 4:
                ip = struct.pack(">BBHHH", 0x45, 0, 20 + len(piece), number, more << 13 | at // 8) + head[8:] + piece
            else:
                extra = struct.pack(">BBHI", 6, 0, at | more, number) + piece
                ip = head[:4] + struct.pack(">HBB", len(extra), 44, 64) + head[8:] + extra
            packets.append(Packet(each.ns, ip))
    found = opened(pcap(packets))
    assert (found.wire(C), found.wire(S)) == (said(connection, 0), said(connection, 1))
    del packets[4]
    found = opened(pcap(packets))
    assert found.count(remarks.FRAGMENTS) == 1


# TCP.


def opened_tcp():
    return Tcp().open().upgrade()


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


# HTTP before it.

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


# Both roads.


def outcome(found):
    return [(talk.recording.setup, list(talk.recording)) for talk in found.talks], list(map(str, found.remarks))


@settings(max_examples=60, deadline=None)
@example(seed=33557, six=False, link=0)  # acknowledgements that run backwards
@example(seed=587, six=False, link=0)  # a FIN behind a hole
@example(seed=18558, six=False, link=0)  # packets out of their time after a conversation is over
@given(seed=st.integers(0, 10**6), six=st.booleans(), link=st.sampled_from([0, 1, 113, 276, 108]))
def test_the_fast_road_and_the_careful_one_give_the_same(tmp_path_factory, seed, six, link):
    source = random.Random(seed)
    ends = {"client": "fd00::1", "server": "fd00::2"} if six else {}
    packets = []
    for number in range(source.randrange(1, 4)):
        one = Tcp(ports=(50000 + number, 80), seqs=[source.randrange(2**32), source.randrange(2**32)], **ends)
        one.open().upgrade().chat(source.randrange(30), seed=seed).close()
        packets += one.packets[source.choice([0, 0, 1, 6]) :]
    for _ in range(source.randrange(8)):
        at = source.randrange(len(packets))
        match source.randrange(6):
            case 0:
                del packets[at]
            case 1:
                packets.insert(source.randrange(len(packets)), packets[at])
            case 2:
                packets.insert(source.randrange(len(packets)), packets.pop(at))
            case 3:
                packets[at].kept = source.randrange(90)
            case 4:
                broken = bytearray(packets[at].ip)
                broken[source.randrange(min(60, len(broken)))] ^= 1 << source.randrange(8)
                packets[at] = Packet(packets[at].ns, bytes(broken))
            case _:
                packets[at].ns -= source.randrange(10) * STEP
        if not packets:
            break
    path = tmp_path_factory.mktemp("roads") / "file"
    data = pcapng(packets, link=link)
    assert outcome(Opened(path, data)) == outcome(Opened(path, data, fast=False))


# Damage.


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path):
    connection = Tcp().open().upgrade().chat(3)
    whole_pcap, whole_pcapng = pcap(connection.packets), pcapng(connection.packets)
    for data in (whole_pcap, whole_pcapng, gzip.compress(whole_pcap)):
        for stop in range(len(data)):
            try:
                found = Opened(tmp_path / "file", data[:stop])
            except CaptureError:
                assert stop < 30
                continue
            for talk in found.talks:
                assert said(connection, 0).startswith(talk.recording.wire(C))
                assert said(connection, 1).startswith(talk.recording.wire(S))


def test_the_place_of_damage_is_named(opened):
    data = pcap(chat().packets)
    found = opened(data[:-1])
    assert found.remarks[-1].source == remarks.CUT_SHORT or found.remarks[0].source == remarks.CUT_SHORT
    bad = data[:24] + struct.pack("<IIII", 1, 1, 2**31, 2**31) + bytes(100)
    (remark, _) = opened(bad).remarks
    assert (remark.source, remark.values) == (remarks.BAD_LENGTH, {"length": str(2**31), "at": "24"})
    assert remark.kind == "damage"
    good = pcapng(chat().packets)
    found = opened(good + block(6, b"") + b"\x0a\x0d\x0d\x0a" + bytes(20))
    assert found.talk
    assert any(each.source == remarks.BAD_ORDER and each.values["at"] == str(len(good) + 12) for each in found.remarks)


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"", remarks.EMPTY),
        (b"hello, this is text and no capture", remarks.UNKNOWN),
        (b"\x28\xb5\x2f\xfd" + bytes(50), remarks.COMPRESSED),
        (b"\x1f\x8b" + bytes(50), remarks.BAD_GZIP),
        (b"\xa1\xb2\xc3\xd4\0\2", remarks.SHORT_HEAD),
        (b"\x0a\x0d\x0d\x0a" + bytes(40), remarks.BAD_SECTION),
    ],
)
def test_a_file_that_is_none_of_these(opened, data, source):
    with pytest.raises(CaptureError) as error:
        opened(data)
    assert error.value.source == source
    assert "file" in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CaptureError, match="no such file"):
        list(open_file(tmp_path / "none", Ledger(), remark=print))
    with pytest.raises(CaptureError, match="directory"):
        list(open_file(tmp_path, Ledger(), remark=print))


def test_closing_early_keeps_what_was_read(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(pcap(opened_tcp().chat(2000).packets))
    ledger = Ledger()
    reading = open_file(path, ledger, remark=print)
    while not len(ledger):
        next(reading)
    reading.close()
    assert 0 < len(ledger) < 2002


HOSTILE = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda head, rest: head + rest, st.sampled_from([pcap([]), section() + interface(), section(">")]),
              st.binary(max_size=200)),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(data=HOSTILE)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    try:
        Opened(tmp_path_factory.getbasetemp() / "hostile", data)
    except CaptureError:
        return


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_flipped_bytes_never_raise(tmp_path_factory, data):
    connection = Tcp().open().upgrade().chat(6).close()
    whole = bytearray(data.draw(st.sampled_from([pcap(connection.packets), pcapng(connection.packets)])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        Opened(tmp_path_factory.getbasetemp() / "flipped", bytes(whole))
    except CaptureError:
        return


def test_a_remark_is_a_sentence():
    assert str(Remark(remarks.TLS, {"count": "3"})).startswith("Connections of TLS: 3.")
