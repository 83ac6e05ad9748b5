"""A soak: thousands of connections to the real server, in every way in which a connection can go, drawn from a seed.

    soak.py [--connections 20000] [--at-once 300] [--seed 1]

Afterwards everything must be back where it was: no link, no endpoint, no task, no file descriptor and no thread is left
over, and the memory of the process stays what it was after the first connections. What a peer hears is checked as well:
who talks by the rules hears every echo, and is told the code that was said.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import socket
import struct
import sys
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from stream_support import bent, masks  # noqa: E402
from wire_support import KEY, MASK  # noqa: E402

from app.network.limits import Limits  # noqa: E402
from app.network.link import Link  # noqa: E402
from app.network.programs import echo  # noqa: E402
from app.network.server import Server  # noqa: E402
from protocol.connection import Connection  # noqa: E402
from protocol.events import Closed, MessageReceived, Opened  # noqa: E402
from protocol.extensions import DeflateOffer, DeflatePolicy  # noqa: E402
from protocol.frames import encode_frame  # noqa: E402
from protocol.handshake import Offer, Policy  # noqa: E402
from protocol.patience import Patience  # noqa: E402
from protocol.vocabulary import Opcode  # noqa: E402

HOST = "127.0.0.1"
LIMITS = Limits(patience=Patience(handshake=5.0, closing=5.0, idle=8.0), lingering=0.1)
"""So short that those who are abandoned are given up within the soak, so long that a busy machine keeps up."""

PATIENCE = 60.0
"""Seconds after which a client of the soak says that the server has forgotten it."""


class Client:
    """A bare socket and an endpoint of ours."""

    def __init__(self, random: Random, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.random, self.reader, self.writer = random, reader, writer
        offer = DeflateOffer() if random.random() < 0.5 else None
        self.end = Connection.client(Offer("server.example.com", "/chat", KEY, deflate=offer), masks)
        self.end.connect()

    def write(self) -> None:
        self.writer.write(self.end.bytes_to_send())

    async def read(self) -> list[object]:
        """The next events; at the end of TCP the last ones."""
        data = await asyncio.wait_for(self.reader.read(65536), PATIENCE)
        if not data and self.end.endpoint.told is not None:
            raise ConnectionError(f"TCP has ended: {self.end.endpoint.told}")
        return self.end.receive(data) if data else self.end.tcp_closed()

    async def open(self) -> None:
        self.write()
        while not any(isinstance(event, Opened) for event in await self.read()):
            assert self.end.endpoint.told is None, self.end.endpoint.failed

    async def to_the_end(self) -> None:
        """Read until TCP is over, whatever comes."""
        while await asyncio.wait_for(self.reader.read(65536), PATIENCE):
            pass

    def reset(self) -> None:
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


# What a client does. All but the first two break something.


async def talks(client: Client) -> None:
    """Opens, says something, hears it, closes, and is told so."""
    await client.open()
    said = [os.urandom(size) for size in (0, 5, 130, client.random.choice([1, 70_000]))]
    for data in said:
        if client.random.random() < 0.5:
            client.end.send_binary(data)
        else:
            client.end.send_binary(data[:3], fin=False)
            client.end.send_ping(b"?")
            client.end.send_continuation(data[3:], fin=True)
    client.write()
    events = []
    while sum(isinstance(event, MessageReceived) for event in events) < len(said):
        events += await client.read()
        client.write()
    assert [event.payload for event in events if isinstance(event, MessageReceived)] == said
    client.end.send_close(3000 + client.random.randrange(2000), "bye")
    client.write()
    while not any(isinstance(event, Closed) for event in events):
        events += await client.read()
    told = client.end.endpoint.told
    assert told is not None
    assert told.clean


async def asks_for_the_page(client: Client) -> None:
    """A browser without an upgrade."""
    client.writer.write(b"GET / HTTP/1.1\r\nHost: server.example.com\r\n\r\n")
    assert (await asyncio.wait_for(client.reader.readline(), PATIENCE)).startswith(b"HTTP/1.1 200 ")
    await client.to_the_end()


async def leaves_in_the_handshake(client: Client) -> None:
    """Ends TCP with half a head said, or waits for the server to do so."""
    request = client.end.bytes_to_send()
    client.writer.write(request[: client.random.randrange(len(request))])
    if client.random.random() < 0.5:
        client.writer.write_eof()
    await client.to_the_end()


async def is_silent(client: Client) -> None:
    """Says nothing more and reads on, until the server has no more patience."""
    if client.random.random() < 0.7:
        await client.open()
    await client.to_the_end()


async def resets(client: Client) -> None:
    """RST, at any moment."""
    if client.random.random() < 0.7:
        await client.open()
        client.end.send_text("a" * client.random.choice([1, 1000, 200_000]))
    client.writer.write(client.end.bytes_to_send()[: client.random.choice([1, 7, 300_000])])
    if client.random.random() < 0.5:
        await asyncio.sleep(client.random.random() * 0.05)
    client.reset()


async def closes_and_goes(client: Client) -> None:
    """Says Close and does not wait for the answer."""
    await client.open()
    client.end.send_close(1001)
    client.write()
    if client.random.random() < 0.5:
        client.reset()


async def ends_inside_a_frame(client: Client) -> None:
    """FIN in the middle of a message."""
    await client.open()
    frame = encode_frame(Opcode.BINARY, bytes(5000), fin=client.random.random() < 0.5, key=MASK)
    client.writer.write(frame[: client.random.randrange(1, len(frame) + 1)])
    client.writer.write_eof()
    await client.to_the_end()


async def talks_nonsense(client: Client) -> None:
    """Frames, or a head, with bits flipped."""
    random = client.random
    if random.random() < 0.8:
        await client.open()
        client.end.send_text("Hello, " * 30)
        client.end.send_binary(bytes(300), fin=False)
        client.end.send_ping(b"?")
        client.end.send_continuation(bytes(10), fin=True)
    kinds = ["flip", "insert", "delete", "cut", "double", "head"]
    changes = [(random.choice(kinds), random.randrange(2**32), random.randrange(256)) for _ in range(3)]
    client.writer.write(bent(client.end.bytes_to_send(), changes))
    await client.to_the_end()


async def never_reads(client: Client) -> None:
    """Asks for echo after echo, and takes none."""
    await client.open()
    client.reader._transport.pause_reading()
    client.end.send_binary(bytes(100_000))
    data = client.end.bytes_to_send()
    for _ in range(30):
        client.writer.write(data)
    await asyncio.sleep(client.random.random() * 0.3)
    client.reset()


DEEDS: tuple[tuple[int, Callable[[Client], Awaitable[None]]], ...] = (
    (8, talks), (2, asks_for_the_page), (2, leaves_in_the_handshake), (1, is_silent), (4, resets), (2, closes_and_goes),
    (2, ends_inside_a_frame), (4, talks_nonsense), (1, never_reads),
)  # fmt: skip
"""How often, and what."""


@dataclass
class Report:
    """What there was, and what is left over."""

    connections: int
    seconds: float = 0.0
    deeds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)
    memory: list[int] = field(default_factory=list)
    """Resident memory in KiB: after the first tenth, after each further one, and at the end."""

    def __str__(self) -> str:
        rate = self.connections / self.seconds
        deeds = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in sorted(self.deeds.items()))
        return (
            f"{self.connections} connections in {self.seconds:.1f} s ({rate:.0f}/s)\n{deeds}\n"
            f"left over: {self.left}\nmemory in MiB: {[round(each / 1024, 1) for each in self.memory]}\n"
            f"faults: {len(self.faults)} {self.faults[:5]}"
        )


def held() -> dict[str, int]:
    """What must be back at the start: of asyncio, of the system, and of our own."""
    gc.collect()
    kinds = Counter(type(each) for each in gc.get_objects() if isinstance(each, (Link, Connection)))
    return {
        "tasks": len(asyncio.all_tasks()),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0,
        "threads": threading.active_count(),
        "links": kinds[Link],
        "endpoints": kinds[Connection],
    }


def resident() -> int:
    """KiB of memory that the process has; 0 where nobody says."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    except (OSError, ValueError):
        return 0


