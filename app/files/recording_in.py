"""Recordings of our own, line by line: JSON lines as `protocol.recording` writes them, plain or growing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.files import remarks
from app.files.remarks import CaptureError, Remark
from protocol.recording import FORMAT, UNREADABLE, DamagedRecordingError, read_lines

if TYPE_CHECKING:
    from app.files.desk import Desk
    from app.files.source import Source

LONGEST: Final = 64 * 1024 * 1024
"""No line has more bytes."""


def is_recording(line: str) -> bool:
    """Whether this is the first line of a recording, of whatever version."""
    try:
        return bool(json.loads(line)["format"] == FORMAT)
    except UNREADABLE:
        return False


def read_recording(source: Source, begin: bytes, desk: Desk) -> Iterator[float]:
    """One talk; `begin` is the file as far as it is read, its first line at least."""
    head, data = _cut(begin)
    first = head.removeprefix("\ufeff")
    try:
        recording = read_lines([first]).recording
    except DamagedRecordingError:
        raise CaptureError(remarks.BAD_RECORDING, path=str(source.path)) from None
    talk = desk.begin(recording.setup, reads=recording.reads)
    if talk is None:
        return
    number, is_over = 2, False
    while not is_over:
        yield source.fraction
        more = source.read()
        is_over = not more
        data += more
        stop = len(data) if is_over else data.rfind(b"\n") + 1
        lines = data[:stop].decode("utf-8", "replace").splitlines()
        data = data[stop:]
        loaded = read_lines([first, *lines])
        for entry in loaded.recording:
            talk.entry(entry)
        if loaded.damage or len(data) > LONGEST:
            line = number + len(loaded.recording)
            desk.say(Remark(remarks.BAD_LINE, {"line": f"{line:,}"}, "damage", talk.number))
            return
        number += len(lines)


def _cut(data: bytes) -> tuple[str, bytes]:
    """The first line, and what follows it."""
    line, _, rest = data.partition(b"\n")
    return line.decode("utf-8", "replace"), rest
