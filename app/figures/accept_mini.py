"""The miniatures in the six cards: the same bytes, words and bits as in the panels, too small to read but
true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Rect
from app.figures.accept_known import KIND_FILL, kinds, shown_blocks, text_blocks, word_kind
from app.figures.accept_panel import PanelPen
from app.figures.pen import mono, sans

if TYPE_CHECKING:
    from app.figures.accept_known import Focus, Known
    from protocol.accept import AcceptTrace

UNKNOWN = "··"

Point = tuple[float, float]


def draw_miniature(
    pen: PanelPen, known: Known, focus: Focus, stage: str, place: Point, *, pending: bool, current: bool
) -> None:  # fmt: skip
    """The miniature of one card, whose text starts at x and whose upper edge is y of `place`."""
    x, top = place
    trace = known.trace
    if trace is None:
        return
    if stage == "join":
        _join(pen, trace, x, top)
    elif stage == "pad":
        _pad(pen, trace, focus, x, top, pending=pending)
    elif stage == "schedule":
        _schedule(pen, trace, focus, x, top, pending=pending)
    elif stage == "rounds":
        _rounds(pen, trace, focus, x, top, current=current, pending=pending)
    elif stage == "digest":
        _digest(pen, known, trace, x, top, pending=pending)
    else:
        _base64(pen, known, trace, x, top, pending=pending)


def _join(pen: PanelPen, trace: AcceptTrace, x: float, top: float) -> None:
    """Two bars as long as the key and the GUID."""
    share = max(0.25, min(0.75, len(trace.key) / len(trace.joined)))
    key = 108 * share
    pen.rect("card.join/key", Rect(x, top + 40, key - 1, 18), "cli.fill", radius=2)
    pen.rect("card.join/guid", Rect(x + key, top + 40, 108 - key, 18), "text3", radius=2)
    guid = x + 46
    pen.text(
        "card.join/key.name", x, top + 76, pen.words.translate("figures", "key"), sans(13, bold=True), anchor="start",
        color="cli.edge", within=44,
    )  # fmt: skip
    pen.text("card.join/guid.name", guid, top + 76, "GUID", sans(13, bold=True), anchor="start", color="text2")
    short = trace.key if len(trace.key) <= 5 else trace.key[:4] + "…"
    pen.text("card.join/key.text", x, top + 93, short, mono(12), anchor="start", color="text2", within=44)
    pen.text(
        "card.join/guid.text", guid, top + 93, trace.guid[:4] + "…" + trace.guid[-4:], mono(12), anchor="start",
        color="text2",
    )  # fmt: skip


def _pad(pen: PanelPen, trace: AcceptTrace, focus: Focus, x: float, top: float, *, pending: bool) -> None:
    """Two blocks of eight by eight bytes; how many they will be is not said before."""
    kind_of = kinds(trace)
    shown = shown_blocks(trace, focus.block)
    if not focus.padded:
        kind_of = tuple(kind if kind in ("key", "guid") else "zero" for kind in kind_of)
        shown = text_blocks(trace)[:2]
    for side, block in enumerate(shown[:1] if pending else shown):
        for place in range(64):
            kind = "zero" if pending else kind_of[64 * (block - 1) + place]
            rect = Rect(x + 62 * side + 7 * (place % 8), top + 40 + 7 * (place // 8), 6, 6)
            name = f"card.pad/{side}.{place}"
            if kind == "length":
                inner = Rect(rect.x + 0.75, rect.y + 0.75, 4.5, 4.5)
                pen.rect(name, inner, "", "ink", line=1.5)
            elif kind == "zero":
                pen.empty(name, rect, 0.75)
            else:
                pen.rect(name, rect, KIND_FILL[kind])


def _schedule(pen: PanelPen, trace: AcceptTrace, focus: Focus, x: float, top: float, *, pending: bool) -> None:
    """Five rows of sixteen words: the block's own, and the 64 that grow from them."""
    for t in range(80):
        rect = Rect(x + 7.3 * (t % 16), top + 42 + 11 * (t // 16), 6.3, 9)
        kind = word_kind(trace, focus.block, t) if t < 16 else ""
        if pending:
            pen.empty(f"card.schedule/{t}", rect, 0.75)
        elif kind == "length":
            pen.rect(f"card.schedule/{t}", Rect(rect.x + 0.75, rect.y + 0.75, 4.8, 7.5), "", "ink", line=1.5)
        else:
            pen.rect(f"card.schedule/{t}", rect, KIND_FILL.get(kind, "line2"))


def _rounds(
    pen: PanelPen, trace: AcceptTrace, focus: Focus, x: float, top: float, *, current: bool, pending: bool
) -> None:  # fmt: skip
    """A bar for every twenty rounds, one row a block, filled as far as the rounds have gone."""
    words, blocks = pen.words, len(trace.sha1.blocks)
    total = 80 * blocks
    done = 80 * (focus.block - 1) + focus.t + 0.5 if current else 0 if pending else total
    shown = shown_blocks(trace, focus.block)
    for side, block in enumerate(shown[:1] if pending else shown):
        for bar in range(4):
            rect = Rect(x + 22 * bar, top + 40 + 19 * side, 20.5, 14)
            name = f"card.rounds/{side}.{bar}"
            pen.empty(name, rect)
            part = max(0.0, min(1.0, (done - 80 * (block - 1) - 20 * bar) / 20))
            if part:
                fill = "ink" if current else "text3"
                pen.rect(name + "/done", Rect(rect.x, rect.y, 20.5 * part, 14), fill)
    if current:
        number = 80 * (focus.block - 1) + focus.t + 1
        text = words.translate("figures", "{ordinal} of {total}")
        place = ordinal(number) if words.lang == "en" else str(number)
        text = text.format(ordinal=place, total=total)
    else:
        text = words.translate("figures", "{total} done").format(total=total)
    if not pending:
        pen.text("card.rounds/text", x, top + 93, text, sans(13), anchor="start", color="text2", within=94)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th ... 11th, 12th, 13th: English only, other languages use the number."""
    last = 0 if 10 <= number % 100 <= 20 else number % 10
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def _digest(pen: PanelPen, known: Known, trace: AcceptTrace, x: float, top: float, *, pending: bool) -> None:
    """Four rows of five bytes."""
    color = "text3" if pending else "text"
    for place, byte in enumerate(trace.digest):
        text = UNKNOWN if pending and not known.computed else format(byte, "02x")
        at = (x + 20 * (place % 5), top + 50 + 16 * (place // 5))
        pen.text(f"card.digest/{place}", *at, text, mono(12), anchor="start", color=color)


def _base64(pen: PanelPen, known: Known, trace: AcceptTrace, x: float, top: float, *, pending: bool) -> None:
    """The first three bytes of the digest, bracketed by eight and by six."""
    group = trace.groups[0]
    hidden = pending and not known.computed
    dark = "text3" if pending else "ink"
    for place, byte in enumerate(group.data):
        left = x + 1 + 28 * place
        text = UNKNOWN if hidden else format(byte, "02x")
        color = "text3" if pending else "text"
        pen.text(f"card.base64/byte.{place}", left + 13, top + 45, text, mono(12), color=color, anchor="middle")
        pen.bracket(f"card.base64/eight.{place}", left, top + 49, 25.4, depth=3, color="line2")
    for place, bit in enumerate(group.bits):
        fill = dark if bit == "1" and not hidden else "sunk"
        pen.rect(f"card.base64/bit.{place}", Rect(x + 3.5 * place, top + 55, 2.8, 14), fill)
    for place, character in enumerate(group.characters):
        left = x + 1 + 21 * place
        pen.bracket(f"card.base64/six.{place}", left, top + 76, 18.4, depth=-3, color="line2")
        text = "·" if hidden else character
        font = mono(13, bold=True)
        pen.text(f"card.base64/character.{place}", left + 9.3, top + 91, text, font, color="text2", anchor="middle")
