"""What it costs to keep and to tell a connection: memory, speed, and how fast any frame is found again.

100,000 masked frames of 16 to 125 bytes, one an entry as a live recording has them: with an entry for each read of the
other side, without (a capture file), and as a busy connection gives them, many frames an entry. Memory is what
`tracemalloc` counts for the recording and for all that the observer keeps, without the payloads: what is left is the
frames' own headers (6 bytes) and what the project adds.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
import tracemalloc
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.facts import FrameSent
from protocol.frames import encode_frame
from protocol.observer import Observer, observe
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Opcode, Role
from tests.benchmarks.timing import Contender, Row, race
from tests.wire_support import Wire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.knowledge import Facts

FRAMES: Final = 100_000
SMALLEST: Final = 16
LARGEST: Final = 125
READ: Final = 64 * 1024

MOST_BYTES: Final = 100
"""What is asked: bytes a frame beyond its payload,"""
LEAST_FRAMES: Final = 100_000
"""frames observed in a second,"""
LONGEST_SEEK: Final = 50
"""and microseconds until a frame is there, whichever it is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How frames stand in a recording: `reads` adds an entry for each read, `coalesced` many frames to an entry."""

    name: str
    reads: bool = False
    coalesced: bool = False


SHAPES: Final = (
    Shape("one frame an entry, reads too", reads=True),
    Shape("one frame an entry, no reads"),
    Shape("64 KiB an entry, reads too", reads=True, coalesced=True),
)


def frames(count: int) -> Iterator[bytes]:
    """The frames of a client, the same ones each time."""
    source = random.Random(count)
    letters = bytes(source.choices(b"etaoin shrdlu", k=LARGEST))
    for _ in range(count):
        payload = letters[: source.randint(SMALLEST, LARGEST)]
        yield encode_frame(Opcode.TEXT, payload, key=source.randbytes(4))


def entries(shape: Shape, count: int) -> Iterator[Entry]:
    """The entries of a connection: its opening handshake, then the client's frames."""
    opened = list(Wire().open().recording)
    yield from (entry for entry in opened if shape.reads or entry.kind is not Kind.READ)
    moment = opened[-1].time
    for data in _coalesced(frames(count)) if shape.coalesced else frames(count):
        moment += 0.001
        yield Entry(moment, Role.CLIENT, Kind.DATA, data, len(data))
        if shape.reads:
            yield Entry(moment, Role.CLIENT, Kind.READ, size=len(data))


def _coalesced(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= READ:
            yield bytes(held[:READ])
            del held[:READ]
    yield bytes(held)


def recorded(shape: Shape, count: int) -> Recording:
    """A recording of that shape."""
    recording = Recording(reads=shape.reads)
    for entry in entries(shape, count):
        recording.append(entry)
    return recording


def bytes_a_frame(shape: Shape, count: int) -> float:
    """Memory that a recording and its facts hold, in bytes a frame, beyond the payloads."""
    payloads = sum(len(frame) - 6 for frame in frames(count))
    observe(recorded(shape, 10))  # tables that are made once are no cost of a frame
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        recording = recorded(shape, count)
        facts = observe(recording)
        gc.collect()
        held = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    _check(facts, count)
    return (held - payloads) / count


def _check(facts: Facts, count: int) -> None:
    if f"client.frame.{count - 1}.sent" not in facts or f"client.frame.{count}.sent" in facts:
        raise AssertionError(f"{count} frames were sent, but the facts say something else")


def live(shape: Shape, all_of_them: list[Entry]) -> Facts:
    """Recorded and observed entry by entry, as it happens."""
    observer = Observer(reads=shape.reads)
    for entry in all_of_them:
        observer.feed(entry)
    return observer.facts


def seek_microseconds(facts: Facts, count: int, samples: int, *, by_id: bool) -> list[float]:
    """How long it takes until a frame is there with its payload, for each of some frames at random, sorted.

    Each is sought three times, for the best of them: what is asked for is no matter of chance.
    """
    source = random.Random(1)
    taken = []
    for number in (source.randrange(count) for _ in range(samples)):
        fact_id = f"client.frame.{number}.sent"
        place = facts.place(fact_id)
        times = []
        for _ in range(3):
            start = time.process_time()
            fact = facts.get(fact_id) if by_id or place is None else facts[place]
            assert isinstance(fact, FrameSent)
            payload = fact.frame.payload
            times.append(time.process_time() - start)
            assert fact.number == number
            assert SMALLEST <= len(payload) <= LARGEST
        taken.append(min(times) * 1e6)
    return sorted(taken)


def rows(*, rounds: int = 5, count: int = FRAMES, samples: int = 2000) -> list[Row]:
    """All rows; `count` frames are recorded."""
    found = []
    for shape in SHAPES:
        size = bytes_a_frame(shape, count)
        what = f"memory beyond the payload; {shape.name}"
        found.append(Row("recording", what, size, size, "bytes a frame", MOST_BYTES, at_most=True))
    for shape in SHAPES:
        found += _speed_rows(shape, count, rounds)
    facts = observe(recorded(SHAPES[0], count))
    for by_id, how in ((True, "id"), (False, "place")):
        times = seek_microseconds(facts, count, samples, by_id=by_id)
        worst = f"slowest of {samples:,}: {times[-1]:.1f} us"
        what = f"a frame at random and its payload, by {how}; best is the 99th percentile"
        late, median = times[len(times) * 99 // 100], statistics.median(times)
        found.append(Row("recording", what, late, median, "us", LONGEST_SEEK, at_most=True, details=worst))
    return found


def _speed_rows(shape: Shape, count: int, rounds: int) -> list[Row]:
    """Frames in a second: observed from a recording, and recorded and observed while it happens."""
    all_of_them = list(entries(shape, count))
    recording = recorded(shape, count)
    times = race(
        [
            Contender("observed", lambda: recording, observe),
            Contender("recorded and observed live", lambda: all_of_them, lambda held: live(shape, held)),
        ],
        rounds,
    )
    return [
        Row(
            "recording",
            f"{name}; {shape.name}",
            count / each.best,
            count / each.median,
            "frames a second",
            LEAST_FRAMES,
            details=f"{each.best / count * 1e6:.2f} us a frame",
        )
        for name, each in times.items()
    ]
