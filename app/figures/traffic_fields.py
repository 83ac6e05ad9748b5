"""The fields of a frame as rows: its colour, its name, its value, and in a few words what the value says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from app.figures.tokens import RSV, field_word, opcode_word
from protocol.closing import code_name
from protocol.frames import RSV1
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Words
    from app.model.traffic.shown import FrameShown
    from protocol.fields import Field

CHOSEN: Final = (
    "masking key", "MASK", "payload length", "extended payload length", RSV, "payload data", "opcode", "FIN",
)  # fmt: skip
"""What is shown first where there is no room for all: what the table does not say."""


class FieldRow(NamedTuple):
    """One row. `start` and `stop` are the field's bits; both 0 if the frame has no such field."""

    name: str
    word: str
    value: str
    remark: str
    start: int
    stop: int


def field_rows(frame: FrameShown, words: Words) -> tuple[FieldRow, ...]:
    """Every field of a frame in wire order; RSV1 to RSV3 are one, and a masking key that is absent says so."""
    header = frame.header
    rows: list[FieldRow] = []
    for field in header.fields():
        if field.name == "RSV1":
            value = f"{header.rsv:03b}"
            rows.append(FieldRow(RSV, RSV, value, _rsv(frame, words), 1, 4))
        elif not field.name.startswith("RSV"):
            rows.append(_row(field, frame, words))
    if not header.masked:
        absent = words.translate("figures", "absent")
        rows.append(FieldRow("masking key", field_word(words, "masking key"), absent, _unmasked(frame, words), 0, 0))
    start = len(header.header) * 8
    size = words.translate("figures", "{size} B").format(size=f"{header.length:,}")
    stop = max(start, frame.size * 8)
    word = words.translate("figures", "payload")
    rows.append(FieldRow("payload data", word, size, _payload(frame, words), start if header.length else 0, stop))
    return tuple(rows)


def fitting(rows: Sequence[FieldRow], room: int, broken: Sequence[tuple[int, int]]) -> tuple[FieldRow, ...]:
    """As many rows as there is room for: those with broken bits first, then what the table does not say."""
    if len(rows) <= room:
        return tuple(rows)

    def weight(row: FieldRow) -> tuple[bool, int]:
        hit = any(row.start < stop and start < row.stop for start, stop in broken)
        return not hit, CHOSEN.index(row.name) if row.name in CHOSEN else len(CHOSEN)

    kept = sorted(rows, key=weight)[:room]
    return tuple(row for row in rows if row in kept)


def _row(field: Field, frame: FrameShown, words: Words) -> FieldRow:
    header, name = frame.header, field.name
    value = field.value.hex(" ") if isinstance(field.value, bytes) else str(field.value)
    remark = ""
    match name:
        case "FIN":
            remark = _fin(frame, words)
        case "opcode":
            value, remark = f"{header.opcode:X}", opcode_word(words, header.opcode)
        case "MASK":
            remark = (
                words.translate("figures", "client to server")
                if frame.who is Role.CLIENT
                else words.translate("figures", "server to client")
            )
        case "payload length":
            forms = {
                7: words.translate("figures", "the length itself"),
                16: words.translate("figures", "16-bit length follows"),
                64: words.translate("figures", "64-bit length follows"),
            }
            remark = forms[header.length_form]
        case "extended payload length":
            value = f"{header.length:,}"
            bytes_ = header.header[2 : 2 + header.length_form // 8].hex(" ")
            remark = words.translate("figures", "{bytes}, network byte order").format(bytes=bytes_)
        case "masking key":
            zero = header.key == bytes(4)
            remark = words.translate("figures", "all zeros: it masks nothing") if zero else ""
    word = words.translate("figures", "extended length") if name.startswith("extended") else field_word(words, name)
    return FieldRow(name, word, value, remark, field.start_bit, field.stop_bit)


def _fin(frame: FrameShown, words: Words) -> str:
    if not frame.header.fin:
        return words.translate("figures", "more fragments follow")
    if is_control(frame.header.opcode):
        return words.translate("figures", "control frames are never fragmented")
    return words.translate("figures", "last frame of the message")


def _rsv(frame: FrameShown, words: Words) -> str:
    rsv = frame.header.rsv
    if not rsv:
        return words.translate("figures", "all 0")
    if rsv == RSV1 and frame.compressed:
        return words.translate("figures", "RSV1: the message is compressed")
    return words.translate("figures", "set")


def _unmasked(frame: FrameShown, words: Words) -> str:
    if frame.who is Role.CLIENT:
        return words.translate("figures", "plain text on the wire")
    return words.translate("figures", "a server does not mask")


def _payload(frame: FrameShown, words: Words) -> str:
    header = frame.header
    missing = header.size - frame.size
    if missing > 0:
        return words.translate("figures", "{size} bytes did not come").format(size=f"{missing:,}")
    if frame.close_code is not None:
        return f"{frame.close_code} {code_name(frame.close_code)}".strip()
    if header.opcode == Opcode.CLOSE and not header.length:
        return words.translate("figures", "no code")
    if frame.compressed:
        return words.translate("figures", "compressed")
    return ""
