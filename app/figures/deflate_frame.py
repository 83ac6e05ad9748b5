"""The frames that carry a compressed message: RSV1 ringed, the payload, and the four bytes that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font
from app.figures.deflate_layout import LEFT, RIGHT
from app.figures.deflate_wire import TAIL_LEFT, draw_one, draw_several
from app.figures.parts import ChipLook, chip, chip_width
from protocol.deflate import TAIL
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.deflate_layout import Layout
    from app.figures.deflate_view import View
    from app.figures.pen import Pen


def draw_frames(pen: Pen, view: View, layout: Layout) -> None:
    """Heading, one frame down to its bits or several in outline, and the tail."""
    words = pen.words
    pen.line("frame.rule", ((LEFT, layout.frame), (RIGHT, layout.frame)), "line")
    base = layout.frame + layout.between(22, 18)
    several = view.shown is not None and len(view.shown.frames) > 1
    title = words.translate("figures", "Frame on the wire")
    if several:
        title = words.translate("figures", "Frames on the wire")
    label = pen.text("frame.title", LEFT, base, title, 15, bold=True, anchor="start")
    space = _draw_broken(pen, view, base) - LEFT - label.width - 24
    pen.text(
        "frame.size", LEFT + label.width + 12, base, _measure(pen, view), 13, color="text2", anchor="start",
        within=max(space, 40),
    )  # fmt: skip
    y = layout.frame + layout.between(38, 28)
    if view.shown is None:
        height = layout.between(38, 34)
        pen.box("frame.future", LEFT, y, TAIL_LEFT - LEFT - 20, height, stroke="line3", dash=(5.0, 4.0), radius=3)
        return
    if several:
        draw_several(pen, view, layout, y)
    else:
        draw_one(pen, view, view.shown.frames[0], layout, y)
    if view.shown.compressed and pen.room.options.get("tail") != "later":
        _draw_tail(pen, view, layout, y)


def _measure(pen: Pen, view: View) -> str:
    words = pen.words
    packed = view.shown
    if packed is None:
        return words.translate("figures", "not sent yet")
    size = sum(fact.frame.size for fact in packed.frames)
    if len(packed.frames) > 1:
        text = words.translate("figures", "{frames} frames, {size} bytes: RSV1 stands on the first only")
        return text.format(frames=len(packed.frames), size=size)
    if view.who is Role.SERVER:
        return words.translate("figures", "{size} bytes, from the server, no mask").format(size=size)
    return words.translate("figures", "{size} bytes, from the client, unmasked here").format(size=size)


def _draw_broken(pen: Pen, view: View, base: float) -> float:
    """What the receiver found wrong with it, at the right of the heading; the left edge of it."""
    if view.broken is None:
        return RIGHT
    rule = view.broken.rule
    broken = pen.words.translate("figures", "Broken: {rule}.").format(rule=pen.words.rule(rule.id))
    text = f"{broken} {rule.close_code}"
    look = ChipLook("err.fill", "cross", fill="err.tint")
    runs = ((text, Font(13, bold=True), "err.edge"),)
    width = chip_width(runs, look, pen.room)
    spoken = pen.words.translate("figures", "Broken rule: {rule}. Close code {code}.")
    chip(
        pen, "broken", RIGHT - width / 2, base - 4, runs, look=look, above=2, links=("rule:" + rule.id,),
        spoken=spoken.format(rule=pen.words.rule(rule.id), code=rule.close_code),
    )  # fmt: skip
    return RIGHT - width


def _draw_tail(pen: Pen, view: View, layout: Layout, y: float) -> None:
    """00 00 ff ff, dashed and struck out."""
    words = pen.words
    height = layout.between(37, 33)
    strong = view.part == "tail"
    spoken = words.translate("figures", "Left out by the sender and put back by the receiver: {bytes}")
    for place, byte in enumerate(TAIL):
        left = TAIL_LEFT + 3 + 25 * place
        pen.box(
            f"tail.{place}", left, y + 0.5, 22, height, fill="stage", stroke="ink" if strong else "line3",
            line=2 if strong else 1.25, dash=(4.0, 3.0), radius=3, spoken=spoken.format(bytes=TAIL.hex(" ")),
            links=("tail",),
        )  # fmt: skip
        pen.text(f"tail.{place}/hex", left + 11, y + height / 2 + 6, f"{byte:02x}", 15, mono=True, color="text2")
    pen.line("tail.strike", ((TAIL_LEFT, y + height + 1), (RIGHT - 2, y)), "ink" if strong else "text3", 1.5, above=1)
    base = y + height + layout.between(18, 15)
    removed = words.translate("figures", "removed")
    pen.text("tail.name", TAIL_LEFT + 51, base, removed, 13, bold=True, color="text2")
    back = words.translate("figures", "the receiver puts them back")
    pen.text("tail.note", RIGHT, base + layout.between(17, 15), back, 13, color="text3", anchor="end", within=230)
