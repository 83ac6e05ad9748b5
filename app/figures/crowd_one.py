"""One client on its way back: its server, its connections and attempts, and the news, on one axis of seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.crowd_cards import cards
from app.figures.crowd_lanes import SMALL, client, news, server
from app.figures.crowd_plot import LEFT, PLOT, RIGHT, away, axis, make_plot
from app.figures.crowd_story import BACK, REFUSED

if TYPE_CHECKING:
    from app.figures.crowd_plot import Plot
    from app.figures.crowd_story import Attempt, Story
    from app.figures.pen import Pen


def one(pen: Pen, story: Story, cursor: int) -> str:
    """The figure of one client; the sentence that describes it."""
    plot = make_plot(pen, story, cursor)
    away(plot)
    axis(plot)
    server(plot)
    client(plot)
    for number, attempt in enumerate(plot.shown):
        if attempt.place < cursor:
            _attempt(plot, attempt, plot.rows + plot.row * (number + 0.5))
    news(plot)
    cards(pen, story, cursor, plot.end + 10)
    return _spoken(plot)


def _attempt(plot: Plot, attempt: Attempt, y: float) -> None:
    """The wait before an attempt as a bar, the window that chance had, and what came of it."""
    pen, words = plot.pen, plot.pen.room.words
    name = f"attempt.{plot.story.attempts.index(attempt)}"
    done = 0 <= attempt.end_place < plot.cursor
    x, at = plot.x(attempt.start), plot.x(attempt.at)
    label = words.translate("figures", "attempt {number}").format(number=attempt.number)
    pen.text(name + "/label", LEFT + 24, y + 5, label, 14, anchor="start", bold=not done, within=PLOT - LEFT - 34)
    sentence = words.translate("figures", "Attempt {number} after {delay} s, chosen between {low} and {high} s")
    spoken = sentence.format(
        number=attempt.number, delay=f"{attempt.delay:.1f}", low=f"{attempt.low:g}", high=f"{attempt.high:g}"
    )
    if attempt.high > attempt.low:
        low, high = plot.x(attempt.start + attempt.low), plot.x(attempt.start + attempt.high)
        pen.box(
            name + "/window", low, y - 8, max(2.0, high - low), 16, fill="raise", stroke="line3", dash=(3, 3), radius=3
        )  # fmt: skip
    reached = at if done else min(at, plot.x(plot.now))
    pen.box(name, x, y - 5, max(2.0, reached - x), 10, fill="cli.tint", stroke="cli.edge", spoken=spoken, above=1)
    if not done and at > reached:
        pen.line(name + "/rest", ((reached, y), (at, y)), "line3", 1.5, dash=(5, 4), above=1)
    delay = words.translate("figures", "{seconds} s").format(seconds=f"{round(attempt.delay, 1):g}")
    if done:
        good = attempt.end == BACK
        pen.glyph(name + "/end", at, y, "tick" if good else "cross", 18, above=3)
        text = "101" if good else words.translate("figures", "refused")
        text = words.translate("figures", "{delay}: {outcome}").format(delay=delay, outcome=text)
    else:
        pen.glyph(name + "/end", at, y, "pending", 14, above=3)
        text = words.translate("figures", "waits {delay}").format(delay=delay)
    width = pen.width(text, SMALL)
    color = "text" if not done else "ok.edge" if attempt.end == BACK else "text2"
    fits = at + 14 + width <= RIGHT
    pen.box(name + "/ground", at + 12 if fits else x - 10 - width, y - 9, width + 6, 18, fill="stage", above=2)
    pen.text(
        name + "/text",
        at + 15 if fits else x - 7,
        y + 4.5,
        text,
        13,
        bold=True,
        color=color,
        anchor="start" if fits else "end",
        above=3,
    )


def _spoken(plot: Plot) -> str:
    words = plot.pen.room.words
    refused = sum(one.end == REFUSED and one.end_place < plot.cursor for one in plot.story.attempts)
    lost = sum(not one.heard and one.place < plot.cursor for one in plot.story.news)
    text = words.translate("figures", "{refused} attempts were refused, {lost} pieces of news were lost.")
    return text.format(refused=refused, lost=lost)
