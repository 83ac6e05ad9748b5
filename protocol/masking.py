"""Masking (RFC 6455 section 5.3): the client XORs every payload byte with one byte of a 4-byte key.

    transformed-octet-i = original-octet-i XOR masking-key-octet-j,    j = i MOD 4

XOR undoes itself, so the same function masks and unmasks. The key travels in the clear, right before the
payload: masking hides nothing. It makes the bytes on the wire unpredictable to a program that chooses the
payload, so that it cannot write another protocol's commands through a proxy that does not know WebSocket
(section 10.3). The key must therefore be fresh and unpredictable for each frame; it comes in from outside,
because this folder knows no randomness.

`mask_steps` is the formula, byte by byte. `mask` is the one that runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BLOCK: Final = 4 * 1024
"""How many bytes are turned into one number at a time: a multiple of 4 that fits a processor's cache."""


@dataclass(frozen=True, slots=True)
class MaskStep:
    """One byte: `payload` XOR `key` is `wire`, where `key` is byte `key_index` (index MOD 4) of the key."""

    index: int
    payload: int
    key_index: int
    key: int
    wire: int


def mask_steps(data: bytes, key: bytes) -> tuple[MaskStep, ...]:
    """The algorithm of section 5.3, one step a byte."""
    _check(key)
    steps = []
    for i, byte in enumerate(data):
        j = i % 4
        steps.append(MaskStep(i, byte, j, key[j], byte ^ key[j]))
    return tuple(steps)


def mask(data: bytes, key: bytes, offset: int = 0) -> bytes:
    """`data` masked, or unmasked. `offset` is the index in the payload at which `data` begins.

    Python needs about as long for the XOR of two bytes as for that of two numbers of a thousand bytes. So
    a block of data is read as one long number and XORed with the repeated key, read as another one. XOR
    carries nothing from one bit to the next, so the order of the bytes does not matter; with the least
    significant byte first, a last block that is too short just leaves a rest of the key behind it, which
    is cut off.
    """
    _check(key)
    turn = offset % 4
    size = min(len(data), BLOCK)
    repeated = (key[turn:] + key[:turn]) * (size // 4 + 1)
    pad = int.from_bytes(repeated[:size], "little")
    blocks = []
    for at in range(0, len(data), BLOCK):
        block = data[at : at + BLOCK]
        masked = int.from_bytes(block, "little") ^ pad
        blocks.append(masked.to_bytes(size, "little")[: len(block)])
    return b"".join(blocks)


def _check(key: bytes) -> None:
    if len(key) != 4:
        raise ValueError(f"a masking key has 4 bytes, not {len(key)}")
