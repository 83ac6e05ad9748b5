"""The panel of the parser: what it holds, what it still needs, and to which part of the frame that belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import GlyphName
from app.figures.lanes_held import draw_held
from app.figures.lanes_state import held_of, kept_of, parts_of
from app.figures.pen import sans
from protocol.frames import EXTENDED

if TYPE_CHECKING:
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_state import Held, Part
    from app.figures.lanes_stream import View
    from app.figures.pen import Pen

LEFT: Final = 33.25
RIGHT: Final = 854.75
WALL: Final = 528.0
LIST: Final = 540.0
END: Final = 836.0


def draw_parser(pen: Pen, plan: Plan, view: View) -> None:
    """The whole panel."""
    height = plan.parser_end - plan.parser
    failed = view.broken is not None
    held = held_of(view)
    said = _title(pen, view, held)
    pen.box(
        "parser",
        LEFT,
        plan.parser,
        RIGHT - LEFT,
        height,
        fill="raise",
        stroke="err.fill" if failed else "ink",
        line=2.5,
        radius=12,
        spoken=said,
        links=("parser:",),
    )
    tall = height >= 150
    title = plan.parser + (34 if tall else 26)
    name = pen.text(
        "parser/name", 56, title, pen.words.translate("figures", "Parser"), 15, bold=True, color="text2", anchor="start"
    )
    pen.text(
        "parser/title", 56 + name.width + 14, title, said, 20 if tall else 18, bold=True, anchor="start",
        within=WALL - 70 - name.width - 8, color="err.edge" if failed else "text",
    )  # fmt: skip
    draw_held(pen, plan, held.begun, parts_of(held))
    pen.line("parser/wall", ((WALL, plan.parser + 18), (WALL, plan.parser_end - 18)), "line")
    _list(pen, plan, view, held)


def _title(pen: Pen, view: View, held: Held) -> str:
    words = pen.words
    if view.broken is not None:
        code = view.broken.rule.close_code
        failed = words.translate("figures", "fails the connection")
        coded = words.translate("figures", "fails the connection: {code}")
        return failed if code is None else coded.format(code=code)
    if not held.begun:
        return words.translate("figures", "holds nothing, waits for a frame")
    texts = {
        (True, True): words.translate("figures", "has 1 byte, needs {need} more"),
        (True, False): words.translate("figures", "has 1 byte, needs {need} or more"),
        (False, True): words.translate("figures", "has {have} bytes, needs {need} more"),
        (False, False): words.translate("figures", "has {have} bytes, needs {need} or more"),
    }
    text = texts[len(held.begun) == 1, held.exact]
    return text.format(have=f"{len(held.begun):,}", need=f"{held.missing:,}")


def _list(pen: Pen, plan: Plan, view: View, held: Held) -> None:
    """The four parts with a glyph each, then what is kept of the message, or the rule that is broken."""
    height = plan.parser_end - plan.parser
    pitch = min(28.0, (height - 46) / 4)
    y = plan.parser + pitch / 2 + 14
    found = parts_of(held)
    asked = next((part.name for part in found if part.size is None or part.here < part.size), "")
    for part in found:
        _row(
            pen,
            part,
            y,
            pitch,
            current=bool(held.begun) and part.name == asked and view.broken is None,
            plan=held.begun,
        )
        y += pitch
    line = plan.parser_end - 34
    pen.line("parser/line", ((LIST, line), (END, line)), "line")
    if view.broken is not None:
        pen.glyph("parser/broken", LIST + 10, line + 19, "cross", 16)
        rule = pen.words.rule(view.broken.rule.id)
        space = RIGHT - 6 - LIST - 22
        size = next((size for size in (14, 13) if pen.width(rule, sans(size, bold=True)) <= space), 12)
        pen.text(
            "parser/rule", LIST + 22, line + 23.5, rule, size, bold=True, color="err.edge", anchor="start",
            within=space, spoken=rule,
        )  # fmt: skip
        return
    head = pen.words.translate("figures", "Kept")
    pen.runs(
        "parser/kept",
        LIST,
        line + 23,
        ((head, sans(14, bold=True), "text2"), ("  " + _kept(pen, view), sans(14), "text2")),
        within=END - LIST,
    )


def _row(pen: Pen, part: Part, y: float, pitch: float, *, current: bool, plan: bytes) -> None:
    none = part.size == 0 and part.name != "payload"
    done = not none and part.size is not None and part.here >= part.size and bool(plan)
    glyph: GlyphName = "none" if none else "now" if current else "tick" if done else "pending"
    name = f"parser/part.{part.name}"
    if current:
        pen.box(
            name + "/ground", LIST, y - min(14.0, pitch / 2), END + 4 - LIST, min(28.0, pitch), fill="sunk", radius=6
        )
    pen.glyph(name + "/glyph", LIST + 14, y, glyph, 16)
    color = "text" if current or done else "text3"
    word = pen.text(
        name, LIST + 32, y + 5, part_word(pen, part), 14, bold=current, color=color, anchor="start", within=150
    )
    room = END - 4 - (LIST + 32) - word.width - 8
    shade = "text2" if current or done else "text3"
    pen.text(
        name + "/note", END - 4, y + 5, _note(pen, part, plan, none=none), 13, color=shade, anchor="end", within=room
    )


def part_word(pen: Pen, part: Part) -> str:
    """What a part is called: the length by its bits."""
    words = pen.words
    if part.name == "length" and part.size:
        return words.translate("figures", "{bits}-bit length").format(bits=part.size * 8)
    names = {
        "first": words.translate("figures", "2-byte header"),
        "length": words.translate("figures", "longer length"),
        "key": words.translate("figures", "masking key"),
    }
    return names.get(part.name, words.translate("figures", "payload"))


def _note(pen: Pen, part: Part, begun: bytes, *, none: bool) -> str:
    words = pen.words
    if none:
        return words.translate("figures", "none in this frame")
    if part.size is None:
        return (
            words.translate("figures", "size not known")
            if part.name == "payload"
            else words.translate("figures", "not known")
        )
    if part.name == "first" and part.here == 2:
        length = begun[1] & 0x7F
        if length in EXTENDED:
            return words.translate("figures", "{length}: more length follows").format(length=length)
        return words.translate("figures", "length {length}").format(length=length)
    return words.translate("figures", "{here} of {size}").format(here=f"{part.here:,}", size=f"{part.size:,}")


def _kept(pen: Pen, view: View) -> str:
    words = pen.words
    kept = kept_of(view)
    if kept is None:
        return words.translate("figures", "no message has begun")
    size, characters, pending = kept
    if characters < 0:
        return words.translate("figures", "binary so far: {size} bytes").format(size=f"{size:,}")
    if pending:
        text = words.translate("figures", "{size} bytes, {characters} characters + {pending} of one")
    else:
        text = words.translate("figures", "text so far: {size} bytes, {characters} characters")
    return text.format(size=f"{size:,}", characters=f"{characters:,}", pending=pending)


def told(pen: Pen, view: View) -> str:
    """The state in one sentence, for the text alternative of the figure."""
    text = pen.words.translate("figures", "{read} of {size} bytes have been read. The parser {state}. Kept: {kept}.")
    return text.format(
        read=f"{view.read:,}",
        size=f"{len(view.stream):,}",
        state=_title(pen, view, held_of(view)),
        kept=_kept(pen, view),
    )
