"""The fields of a frame as rows."""

from __future__ import annotations

import pytest
from figures_support import PlainWords
from traffic_support import MASK, NOON

from app.figures.traffic_fields import FieldRow, field_rows, fitting
from app.model.traffic.shown import FrameShown, shown
from protocol.closing import close_payload
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.recording import Setup
from protocol.vocabulary import Opcode, Role


def rows_of(who: Role, data: bytes) -> dict[str, FieldRow]:
    ledger = Ledger()
    ledger.begin(Setup(began=NOON, whole=False)).data(0.0, who, data)
    frame = shown(ledger, 0)
    assert isinstance(frame, FrameShown)
    return {row.name: row for row in field_rows(frame, PlainWords())}


def test_a_masked_frame_with_a_longer_length() -> None:
    rows = rows_of(Role.CLIENT, encode_frame(Opcode.TEXT, b"x" * 136, key=MASK))
    assert list(rows) == [
        "FIN", "RSV1-3", "opcode", "MASK", "payload length", "extended payload length", "masking key", "payload data",
    ]  # fmt: skip
    assert rows["payload length"][2:4] == ("126", "16-bit length follows")
    assert rows["extended payload length"][2:4] == ("136", "00 88, network byte order")
    assert rows["masking key"].value == "37 fa 21 3d"
    assert rows["payload data"].value == "136 B"
    assert (rows["masking key"].start, rows["masking key"].stop) == (32, 64)


@pytest.mark.parametrize(
    ("who", "data", "name", "remark"),
    [
        (Role.SERVER, encode_frame(Opcode.TEXT, b"x"), "masking key", "a server does not mask"),
        (Role.SERVER, encode_frame(Opcode.TEXT, b"x", fin=False), "FIN", "more fragments follow"),
        (Role.SERVER, encode_frame(Opcode.PING, b"x"), "FIN", "control frames are never fragmented"),
        (Role.SERVER, encode_frame(Opcode.CLOSE, close_payload(1001)), "payload data", "1001 going away"),
        (Role.SERVER, encode_frame(Opcode.CLOSE), "payload data", "no code"),
        (Role.CLIENT, encode_frame(Opcode.TEXT, b"x", key=bytes(4)), "masking key", "all zeros: it masks nothing"),
    ],
)
def test_what_a_value_says(who: Role, data: bytes, name: str, remark: str) -> None:
    assert rows_of(who, data)[name].remark.lower() == remark


def test_without_room_broken_fields_come_first() -> None:
    rows = tuple(rows_of(Role.CLIENT, encode_frame(Opcode.TEXT, b"x", key=MASK)).values())
    assert fitting(rows, 20, ()) == rows
    few = fitting(rows, 2, ((0, 1),))
    assert [row.name for row in few] == ["FIN", "masking key"]
