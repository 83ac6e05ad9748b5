"""The lanes of a client's way back: when its server listens, its connections, and the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font
from app.figures.crowd_plot import LEFT, PLOT, RIGHT
from app.figures.crowd_story import GIVES_UP, GONE, LISTENS, STAYS_AWAY
from app.figures.parts import peer_name
from app.figures.sequence_marks import PEER_GLYPHS
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.crowd_plot import Plot
    from app.figures.crowd_story import Call

SMALL = Font(13, bold=True)


def _lane(plot: Plot, role: Role, y: float) -> None:
    pen = plot.pen
    word = peer_name(pen.room.words, role)
    pen.glyph(f"lane.{role.value}", LEFT + 8, y, PEER_GLYPHS[role], 16, spoken=word)
    pen.text(f"lane.{role.value}/name", LEFT + 24, y + 5, word, 15, bold=True, anchor="start", within=100)


def server(plot: Plot) -> None:
    """When the server listens."""
    pen, words, y = plot.pen, plot.pen.room.words, plot.server
    _lane(plot, Role.SERVER, y)
    edges = [
        (mark.time, mark.kind) for mark in plot.story.marks if mark.kind in {GONE, LISTENS} and mark.place < plot.cursor
    ]
    start: float | None = 0.0
    spans: list[tuple[float, float]] = []
    for time, kind in edges:
        if kind == GONE and start is not None:
            spans.append((start, time))
            start = None
        elif kind == LISTENS:
            start = time
    if start is not None and plot.cursor:
        spans.append((start, plot.now))
    text = words.translate("figures", "listens")
    for number, (first, last) in enumerate(spans):
        x, right = plot.x(first), plot.x(last)
        pen.box(f"server.{number}", x, y - 9, max(2.0, right - x), 18, fill="srv.fill", spoken=text)
        if pen.width(text, SMALL) + 8 < right - x:
            pen.text(f"server.{number}/text", (x + right) / 2, y + 4.5, text, 13, bold=True, color="srv.on")
    down = plot.story.mark(GONE, plot.cursor)
    if down is not None:
        up = plot.story.mark(LISTENS, plot.cursor)
        x, right = plot.x(down.time), plot.x(up.time if up is not None else plot.now)
        gone = words.translate("figures", "gone")
        if pen.width(gone, SMALL) + 12 < right - x:
            pen.text("server/gone", (x + right) / 2, y + 4.5, gone, 13, bold=True, color="text2")


def client(plot: Plot) -> None:
    """The connections, and what the client said when it stopped trying."""
    pen, words, y = plot.pen, plot.pen.room.words, plot.client
    _lane(plot, Role.CLIENT, y)
    free = PLOT
    for call in plot.story.calls:
        if 0 <= call.opened < plot.cursor:
            free = _connection(plot, call, y)
    given_up = plot.story.mark(GIVES_UP, plot.cursor) or plot.story.mark(STAYS_AWAY, plot.cursor)
    if given_up is not None:
        text = (
            words.translate("figures", "gives up")
            if given_up.kind == GIVES_UP
            else words.translate("figures", "stays away")
        )
        x = max(plot.x(given_up.time), free)
        pen.glyph("given-up", min(x + 12, RIGHT + 10), y, "none", 18, spoken=text)
        if x + 26 + pen.width(text, Font(14, bold=True)) <= RIGHT:
            pen.text("given-up/text", x + 26, y + 5, text, 14, bold=True, anchor="start")
        else:  # at the right edge the word stands below
            pen.text("given-up/text", RIGHT, y + 24, text, 14, bold=True, anchor="end")


def _connection(plot: Plot, call: Call, y: float) -> float:
    """One connection; where the room right of it begins."""
    pen, words = plot.pen, plot.pen.room.words
    over = call.end_at is not None and call.ended < plot.cursor
    x, right = plot.x(call.open_at), plot.x(call.end_at if over and call.end_at is not None else plot.now)
    name = f"connection.{call.number}"
    spoken = words.translate("figures", "Connection {number} is OPEN").format(number=call.number + 1)
    pen.box(name, x, y - 9, max(2.0, right - x), 18, fill="cli.fill", spoken=spoken, links=(name,))
    text = words.translate("figures", "OPEN {number}").format(number=call.number + 1)
    if pen.width(text, SMALL) + 8 < right - x:
        pen.text(name + "/text", (x + right) / 2, y + 4.5, text, 13, bold=True, color="cli.on")
    if over and call.code is not None:
        wide = pen.width(str(call.code), Font(13, bold=True, mono=True)) + 12
        later = [plot.x(one.open_at) for one in plot.story.calls if one.number > call.number]
        if right + wide <= min([RIGHT, *later]):
            font = Font(13, bold=True, mono=True)
            pen.box(name + "/ground", right + 2, y - 9, wide - 4, 18, fill="stage", above=2)
            pen.text(
                name + "/code", right + 5, y + 4.5, str(call.code), font, color="err.edge", anchor="start", above=3
            )
            right += wide
    return right


def news(plot: Plot) -> None:
    """What the server's program had to say, heard or not."""
    pen, words, y = plot.pen, plot.pen.room.words, plot.news
    title = words.translate("figures", "News")
    pen.text("news/title", LEFT + 24, y + 5, title, 15, bold=True, anchor="start", within=PLOT - LEFT - 34)
    heard = words.translate("figures", "“{text}” is heard")
    lost = words.translate("figures", "“{text}” is lost: nobody was connected")
    for number, one in enumerate(plot.story.news):
        if one.place >= plot.cursor:
            continue
        x = plot.x(one.time)
        spoken = (heard if one.heard else lost).format(text=one.text)
        if one.heard:
            pen.box(f"news.{number}", x - 6, y - 6, 12, 12, fill="pay.fill", spoken=spoken)
        else:
            pen.glyph(f"news.{number}", x, y, "cross", 14, spoken=spoken)
