"""The ruler and the upper two lanes: TCP segments and WebSocket frames."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.figures.frame_parts import parts, within
from app.figures.lanes_axis import LEFT
from app.figures.lanes_stream import ARRIVED, FUTURE
from app.figures.lanes_words import direction_words, frame_sentence, segment_name
from app.figures.pen import mono, sans
from app.figures.tokens import fill, opcode_word, tint

if TYPE_CHECKING:
    from app.figures.lanes_axis import Axis
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_stream import Piece, Segment, View
    from app.figures.pen import Pen

DASH: Final = (5.0, 4.0)
CELL: Final = 18
BAR: Final = 5
TITLE: Final = sans(15, bold=True)
STEPS: Final = (1, 2, 5)


def draw_ruler(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """The numbers of the bytes, with gaps where bytes are left out."""
    said = direction_words(pen.words, view.sender)
    if not plan.tight:
        pen.text("caption", LEFT, plan.caption, said, 13, color="text3", anchor="start", within=560)
    for number, run in enumerate(run for run in axis.runs if not run.gap):
        pen.line(f"ruler.{number}", ((run.left, plan.ruler), (run.right, plan.ruler)), "line3")
    step = _step(axis)
    first = -(-axis.start // step) * step
    taken, now = LEFT - 1, axis.x(view.read)
    last = f"{axis.stop:,}"
    limit = axis.right - pen.width(last, mono(12)) - 10
    for offset in range(first, axis.stop, step):
        if not axis.shows(offset):
            continue
        x = axis.x(offset)
        half = pen.width(f"{offset:,}", mono(12)) / 2
        hidden = abs(x - now) < half + 26
        named = offset > axis.start and x - half > taken and x + half < limit and not hidden
        pen.line(f"tick.{offset}", ((x, plan.ruler - (7 if named else 4)), (x, plan.ruler)), "line3")
        if named:
            pen.text(f"tick.{offset}/number", x, plan.ruler - 10, f"{offset:,}", mono(12), color="text3")
            taken = x + half + 8
    pen.line("tick.end", ((axis.right, plan.ruler - 7), (axis.right, plan.ruler)), "line3")
    if axis.right - now > 26 + pen.width(last, mono(12)):
        pen.text("tick.end/number", axis.right, plan.ruler - 10, last, mono(12), color="text3", anchor="end")


def _step(axis: Axis) -> int:
    """Every so many bytes a tick: 1, 2 or 5 times a power of ten, at least 56 units apart."""
    power = 1
    while True:
        for digit in STEPS:
            if digit * power * max(axis.unit, 1e-6) >= 56:
                return digit * power
        power *= 10


def draw_segments(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """What was written to TCP at once: ink when it has arrived, dashed before."""
    title = pen.words.translate("figures", "TCP segments")
    pen.text("segments", LEFT, plan.segments_title, title, TITLE, anchor="start", within=300)
    for segment in view.segments:
        if axis.meets(segment.start, segment.stop):
            _segment(pen, plan, axis, segment, current=segment == view.current)


def _segment(pen: Pen, plan: Plan, axis: Axis, segment: Segment, *, current: bool) -> None:
    words = pen.words
    name = f"segment.{segment.number}"
    left, right = axis.x(segment.start), axis.x(segment.stop)
    here, future = segment.state == ARRIVED, segment.state == FUTURE
    size = segment.stop - segment.start
    long = words.translate("figures", "{segment}, {size} bytes").format(
        segment=segment_name(words, segment.number), size=f"{size:,}"
    )
    spoken = {
        ARRIVED: words.translate("figures", "{segment}: it has arrived."),
        FUTURE: words.translate("figures", "{segment}: it has not been sent yet."),
    }.get(segment.state, words.translate("figures", "{segment}: it is on its way.")).format(segment=long)
    bold = current and here
    pen.box(
        name, left + 1, plan.segments, max(2.0, right - left - 2), plan.segments_end - plan.segments,
        fill="sunk" if bold else "stage", stroke="ink" if not future else "line3", line=2.5 if bold else 1.5,
        radius=min(6.0, max(0.0, (right - left - 2) / 4)), dash=() if here else DASH, spoken=spoken,
        links=(f"segment:{segment.number}",),
    )  # fmt: skip
    middle = (plan.segments + plan.segments_end) / 2 + 5
    left, right = axis.stretch(segment.start, segment.stop)
    short = segment_name(words, segment.number)
    for text in (long, short, str(segment.number + 1)):
        if pen.width(text, sans(14, bold=bold)) <= right - left - 10:
            color = "text" if here else "text3" if future else "text2"
            pen.text(name + "/name", (left + right) / 2, middle, text, 14, bold=bold, color=color)
            return


def draw_frames(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """One cell for each byte in the colour of its field, or a bar for the header where bytes are too narrow."""
    title = pen.words.translate("figures", "WebSocket frames")
    pen.text("frames", LEFT, plan.frames_title, title, TITLE, anchor="start", within=300)
    for piece in view.pieces:
        if axis.meets(piece.start, piece.stop):
            _frame(pen, plan, axis, view, piece)


def _frame(pen: Pen, plan: Plan, axis: Axis, view: View, piece: Piece) -> None:
    name = f"frame.{piece.number}"
    left, right, now = axis.x(piece.start), axis.x(piece.stop), axis.x(view.read)
    top, bottom = plan.frames, plan.frames_end
    done, begun = view.read >= piece.stop, view.read > piece.start
    broken = view.broken is not None and view.broken.number == piece.number
    if axis.cells:
        _cells(pen, axis, piece, bottom, view.read)
    else:
        _shares(pen, axis, piece, bottom, view.read)
    pen.box(
        name, left + 1, top, max(2.0, right - left - 2), bottom - top, stroke="ink" if done else "line3", line=1.5,
        radius=min(4.0, max(0.0, (right - left - 2) / 4)), dash=() if done else DASH,
        spoken=frame_sentence(pen.words, piece), links=(f"frame:{piece.number}",), above=1,
    )  # fmt: skip
    if begun and not done:
        pen.line(name + "/begun", ((now, top), (left + 1, top), (left + 1, bottom), (now, bottom)), "ink", 2.5, above=2)
    if broken:
        pen.box(
            name + "/broken",
            left + 1,
            top,
            max(2.0, right - left - 2),
            bottom - top,
            stroke="err.fill",
            line=3,
            radius=4,
            above=2,
        )
    _frame_label(pen, axis, piece, plan.frames + 17, now if begun and not done else 0.0, here=begun)


def _frame_label(pen: Pen, axis: Axis, piece: Piece, baseline: float, now: float, *, here: bool) -> None:
    """The opcode and FIN, where neither a gap nor the line that is `now` runs through them."""
    word = opcode_word(pen.words, piece.frame.opcode)
    fin = f"  FIN {int(piece.frame.fin)}"
    runs = ((word, sans(14, bold=True), "op.edge" if here else "text3"), (fin, sans(14), "text2" if here else "text3"))
    left, right = axis.x(piece.start), axis.x(piece.stop)
    walls = sorted({*(edge for gap in axis.gaps for edge in (gap.left, gap.right) if left < edge < right), right})
    walls = sorted({*walls, now} - {0.0}) if left < now < right else walls
    digit = pen.words.translate("figures", "op {opcode:x}").format(opcode=piece.frame.opcode)
    for shown in (runs, runs[:1], ((digit, *runs[0][1:]),)):
        width = sum(pen.width(text, font) for text, font, _ in shown)
        for start, stop in pairwise((left, *walls)):
            gap = any(gap.left <= start and stop <= gap.right for gap in axis.gaps)
            if not gap and start + 9 + width <= stop - 3:
                pen.runs(f"frame.{piece.number}/name", start + 9, baseline, shown, above=2)
                return


def _cells(pen: Pen, axis: Axis, piece: Piece, bottom: float, read: int) -> None:
    fields = parts(piece.frame)
    for offset in range(piece.start, piece.stop):
        if not axis.shows(offset):
            continue
        x, width = axis.x(offset) + 0.5, axis.unit - 1
        at = offset - piece.start
        if offset >= read:
            pen.line(f"byte.{offset}", ((x + 0.5, bottom - 3), (x + width - 0.5, bottom - 3)), "line3", 1.5)
            continue
        inside = within(fields, at * 8, at * 8 + 8)
        pen.box(f"byte.{offset}", x, bottom - CELL - 1, width, CELL, fill=tint(inside[-1].name))
        for part in inside:
            pen.box(
                f"byte.{offset}/{part.name}", x + (part.start - at * 8) * width / 8, bottom - BAR - 1,
                part.width * width / 8, BAR, fill=fill(part.name),
            )  # fmt: skip


def _shares(pen: Pen, axis: Axis, piece: Piece, bottom: float, read: int) -> None:
    """The header as a bar of three units or more, the payload as far as it was read."""
    left = axis.x(piece.start) + 1
    stop = max(left, axis.x(min(read, piece.stop)) - 1)
    header = max(3.0, axis.x(piece.payload) - left)
    if read <= piece.start:
        return
    name = f"frame.{piece.number}/"
    pen.box(name + "payload", left, bottom - CELL - 1, stop - left, CELL, fill="pay.tint")
    pen.box(name + "payload/bar", left, bottom - BAR - 1, stop - left, BAR, fill="pay.fill")
    pen.box(name + "header", left, bottom - CELL - 1, min(header, max(stop - left, 1.0)), CELL, fill="op.fill")


def draw_gaps(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """A double stroke wherever bytes are left out."""
    for number, gap in enumerate(axis.gaps):
        middle = (gap.left + gap.right) / 2
        ground = "stage" if view.arrived >= gap.stop else "pane"
        said = pen.words.translate("figures", "Left out: {count} bytes of payload.").format(
            count=f"{gap.stop - gap.start:,}"
        )
        for lane, top, bottom in (
            ("segments", plan.segments - 4, plan.segments_end + 4), ("frames", plan.frames - 4, plan.frames_end + 4),
        ):  # fmt: skip
            name = f"gap.{number}/{lane}"
            pen.box(
                name, middle - 5, top, 10, bottom - top, fill=ground, above=3, spoken=said if lane == "frames" else "",
            )  # fmt: skip
            for side in (-6, 6):
                points = ((middle + side + 3, top), (middle + side - 3, bottom))
                pen.line(f"{name}/{side}", points, "line3", 1.25, above=4)
