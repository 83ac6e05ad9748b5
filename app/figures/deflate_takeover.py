"""Two rows: how many bytes each message takes if the window is kept, and if every message starts with an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.deflate_layout import LEFT, RIGHT, WIDTH
from app.figures.deflate_text import message_name
from app.figures.deflate_view import compared

if TYPE_CHECKING:
    from app.figures.deflate_layout import Layout
    from app.figures.deflate_view import View
    from app.figures.pen import Pen
    from protocol.packed import Sizes

COLUMNS: Final = (184.0, 528.0)
BAR: Final = 209.0
ARROW: Final = " → "


def draw_takeover(pen: Pen, view: View, layout: Layout) -> None:
    """The heading of each column, then the row of what was agreed and the row of the other choice."""
    words = pen.words
    top = layout.takeover
    pen.line("takeover.rule", ((LEFT, top), (RIGHT, top)), "line")
    base = top + layout.between(22, 18)
    title = words.translate("figures", "Context takeover")
    pen.text("takeover.title", LEFT, base, title, 15, bold=True, anchor="start", within=COLUMNS[0] - LEFT - 8)
    if view.deflate is None:
        text = words.translate("figures", "no compression was agreed on")
        pen.text("takeover.nothing", COLUMNS[0], base, text, 13, color="text2", anchor="start")
        return
    shown = [each.number for each in (view.before, view.shown) if each and each.is_readable]
    for x, number in zip(COLUMNS, shown, strict=False):
        name = message_name(pen, number)
        label = pen.text(f"takeover.{number}", x, base, name, 13, bold=True, color="text2", anchor="start")
        unit = words.translate("figures", "payload bytes before → after")
        left = x + label.width + 10
        pen.text(f"takeover.{number}/unit", left, base, unit, 13, color="text3", anchor="start", within=236)
    rows = [(takeover, compared(view, takeover=takeover)) for takeover in (True, False)]
    most = max((max(size.before, size.after) for _, sizes in rows for size in sizes), default=1)
    for place, (takeover, sizes) in enumerate(rows):
        y = top + layout.between(38, 26) + place * layout.between(30, 27)
        _draw_row(pen, view, takeover, sizes, (y, layout.between(28, 25), BAR / max(most, 1)))


def _draw_row(
    pen: Pen, view: View, takeover: bool, sizes: tuple[Sizes, ...], where: tuple[float, float, float]
) -> None:
    words = pen.words
    y, height, scale = where
    on = takeover == view.takeover
    name = "on" if takeover else "off"
    if on:
        pen.box(
            f"takeover.{name}/ground", LEFT, y, WIDTH, height, fill="sunk", radius=6,
            stroke="ink" if view.part == "takeover" else "", line=2,
        )  # fmt: skip
    base = y + height / 2 + 5
    text = words.translate("figures", "on, window kept")
    if not takeover:
        text = words.translate("figures", "off, starts empty")
    color, left = "text" if on else "text2", LEFT + 12
    pen.text(f"takeover.{name}", left, base, text, bold=on, color=color, anchor="start", within=COLUMNS[0] - left - 6)
    for column, size in zip(COLUMNS, sizes, strict=False):
        _draw_bar(pen, f"takeover.{name}.{column:g}", size, (column, y + 5, height - 10, scale), on=on)


def _draw_bar(pen: Pen, name: str, size: Sizes, where: tuple[float, float, float, float], *, on: bool) -> None:
    """The outline is the size before, the fill the size after."""
    x, y, height, scale = where
    before, after = max(size.before * scale, 2), max(size.after * scale, 2)
    spoken = pen.words.translate("figures", "{before} bytes become {after}")
    pen.box(name + "/before", x, y, before, height, stroke="line3", line=1.25, radius=3)
    pen.box(
        name + "/after", x, y, after, height, fill="pay.fill" if on else "pay.tint", stroke="pay.edge", line=1.25,
        radius=min(3, after / 2), spoken=spoken.format(before=size.before, after=size.after),
    )  # fmt: skip
    plain, strong = Font(14, mono=True), Font(14, bold=True, mono=True)
    runs = (
        (str(size.before), plain, "text2"),
        (ARROW, Font(13), "text2"),
        (str(size.after), strong, "text" if on else "text2"),
    )
    pen.runs(name + "/numbers", x + max(before, after) + 8, y + height / 2 + 5, runs)
