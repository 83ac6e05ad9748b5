"""The two messages on one line: literals tinted, copies underlined, what is kept of the window sunk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.deflate_layout import LEFT, RIGHT
from protocol.deflate_blocks import Literal, Reference

if TYPE_CHECKING:
    from app.figures.deflate_layout import Layout
    from app.figures.deflate_view import View
    from app.figures.pen import Pen
    from protocol.packed import Packed, Piece
WIDEST: Final = 13.129
NARROWEST: Final = 8.0
"""Stage units a byte."""

GAP: Final = 10.0
MORE: Final = 3
"""As many places takes the sign that a message goes on."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Where one message stands: its first `size` bytes from `left` on, `pitch` units each."""

    packed: Packed
    left: float
    pitch: float
    size: int
    lead: float
    """How far above the box its heading stands."""

    @property
    def elided(self) -> bool:
        """Whether the message goes on."""
        return self.size < len(self.packed.meant)

    @property
    def right(self) -> float:
        """The right edge of the last place."""
        return self.left + self.pitch * max(self.size + MORE * self.elided, 2)

    def x(self, at: int) -> float:
        """The left edge of byte `at`; of one that is left out, the sign that the message goes on."""
        return self.left + self.pitch * (min(at, self.size + MORE / 2) if self.elided else at)


@dataclass(frozen=True, slots=True)
class Strips:
    """Both messages: the upper edge of their boxes, the height, and the y of the lines under the text."""

    before: Strip | None
    current: Strip | None
    top: float
    height: float

    @property
    def under(self) -> float:
        """Where copies are underlined."""
        return self.top + self.height + 6

    def source(self, symbol: Reference) -> tuple[float, float]:
        """The left and the right edge of what a reference copies."""
        assert self.current is not None
        first = symbol.source
        strip, base = self.current, 0
        if first < 0 and self.before is not None:
            strip, base = self.before, len(self.before.packed.meant)
        first = max(first + base, 0)
        return strip.x(first), max(strip.x(first + min(symbol.length, symbol.distance)), strip.x(first) + 4)

    def target(self, symbol: Reference) -> tuple[float, float]:
        """The left and the right edge of the copy."""
        assert self.current is not None
        return self.current.x(symbol.at), max(self.current.x(symbol.at + symbol.length), self.current.x(symbol.at) + 4)


def place_strips(view: View, layout: Layout) -> Strips:
    """Both messages side by side, as wide as they fit; a long one is cut, the one in focus later."""
    top, height = layout.messages + layout.between(32, 27), layout.between(31, 28)
    lead = layout.between(19, 12)
    before, current = view.before, view.current
    sizes = [len(each.meant) if each is not None else 0 for each in (before, current)]
    both = before is not None
    space = RIGHT - LEFT - GAP * both
    pitch = min(WIDEST, max(NARROWEST, space / max(sum(sizes), 1)))
    places = int(space / pitch)
    if sum(sizes) > places:
        least = places // 3 if sizes[0] else 0
        sizes[1] = min(sizes[1], places - min(sizes[0], least) - MORE)
        sizes[0] = min(sizes[0], places - sizes[1] - MORE * (sizes[1] < len(current.meant if current else b"")))
        if before is not None and sizes[0] < len(before.meant):
            sizes[0] = max(sizes[0] - MORE, 0)
    first = Strip(before, LEFT, pitch, sizes[0], lead) if before is not None else None
    left = first.right + GAP if first is not None else LEFT
    second = Strip(current, left, pitch, sizes[1], lead) if current is not None else None
    return Strips(first, second, top, height)


def draw_messages(pen: Pen, view: View, strips: Strips) -> None:
    """Headings, boxes and characters."""
    words = pen.words
    if strips.before is not None:
        kept = words.translate("figures", "kept in the window, {size} bytes")
        if not view.takeover:
            kept = words.translate("figures", "not kept, {size} bytes")
        _draw_heading(pen, strips.before, strips.top, kept, view.number - 1)
        _draw_box(pen, strips.before, strips, "before", kept=view.takeover)
        _draw_letters(pen, strips.before, strips, view, faint=not view.takeover)
    if strips.current is None:
        return
    size = words.translate("figures", "{size} bytes")
    if view.fault is not None:
        came = len(strips.current.packed.text)
        size = words.translate("figures", "{size} bytes as the sender means it, {came} came out").replace(
            "{came}", str(came)
        )
    _draw_heading(pen, strips.current, strips.top, size if view.sent else "", view.number)
    if not view.sent:
        _draw_future(pen, strips)
        return
    _draw_box(pen, strips.current, strips, "current", kept=False)
    _draw_grounds(pen, strips, view)
    _draw_letters(pen, strips.current, strips, view)


def message_name(pen: Pen, number: int) -> str:
    """Messages are counted from 1 for those who read."""
    return pen.words.translate("figures", "Message {number}").format(number=number + 1)


def _draw_heading(pen: Pen, strip: Strip, top: float, text: str, number: int) -> None:
    name = message_name(pen, number)
    label = pen.text(f"message.{number}/name", strip.left, top - strip.lead, name, 15, bold=True, anchor="start")
    if text:
        shown = text.format(size=len(strip.packed.meant))
        pen.text(
            f"message.{number}/size", strip.left + label.width + 12, top - strip.lead, shown, 13, color="text2",
            anchor="start", within=RIGHT - strip.left - label.width - 12,
        )  # fmt: skip


