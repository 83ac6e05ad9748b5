"""Bytes as people hand them over: typed as hex, in a file, or through a pipe.

Hex is read generously: `81 05`, `8105`, `0x81, 0x05`, `81:05` and `\\x81\\x05` are the same two bytes. What
is not hex is refused with its place, never skipped: a lost digit would shift every bit after it.
"""

from __future__ import annotations

import re
import string
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from app.commands.output import InputError, visible

PIECE: Final = re.compile(r"(?P<between>[\s,;:_-]+|0[xX]|\\x)|(?P<digits>[0-9a-fA-F]+)")
"""What may stand between bytes, or a run of digits. `0x` is tried before its 0 is taken for a digit."""

TEXT: Final = string.printable.encode()

LARGEST: Final = 64 * 2**20
"""How many bytes of input are read: four of the largest messages, in hex or not."""


def read_octets(words: list[str]) -> bytes:
    """The bytes that the words of a command line name: `-` for stdin, hex, or the path of a file."""
    if not words and sys.stdin.isatty():
        raise InputError("Say which bytes: as hex, as the path of a file, or - to read stdin.")
    argument = " ".join(words) if words else "-"
    if argument == "-":
        return octets_of(read_all(sys.stdin.buffer, "stdin"), "stdin")
    try:
        return parse_hex(argument)
    except InputError as problem:
        if not is_file(argument):
            raise InputError(f"{str(problem).removesuffix('.')}, and no file has this name.") from None
    try:
        with Path(argument).open("rb") as file:
            return octets_of(read_all(file, argument), argument)
    except OSError as error:
        raise InputError(f"{argument} cannot be read: {error.strerror}.") from error


def read_all(file: IO[bytes], name: str) -> bytes:
    """The bytes of a file or a pipe, which may never end. InputError if they are too many."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST // 2**20} MiB: hand it over in parts.")
    return content


def octets_of(content: bytes, name: str) -> bytes:
    """What a file or a pipe holds: hex if it is plain text, else the bytes themselves."""
    if not content:
        raise InputError(f"{name} is empty: there are no bytes to decode.")
    if not content.translate(None, TEXT):
        return parse_hex(content.decode("ascii"), f" of {name}")
    return content


def parse_hex(text: str, where: str = "") -> bytes:
    """The bytes that `text` writes in hex. `where` names its source in the error, after the position.

    Python reads plain hex at memory speed, the rest is read piece by piece.
    """
    with suppress(ValueError):
        if data := bytes.fromhex(text):
            return data
    digits = ""
    half: int | None = None
    at = 0
    while at < len(text):
        piece = PIECE.match(text, at)
        if piece is None:
            raise InputError(f"{_place(text, at)}{where}, “{visible(text[at])}”, is not a hex digit.")
        at = piece.end()
        run = piece["digits"] or ""
        if len(run) % 2 and half is None:
            half = at - 1
        digits += run
    if half is not None:
        sentence = f"{_place(text, half)}{where}, “{text[half]}”, is half a byte: two hex digits make one."
        raise InputError(sentence)
    if not digits:
        raise InputError(f"There are no hex digits to decode{where and ' in' + where.removeprefix(' of')}.")
    return bytes.fromhex(digits)


def _place(text: str, at: int) -> str:
    """Where a character stands, counted from 1; the line is named if there are several."""
    before = text[:at].split("\n")
    column = f"character {len(before[-1]) + 1}"
    return f"Line {len(before)}, {column}" if "\n" in text.strip() else column.capitalize()


def is_file(argument: str) -> bool:
    """Whether there is a file of this name; a name that no file can have is none."""
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):
        return False


def is_directory(argument: str) -> bool:
    """Whether there is a directory of this name; a name that none can have is none."""
    try:
        return Path(argument).is_dir()
    except (OSError, ValueError):
        return False
