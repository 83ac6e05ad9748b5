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

BLOCK: Final = 16 * 1024
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

    Python takes about as long for one XOR of two bytes as for one XOR of two numbers of a thousand bytes. So
    the data is read as one long number, the repeated key as another, and both are XORed at once. XOR carries
    nothing from one bit to the next; that is why any byte order gives the same answer.
    """
    _check(key)
    turn = offset % 4
    key = key[turn:] + key[:turn]
    if len(data) <= BLOCK:
        return _xor(data, key)
    return b"".join(_xor(data[at : at + BLOCK], key) for at in range(0, len(data), BLOCK))


def _xor(data: bytes, key: bytes) -> bytes:
    size = len(data)
    repeated = (key * (size // 4 + 1))[:size]
    number = int.from_bytes(data, "little") ^ int.from_bytes(repeated, "little")
    return number.to_bytes(size, "little")


def _check(key: bytes) -> None:
    if len(key) != 4:
        raise ValueError(f"a masking key has 4 bytes, not {len(key)}")
