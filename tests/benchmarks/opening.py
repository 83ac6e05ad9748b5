"""What it costs to open a capture with verdicts: `open_file` into a `Ledger` against `tshark -T fields`, same file.

Both read a pcapng file that is made here, 300,000 messages of a chat over loopback: one frame a packet, as a quiet
connection gives them, and 25 a packet, as a busy one does. tshark prints seven fields of each packet with a WebSocket;
we judge every frame by all rules and keep it ready to be shown. Each runs in a process of its own, in turn; the clock
is the processor time of that process, what it imports included, and memory the most that it has ever held.

`Reading alone` is the file without what its frames mean: packets, TCP and HTTP, when the imports are done.
"""

from __future__ import annotations

import base64
import hashlib
import random
import resource
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.timing import Row

FRAMES: Final = 300_000
ROOT: Final = Path(__file__).resolve().parents[2]

SHAPES: Final = {"one frame a packet": 1, "25 frames a packet": 25}
ASKED: Final = {"one frame a packet": 4, "25 frames a packet": 2}
"""How many times as fast as tshark it has to be."""

MOST_MEMORY: Final = 0.75
"""And with how much of its memory."""

MOST_READING: Final = {"one frame a packet": 3.6, "25 frames a packet": 8.3}
"""Microseconds a packet that reading may cost."""

FIELDS: Final = (
    "frame.number", "frame.time_epoch", "tcp.stream", "websocket.opcode", "websocket.fin", "websocket.mask",
    "websocket.payload_length",
)  # fmt: skip


