"""What a flood into Live costs the window: a client in a process of its own sends text messages to the echo server of
the `Engine` as fast as it is told, and a thread of the measuring process does what the window does: every 16 ms it
drains the engine and feeds a `Ledger`, with every frame judged, in slices of at most 8 ms.

Both directions are recorded, so 20,000 messages a second are 40,000 frames a second. A third thread wants to run every
10 ms, as an event of the window does: by how much it is late is what the other two take from it. What is lost can be
seen, too: every message must come back, and the ledger must have a row for each frame.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.benchmarks.timing import Row

RATE: Final = 20_000
"""Messages a second that are asked for."""

SIZE: Final = 16
"""Bytes of text in each."""

TICK: Final = 0.010
LATEST: Final = 50.0
"""Milliseconds by which the ticking thread may be late."""

DRAIN: Final = 0.016
SLICE: Final = 0.008
"""How often the window drains, and for how long at most."""

REQUEST: Final = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def rows(*, seconds: float = 10.0) -> list[Row]:
    """One flood at the rate that is asked for, and one without any limit."""
    from tests.benchmarks.timing import Row

    found = []
    for rate, what in ((RATE, f"{RATE:,} messages a second"), (0, "as many as go")):
        done = _measured(rate, seconds)
        reached, late = done["reached"], done["late"]
        shares = ", ".join(f"{name} {share:.0%}" for name, share in done["shares"].items())
        whole = "nothing lost" if done["lost"] == 0 else f"{done['lost']} rows lost"
        asked = 0.98 * RATE if rate else None
        found.append(Row("flood", f"{what}: echoed", reached, reached, "messages a second", asked, details=whole))
        details = f"99 % within {done['late99']:.1f} ms; idle: {done['idle']:.1f} ms; busy: {shares}"
        latest = LATEST if rate else None
        found.append(Row("flood", f"{what}: another thread is late", late, late, "ms at worst", latest, True, details))
    return found


def _measured(rate: int, seconds: float) -> dict[str, Any]:
    import subprocess
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, __file__, "measure", str(rate), str(seconds)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=600)
    return dict(json.loads(done.stdout))


# The flood.


def pour(port: int, rate: int, seconds: float) -> None:
    """Send for so long, at this rate or as fast as it goes; print how many messages were sent, and how many came back,
    and in how many seconds."""
    frame = bytes([0x81, 0x80 | SIZE, 1, 2, 3, 4]) + bytes(97 ^ (1, 2, 3, 4)[at % 4] for at in range(SIZE))
    back = SIZE + 2
    sock = socket.create_connection(("127.0.0.1", port))
    sock.sendall(REQUEST)
    head = b""
    while b"\r\n\r\n" not in head:
        head += sock.recv(4096)
    got = [len(head.partition(b"\r\n\r\n")[2]), time.perf_counter()]
    sent = [0]

    def read() -> None:
        while data := sock.recv(256 * 1024):
            got[0] += len(data)
            got[1] = time.perf_counter()

    reader = threading.Thread(target=read)
    reader.start()
    start = time.perf_counter()
    while (now := time.perf_counter()) - start < seconds:
        due = int((now - start) * rate) - sent[0] if rate else 500
        if due > 0:
            sock.sendall(frame * min(due, 2000))
            sent[0] += min(due, 2000)
        if rate:
            time.sleep(0.005)
    sock.sendall(bytes.fromhex("888200000000 03e8"))
    reader.join(60)
    took = max(seconds, got[1] - start)
    print(json.dumps({"sent": sent[0], "back": (got[0] - 4) // back, "took": took}))


# The window.


class Consumer(threading.Thread):
    """Drains the engine and feeds the ledger."""

    def __init__(self, engine: Any, ledger: Any) -> None:
        super().__init__(daemon=True)
        self.engine, self.ledger = engine, ledger
        self.talks: dict[int, Any] = {}
        self.over = threading.Event()
        self.taken = 0.0
        """Processor time."""

    def run(self) -> None:
        while not self.over.is_set():
            self.slice()
            self.taken = time.thread_time()
            time.sleep(DRAIN)

    def slice(self) -> None:
        """What a timer of the window does."""
        from protocol.recording import Kind

        start = time.perf_counter()
        while time.perf_counter() - start < SLICE:
            batches = self.engine.drain(limit_bytes=16 * 1024)
            if not batches:
                return
            for batch in batches:
                if batch.begun is not None:
                    self.talks[batch.number] = self.ledger.begin(batch.begun.setup)
                for line in batch.lines:
                    talk = self.talks[batch.number]
                    if line.kind is Kind.DATA:
                        talk.data(line.time, line.who, line.data)
                    elif line.kind is Kind.SYN:
                        talk.syn(line.time, line.who)
                    else:
                        talk.end(line.time, line.who, line.kind)
                if batch.over:
                    self.over.set()


def late(seconds: float, stop: threading.Event) -> list[float]:
    """By how many milliseconds a thread is late that wants to run every 10 ms."""
    found = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until and not stop.is_set():
        start = time.perf_counter()
        time.sleep(TICK)
        found.append(1000 * (time.perf_counter() - start - TICK))
    return sorted(found)


def measure(rate: int, seconds: float) -> dict[str, Any]:
    """Everything in this process but the flood."""
    import subprocess

    from app.network.engine import Engine
    from app.network.live.values import ServerOrder
    from protocol.ledger import Ledger

    engine, ledger = Engine(), Ledger()
    idle = late(min(seconds, 2.0), threading.Event())
    engine.start()
    listening = engine.serve(ServerOrder(port=0, deflate=False)).result(10)
    port = int(listening.urls[0].rpartition(":")[2].rstrip("/"))
    consumer = Consumer(engine, ledger)
    consumer.start()
    began = time.perf_counter(), time.process_time()
    command = [sys.executable, __file__, "pour", str(port), str(rate), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as flood:
        found = late(seconds + 60, consumer.over)
        poured = json.loads(flood.communicate(timeout=60)[0])
    took = time.perf_counter() - began[0]
    busy = time.process_time() - began[1]
    engine.close().result(10)
    consumer.over.wait(60)
    consumer.join(10)
    return {
        "reached": poured["back"] / poured["took"],
        "lost": 2 * (poured["sent"] + 1 + 1) - len(ledger) + poured["sent"] - poured["back"],
        "late": found[-1],
        "late99": found[int(0.99 * len(found))],
        "idle": idle[-1],
        "shares": {"engine": (busy - consumer.taken) / took, "window": consumer.taken / took},
    }


if __name__ == "__main__":
    sys.path.insert(0, ".")
    if sys.argv[1] == "pour":
        pour(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
    else:
        print(json.dumps(measure(int(sys.argv[2]), float(sys.argv[3]))))