def _draw_box(pen: Pen, strip: Strip, strips: Strips, name: str, *, kept: bool) -> None:
    words = pen.words
    left, width = strip.left - 2, strip.right - strip.left + 4
    text = strip.packed.meant.decode("utf-8", "replace")
    spoken = words.translate("figures", "{name}: “{text}”")
    spoken = spoken.format(name=message_name(pen, strip.packed.number), text=text[:120])
    looks: dict[str, tuple[str, str, float]] = {"current": ("stage", "ink", 2), "before": ("", "line3", 1)}
    fill, stroke, line = ("sunk", "", 1) if kept else looks[name]
    dash = (5.0, 4.0) if name == "before" and not kept else ()
    pen.box(
        f"{name}.box", left, strips.top, width, strips.height, fill=fill, stroke=stroke, line=line, radius=6,
        dash=dash, spoken=spoken, links=(f"message:{strip.packed.number}",),
    )  # fmt: skip


def _draw_future(pen: Pen, strips: Strips) -> None:
    """The place of a message that has not been sent yet: as wide as there is room, for its length is not known."""
    assert strips.current is not None
    left = strips.current.left
    pen.box(
        "current.box", left - 2, strips.top, RIGHT - left + 2, strips.height, stroke="line3", line=1.5, radius=6,
        dash=(5.0, 4.0),
    )  # fmt: skip
    text = pen.words.translate("figures", "not sent yet")
    pen.text(
        "current.hope", left + 12, strips.top + strips.height - 10, text, color="text3", anchor="start",
        within=RIGHT - left - 20,
    )  # fmt: skip


def _draw_grounds(pen: Pen, strips: Strips, view: View) -> None:
    """What is behind each character of the message in focus: a literal, or the copy that is looked at."""
    strip = strips.current
    assert strip is not None
    names = {id(symbol): place for place, symbol in enumerate(strip.packed.symbols)}
    for symbol in strip.packed.symbols:
        if symbol.at >= strip.size:
            break
        _draw_ground(pen, strips, view, symbol, names[id(symbol)])


def _draw_ground(pen: Pen, strips: Strips, view: View, symbol: Piece, number: int) -> None:
    strip = strips.current
    assert strip is not None
    current = symbol is view.at
    left, right = strip.x(symbol.at), strip.x(symbol.at + len(symbol.text))
    fill = "pay.tint" if isinstance(symbol, Literal) else "sel" if current else ""
    if not view.is_past(symbol):
        fill = ""
    pen.box(
        f"text.{number}", left + 0.5, strips.top + 3, right - left - 1, strips.height - 6, fill=fill, radius=3,
        stroke="ink" if current and isinstance(symbol, Literal) else "", line=2, links=(f"code:{number}",),
        spoken=_spoken(pen, symbol),
    )  # fmt: skip


def _spoken(pen: Pen, symbol: Piece) -> str:
    text = symbol.text.decode("utf-8", "replace")
    if isinstance(symbol, Reference):
        sentence = pen.words.translate("figures", "“{text}” is a copy: {length} bytes from {distance} bytes back")
        return sentence.format(text=text[:60], length=symbol.length, distance=symbol.distance)
    return pen.words.translate("figures", "“{text}” is a literal").format(text=text)


def letters(data: bytes) -> list[tuple[int, int, str]]:
    """The characters of a text: (first byte, bytes, how it is shown)."""
    found, at = [], 0
    while at < len(data):
        size = next((size for size in (1, 2, 3, 4) if _is_character(data[at : at + size])), 1)
        text = data[at : at + size].decode("utf-8", "replace")
        found.append((at, size, "·" if text == " " else text if text.isprintable() else "▯"))
        at += size
    return found


def _is_character(data: bytes) -> bool:
    try:
        return len(data.decode()) == 1
    except UnicodeDecodeError:
        return False


def _draw_letters(pen: Pen, strip: Strip, strips: Strips, view: View, *, faint: bool = False) -> None:
    own = strip is strips.current
    size = min(17.0, max(12.0, strip.pitch * 1.3))
    y = strips.top + strips.height / 2 + size * 0.34
    name = "letter" if own else "kept"
    for at, width, text in letters(strip.packed.meant[: strip.size]):
        later = own and any(one.at <= at < one.at + len(one.text) and not view.is_past(one) for one in _near(view, at))
        color = "text3" if faint or later else "text"
        pen.text(
            f"{name}.{at}", strip.x(at) + strip.pitch * width / 2, y, text,
            Font(size, bold=own and not later, mono=True), color=color,
        )  # fmt: skip
    if strip.elided:
        x = strip.x(strip.size) + strip.pitch * MORE / 2
        pen.text(f"{name}.more", x, y, "…", Font(size, mono=True), color="text2")


def _near(view: View, at: int) -> list[Piece]:
    """The symbol that this byte of the message in focus comes from."""
    packed = view.shown
    return [] if packed is None else [one for one in packed.symbols if one.at <= at < one.at + len(one.text)]
