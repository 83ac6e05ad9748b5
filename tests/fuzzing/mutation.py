"""Inputs without any tool: each is a seed of the corpus with a few seeded changes.

It sees no coverage, but it is always there, runs anywhere, and finds the same from the same seed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random


def mutants(seeds: Sequence[bytes], words: Sequence[bytes], random: Random, most: int = 4096) -> Iterator[bytes]:
    """Changed seeds without end, at most `most` bytes long."""
    while True:
        data = random.choice(seeds) if seeds else b""
        for _ in range(1 + int(random.expovariate(0.6))):
            data = changed(data, seeds, words, random)
        yield data[:most]


def changed(data: bytes, seeds: Sequence[bytes], words: Sequence[bytes], random: Random) -> bytes:
    """One change: some bytes are replaced."""
    at = random.randrange(len(data) + 1)
    gone = 1 + int(random.expovariate(0.2))
    match random.randrange(8):
        case 0:  # a bit
            gone, new = 1, bytes(byte ^ 1 << random.randrange(8) for byte in data[at : at + 1])
        case 1:  # a byte that is often a border
            gone, new = 1, random.choice([b"\x00", b"\x7f", b"\x80", b"\xff", b" "])
        case 2:
            gone, new = 0, random.randbytes(1 + random.randrange(4))
        case 3:
            new = b""
        case 4:
            new = data[at : at + gone] * random.choice([2, 3, 40])
        case 5:
            gone, new = 0, random.choice(words)
        case 6:  # the end of another seed
            other = random.choice(seeds) if seeds else b""
            new = other[random.randrange(len(other) + 1) :]
        case _:  # the end is missing
            gone, new = len(data), b""
    return data[:at] + new + data[at + gone :]
