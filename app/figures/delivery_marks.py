"""The parts of the delivery figure: chips on their way, what became of them, Ada's list, what Ben's program gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Anchor, Font
from app.figures.delivery_rows import ADA, BEN, SERVER
from app.figures.pen import fit, wrap

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.figures.delivery_rows import Hop, Note, Row
    from app.figures.pen import Pen

LIFE: Final = {ADA: 262.0, SERVER: 452.0, BEN: 642.0}
"""Where the three stand."""

LEFT: Final = 32
NOTES: Final = 664
RIGHT: Final = 856
CHIP: Final = Font(13, bold=True, mono=True)
TALL: Final = 20
LONGEST: Final = 138
"""No chip is wider."""


def chip_text(pen: Pen, row: Row) -> str:
    """What stands on the chip of a passage."""
    words = pen.words
    match row.kind:
        case "ack":
            return f"ack {row.id}"
        case "error":
            return "error"
        case "garbage":
            return words.translate("figures", "no envelope")
        case "chat" if row.tries > 1:
            return words.translate("figures", "{id} again").format(id=row.id)
        case "chat":
            return f"{row.id} “{row.text}”"
    return row.text


FILLS: Final = {
    "chat": ("pay.fill", "pay.on", "pay.edge"),
    "ack": ("stage", "text", "ink"),
    "error": ("err.tint", "err.edge", "err.edge"),
    "garbage": ("warn.tint", "warn.edge", "warn.edge"),
}
"""Kind of envelope -> fill, text and line of its chip."""


def chip(pen: Pen, name: str, x: float, y: float, row: Row, *, spoken: str = "") -> None:
    """A message on its way, centred on (x, y)."""
    fill, on, stroke = FILLS.get(row.kind, FILLS["ack"])
    text = fit(chip_text(pen, row), CHIP, LONGEST - 14, pen.room.measure)
    width = pen.width(text, CHIP) + 14
    links = (f"message:{row.id}",)
    pen.box(name, x - width / 2, y - TALL / 2, width, TALL, fill=fill, stroke=stroke, line=1.5, radius=4, spoken=spoken,
            links=links, above=3)  # fmt: skip
    pen.text(name + "/text", x, y + 4.7, text, CHIP, color=on, above=4)


def passage(pen: Pen, row: Row, top: float, height: float, cursor: int, name: str) -> None:
    """The hops of a row: a line slopes down, for it takes time."""
    middle = top + height / 2
    for number, hop in enumerate(row.hops):
        if hop.sent >= cursor:
            continue
        cut = any(end.kind == "cut" and end.place < cursor for end in row.ends)
        y0, y1 = (top + 5, middle - 2) if number == 0 else (middle + 2, top + height - 5)
        if len(row.hops) == 1 and hop.start == SERVER:
            y0, y1 = top + 7, top + height - 7
        _hop(pen, row, hop, (y0, y1), f"{name}/hop.{number}", here=hop.arrived < cursor, cut=cut)
    for end in row.ends:
        if end.place < cursor:
            _end(pen, end, middle, name)
    if row.kind == "error" and row.place < cursor:
        _lines(pen, f"{name}/error", (LIFE[SERVER] + 16, middle), row.text, LIFE[BEN] - LIFE[SERVER] - 26, "err.edge")


def _hop(pen: Pen, row: Row, hop: Hop, height: tuple[float, float], name: str, *, here: bool, cut: bool) -> None:
    (x0, x1), (y0, y1) = (LIFE[hop.start], LIFE[hop.stop]), height
    side = 1 if x1 > x0 else -1
    x0, x1 = x0 + 4 * side, x1 - 5 * side
    if cut:
        x1, y1 = x0 + (x1 - x0) * 0.86, y0 + (y1 - y0) * 0.86
    dash = () if here or cut else (5.0, 4.0)
    pen.line(name, ((x0, y0), (x1, y1)), "ink", 2, head=0 if cut else 11, dash=dash)
    sentence = pen.words.translate("figures", "{what}, from {start} to {stop}, {size} bytes")
    spoken = sentence.format(
        what=chip_text(pen, row), start=who(pen, hop.start), stop=who(pen, hop.stop), size=hop.frame.size
    )
    chip(pen, name + "/chip", (x0 + x1) / 2 - 6 * side, (y0 + y1) / 2, row, spoken=spoken)
    if cut:
        pen.glyph(name + "/cut", x1 + 4 * side, y1, "cross", 18, above=4)


def _end(pen: Pen, end: Note, y: float, name: str) -> None:
    """What became of it at the server; a cut stands on the line itself."""
    words = pen.words
    texts = {
        "lost": words.translate("figures", "thrown away by the server"),
        "lost-ack": words.translate("figures", "thrown away by the server"),
        "away": words.translate("figures", "Ben is not connected"),
        "held": words.translate("figures", "put aside by the server"),
        "invalid": words.translate("figures", "refused: no envelope"),
        "broke": words.translate("figures", "the server’s program breaks down"),
        "cut": words.translate("figures", "the connection breaks"),
    }
    text = texts[end.kind]
    if end.kind != "cut":
        glyph: GlyphName = "pending" if end.kind == "held" else "warning" if end.kind == "invalid" else "cross"
        pen.glyph(f"{name}/end/glyph", LIFE[SERVER], y, glyph, 18, spoken=text, above=4)
    left = end.kind == "lost-ack"
    color = "err.edge" if is_bad(end) else "text2"
    x = LIFE[SERVER] + (-16 if left else 16)
    _lines(pen, f"{name}/end", (x, y), text, LIFE[BEN] - LIFE[SERVER] - 26, color, "end" if left else "start")


def _lines(
    pen: Pen, name: str, at: tuple[float, float], text: str, space: float, color: str, anchor: Anchor = "start"
) -> None:
    """A text in one or two lines around a height."""
    (x, y), font = at, Font(13)
    lines = wrap(text, font, space, pen.room.measure)
    shown = [*lines[:1], " ".join(lines[1:])] if len(lines) > 1 else lines
    for number, line in enumerate(shown):
        down = y + 4.5 + (number * 16 - 8 if len(shown) > 1 else 0)
        pen.text(f"{name}.{number}", x, down, line, font, anchor=anchor, color=color, within=space, above=4)


def is_bad(end: Note) -> bool:
    """Whether something was lost."""
    return end.kind in {"lost", "lost-ack", "away", "broke", "cut"}


def who(pen: Pen, name: str) -> str:
    """A name as it is said."""
    return pen.words.translate("figures", "the server") if name == SERVER else name.capitalize()


def ledger(
    pen: Pen, name: str, y: float, listed: tuple[int, ...], gone: tuple[int, ...], failed: tuple[int, ...]
) -> None:
    """Ada's list at this row: a square for each number, ticked off or crossed what has left it."""
    x: float = LEFT
    for number in gone:
        bad = number in failed
        pen.glyph(f"{name}/gone.{number}", x + 9, y, "cross" if bad else "tick", 16)
        pen.text(
            f"{name}/gone.{number}/text", x + 22, y + 4.7, str(number), CHIP, anchor="start", struck=True, color="text2"
        )
        x += 42
    for number in listed:
        pen.box(f"{name}/listed.{number}", x, y - 10, 22, 20, fill="pay.tint", stroke="pay.edge", line=1, radius=3)
        pen.text(f"{name}/listed.{number}/text", x + 11, y + 4.7, str(number), CHIP, color="text")
        x += 27


def gifts(pen: Pen, name: str, y: float, notes: list[Note]) -> None:
    """What Ben's program was given of a row, or why it was not."""
    words = pen.words
    if not notes:
        return
    glyph: GlyphName
    delivered = [note for note in notes if note.kind == "deliver"]
    if delivered:
        text = ", ".join(f"{note.id} “{note.text}”" for note in delivered)
        glyph, color = "tick", "text"
    elif notes[0].kind == "duplicate":
        text = words.translate("figures", "{id} again: removed").format(id=notes[0].id)
        glyph, color = "none", "text2"
    else:
        text = words.translate("figures", "{id} is early: kept").format(id=notes[0].id)
        glyph, color = "pending", "text2"
    sentence = words.translate("figures", "Ben’s program: {text}").format(text=text)
    pen.glyph(f"{name}/given/glyph", NOTES + 9, y, glyph, 16, spoken=sentence)
    pen.text(
        f"{name}/given", NOTES + 24, y + 4.7, text, 13, anchor="start", color=color, within=RIGHT - NOTES - 24,
        links=(f"message:{notes[-1].id}",),
    )  # fmt: skip
