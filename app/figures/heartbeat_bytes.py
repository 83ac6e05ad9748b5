"""The lower part of the heartbeat figure: a ping and its pong byte by byte, the application data in one column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Glyph, Rect
from app.figures.frame_parts import parts, within
from app.figures.frame_spoken import byte_sentence
from app.figures.heartbeat_rows import answers
from app.figures.heartbeat_words import clock_text
from app.figures.sequence_marks import PEER_GLYPHS
from app.figures.sequence_words import size_text
from app.figures.tokens import fill, hatch, opcode_word, tint
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from app.figures.heartbeat import Stage
    from app.figures.heartbeat_rows import Pair
    from app.figures.sequence_rungs import Rung
    from protocol.frames import Frame

LEFT: Final = 32.0
FIRST: Final = 196.0
"""x of the first byte, and of the first byte of the masking key, of the application data."""
KEY: Final = 286.0
DATA: Final = 478.0
CELL: Final = 43.0
GAP: Final = 2.0
MOST: Final = 8
"""More bytes of application data than these are shown as text."""
WIDE: Final = 378.0


def bytes_below(stage: Stage) -> None:
    """The last pair that was answered, or the first ping that was not."""
    pen, words = stage.pen, stage.pen.room.words
    top = stage.plan.bytes
    pen.line("bytes/divider", ((LEFT, top), (856, top)), "line")
    pair = _pair(stage)
    if pair is None:
        text = words.translate("figures", "No ping has been sent yet")
        pen.text("bytes/title", LEFT, top + 24, text, 15, bold=True, anchor="start", within=800)
        return
    title = words.translate("figures", "Same application data")
    if pair.ping.frame is not None and pair.ping.frame.opcode == Opcode.TEXT:
        title = words.translate("figures", "Messages like any other")
    if pair.pong is None:
        title = words.translate("figures", "No pong for this ping yet")
    label = pen.text("bytes/title", LEFT, top + 23, title, 15, bold=True, anchor="start", within=400)
    pen.text(
        "bytes/note",
        LEFT + label.width + 12,
        top + 23,
        _note(stage, pair),
        13,
        color="text2",
        anchor="start",
        within=400,
    )
    tall = min(33.0, 25.0 + (stage.plan.height - top - 158) / 4)
    first = top + 35
    second = first + tall + 5 + tall / 5
    _strip(stage, "ping", pair.ping, first, tall)
    if pair.pong is None:
        return
    _strip(stage, "pong", pair.pong, second, tall)
    _captions(stage, pair, second + tall + 5)
    _column(stage, pair, first, second + tall + 5)


def _pair(stage: Stage) -> Pair | None:
    known = [pair for pair in stage.pairs if pair.ping.sent < stage.cursor]
    answered = [pair for pair in known if pair.pong is not None and pair.pong.sent < stage.cursor]
    if answered:
        return answered[-1]
    if not known:
        return None
    return replace(known[-1], pong=None)


def _note(stage: Stage, pair: Pair) -> str:
    words = stage.pen.room.words
    time = clock_text(words, pair.ping.fact.time)
    if pair.pong is None:
        return words.translate("figures", "sent at {time}").format(time=time)
    return words.translate("figures", "the last pair that was answered, at {time}").format(time=time)


def _strip(stage: Stage, name: str, rung: Rung, y: float, tall: float) -> None:
    """One frame: who sent it, its size, its bytes."""
    pen, words, frame = stage.pen, stage.pen.room.words, rung.frame
    assert frame is not None
    middle = y + tall / 2
    pen.marks.append(Glyph(id=f"{name}/peer", x=LEFT + 7, y=middle, name=PEER_GLYPHS[rung.sender], size=15))
    is_control = frame.opcode in {Opcode.PING, Opcode.PONG}
    word = opcode_word(words, frame.opcode) if is_control else words.translate("figures", "text")
    label = pen.text(f"{name}/name", LEFT + 22, middle + 5, word, 15, bold=True, anchor="start")
    size = size_text(words, frame.size)
    pen.text(f"{name}/size", LEFT + 30 + label.width, middle + 5, size, 13, color="text2", anchor="start", within=86)
    header = len(frame.header)
    key = header - len(frame.key)
    for byte in range(key):
        _byte(stage, name, frame, byte, FIRST + byte * (CELL + GAP), y, tall)
    for byte in range(key, header):
        _byte(stage, name, frame, byte, KEY + (byte - key) * (CELL + GAP), y, tall)
    if not frame.masked:
        none = words.translate("figures", "no masking key")
        pen.text(f"{name}/no-key", KEY + 2 * (CELL + GAP), middle + 5, none, 13, color="text3", within=176)
    if len(frame.wire) <= MOST:
        for byte in range(header, frame.size):
            _byte(stage, name, frame, byte, DATA + (byte - header) * (CELL + GAP), y, tall)
    else:
        _long(stage, name, frame, y, tall)


def _byte(stage: Stage, name: str, frame: Frame, byte: int, x: float, y: float, tall: float) -> None:
    """One byte over the bars of its fields."""
    pen, words = stage.pen, stage.pen.room.words
    inside = within(parts(frame), byte * 8, byte * 8 + 8)
    ground = tint("RSV1") if len(inside) != 1 else tint(inside[0].name)
    if byte == 1:
        ground = tint("payload length")
    own = f"{name}/byte.{byte}"
    spoken = byte_sentence(words, frame, byte, frame.raw[byte], inside)
    pen.box(own, x, y, CELL, tall, fill=ground, spoken=spoken, links=(f"{name}:byte.{byte}",))
    pen.text(own + "/digits", x + CELL / 2, y + tall / 2 + 6.3, f"{frame.raw[byte]:02x}", 18, bold=True, mono=True)
    bit = CELL / 8
    for part in inside:
        pen.box(
            f"{own}/bar.{part.name}", x + (part.start - byte * 8) * bit, y + tall, part.width * bit, 5,
            fill=fill(part.name), hatch=hatch(part.name),
        )  # fmt: skip


def _long(stage: Stage, name: str, frame: Frame, y: float, tall: float) -> None:
    """A payload with too many bytes for cells: its text, on its own ground."""
    pen = stage.pen
    pen.box(
        f"{name}/payload",
        DATA,
        y,
        WIDE,
        tall,
        fill=tint("payload data"),
        spoken=frame.payload.decode("utf-8", "replace"),
    )
    pen.box(f"{name}/payload/bar", DATA, y + tall, WIDE, 5, fill=fill("payload data"))
    text = frame.payload.decode("utf-8", "replace")
    pen.text(f"{name}/payload/text", DATA + 10, y + tall / 2 + 5, text, 14, mono=True, anchor="start", within=WIDE - 20)


def _captions(stage: Stage, pair: Pair, y: float) -> None:
    """The names of the fields below the lower strip."""
    pen, words = stage.pen, stage.pen.room.words
    assert pair.pong is not None
    ping, pong = pair.ping.frame, pair.pong.frame
    assert ping is not None
    assert pong is not None
    codes = f"{ping.opcode:x}" if ping.opcode == pong.opcode else f"{ping.opcode:x}, {pong.opcode:x}"
    op = words.translate("figures", "op {codes}").format(codes=codes)
    pen.text("caption.opcode", FIRST + CELL / 2, y + 17, op, 13, bold=True, color="op.edge", within=CELL + 22)
    length = words.translate("figures", "len {length}").format(length=len(pong.wire))
    pen.text(
        "caption.length", FIRST + CELL * 1.5 + GAP + 6, y + 17, length, 13, bold=True, color="len.edge", within=CELL + 8
    )
    middle = KEY + 2 * (CELL + GAP)
    if ping.masked or pong.masked:
        key = words.translate("figures", "masking key")
        pen.text("caption.key", middle, y + 17, key, 13, bold=True, color="key.edge", within=150)


def _column(stage: Stage, pair: Pair, first: float, y: float) -> None:
    """The application data of both in one frame, and once more without the mask."""
    pen, words = stage.pen, stage.pen.room.words
    assert pair.pong is not None
    ping, pong = pair.ping.frame, pair.pong.frame
    assert ping is not None
    assert pong is not None
    if len(ping.wire) > MOST or len(pong.wire) > MOST or not ping.payload:
        return
    masked = pong if pong.masked else ping
    width = len(masked.payload) * (CELL + GAP) - GAP + 8
    foot = y + 40
    pen.marks.append(
        Box(id="same", rect=Rect(DATA - 4, first - 4, width, foot - first + 6), stroke="ink", line=2, radius=8)
    )
    text = words.translate("figures", "unmasked")
    pen.text("same/unmasked", DATA - 12, y + 33, text, 13, color="text2", anchor="end", within=110)
    for place, value in enumerate(masked.payload):
        x = DATA + place * (CELL + GAP) + CELL / 2
        pen.text(f"same/hex.{place}", x, y + 18, f"{value:02x}", 16, bold=True, mono=True, color="pay.edge")
        letter = chr(value) if 32 < value < 127 else "·"
        pen.text(f"same/letter.{place}", x, y + 36, letter, 15, bold=True, mono=True)
    right = DATA - 4 + width
    if answers(pong, ping):
        pen.glyph("same/tick", right + 18, y + 26, "tick", 18)
        same = words.translate("figures", "equal")
        pen.text(
            "same/equal",
            right + 33,
            y + 31,
            same,
            15,
            bold=True,
            color="ok.edge",
            anchor="start",
            within=856 - right - 33,
        )
