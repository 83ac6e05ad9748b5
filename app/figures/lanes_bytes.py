"""The strip below: the bytes of the segment that was read last, behind the last two of the one before it, what they are
without the mask, and what they say."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Label
from app.figures.frame_parts import UNPRINTABLE, parts, within
from app.figures.frame_spoken import byte_sentence
from app.figures.lanes_words import frame_name, segment_name
from app.figures.pen import sans
from app.figures.tokens import fill, hatch, opcode_word, tint
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_stream import Piece, Segment, View
    from app.figures.pen import Pen

LEFT: Final = 112.0
RIGHT: Final = 856.0
PITCH: Final = 40.4
GAP: Final = 2.0
CUT: Final = 16.0
BEFORE: Final = 2
MOST: Final = 16
BAR: Final = 5

Place = tuple[int, float]
"""(offset in the stream, left edge)"""


def draw_bytes(pen: Pen, plan: Plan, view: View) -> None:
    """The strip with all its rows; nothing before the first byte has been read."""
    words = pen.words
    head = pen.text(
        "bytes", 32, plan.bytes_title, words.translate("figures", "Bytes"), sans(15, bold=True), anchor="start"
    )
    segment = view.current
    if segment is None:
        none = words.translate("figures", "nothing has been read yet")
        pen.text("bytes/of", 32 + head.width + 10, plan.bytes_title, none, 14, color="text2", anchor="start")
        return
    before = tuple(range(max(0, segment.start - BEFORE), segment.start))
    text = words.translate("figures", "{segment}, after the last of {before}") if before else "{segment}"
    of = text.format(segment=segment_name(words, segment.number), before=segment_name(words, segment.number - 1))
    pen.text("bytes/of", 32 + head.width + 10, plan.bytes_title, of, 14, color="text2", anchor="start", within=600)
    places, breaks = _places(view, segment, before)
    _rows(pen, plan, view)
    for offset, x in places:
        _cell(pen, plan, view, offset, x, grey=offset < segment.start)
    for number, x in enumerate(breaks):
        pen.text(f"strip.break.{number}", x + PITCH / 2, plan.strip + 24, "…", 20, color="text2")
    _characters(pen, plan, view, dict(places))
    start = len(pen.marks)
    _frames(pen, plan, view, places)
    if before:
        _cut(pen, plan, LEFT + len(before) * PITCH + (CUT - GAP) / 2 - 1, pen.marks[start:])


def _cut(pen: Pen, plan: Plan, x: float, words: list[AnyMark]) -> None:
    """The line between the two segments; it leaves out what is said of a field that was cut."""
    crossed = any(
        isinstance(mark, Label) and mark.y == plan.plain and abs(mark.x - x) < mark.width / 2 + 3 for mark in words
    )
    top, bottom = plan.strip - 4, plan.rule + 2
    parts = ((top, plan.plain - 14), (plan.plain + 5, bottom)) if crossed else ((top, bottom),)
    for number, (upper, lower) in enumerate(parts):
        name = f"strip.cut/{number}" if number else "strip.cut"
        pen.line(name, ((x, upper), (x, lower)), "ink", 1.5, dash=(2, 3))


def _places(view: View, segment: Segment, before: tuple[int, ...]) -> tuple[list[Place], list[float]]:
    """Where each byte stands; of a long segment the first ones and those before `now`."""
    size = segment.stop - segment.start
    limit = MOST if before else MOST + BEFORE
    keep = view.read - 1 - segment.start
    x = LEFT
    places: list[Place] = []
    breaks: list[float] = []
    for offset in before:
        places.append((offset, x))
        x += PITCH
    x += CUT if before else 0
    for place in _chosen(size, limit, keep):
        if place is None:
            breaks.append(x)
        else:
            places.append((segment.start + place, x))
        x += PITCH
    return places, breaks


def _chosen(count: int, limit: int, last: int) -> tuple[int | None, ...]:
    """Which of `count` bytes are shown in `limit` cells: the first ones, a break (None), those up to number `last`."""
    stop = min(count, max(last + 1, limit))
    if stop <= limit:
        return tuple(range(stop))
    head = (limit - 1) // 2
    return (*range(head), None, *range(stop - (limit - 1 - head), stop))


def _rows(pen: Pen, plan: Plan, view: View) -> None:
    words = pen.words
    plain = (
        words.translate("figures", "unmasked") if view.sender is Role.CLIENT else words.translate("figures", "payload")
    )
    rows = (
        ("wire", plan.strip + 26, words.translate("figures", "on the wire")),
        ("plain", plan.plain, plain),
        ("text", plan.text, words.translate("figures", "text")),
    )
    for name, baseline, text in rows:
        pen.text(f"strip.row.{name}", 32, baseline, text, 13, color="text2", anchor="start", within=LEFT - 36)


def _cell(pen: Pen, plan: Plan, view: View, offset: int, x: float, *, grey: bool) -> None:
    width, height = PITCH - GAP, plan.strip_end - plan.strip
    piece = view.piece_at(offset)
    name = f"strip.{offset}"
    byte = view.stream[offset]
    color = "text3" if grey or offset >= view.read else "text"
    if piece is None:
        pen.box(name, x, plan.strip, width, height - BAR, fill="sunk")
    else:
        at = offset - piece.start
        inside = within(parts(piece.frame), at * 8, at * 8 + 8)
        ground = tint(inside[0].name) if len(inside) == 1 else "rsv.tint" if at == 0 else "len.tint"
        pen.box(
            name, x, plan.strip, width, height - BAR, fill=ground, links=(f"byte:{offset}", f"frame:{piece.number}"),
            spoken=byte_sentence(pen.words, piece.frame, at, byte, inside),
        )  # fmt: skip
        for part in inside:
            pen.box(
                f"{name}/{part.name}",
                x + (part.start - at * 8) * width / 8,
                plan.strip_end - BAR,
                part.width * width / 8,
                BAR,
                fill=fill(part.name),
                hatch=hatch(part.name),
            )
        if at >= len(piece.frame.header):
            plain = piece.frame.payload[at - len(piece.frame.header)]
            pen.text(
                name + "/plain", x + width / 2, plan.plain, f"{plain:02x}", 16, mono=True,
                color="text3" if color == "text3" else "pay.edge",
            )  # fmt: skip
    pen.text(
        name + "/digits",
        x + width / 2,
        plan.strip + (height - BAR) / 2 + 7.2,
        f"{byte:02x}",
        20,
        bold=not grey,
        mono=True,
        color=color,
    )


def _characters(pen: Pen, plan: Plan, view: View, places: dict[int, float]) -> None:
    """What the bytes say; a bracket joins those of one character."""
    width = PITCH - GAP
    for piece in view.pieces:
        if piece.message is None:
            for place, byte in enumerate(piece.frame.payload):
                at = piece.payload + place
                if at in places and at < view.read:
                    text = chr(byte) if 0x21 <= byte <= 0x7E else UNPRINTABLE
                    pen.text(f"strip.{at}/text", places[at] + width / 2, plan.text, text, 16, bold=True, mono=True)
    for message in view.messages:
        if message.opcode != Opcode.TEXT:
            continue
        for character in message.characters():
            shown = [places[at] for at in character.offsets if at in places]
            if not shown or character.offsets[-1] >= view.read:
                continue
            left, right = min(shown), max(shown) + width
            text = UNPRINTABLE if character.text == " " else character.text
            name = f"strip.{character.offsets[0]}"
            if len(character.offsets) > 1 and len(shown) == len(character.offsets):
                top = plan.plain + 7
                pen.line(
                    name + "/bracket", ((left, top), (left, top + 5), (right, top + 5), (right, top)), "pay.edge", 1.5
                )
                pen.text(name + "/text", (left + right) / 2, plan.text + 1, text, sans(16, bold=True))
            elif len(character.offsets) == 1:
                pen.text(name + "/text", (left + right) / 2, plan.text, text, 16, bold=True, mono=True)


def _frames(pen: Pen, plan: Plan, view: View, places: list[Place]) -> None:
    """Below: which frame the bytes belong to, and around the bytes of the one that is not whole a ring."""
    width = PITCH - GAP
    for piece, run in groupby(places, lambda place: view.piece_at(place[0])):
        if piece is None:
            continue
        own = list(run)
        left, right = own[0][1], own[-1][1] + width
        _header_words(pen, plan, piece, own)
        begun = piece.start < view.read < piece.stop
        name = f"strip.frame.{piece.number}"
        pen.line(
            name + "/line", ((left, plan.rule), (right, plan.rule)), "ink" if begun else "line2", 2 if begun else 1
        )
        color = "text" if begun else "text2"
        text = _first_that_fits(pen, _names(pen, piece, view), right - left + 8, bold=begun)
        pen.text(name, (left + right) / 2, plan.foot, text, 13, bold=begun, color=color, within=right - left + 8)
        held = [x for offset, x in own if offset < view.read]
        if begun and held:
            pen.box(
                "strip.ring", held[0] - 4, plan.strip - 5, held[-1] + width - held[0] + 8,
                plan.strip_end - plan.strip + 8, stroke="ink", line=2.5, radius=6, above=2,
            )  # fmt: skip


def _names(pen: Pen, piece: Piece, view: View) -> tuple[str, ...]:
    """What the frame may be called, the longest first."""
    words = pen.words
    name = frame_name(words, piece)
    complete = words.translate("figures", "{frame}: complete").format(frame=name)
    short = words.translate("figures", "frame {number}").format(number=piece.number + 1)
    whole = (complete,) if piece.message is None and view.read >= piece.stop else ()
    return (*whole, name, short, opcode_word(words, piece.frame.opcode))


def _first_that_fits(pen: Pen, texts: tuple[str, ...], room: float, *, bold: bool) -> str:
    return next((text for text in texts if pen.width(text, sans(13, bold=bold)) <= room), texts[-1])


def _header_words(pen: Pen, plan: Plan, piece: Piece, own: list[Place]) -> None:
    """Instead of a text: what the header says, below its bytes."""
    words = pen.words
    header = len(piece.frame.header)
    key = header - len(piece.frame.key)
    opcode, length = opcode_word(words, piece.frame.opcode), piece.frame.header[1] & 0x7F
    both = words.translate("figures", "{opcode}, {length}").format(opcode=opcode, length=length)
    digit = words.translate("figures", "op {opcode:x}").format(opcode=piece.frame.opcode)
    starts = own[0][0] == piece.start
    groups = (
        ("opcode", range(2), (both, opcode, digit) if starts else (str(length),), "op.edge" if starts else "len.edge"),
        ("length", range(2, key), (words.translate("figures", "length"),), "ext.edge"),
        (
            "key",
            range(key, header),
            (words.translate("figures", "masking key"), words.translate("figures", "key")),
            "key.edge",
        ),
    )
    for name, bytes_, texts, color in groups:
        lefts = [x for offset, x in own if offset - piece.start in bytes_]
        if lefts:
            room = lefts[-1] - lefts[0] + PITCH
            middle = (lefts[0] + lefts[-1] + PITCH - GAP) / 2
            text = _first_that_fits(pen, texts, room, bold=True)
            pen.text(
                f"strip.frame.{piece.number}/{name}",
                middle,
                plan.plain,
                text,
                13,
                bold=True,
                color=color,
                within=room + 5,
            )
