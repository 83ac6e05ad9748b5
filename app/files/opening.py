"""Opening a file of traffic, whatever it is: pcap, pcapng, HAR or a recording of our own, told by its content.

`open_file` is a generator: each step reads a little and yields how much of the file is read, so that a window stays
alive and can stop by closing it. What was read until then is in the ledger.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.files import remarks
from app.files.desk import Desk
from app.files.pcap import HEADER, MAGICS, Pcap
from app.files.pcapng import ORDERS, SECTION_MAGIC, Pcapng
from app.files.recording_in import is_recording, read_recording
from app.files.remarks import CaptureError, Remark, Say
from app.files.road import Road
from app.files.source import Source

if TYPE_CHECKING:
    from app.files.records import Framer
    from protocol.ledger import Ledger

FIRST: Final = 28
"""So many bytes tell what a file is."""

FIRST_LINE: Final = 64 * 1024
"""The first line of a recording is not longer."""

GZIP: Final = b"\x1f\x8b"

AT_ONCE: Final = 256
"""Packets that are read in one step."""

SPACE: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before JSON: a byte order mark and white space."""


def open_file(path: Path, ledger: Ledger, *, remark: Say, fast: bool = True) -> Iterator[float]:
    """Read a file into a ledger; yields the fraction that is read. Raises `CaptureError` if it cannot be opened."""
    with Source(path) as source:
        begin = b""
        while len(begin) < FIRST and (more := source.read()):
            begin += more
        desk = Desk(ledger, remark)
        yield 0.0
        if begin[:4] in MAGICS:
            if len(begin) < HEADER:
                raise CaptureError(remarks.SHORT_HEAD, path=str(path))
            yield from _packets(source, Pcap(begin[:HEADER]), begin[HEADER:], HEADER, Road(desk, fast=fast))
        elif begin.startswith(SECTION_MAGIC):
            if begin[8:12] not in ORDERS:
                raise CaptureError(remarks.BAD_SECTION, path=str(path))
            yield from _packets(source, Pcapng(), begin, 0, Road(desk, fast=fast))
        elif begin.lstrip(SPACE)[:1] == b"{":
            yield from _json(source, begin, desk)
        elif not begin:
            raise CaptureError(remarks.BAD_GZIP, path=str(path))
        else:
            raise CaptureError(remarks.UNKNOWN, path=str(path), begin=begin[:8].hex(" "))
        if source.damage is not None:
            desk.say(source.damage)
        desk.finish()
        yield 1.0


def is_capture(path: Path) -> bool:
    """Whether a file looks like traffic that somebody else has captured: then it has connections, not steps."""
    try:
        with path.open("rb") as file:
            begin = file.read(FIRST_LINE)
    except OSError:
        return False
    if begin[:4] in MAGICS or begin.startswith((SECTION_MAGIC, GZIP)):
        return True
    text = begin.lstrip(SPACE)
    first = text.partition(b"\n")[0].decode("utf-8", "replace")
    return text[:1] == b"{" and b'"log"' in text and not is_recording(first)


def _json(source: Source, begin: bytes, desk: Desk) -> Iterator[float]:
    """A recording if the first line is that of one, else a HAR."""
    while b"\n" not in begin and len(begin) < FIRST_LINE and (more := source.read()):
        begin += more
    from app.files.har_in import read_har  # noqa: PLC0415 - what only a HAR needs takes a while to import

    begin = begin.lstrip(SPACE)
    read = read_recording if is_recording(begin.partition(b"\n")[0].decode("utf-8", "replace")) else read_har
    yield from read(source, begin, desk)


def _packets(source: Source, framer: Framer, data: bytes, at: int, road: Road) -> Generator[float, None, None]:
    """Records out of the file, packets out of records; `at` is where in the file `data` begins."""
    desk = road.desk
    while True:
        records, end = framer.cut(data, at)
        for first in range(0, len(records), AT_ONCE):
            road.take(data, records[first : first + AT_ONCE])
            yield source.fraction
        data = data[end:]
        at += end
        if not records:
            yield source.fraction
        more = source.read()
        if framer.damage is not None or not more:
            break
        data += more
    for _ in road.finish():
        yield source.fraction
    if framer.damage is not None:
        desk.say(framer.damage)
    if (data or framer.ahead) and framer.damage is None and source.damage is None:
        desk.say(Remark(remarks.CUT_SHORT, {"at": f"{at:,}"}, "damage"))
    desk.tally.add(remarks.DROPPED, framer.missing)
    desk.tally.add(remarks.NO_INTERFACE, framer.strangers)
