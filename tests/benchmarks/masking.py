"""What masking costs in pure Python: `protocol.masking.mask` against `websockets.utils.apply_mask`.

(Where its C extension was built, websockets does not run its pure-Python function; this is what one has without.)

Both turn bytes into numbers and back, so that they differ in how they treat memory, and it counts whether the
memory that they ask for is at hand. A process that has just begun must ask its operating system for it, and gives it
back at once: that is a `fresh` one, and each size is measured in a process of its own, so that no size lives on what
another one has left. In a process that has run for a while free memory lies about: a `used` one.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.benchmarks.timing import Row

FRESH: Final = (16, 125, 1024, 4096, 16 * 1024, 64 * 1024, 128 * 1024, 256 * 1024, 1024**2, 4 * 1024**2, 16 * 1024**2)
"""Sizes in bytes that are measured in a fresh process."""

USED: Final = (64 * 1024, 256 * 1024, 1024**2)
"""Sizes in bytes that are measured in a used process as well."""

ASKED: Final = 2
"""The least ratio from 64 KiB up."""

KEY: Final = bytes.fromhex("37fa213d")


def rows(*, rounds: int = 60, largest: int = 16 * 1024**2) -> list[Row]:
    """All rows up to the largest size in bytes; a round masks about 1 MiB, or one message if it is longer."""
    from tests.benchmarks.timing import Times, ratio_row

    found = []
    for state, sizes in (("fresh", FRESH), ("used", USED)):
        for size in sizes:
            if size > largest:
                continue
            ours, theirs = (Times(*map(float, line.split())) for line in _measured(state, size, rounds))
            asked = ASKED if size >= 64 * 1024 and state == "fresh" else None
            what = f"{_size(size)}, {state} process"
            found.append(ratio_row("masking", what, ours, "websockets", theirs, asked=asked))
    return found


def _measured(state: str, size: int, rounds: int) -> list[str]:
    """What a process of its own prints: for each contender a line, best and median in seconds."""
    import subprocess
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, __file__, state, str(size), str(rounds)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=600)
    return done.stdout.splitlines()


def _size(size: int) -> str:
    for unit, name in ((1024**2, "MiB"), (1024, "KiB")):
        if size >= unit:
            return f"{size // unit} {name}"
    return f"{size} bytes"


def measure(state: str, size: int, rounds: int) -> list[list[float]]:
    """Run both in turn; the times of each, sorted. It imports nothing that would leave memory behind."""
    from websockets.utils import apply_mask

    from protocol.masking import mask

    data = bytes(range(256)) * (size // 256) + bytes(range(size % 256))
    if mask(data, KEY) != apply_mask(data, KEY):
        raise AssertionError(f"{size} bytes are masked in two ways")
    left = [bytearray(100_000) for _ in range(100)] if state == "used" else []
    del left[::2]
    repeat = max(1, min(1000, 1024**2 // size))
    taken = {mask: [], apply_mask: []}
    for _ in range(max(3, min(rounds, rounds * 1024**2 // size))):
        for function, times in taken.items():
            start = time.process_time()
            for _ in range(repeat):
                function(data, KEY)
            times.append((time.process_time() - start) / repeat)
    return [sorted(times) for times in taken.values()]


if __name__ == "__main__":
    sys.path.insert(0, ".")
    for sorted_times in measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])):
        print(sorted_times[0], sorted_times[len(sorted_times) // 2])
