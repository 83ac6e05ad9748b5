"""The lowest lane: what the frames say, each character as wide as its bytes, and which of them are one message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.frame_parts import UNPRINTABLE
from app.figures.lanes_axis import LEFT, RIGHT
from app.figures.lanes_tracks import DASH, TITLE
from app.figures.lanes_words import message_name
from app.figures.pen import mono, sans
from app.figures.tokens import opcode_word
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from app.drawing.marks import Font
    from app.figures.lanes_axis import Axis
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_stream import Joined, Piece, View
    from app.figures.pen import Pen

BOLD: Final = sans(13, bold=True)


def draw_messages(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """All fragments and the brackets that join them."""
    title = pen.words.translate("figures", "Messages")
    pen.text("messages", LEFT, plan.messages_title, title, TITLE, anchor="start", within=84)
    for piece in view.pieces:
        if piece.frame.length and axis.meets(piece.payload, piece.stop):
            _fragment(pen, plan, axis, view, piece)
    for message in view.messages:
        if axis.meets(message.start, message.stop):
            _bracket(pen, plan, axis, view, message)


def _fragment(pen: Pen, plan: Plan, axis: Axis, view: View, piece: Piece) -> None:
    """The payload of one frame: solid as far as it was read."""
    name = f"payload.{piece.number}"
    left, right, now = axis.x(piece.payload), axis.x(piece.stop), axis.x(view.read)
    top, height = plan.messages, plan.messages_end - plan.messages
    message = None if piece.message is None else view.messages[piece.message]
    read = min(view.read, piece.stop)
    if read > piece.payload:
        look = ("pay.tint", "pay.edge") if message is not None else ("stage", "line3")
        pen.box(
            name, left + 0.5, top, min(now, right) - left - 1, height, fill=look[0], stroke=look[1], line=1.25, radius=3
        )
    if read < piece.stop:
        start = max(left, min(now, right)) if read > piece.payload else left
        pen.box(
            name + "/rest",
            start + 0.5,
            top,
            max(1.0, right - start - 1),
            height,
            stroke="line3",
            line=1.25,
            radius=3,
            dash=DASH,
        )
    if axis.cells and read > piece.payload:
        _letters(pen, axis, piece, message, top + height / 2 + 5, read)
    elif axis.cells or message is None:
        alone = message is None or len(message.pieces) == 1
        text = pen.words.translate("figures", "fragment {number}").format(number=piece.fragment)
        text = opcode_word(pen.words, piece.frame.opcode) if alone else text
        if pen.width(text, sans(13)) <= right - left - 8:
            pen.text(name + "/name", (left + right) / 2, top + height / 2 + 4.5, text, 13, color="text3")
    else:
        _size(pen, axis, view, piece, (left, right), top + height / 2)


def _size(pen: Pen, axis: Axis, view: View, piece: Piece, span: tuple[float, float], middle: float) -> None:
    """How many bytes the frame carries: beside the line that is `now`, and on a ground where TCP has cut them."""
    left, right = span
    begun = piece.payload < view.read < piece.stop
    read = view.read >= piece.stop
    if begun:
        now = axis.x(view.read)
        read = now - left > right - now
        left, right = (left, now) if read else (now, right)
    size = pen.words.translate("figures", "{size} bytes").format(size=f"{piece.frame.length:,}")
    texts = (size, f"{piece.frame.length:,}", str(piece.fragment))
    for text in texts[:2] if begun else texts:
        width, x = pen.width(text, sans(13)), (left + right) / 2
        if width <= right - left - 6:
            name = f"payload.{piece.number}/size"
            if any(cut < view.read and abs(axis.x(cut) - x) < width / 2 + 2 for cut in view.cuts):
                pen.box(name + "/ground", x - width / 2 - 2, middle - 7, width + 4, 14, fill="pay.tint", above=6)
            pen.text(name, x, middle + 4.5, text, 13, color="text" if read else "text3", above=7)
            break


def _letters(pen: Pen, axis: Axis, piece: Piece, message: Joined | None, baseline: float, read: int) -> None:
    """The characters that are whole: each stands in the middle of those of its bytes that lie in this frame."""
    if message is None:
        for place, byte in enumerate(piece.frame.payload):
            text = chr(byte) if 0x21 <= byte <= 0x7E else UNPRINTABLE
            _letter(pen, axis, (piece.payload + place,), text, baseline, read)
        return
    for character in message.characters():
        own = tuple(at for at in character.offsets if piece.payload <= at < piece.stop)
        if own and character.offsets[-1] < read:
            _letter(pen, axis, own, character.text if own[0] == character.offsets[0] else "", baseline, read)


def _letter(pen: Pen, axis: Axis, offsets: tuple[int, ...], text: str, baseline: float, read: int) -> None:
    if offsets[-1] >= read or not axis.shows(offsets[0]) or not axis.shows(offsets[-1]):
        return
    space = text == " "
    x = (axis.x(offsets[0]) + axis.x(offsets[-1] + 1)) / 2
    shown = UNPRINTABLE if space else text
    size = min(14.0, max(12.0, axis.unit + 1)) if len(offsets) == 1 else 14
    pen.text(
        f"letter.{offsets[0]}", x, baseline, shown, mono(size, bold=True), color="text3" if space else "text",
        within=axis.unit * len(offsets) + 3,
    )  # fmt: skip


def _bracket(pen: Pen, plan: Plan, axis: Axis, view: View, message: Joined) -> None:
    """From the first byte of the message to the last: ink as far as it was read, and its name."""
    name = f"message.{message.number}"
    y = plan.bracket
    left, right = axis.x(message.start), axis.x(message.stop)
    now = max(left, min(axis.x(view.read), right))
    read, whole = view.read > message.start, view.read >= message.stop and message.whole
    lost = view.broken is not None and view.broken.number in {piece.number for piece in message.pieces}
    color = "err.edge" if lost else "pay.edge" if message.opcode in {Opcode.TEXT, Opcode.BINARY} else "line3"
    if read:
        end = ((now, y),) if not whole else ((right, y), (right, y - 8))
        pen.line(name, ((left, y - 8), (left, y), *end), color, 2)
    if not whole:
        start = ((now, y),) if read else ((left, y - 8), (left, y))
        pen.line(name + "/rest", (*start, (right, y), (right, y - 8)), "line3", 1.5, dash=DASH)
    _name(pen, axis, view, message, (left, now, right), y, color)


def _name(
    pen: Pen, axis: Axis, view: View, message: Joined, edges: tuple[float, float, float], y: float, color: str
) -> None:
    """Two labels on the line of the bracket, each on a ground that covers it."""
    left, now, right = edges
    whole = view.read >= message.stop and message.whole
    known = view.read > message.start
    others = sum(axis.meets(one.start, one.stop) for one in view.messages) > 1
    space = right - left - 12 if others else RIGHT - LEFT
    text = next((one for one in _names(pen, message, whole=whole) if pen.width(one, BOLD) <= space), "")
    width = pen.width(text, BOLD)
    middle = (left + right) / 2 if whole or not known else (left + now) / 2
    if known and not whole and width + 24 > now - left:
        middle = now + width / 2 + 18
    middle = max(LEFT + width / 2 + 6, min(RIGHT - width / 2 - 6, middle))
    ground = "stage" if middle <= axis.x(view.arrived) else "pane"
    if text:
        _on_line(pen, f"message.{message.number}/name", (middle, y), text, BOLD, (color if known else "text3", ground))
    later, plain = pen.words.translate("figures", "complete at the last byte"), sans(13)
    start = max(now, middle + width / 2) + 12
    room = right - start - 12
    if known and not whole and message.whole and pen.width(later, plain) <= room:
        _on_line(pen, f"message.{message.number}/later", (start + room / 2, y), later, plain, ("text3", "pane"))


def _names(pen: Pen, message: Joined, *, whole: bool) -> tuple[str, ...]:
    """What a message may be called, the longest first."""
    words = pen.words
    name = message_name(words, message)
    size = words.translate("figures", "{size} bytes").format(size=f"{message.size:,}")
    both = words.translate("figures", "{message}, {size} bytes").format(message=name, size=f"{message.size:,}")
    return (both, name, size) if whole else (name,)


def _on_line(pen: Pen, name: str, spot: tuple[float, float], text: str, font: Font, colors: tuple[str, str]) -> None:
    """A label that interrupts the bracket: `colors` are those of the text and of its ground."""
    middle, y = spot
    width = pen.width(text, font)
    pen.box(name + "/ground", middle - width / 2 - 6, y - 8, width + 12, 17, fill=colors[1], above=2)
    pen.text(name, middle, y + 4.5, text, font, color=colors[0], above=3)
