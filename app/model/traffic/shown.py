"""What the details show of one row: a frame's header with those of its bytes that are seen, a head's lines, or a gap.

A frame may be gigabytes long: only the bytes of the lines that are on screen are cut from the recording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.facts import HeadSent
from protocol.ledger import GAP, HEAD
from protocol.masking import mask

if TYPE_CHECKING:
    from protocol.findings import Finding
    from protocol.frames import FrameHeader
    from protocol.ledger import Ledger, Row
    from protocol.vocabulary import Role

ACROSS: Final = 16
"""Bytes in a line."""
LONGEST: Final = 400
"""How many characters of a head's line are shown at most."""

Bits = tuple[int, int]
"""(first bit, bit after the last), counted from the first bit of the frame or head."""


@dataclass(frozen=True, slots=True)
class FrameShown:
    """A frame. `data` are its bytes from number `first` on as they were sent, `plain` the same without the mask;
    `size` is how many there are of it, `number` what the table calls it."""

    number: int
    who: Role
    header: FrameHeader
    size: int
    first: int
    data: bytes
    plain: bytes
    broken: tuple[Bits, ...]
    lost: tuple[tuple[int, int], ...]
    """Runs of `data` that are missing, (first, after the last), counted from the first byte of the frame."""
    close_code: int | None
    compressed: bool

    @property
    def lines(self) -> int:
        """How many lines all of its bytes take."""
        return (self.size + ACROSS - 1) // ACROSS


@dataclass(frozen=True, slots=True)
class HeadShown:
    """A head, line by line; `broken` are bits as in a frame, counted from its first byte."""

    number: int
    who: Role
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    size: int
    broken: tuple[Bits, ...]


@dataclass(frozen=True, slots=True)
class GapShown:
    """Missing bytes: of whom and how many; `inside` is what the table calls the frame in which they lie."""

    who: Role
    size: int
    inside: int | None


Shown = FrameShown | HeadShown | GapShown


def shown(ledger: Ledger, place: int, first_line: int = 0, lines: int = 8) -> Shown | None:
    """What there is to show of the row at this place, from line `first_line` on; None if its header is not here."""
    row = ledger.row(place)
    findings = ledger.findings(place)
    if row.kind == GAP:
        inside = None if row.number is None else ledger.place_of(row.talk, row.who, row.number)
        return GapShown(row.who, row.length, None if inside is None else inside + 1)
    if row.kind == HEAD:
        return _head(row, findings)
    return _frame(row, findings, first_line * ACROSS, lines * ACROSS)


def _bits(findings: tuple[Finding, ...], size: int) -> tuple[Bits, ...]:
    runs = {(each.start_bit, min(each.start_bit + max(1, each.width), size * 8)) for each in findings}
    return tuple(sorted(run for run in runs if run[0] < size * 8))


def _frame(row: Row, findings: tuple[Finding, ...], first: int, count: int) -> FrameShown | None:
    assert row.number is not None
    header = row.talk.header(row.who, row.number)
    if header is None:
        return None
    recording = row.talk.recording
    size = min(header.size, max(0, recording.size(row.who) - header.offset))
    data = recording.cut(row.who, header.offset + first, header.offset + min(first + count, size))
    length = len(header.header)
    plain = data
    if header.masked:
        skip = max(0, length - first)
        turn = max(0, first - length) % 4
        plain = data[:skip] + mask(data[skip:], header.key[turn:] + header.key[:turn])
    lost = []
    at, end = header.offset + first, header.offset + first + len(data)
    while at < end and (run := recording.next_gap(row.who, at, end)) is not None:
        lost.append((run[0] - header.offset, run[1] - header.offset))
        at = run[1]
    code = None
    if header.opcode == 8 and header.length >= 2:
        body = recording.cut(row.who, header.offset + length, header.offset + length + 2)
        code = int.from_bytes(mask(body, header.key) if header.masked else body, "big") if len(body) == 2 else None
    return FrameShown(
        row.place + 1,
        row.who,
        header,
        size,
        first,
        data,
        plain,
        _bits(findings, size),
        tuple(lost),
        code,
        compressed=bool(row.rsv & 0b100) and row.talk.message_of(row.who, row.number) is not None,
    )


def _head(row: Row, findings: tuple[Finding, ...]) -> HeadShown:
    name = "request.sent" if row.who.value == "client" else "response.sent"
    fact = row.talk.facts.get(name)
    raw = fact.head.raw if isinstance(fact, HeadSent) else row.talk.recording.cut(row.who, 0, min(row.wire, 16_384))
    lines: list[str] = []
    starts: list[int] = []
    at = 0
    for line in raw.split(b"\r\n"):
        if line or not lines:
            lines.append(_visible(line[: LONGEST + 1]))
            starts.append(at)
        at += len(line) + 2
    return HeadShown(row.place + 1, row.who, tuple(lines), tuple(starts), len(raw), _bits(findings, len(raw)))


def _visible(line: bytes) -> str:
    text = "".join(character if character.isprintable() else "·" for character in line.decode("latin-1"))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
