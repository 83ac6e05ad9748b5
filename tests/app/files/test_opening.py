"""Files of packets become talks, whatever their format and links, and whether they begin as they should."""

from __future__ import annotations

import gzip
import random
import struct

import pytest
from capture_support import (
    START,
    STEP,
    Packet,
    Tcp,
    block,
    enhanced,
    interface,
    ipv4,
    ipv6,
    linked,
    masked,
    option,
    pcap,
    pcapng,
    section,
)
from opened_support import C, S, chat, said

from app.files import remarks
from app.files.opening import is_capture
from protocol.recording import Kind, Recording


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


def test_what_somebody_else_has_captured_is_told_from_our_recordings(tmp_path):
    ours = next(Recording().lines())
    files = {
        "a.pcap": (pcap([]), True),
        "a.pcapng": (pcapng([]), True),
        "a.gz": (gzip.compress(pcap([])), True),
        "a.har": (b'{"log": {"version": "1.2", "entries": []}}', True),
        "a.jsonl": (ours.encode() + b"\n", False),
        "a.json": (b'{"colour": "blue"}', False),
        "a.txt": (b"GET / HTTP/1.1", False),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    assert {name: is_capture(tmp_path / name) for name in files} == {
        name: is_one for name, (_, is_one) in files.items()
    }
    assert not is_capture(tmp_path / "nowhere")
