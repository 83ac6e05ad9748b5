"""What both sides do from now on: the subprotocol, and how each of them compresses; or why there is no agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.pen import wrap
from protocol.extensions import BITS
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.offers_view import View
    from app.figures.pen import Pen

LEFT: Final = 32.0
RIGHT: Final = 856.0
VALUES: Final = 190.0


def draw_agreed(pen: Pen, view: View, top: float, height: float) -> None:
    """The panel below the cards."""
    words = pen.words
    broken, made = view.broken is not None, view.states[Role.CLIENT] is State.OPEN
    stroke = "err.fill" if broken else "ink" if made else "line3"
    pen.box(
        "agreed", LEFT, top, RIGHT - LEFT, height, fill="err.tint" if broken else "", stroke=stroke,
        line=2 if made or broken else 1.5, radius=10, dash=() if made or broken else (5.0, 4.0),
        spoken=agreement(words, view),
    )  # fmt: skip
    title = words.translate("figures", "From now on") if not broken else words.translate("figures", "No agreement")
    color = "text" if made or broken else "text3"
    pen.text("agreed.title", LEFT + 16, top + 25, title, 15, bold=True, color=color, anchor="start")
    if broken:
        _draw_broken(pen, view, top)
    elif made:
        _draw_made(pen, view, top, (height - 44) / 3)
    else:
        text = words.translate("figures", "nothing is agreed before the client has checked the answer")
        pen.text("agreed.hope", LEFT + 16, top + 50, text, color="text3", anchor="start", within=RIGHT - LEFT - 32)


def _draw_broken(pen: Pen, view: View, top: float) -> None:
    assert view.broken is not None
    pen.glyph("agreed.cross", LEFT + 26, top + 49, "cross", 20)
    rule = pen.words.translate("figures", "Broken: {rule}.").format(rule=pen.words.rule(view.broken.rule.id))
    pen.text("agreed.rule", LEFT + 44, top + 54, rule, 15, bold=True, color="err.edge", anchor="start", within=760)
    for number, line in enumerate(wrap(_end(pen.words, view), Font(14), RIGHT - LEFT - 60, pen.room.measure)[:2]):
        pen.text(f"agreed.end.{number}", LEFT + 44, top + 78 + 20 * number, line, color="text2", anchor="start")


def _end(words: Words, view: View) -> str:
    if view.refused and view.response is not None:
        text = words.translate("figures", "The server refuses the handshake with {status}.")
        return text.format(status=view.response.status)
    text = words.translate("figures", "The client fails the connection.")
    if view.told is not None:
        told = words.translate("figures", "Its program is told {code}.").format(code=view.told.told.code)
        return text + ("" if words.lang.startswith("zh") else " ") + told
    return text


def _draw_made(pen: Pen, view: View, top: float, step: float) -> None:
    words = pen.words
    rows = (
        (words.translate("figures", "Subprotocol"), None),
        (words.translate("figures", "Client → server"), Role.CLIENT),
        (words.translate("figures", "Server → client"), Role.SERVER),
    )
    for number, (name, who) in enumerate(rows):
        base = top + 38 + step * number + step / 2 + 2
        pen.text(f"agreed.{number}/name", LEFT + 16, base, name, color="text2", anchor="start", within=VALUES - 60)
        if who is None:
            text = view.subprotocol or words.translate("figures", "none: the programs agree on nothing here")
            font = Font(15, bold=True, mono=view.subprotocol is not None)
            pen.text("agreed.0", VALUES, base, text, font, anchor="start", within=RIGHT - VALUES - 16)
        else:
            _draw_way(pen, view, who, number, base)


def _draw_way(pen: Pen, view: View, who: Role, number: int, base: float) -> None:
    """How one side compresses: the window as a bar of its possible sizes, and whether it outlives a message."""
    words = pen.words
    if view.deflate is None:
        text = words.translate("figures", "not compressed")
        pen.text(f"agreed.{number}", VALUES, base, text, 15, bold=True, anchor="start")
        return
    bits, takeover = view.deflate.of(who)
    x = VALUES
    for place in range(BITS[0], BITS[1] + 1):
        full = place <= bits
        pen.box(
            f"agreed.{number}/window.{place}", x, base - 12, 13, 14, fill="pay.fill" if full else "pay.tint",
            stroke="pay.edge", radius=2,
        )  # fmt: skip
        x += 15
    text = words.translate("figures", "window {size} bytes").format(size=2**bits)
    kept = words.translate("figures", "kept from message to message")
    if not takeover:
        kept = words.translate("figures", "empty at each message")
    runs = ((text, Font(15, bold=True), "text"), ("   " + kept, Font(14), "text2"))
    pen.runs(f"agreed.{number}", x + 12, base, runs, within=RIGHT - x - 28)


def agreement(words: Words, view: View) -> str:
    """The agreement in words."""
    if view.request is None:
        return words.translate("figures", "Nothing was offered yet.")
    if view.broken is not None:
        text = words.translate("figures", "Broken: {rule}.").format(rule=words.rule(view.broken.rule.id))
        return text + " " + _end(words, view)
    if view.states[Role.CLIENT] is not State.OPEN:
        return words.translate("figures", "The client has offered; nothing is agreed yet.")
    protocol = view.subprotocol or words.translate("figures", "none")
    text = words.translate("figures", "Agreed: subprotocol {protocol}.").format(protocol=protocol)
    if view.deflate is None:
        return text + " " + words.translate("figures", "Messages are not compressed.")
    return text + " " + words.translate("figures", "Messages are compressed.")
