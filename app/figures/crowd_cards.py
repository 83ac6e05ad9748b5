"""The connections of one client side by side: each began with a handshake and a key of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.figures.crowd_story import Call, Story
    from app.figures.pen import Pen

ROW: Final = 30.0
MOST: Final = 3
"""Of more connections the last ones are shown."""


def cards_height(story: Story) -> float:
    """How much room the cards take."""
    return 38 + ROW * min(MOST, max(1, len(story.calls)))


def cards(pen: Pen, story: Story, cursor: int, top: float) -> None:
    """One line for each connection that has been opened."""
    words = pen.room.words
    pen.line("cards/divider", ((32, top - 6), (856, top - 6)), "line")
    title = words.translate("figures", "Each connection has a key of its own")
    pen.text("cards/title", 32, top + 14, title, 15, bold=True, anchor="start", within=420)
    known = [call for call in story.calls if 0 <= call.opened < cursor]
    for number, call in enumerate(known[-MOST:]):
        _card(pen, call, cursor, top + 22 + ROW * number)


def _card(pen: Pen, call: Call, cursor: int, top: float) -> None:
    words = pen.room.words
    name = f"card.{call.number}"
    middle = top + ROW / 2
    over = call.end_at is not None and call.ended < cursor
    fill = "pane" if over else "raise"
    pen.box(
        name, 32, top + 2, 824, ROW - 4, fill=fill, stroke="line2" if over else "ink", line=1 if over else 2, radius=6,
        links=(f"connection.{call.number}",),
    )  # fmt: skip
    pen.glyph(name + "/state", 48, middle, "closed" if over else "open", 13)
    opened = words.translate("figures", "OPEN {number}, at {time} s").format(
        number=call.number + 1, time=f"{round(call.open_at, 1):g}"
    )
    pen.text(name + "/opened", 62, middle + 5, opened, 14, bold=True, anchor="start", within=150)
    spoken = words.translate("figures", "Sec-WebSocket-Key of connection {number}: {key}")
    spoken = spoken.format(number=call.number + 1, key=call.key)
    pen.text(
        name + "/name", 222, middle + 5, "Sec-WebSocket-Key", 13, mono=True, color="text2", anchor="start", within=150
    )
    pen.text(
        name + "/key", 380, middle + 5, call.key, 15, bold=True, mono=True, anchor="start", within=250, spoken=spoken
    )
    if over:
        text = words.translate("figures", "told {code} at {time} s")
        text = text.format(code=call.code, time=f"{round(call.end_at or 0.0, 1):g}")
    else:
        text = words.translate("figures", "still open")
    pen.text(name + "/end", 844, middle + 5, text, 14, color="text2", anchor="end", within=190)
