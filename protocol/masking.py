"""Masking (RFC 6455 section 5.3): the client XORs every payload byte with one byte of a 4-byte key.

    transformed-octet-i = original-octet-i XOR masking-key-octet-j,    j = i MOD 4

XOR undoes itself, so the same function masks and unmasks. The key travels in the clear, right before the
payload: masking hides nothing. It makes the bytes on the wire unpredictable to a program that chooses the
payload, so that it cannot write another protocol's commands through a proxy that does not know WebSocket
(section 10.3). The key must therefore be fresh and unpredictable for each frame; it comes in from outside,
because this folder knows no randomness.

`mask_steps` is the formula, byte by byte. `mask` is the one that runs.

Python needs about as long for the XOR of two bytes as for that of two numbers of some hundred bytes. So `mask`
reads the data as one long number, XORs it with the repeated key, read as another one, and writes the result as
bytes again. XOR carries nothing from one bit to the next, so the order of the bytes does not matter; with the
least significant byte first, a repeated key that is too long just leaves a rest behind the data, which is cut
off. The key repeated is the key times ones, as 1234 x 1 0001 0001 = 1234 1234 1234; here a digit has 32 bits.

Most of the time goes into turning bytes into numbers and back, and into memory: numbers of many megabytes are
asked of the operating system page by page. Data that is longer than a block is therefore taken block by block,
in numbers that stay in a processor's cache, and written over a copy of itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Final

BLOCK: Final = 8 * 1024
"""How many bytes are turned into one number at most: a multiple of 4, found by measuring from 1 to 256 KiB."""

SHORT: Final = 1024
"""Up to this size in bytes, the ones stand ready in a table. Most messages are no longer."""

_from_bytes: Final = int.from_bytes

ONES: Final = tuple(_from_bytes(b"\1\0\0\0" * digits, "little") for digits in range(SHORT // 4 + 1))
"""0, 1, 1 00000001, 1 00000001 00000001 ... (hexadecimal): as many digits of 32 bits, all 1, as the index says."""

_BLOCK_OF_ONES: Final = _from_bytes(b"\1\0\0\0" * (BLOCK // 4), "little")


@dataclass(frozen=True, slots=True)
class MaskStep:
    """One byte: `payload` XOR `key` is `wire`, where `key` is byte `key_index` (index MOD 4) of the key."""

    index: int
    payload: int
    key_index: int
    key: int
    wire: int


def mask_steps(data: bytes, key: bytes) -> tuple[MaskStep, ...]:
    """The algorithm of section 5.3, one step a byte. ValueError if the key has not 4 bytes."""
    if len(key) != 4:
        raise _bad_key(key)
    steps = []
    for i, byte in enumerate(data):
        j = i % 4
        steps.append(MaskStep(i, byte, j, key[j], byte ^ key[j]))
    return tuple(steps)


def mask(data: bytes | bytearray | memoryview, key: bytes, offset: int = 0) -> bytes:
    """`data` masked, or unmasked. `offset` is the index in the payload at which `data` begins.

    ValueError if the key has not 4 bytes.
    """
    if len(key) != 4:
        raise _bad_key(key)
    if offset:
        key = key[offset % 4 :] + key[: offset % 4]
    size = len(data)
    if size > BLOCK:
        return _mask_blocks(data, key)
    digits = (size + 3) // 4
    ones = ONES[digits] if size <= SHORT else _ones(digits)
    masked = _from_bytes(data, "little") ^ _from_bytes(key, "little") * ones
    return masked.to_bytes(size + 3, "little")[:size]


def _mask_blocks(data: bytes | bytearray | memoryview, key: bytes) -> bytes:
    """`data` of any length: a copy of it is written over block by block, so that no memory is asked for twice."""
    repeated = _from_bytes(key, "little") * _BLOCK_OF_ONES
    view = memoryview(data)
    copy = BytesIO(data)
    rest = len(data) // BLOCK * BLOCK
    for at in range(0, rest, BLOCK):
        masked = _from_bytes(view[at : at + BLOCK], "little") ^ repeated
        copy.write(masked.to_bytes(BLOCK, "little"))
    copy.write(mask(view[rest:], key))
    return copy.getvalue()


def _ones(digits: int) -> int:
    """The first of the ones of a block, as many as there are `digits`."""
    return _BLOCK_OF_ONES >> 32 * (BLOCK // 4 - digits)


def _bad_key(key: bytes) -> ValueError:
    return ValueError(f"a masking key has 4 bytes, not {len(key)}")
