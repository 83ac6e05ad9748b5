"""Where TCP cut the bytes: a vertical line through the lanes that names what it hits, and the line that is `now`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.lanes_tracks import TITLE
from app.figures.lanes_words import cut_words
from app.figures.pen import sans

if TYPE_CHECKING:
    from app.figures.lanes_axis import Axis
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_stream import View
    from app.figures.pen import Pen

PILL: Final = 20
NOW: Final = 22
EDGE: Final = 24.0
LAST: Final = 864.0


def draw_ground(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """What has not arrived lies on the colour of the pane."""
    left = axis.x(view.arrived) if view.arrived > axis.start else axis.x(axis.start)
    if left < axis.right:
        top = plan.ruler - 6
        pen.box("future", left, top, axis.right - left, plan.parser - 8 - top, fill="pane")


def draw_cuts(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """All cuts of the page; the words of the past ones only where they have room, that of `now` first."""
    titled = 32 + pen.width(pen.words.translate("figures", "WebSocket frames"), TITLE)
    taken: list[tuple[float, float]] = [(0.0, titled + 2)]
    cuts = [cut for cut in view.cuts if axis.start < cut < axis.stop]
    for cut in sorted(cuts, key=lambda cut: (cut != view.read, cut)):
        x = axis.x(cut)
        now, past = cut == view.read, cut < view.read
        if not now:
            end = plan.messages_end if past else plan.frames_end
            for number, (top, bottom) in enumerate(_free(pen, plan, x, plan.segments_end + 2, end)):
                pen.line(
                    f"cut.{cut}/{number}",
                    ((x, top), (x, bottom)),
                    "ink" if past else "line3",
                    1.5,
                    dash=(2, 3),
                    above=5,
                )
        if not now and not past:
            continue
        text = cut_words(pen.words, view, cut)
        width = pen.width(text, sans(12, bold=True)) + 18
        left = max(titled + 8, min(LAST - width, x - width / 2))
        free = all(left + width + 6 <= a or left - 6 >= b for a, b in taken)
        if now or (free and left + 8 < x < left + width - 8):
            taken.append((left, left + width))
            _pill(pen, plan, cut, (left, width), text, now=now)


def _free(pen: Pen, plan: Plan, x: float, top: float, bottom: float) -> list[tuple[float, float]]:
    """The parts of a vertical line that do not run through the title of a lane."""
    words, parts = pen.words, [top]
    titles = (
        (words.translate("figures", "WebSocket frames"), plan.frames_title, plan.frames),
        (words.translate("figures", "Messages"), plan.messages_title, plan.messages),
    )
    for title, baseline, lane in titles:
        if x < 36 + pen.width(title, TITLE) and baseline < bottom:
            parts += [max(top, baseline - 14), lane]
    parts.append(bottom)
    return [(upper, lower) for upper, lower in batched_pairs(parts) if lower > upper]


def batched_pairs(values: list[float]) -> list[tuple[float, float]]:
    """The values two by two."""
    return list(zip(values[::2], values[1::2], strict=True))


def _pill(pen: Pen, plan: Plan, cut: int, place: tuple[float, float], text: str, *, now: bool) -> None:
    left, width = place
    middle = (plan.segments_end + plan.frames) / 2
    pen.box(
        f"cut.{cut}/pill", left, middle - PILL / 2, width, PILL, fill="ink" if now else "stage", stroke="ink", line=1.5,
        radius=PILL / 2, above=7, spoken=pen.words.translate("figures", "TCP cut here: {where}.").format(where=text),
        links=(f"cut:{cut}",),
    )  # fmt: skip
    pen.text(
        f"cut.{cut}/words",
        left + width / 2,
        middle + 4.2,
        text,
        12,
        bold=True,
        color="on-ink" if now else "text",
        above=8,
    )


def draw_now(pen: Pen, plan: Plan, axis: Axis, view: View) -> None:
    """The line that is `now`: from the ruler through all lanes into the parser."""
    x = axis.x(view.read)
    word = pen.words.translate("figures", "now")
    width = pen.width(word, sans(13, bold=True)) + 20
    left = max(EDGE, min(LAST - width, x - width / 2))
    top = plan.ruler - NOW - 5
    spans = ((plan.ruler - 5, plan.segments), *_free(pen, plan, x, plan.segments_end, plan.parser - 8))
    for number, (upper, lower) in enumerate(spans):
        pen.line(f"now/{number}", ((x, upper), (x, lower)), "ink", 2, above=6)
    said = pen.words.translate("figures", "Now: {read} bytes have been read.").format(read=f"{view.read:,}")
    pen.box("now/pill", left, top, width, NOW, fill="ink", stroke="ink", radius=NOW / 2, above=7, spoken=said)
    pen.text("now/word", left + width / 2, top + 15.5, word, 13, bold=True, color="on-ink", above=8)
    tip = plan.parser - 1
    pen.line("now/tip", ((x - 8, tip), (x, tip - 9), (x + 8, tip)), "ink", fill="ink", above=6)
