"""The axis of seconds on which a client's way back is drawn, and where its lanes stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Rect
from app.figures.crowd_cards import cards_height
from app.figures.crowd_story import GONE, LISTENS

if TYPE_CHECKING:
    from app.figures.crowd_story import Attempt, Story
    from app.figures.pen import Pen

LEFT: Final = 32.0
PLOT: Final = 164.0
RIGHT: Final = 856.0
TICKS: Final = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600)
LANE: Final = 34.0
"""Height of the lanes of server, client and news."""
ROW: Final = 60.0
LOW_ROW: Final = 22.0
LEAST: Final = 3
"""For how many attempts there is room even if there are fewer."""


@dataclass(frozen=True)
class Plot:
    """The axis and the lanes."""

    pen: Pen
    story: Story
    cursor: int
    now: float
    until: float
    top: float
    server: float
    client: float
    rows: float
    row: float
    news: float
    end: float
    shown: tuple[Attempt, ...]

    def x(self, time: float) -> float:
        """Where a moment stands."""
        return PLOT + (RIGHT - PLOT) * min(1.0, max(0.0, time / self.until))


def make_plot(pen: Pen, story: Story, cursor: int) -> Plot:
    """The plot of a story in this room; of too many attempts those around the newest are shown."""
    top = pen.room.top
    times = [call.start for call in story.calls if call.opened < cursor]
    times += [one.time for one in story.news if one.place < cursor]
    times += [mark.time for mark in story.marks if mark.place < cursor]
    for call in story.calls:
        times += [call.open_at] if 0 <= call.opened < cursor else []
        times += [call.end_at] if call.end_at is not None and call.ended < cursor else []
    for attempt in story.attempts:
        times += [attempt.start] if attempt.place < cursor else []
        times += [attempt.at] if 0 <= attempt.end_place < cursor else []
    server = top + 48
    rows = server + 2 * LANE + 2
    space = pen.room.height - 8 - cards_height(story) - LANE - 4 - rows
    count = len(story.attempts)
    row = min(ROW, max(LOW_ROW, space / max(1, count)))
    most = max(1, int(space // row))
    end = rows + row * min(most, max(LEAST, count)) + LANE + 4
    begun = sum(attempt.place < cursor for attempt in story.attempts)
    first = max(0, min(count - most, begun - most + 1))
    return Plot(
        pen, story, cursor, max(times, default=0.0), max(1.0, story.until), top, server, server + LANE, rows, row,
        end - LANE / 2 - 2, end, story.attempts[first : first + most],
    )  # fmt: skip


def axis(plot: Plot) -> None:
    """Seconds along the top, ink as far as time has gone by."""
    pen, words = plot.pen, plot.pen.room.words
    y = plot.top + 22
    now = plot.x(plot.now)
    pen.line("axis", ((PLOT, y), (now, y)), "ink", 2)
    pen.line("axis/rest", ((now, y), (RIGHT, y)), "line3", 1.5, dash=(5, 4))
    step = next((tick for tick in TICKS if plot.until / tick <= 10), TICKS[-1])
    for number in range(int(plot.until // step) + 1):
        time = number * step
        known = time <= plot.now
        x = plot.x(time)
        pen.line(f"axis.{number}", ((x, y - 5), (x, y)), "ink" if known else "line3", 1.5)
        text = words.translate("figures", "{time} s").format(time=time)
        pen.text(f"axis.{number}/time", x, y - 9, text, 13, color="text2" if known else "text3")
    pen.line("now", ((now, y), (now, plot.end - 6)), "ink", 1.5, dash=(2, 3))


def away(plot: Plot) -> None:
    """The time in which nobody listens, hatched over all lanes."""
    down = plot.story.mark(GONE, plot.cursor)
    if down is None:
        return
    pen, words = plot.pen, plot.pen.room.words
    up = plot.story.mark(LISTENS, plot.cursor)
    x, right = plot.x(down.time), plot.x(up.time if up is not None else plot.now)
    spoken = words.translate("figures", "The server is gone: nobody listens at its port")
    rect = Rect(x, plot.server - LANE / 2 + 2, max(3.0, right - x), plot.news - LANE / 2 - plot.server + LANE / 2)
    pen.marks.append(Box(id="away", rect=rect, fill="sunk", hatch="line", spoken=spoken))
    pen.line("away/edge", ((x, rect.y), (x, rect.bottom)), "text2", 1.5)
    if up is not None:
        pen.line("away/end", ((right, rect.y), (right, rect.bottom)), "text2", 1.5)
