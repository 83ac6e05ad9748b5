"""The numbers of a frame as people type them: opcodes by name, keys in hex, the rest decimal or with 0x.

Each reader is the `type` of an argument: what it does not take ends the program with one sentence and exit code 2.
"""

from __future__ import annotations

import argparse
import re
import secrets
from typing import TYPE_CHECKING, Final

from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Callable

KEY: Final = re.compile(r"(?:0x)?([0-9a-fA-F]{8})")
"""A masking key: 4 bytes in hex."""


def opcode_of(text: str) -> int:
    """The opcode that a name or a number means."""
    try:
        opcode = Opcode[text.upper()] if text.isalpha() else int(text, 0)
    except (KeyError, ValueError):
        opcode = -1
    if not 0 <= opcode <= 0b1111:
        raise argparse.ArgumentTypeError(f"“{text}” is no opcode: it is a name or a number of 4 bits, 0 to 15")
    return opcode


def key_of(text: str) -> bytes:
    """The masking key that 8 hex digits are, or a fresh one."""
    if text == "random":
        return secrets.token_bytes(4)
    match = KEY.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no masking key: it has 4 bytes, which is 8 hex digits")
    return bytes.fromhex(match[1])


def number_up_to(most: int) -> Callable[[str], int]:
    """Reads a number from 0 to `most`, decimal or with 0x."""

    def number(text: str) -> int:
        try:
            value = int(text, 0)
        except ValueError:
            value = -1
        if not 0 <= value <= most:
            raise argparse.ArgumentTypeError(f"“{text}” is no number from 0 to {most}")
        return value

    return number
