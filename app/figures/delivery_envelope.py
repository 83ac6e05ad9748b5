"""An envelope opened: its four names, what stands there, and what each is for; or the text that is no envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect
from protocol.patterns.json_text import JsonError, read_object

if TYPE_CHECKING:
    from app.figures.delivery_rows import Row
    from app.figures.pen import Pen

NAMES: Final = ("type", "data", "id", "timestamp")
LINE: Final = 27
TALL: Final = 46 + LINE * len(NAMES) + 8
SHORT: Final = 74
"""Height of the panel, and of one with a text that cannot be opened."""

TEXT: Final = Font(14, mono=True)
NAME: Final = Font(14, bold=True, mono=True)


def envelope(pen: Pen, row: Row, corner: tuple[float, float], width: float) -> None:
    """The payload of a passage's first frame as it was sent; a panel with its upper left corner there."""
    text = row.hops[0].frame.payload.decode("utf-8", "replace")
    words = pen.words
    try:
        found, height = read_object(text), TALL
    except JsonError:
        found, height = {}, SHORT
    place = Rect(*corner, width, height)
    pen.rect("envelope", place, "raise", "ink", line=1.5, radius=10, above=6, spoken=text)
    left, space = place.x + 20, width - 40
    pen.text("envelope/text", left, place.y + 28, text, TEXT, anchor="start", color="pay.edge", within=space, above=7)
    if not found:
        sentence = words.translate("figures", "This is no JSON object.")
        pen.text("envelope/none", left, place.y + 56, sentence, 14, anchor="start", within=space, above=7)
        return
    meanings = {
        "type": words.translate("figures", "what the receiver is to do with it"),
        "data": words.translate("figures", "what the one program says to the other"),
        "id": words.translate("figures", "which message it is, however often it comes"),
        "timestamp": words.translate("figures", "when it was written, in milliseconds since 1970"),
    }
    for number, name in enumerate(NAMES):
        y = place.y + 62 + number * LINE
        pen.line(f"envelope/{name}/rule", ((left, y - 18), (place.right - 20, y - 18)), "line", 1, above=7)
        pen.text(f"envelope/{name}", left, y, name, NAME, anchor="start", above=7)
        value = str(found.get(name, ""))
        pen.text(f"envelope/{name}/value", left + 110, y, value, TEXT, anchor="start", within=150, above=7)
        pen.text(
            f"envelope/{name}/meaning", left + 280, y, meanings[name], 14, anchor="start", color="text2",
            within=place.width - 320, above=7,
        )  # fmt: skip