def capture(count: int, at_once: int) -> Iterator[bytes]:
    """A pcapng file, block by block: `count` messages, `at_once` of them in a packet, in turn from both sides."""
    source = random.Random(1)
    yield _block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1))
    yield _block(1, struct.pack("<HHI", 1, 0, 65535))
    sequences = [1000, 5000]
    now = 1_700_000_000 * 10**6

    def packet(who: int, data: bytes, flags: int = 0x18) -> bytes:
        nonlocal now
        now += 50
        ports = (50000, 8765) if who == 0 else (8765, 50000)
        ack = sequences[1 - who] if flags & 0x10 else 0
        head = struct.pack(">HHIIBBHHH", *ports, sequences[who] % 2**32, ack % 2**32, 5 << 4, flags, 65535, 0, 0)
        sequences[who] += len(data) + (flags & 2 > 0)
        size = 40 + len(data)
        address = bytes([127, 0, 0, 1])
        ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, size, 0, 0, 64, 6, 0, address, address)
        whole = bytes(12) + b"\x08\x00" + ip + head + data
        return _block(6, struct.pack("<IIIII", 0, now >> 32, now & 0xFFFFFFFF, len(whole), len(whole)) + whole)

    yield packet(0, b"", 2) + packet(1, b"", 0x12) + packet(0, b"", 0x10)
    key = base64.b64encode(b"0123456789abcdef").decode()
    accept = base64.b64encode(hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest()).decode()
    request = ("GET /chat HTTP/1.1", "Host: 127.0.0.1:8765", "Upgrade: websocket", "Connection: Upgrade",
               f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", "")  # fmt: skip
    response = ("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                f"Sec-WebSocket-Accept: {accept}", "", "")  # fmt: skip
    yield packet(0, "\r\n".join(request).encode()) + packet(1, "\r\n".join(response).encode())
    for turn, first in enumerate(range(0, count, at_once)):
        yield packet(turn % 2, b"".join(_message(source, number, turn % 2 == 0)
                                        for number in range(first, min(count, first + at_once))))  # fmt: skip


def _block(kind: int, body: bytes) -> bytes:
    body += bytes(-len(body) % 4)
    length = struct.pack("<I", len(body) + 12)
    return struct.pack("<I", kind) + length + body + length


def _message(source: random.Random, number: int, masked: bool) -> bytes:
    payload = b'{"type":"chat","n":%d,"text":"%s"}' % (number, b"x" * source.randrange(1, 60))
    size = len(payload)
    head = bytes([0x81, masked << 7 | size])
    if not masked:
        return head + payload
    key = source.randbytes(4)
    repeated = (key * (size // 4 + 1))[:size]
    return head + key + (int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")).to_bytes(size, "big")


# What is measured, each in a process of its own.


def ours(path: Path) -> int:
    """Opens the file with verdicts; how many frames there are."""
    from app.files.opening import open_file
    from protocol.ledger import Ledger

    ledger = Ledger()
    for _ in open_file(path, ledger, remark=str):
        pass
    return ledger.counts.frames


class _Deaf:
    """A ledger of one talk that hears nothing."""

    number = 1
    talks: Final = ()

    def begin(self, setup: object, reads: bool = False) -> _Deaf:
        return self

    def data(self, moment: float, who: object, what: object = b"") -> None:
        pass

    syn = end = gap = pieces = data


def reading(path: Path) -> int:
    """Reads the file, and nothing else."""
    from app.files.opening import open_file

    for _ in open_file(path, _Deaf(), remark=str):  # type: ignore[arg-type]
        pass
    return 0


def tshark(path: Path) -> int:
    """Lets tshark print the fields of every packet with a WebSocket; how many frames there are."""
    fields = [part for field in FIELDS for part in ("-e", field)]
    command = [shutil.which("tshark") or "tshark", "-n", "-r", str(path), "-Y", "websocket", "-T", "fields", *fields]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        return sum(line.split(b"\t")[3].count(b",") + 1 for line in process.stdout)


CONTENDERS: Final = {"ours": ours, "reading": reading, "tshark": tshark}


def measure(name: str, path: Path) -> tuple[int, float, int]:
    """Frames, seconds of processor time and KiB of one contender in this process."""
    if name == "reading":
        from app.files import opening  # noqa: F401 - so that it is there before the clock starts
    start = time.process_time()
    frames = CONTENDERS[name](path)
    if name == "tshark":
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return frames, used.ru_utime + used.ru_stime, used.ru_maxrss
    spent = time.process_time() - start
    from tests.benchmarks.memory import most_memory

    return frames, spent, most_memory()


def measured(name: str, path: Path) -> tuple[int, float, int]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, name, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900)
    frames, seconds, size = done.stdout.split()
    return int(frames), float(seconds), int(size)


def rows(*, rounds: int = 5, count: int = FRAMES) -> list[Row]:
    """All rows; without tshark only what reading costs."""
    from tests.benchmarks.timing import Row, Times, ratio_row

    found = []
    names = [name for name in CONTENDERS if name != "tshark" or shutil.which("tshark")]
    with tempfile.TemporaryDirectory() as folder:
        for shape, at_once in SHAPES.items():
            path = Path(folder) / f"{at_once}.pcapng"
            with path.open("wb") as file:
                file.writelines(capture(count, at_once))
            taken: dict[str, list[tuple[int, float, int]]] = {name: [] for name in names}
            for turn in range(rounds):
                for name in (*names[turn % len(names) :], *names[: turn % len(names)]):
                    taken[name].append(measured(name, path))
            times = {
                name: Times(min(each[1] for each in all_of_it), statistics.median(each[1] for each in all_of_it))
                for name, all_of_it in taken.items()
            }
            packets = count / at_once
            each = [part / packets * 1e6 for part in (times["reading"].best, times["reading"].median)]
            found.append(
                Row("opening", f"reading alone; {shape}", *each, "us a packet", MOST_READING[shape], at_most=True)
            )
            if "tshark" not in taken:
                continue
            if {each[0] for name in ("ours", "tshark") for each in taken[name]} != {count}:
                raise AssertionError(f"not everybody has found {count} frames: {taken}")
            what = f"a file of {count:,} frames; {shape}"
            found.append(
                ratio_row("opening", what, times["ours"], "tshark", times["tshark"], asked=ASKED[shape], count=count)
            )
            memory = {name: min(each[2] for each in all_of_it) / 1024 for name, all_of_it in taken.items()}
            share = memory["ours"] / memory["tshark"]
            details = f"{memory['ours']:.0f} MiB against {memory['tshark']:.0f} MiB"
            what = f"most memory; {shape}"
            found.append(Row("opening", what, share, share, "x tshark", MOST_MEMORY, at_most=True, details=details))
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(*measure(sys.argv[1], Path(sys.argv[2])))
