"""tshark as the judge: what we read of a capture is what it reads, and what we write it takes for what we meant."""

from __future__ import annotations

import random
import shutil
import subprocess

import pytest
from capture_support import REQUEST, RESPONSE, START, Packet, Tcp, frame, masked, pcap, pcapng

from app.files.har_in import KEY
from app.files.opening import open_file
from app.files.pcapng_out import write_pcapng
from protocol.ledger import FRAME, Ledger
from protocol.recording import Kind, Setup
from protocol.vocabulary import Role

TSHARK = shutil.which("tshark")
pytestmark = pytest.mark.skipif(TSHARK is None, reason="tshark is not installed")
C, S = Role.CLIENT, Role.SERVER


def tshark(path, *fields, only=""):
    """The fields of each packet that has any."""
    command = [TSHARK, "-n", "-r", str(path), "-T", "fields", "-E", "separator=|", "-E", "occurrence=a"]
    command += [part for field in fields for part in ("-e", field)]
    command += ["-Y", only] if only else []
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.split("|") for line in out.splitlines() if line.strip("|")]


def theirs(path):
    """Stream, opcode, FIN and length of each frame, as tshark tells them."""
    rows = []
    columns = ("tcp.stream", "websocket.opcode", "websocket.fin", "websocket.payload_length")
    extended = ("websocket.payload_length_ext_16", "websocket.payload_length_ext_64")
    for stream, opcodes, fins, lengths, *longer in tshark(path, *columns, *extended, only="websocket"):
        long = iter([int(each) for part in longer for each in part.split(",") if each])
        for opcode, fin, length in zip(opcodes.split(","), fins.split(","), lengths.split(","), strict=True):
            size = next(long) if int(length) > 125 else int(length)
            rows.append((int(stream) + 1, int(opcode), fin in {"1", "True"}, size))
    return rows


def ours(ledger):
    rows = [ledger.row(place) for place in range(len(ledger))]
    return [(row.talk.number, row.opcode, row.fin, row.length) for row in rows if row.kind == FRAME]


def opened(path):
    ledger = Ledger()
    list(open_file(path, ledger, remark=lambda each: None))
    return ledger


def busy(port=50000):
    """A connection with everything that is allowed."""
    source = random.Random(port)
    connection = Tcp(ports=(port, 8765)).open().upgrade().chat(25, seed=port)
    connection.c(masked(b"ping", 9) + masked(b"", 9))
    connection.s(frame(b"ping", 10) + frame(b"", 10))
    whole = frame(source.randbytes(5000), 2)
    for at in range(0, len(whole), 1400):
        connection.s(whole[at : at + 1400])
    connection.s(frame(b"frag", fin=False))
    connection.s(frame(b"ment", 0))
    connection.c(masked(b"a") + masked(b"b" * 130) + masked(b"c")[:3])
    connection.c(masked(b"c")[3:])
    connection.c(masked(b"\x03\xe8bye", 8))
    connection.s(frame(b"\x03\xe8bye", 8))
    return connection.close()


@pytest.mark.parametrize("form", ["pcap", "pcapng"])
def test_frames_are_what_tshark_reads(tmp_path, form):
    path = tmp_path / "file"
    packets = sorted(busy().packets + busy(50001).packets, key=lambda each: each.ns)
    path.write_bytes((pcap if form == "pcap" else pcapng)(packets))
    found = ours(opened(path))
    assert len(found) > 60
    assert sorted(found) == sorted(theirs(path))


def test_streams_are_what_tshark_follows(tmp_path):
    source = random.Random(5)
    connection = busy()
    packets = connection.packets[:5] + source.sample(connection.packets[5:], len(connection.packets) - 5)
    early = {packet.ip[20:22]: packet.ip[28:32] for packet in reversed(packets[1:5])}
    # Nobody acknowledges more than at the beginning: else what comes late would be known to be lost.
    packets = [
        Packet(
            START + number * 1000, packet.ip[:28] + early[packet.ip[20:22]] + packet.ip[32:] if number else packet.ip
        )
        for number, packet in enumerate(packets)
    ]
    packets += [packets[20], packets[11]]
    path = tmp_path / "file"
    path.write_bytes(pcap(packets))
    recording = opened(path).talks[0].recording
    command = [TSHARK, "-n", "-r", str(path), "-q", "-z", "follow,tcp,raw,0"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[6:-1]
    wires = {
        C: "".join(line for line in lines if line[:1] != "\t"),
        S: "".join(line[1:] for line in lines if line[:1] == "\t"),
    }
    assert {who: recording.wire(who).hex() for who in Role} == wires


@pytest.mark.parametrize("six", [False, True])
def test_what_we_write_is_dissected_alike(tmp_path, six):
    ledger = Ledger()
    ends = ("[fd00::1]:50000", "[fd00::2]:8765") if six else ("10.0.0.1:50000", "10.0.0.2:8765")
    talk = ledger.begin(Setup(*ends, began=1_700_000_000.5))
    talk.syn(0.0, C)
    talk.syn(0.25, S)
    texts = [b"x" * size for size in (0, 5, 125, 126, 4000, 70_000)]
    deeds = [(C, REQUEST), (S, RESPONSE)]
    deeds += [(who, frame(text) if who is S else masked(text)) for text in texts[:4] for who in Role]
    deeds += [(S, frame(texts[4])), (C, masked(b"\x03\xe8", 8)), (S, frame(b"\x03\xe8", 8))]
    for number, (who, data) in enumerate(deeds):
        talk.data(1.0 + number, who, data)
    talk.end(50.0, S, Kind.FIN)
    talk.end(50.5, C, Kind.FIN)
    path = tmp_path / "out.pcapng"
    write_pcapng(path, [talk])
    assert theirs(path) == ours(ledger)
    payloads = [row[0] for row in tshark(path, "websocket.payload.text", only="websocket.payload.text")]
    assert [len(each) for each in payloads if set(each) == {"x"}][:2] == [5, 5]
    checks = tshark(path, "tcp.checksum.status", "ip.checksum.status", only="tcp")
    command = ["-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"]
    checked = subprocess.run(
        [TSHARK, "-n", "-r", str(path), *command, "-T", "fields", "-e", "tcp.checksum.status"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert len(checked) == len(checks)
    assert set(checked) == {"1"}
    bad = "tcp.analysis.lost_segment || tcp.analysis.retransmission || tcp.analysis.ack_lost_segment || _ws.malformed"
    assert tshark(path, "frame.number", only=bad) == []
    times = [float(row[0]) for row in tshark(path, "frame.time_epoch", only="tcp.flags.syn == 1 || tcp.flags.fin == 1")]
    assert times == pytest.approx([1_700_000_000.5, 1_700_000_000.75, 1_700_000_050.5, 1_700_000_051.0])
    assert KEY
