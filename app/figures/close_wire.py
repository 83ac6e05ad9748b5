"""What reached a peer on the wire at last: the last frame that came in, and how TCP ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import declared_size
from app.figures.hex_strip import StripStyle, hex_strip, strip_width
from app.figures.parts import peer_name
from app.figures.sequence_words import end_text, quoted
from app.figures.tokens import opcode_word
from protocol.closing import read_close
from protocol.facts import FrameArrived, TcpEndArrived, TcpEnded
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.pen import Pen
    from protocol.frames import Frame

WIDE: Final = 400.0
STYLE: Final = StripStyle(cell=24, gap=2, height=24, bar=4, size=14, baseline=17)
LIMIT: Final = 10
"""Bytes of the frame that leave room for the end of TCP beside them."""


def wire_card(pen: Pen, known: Facts, role: Role, *, left: float, top: float, tall: float) -> None:
    """The card of one peer."""
    words, name = pen.room.words, "wire." + role.value
    frame = _last_in(known, role)
    if frame is None:
        spoken = words.translate("figures", "{peer}: no frame has come in").format(peer=peer_name(words, role))
        which = words.translate("figures", "no frame came in")
    else:
        text = words.translate("figures", "{peer}: the last frame that came in is {frame}")
        spoken = text.format(peer=peer_name(words, role), frame=_frame_line(words, frame))
        which = words.translate("figures", "last frame in")
    pen.box(name, left, top, WIDE, tall, fill="raise", stroke="line2", radius=10, spoken=spoken)
    line, title = top + tall * 22 / 86, words.translate("figures", "On the wire")
    pen.text(name + "/title", left + 14, line, title, 13, bold=True, color="text2", anchor="start")
    pen.text(name + "/which", left + WIDE - 14, line, which, 13, color="text2", anchor="end")
    row, x = top + tall * 33 / 86, left + 14
    if frame is not None:
        pen.marks += hex_strip(frame, x, row, pen.room, name, limit=LIMIT, style=STYLE)
        x += strip_width(frame, limit=LIMIT, style=STYLE) + 2
        fields, foot = _frame_line(words, frame), top + tall - 8
        pen.text(name + "/fields", left + 14, foot, fields, 12, color="text2", anchor="start", within=WIDE - 28)
    ending = _ending(words, known, role)
    if ending:
        _end(pen, name + "/end", ending, x=x, y=row, wide=left + WIDE - 14 - x)


def _end(pen: Pen, name: str, text: str, *, x: float, y: float, wide: float) -> None:
    """The hatched rest of the wire."""
    pen.box(name, x, y, wide, 28, fill="stage", stroke="line3", hatch="line2")
    half = pen.width(text, Font(13, bold=True)) / 2 + 6
    pen.box(name + "/ground", x + wide / 2 - half, y + 4, 2 * half, 20, fill="stage", radius=4)
    pen.text(name + "/text", x + wide / 2, y + 18.5, text, 13, bold=True, within=wide - 12)


def _last_in(known: Facts, role: Role) -> Frame | None:
    frames = [fact.frame for fact in known.of(FrameArrived) if fact.who is role.peer]
    return frames[-1] if frames else None


def _ending(words: Words, known: Facts, role: Role) -> str:
    """How TCP ended for a peer: by what arrived, else by what it did itself."""
    arrived = [fact.kind for fact in known.of(TcpEndArrived) if fact.who is role.peer]
    if arrived:
        return end_text(words, arrived[0])
    own = [fact.kind for fact in known.of(TcpEnded) if fact.who is role]
    if own:
        return words.translate("figures", "own {segment}").format(segment=end_text(words, own[0]))
    return ""


def _frame_line(words: Words, frame: Frame) -> str:
    """A frame field by field in one line: `FIN, ping · length 4 · “t=17”`."""
    name = opcode_word(words, frame.opcode)
    length = words.translate("figures", "length {length}").format(length=declared_size(frame))
    pieces = [f"FIN, {name}" if frame.fin else name, f"MASK, {length}" if frame.masked else length]
    if frame.masked:
        pieces.append(words.translate("figures", "key"))
    text = _payload(words, frame)
    if text:
        pieces.append(words.translate("figures", "{text} masked").format(text=text) if frame.masked else text)
    return words.translate("figures", " · ").join(pieces)


def _payload(words: Words, frame: Frame) -> str:
    """The payload as text, the body of a Close as code and reason; nothing for bytes that are no text."""
    payload = frame.payload
    if frame.opcode == Opcode.CLOSE:
        body = read_close(payload)
        code = [] if body.code is None else [str(body.code)]
        return " ".join([*code, *([quoted(words, body.reason)] if body.reason else [])])
    if not payload or len(payload) > 4096:
        return ""
    try:
        return quoted(words, payload.decode())
    except UnicodeDecodeError:
        return ""
