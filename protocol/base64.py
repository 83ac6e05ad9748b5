"""Base64 (RFC 4648 section 4), once fast and once with every group open.

Three bytes are 24 bits; read as four groups of six they are four numbers from 0 to 63, and each picks a
character:

    bytes        b3       7a       4f
    bits   10110011 01111010 01001111
    sextets  101100 110111 101001 001111
    index        44     55     41     15
    text          s      3      p      P

A last group of one or two bytes is completed with zero bits to a whole number of sextets, and `=` stands for
each sextet that is missing altogether.
"""

# The name is that of RFC 4648; imports are absolute, so that the standard module stays reachable.
# ruff: noqa: A005

from __future__ import annotations

import binascii
from dataclasses import dataclass
from typing import Final

ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
"""RFC 4648 table 1: the character of each number from 0 to 63."""

PAD: Final = "="
"""Stands for a sextet for which there are no bits at all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Up to three bytes that become four characters.

    `offset` is the place of the first byte. `bits` are the bits of `data` with the `padding_bits` zeros that
    complete the last sextet (8 bits become 12, 16 become 18); a sextet without bits is None and its character
    `=`.
    """

    offset: int
    data: bytes
    bits: str
    sextets: tuple[int | None, ...]
    characters: str
    padding_bits: int


def encode(data: bytes) -> str:
    """The base64 text of `data`, with padding. `binascii` moves the same bits with shifts in C."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def decode(text: str) -> bytes:
    """The bytes of a base64 text: only the alphabet, whole groups of four, padding only at the end; else
    ValueError.

    The bits that padding leaves over are not looked at: section 3.5 only allows to reject them.
    """
    if len(text) % 4:
        raise ValueError("base64 text comes in groups of four characters")
    return binascii.a2b_base64(text.encode("ascii"), strict_mode=True)


def encode_steps(data: bytes) -> tuple[Group, ...]:
    """The same text group by group: 8 bits at a time in, 6 bits at a time out."""
    return tuple(_group(offset, data[offset : offset + 3]) for offset in range(0, len(data), 3))


def _group(offset: int, data: bytes) -> Group:
    bits = "".join(format(byte, "08b") for byte in data)
    padding_bits = -len(bits) % 6
    bits += "0" * padding_bits
    numbers = [int(bits[start : start + 6], 2) for start in range(0, len(bits), 6)]
    missing = 4 - len(numbers)
    sextets: tuple[int | None, ...] = (*numbers, *[None] * missing)
    characters = "".join(ALPHABET[number] for number in numbers) + PAD * missing
    return Group(offset, data, bits, sextets, characters, padding_bits)