async def soak(connections: int, at_once: int, seed: int) -> Report:
    """Run it, with a server of its own."""
    report = Report(connections)
    server = Server(echo, Policy(deflate=DeflatePolicy()), LIMITS)
    [(_, port)] = await server.start(HOST, 0)
    before, begun = held(), time.monotonic()
    random, numbers = Random(seed), iter(range(connections))

    async def work() -> None:
        for number in numbers:
            if number and number % max(connections // 10, 1) == 0:
                gc.collect()
                report.memory.append(resident())
            await one(Random(random.random()), port, report)

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(work())
    try:
        async with asyncio.timeout(PATIENCE):
            while server.links:
                await asyncio.sleep(0.02)
    except TimeoutError:
        report.faults.append(f"{len(server.links)} links do not end")
    await asyncio.sleep(0.1)
    report.seconds = time.monotonic() - begun
    report.left = {name: count - before[name] for name, count in held().items()}
    report.memory.append(resident())
    await server.stop()
    return report


async def one(random: Random, port: int, report: Report) -> None:
    """One connection."""
    deed = random.choices([deed for _, deed in DEEDS], [weight for weight, _ in DEEDS])[0]
    report.deeds[deed.__name__] += 1
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        await deed(Client(random, reader, writer))
    except ConnectionError as error:
        if deed in {talks, asks_for_the_page}:
            report.faults.append(f"{deed.__name__}: {error}")
    except TimeoutError:
        report.faults.append(f"{deed.__name__}: nothing came for {PATIENCE} seconds")
    except AssertionError as error:
        report.faults.append(f"{deed.__name__}: {error}")
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


def main() -> int:
    """The long soak; 1 if something is left over."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--connections", type=int, default=20_000)
    parser.add_argument("--at-once", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    report = asyncio.run(soak(arguments.connections, arguments.at_once, arguments.seed))
    print(report)
    return 1 if report.faults or any(report.left.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
