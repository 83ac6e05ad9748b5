"""The middle of the heartbeat figure: lifelines, what is on the wire, the lost network, and the missed pongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Box, Font, Rect, Stroke
from app.figures.heartbeat_layout import AXIS, BAND, LIFE, MIDDLE
from app.figures.heartbeat_rows import Fate
from app.figures.heartbeat_words import clock_text, numbered, span_text
from app.figures.parts import TOKENS, peer_name
from app.figures.sequence_marks import LINK_DASH, PEER_GLYPHS, backed_label
from app.figures.sequence_words import frame_text, rung_link, rung_sentence, rung_text
from protocol.facts import Moved
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.figures.heartbeat import Stage
    from app.figures.heartbeat_layout import Placed
    from app.figures.heartbeat_rows import Row

INSET = 7.0
"""How far an arrow stays away from a lifeline, and how much lower it ends than it begins."""

SPACE = 50.0
"""How wide a time at the axis may be."""


def heads(stage: Stage) -> None:
    """The peers above their lifelines."""
    words, y = stage.pen.room.words, stage.plan.head
    for role in Role:
        name = f"peer.{role.value}"
        stage.pen.glyph(name, LIFE[role], y, PEER_GLYPHS[role], 24, spoken=peer_name(words, role))
    stage.pen.text("wire/title", MIDDLE, y + 5, words.translate("figures", "on the wire"), 15, bold=True)


def axis(stage: Stage) -> None:
    """Seconds downwards: ink as far as time has gone by."""
    pen, plan = stage.pen, stage.plan
    first, now = plan.head + 14, stage.now
    pen.line("axis", ((AXIS, first), (AXIS, now)), "ink", 2)
    pen.line("axis/rest", ((AXIS, now), (AXIS, plan.end)), "line3", 1.5, dash=(5, 4))
    for number, item in enumerate(plan.moments, plan.hidden):
        known = stage.knows(item)
        y = item.opening if item.group.is_opening else item.row(0) if item.group.rows else item.middle
        if item.broken:
            _broken(stage, f"axis.{number}", item.top - 9)
        current = item is stage.current
        pen.line(f"axis.{number}", ((AXIS - 6, y), (AXIS, y)), "ink" if known else "line3", 2 if current else 1.5)
        color, size = ("text", 15) if current else ("text2" if known else "text3", 13)
        text = _time(stage, item)
        if pen.width(text, Font(size, bold=current)) > SPACE:
            size = 12
        pen.text(
            f"axis.{number}/time", AXIS - 10, y + 4.7, text, size, bold=current, color=color, anchor="end", within=SPACE
        )


def _broken(stage: Stage, name: str, y: float) -> None:
    """Two strokes where the axis leaves out a long silence."""
    stage.pen.box(name + "/gap", AXIS - 6, y - 4, 12, 9, fill="stage", above=1)
    for number, low in enumerate((y, y + 6)):
        stage.pen.line(f"{name}/gap.{number}", ((AXIS - 6, low), (AXIS + 6, low - 5)), "ink", 1.5, above=2)


def _time(stage: Stage, item: Placed) -> str:
    words, group = stage.pen.room.words, item.group
    if not group.is_loss:
        return clock_text(words, group.time)
    return span_text(words, group.time, group.until, lambda text: stage.pen.width(text, Font(12, bold=True)) <= SPACE)


def band(stage: Stage) -> None:
    """The network that passes nothing, from the moment of its loss until something passes again."""
    span = stage.loss
    if span is None:
        return
    pen, words = stage.pen, stage.pen.room.words
    x, wide = BAND
    rect = Rect(x, span[0], wide, max(24.0, span[1] - span[0]))
    spoken = words.translate("figures", "The network is lost: nothing passes, and nobody is told")
    pen.marks.append(Box(id="lost", rect=rect, fill="stage", spoken=spoken))
    pen.marks.append(Box(id="lost/hatch", rect=rect, hatch="line2"))
    pen.line("lost/edge", ((x, rect.y), (x + wide, rect.y)), "text2", 1.5)
    for name, ends in (("client", (LIFE[Role.CLIENT] + 6, x)), ("server", (x + wide, LIFE[Role.SERVER] - 6))):
        pen.line(f"lost/{name}", tuple((at, rect.y) for at in ends), "line3", 1, dash=(2, 3))
    item = next(item for item in stage.plan.moments if item.group.is_loss)
    y = rect.y + min(item.height, rect.height) / 2
    title, note = words.translate("figures", "network lost"), words.translate("figures", "nothing passes")
    if item.height >= 44 and rect.height >= 44:
        backed_label(pen, "lost/title", x + wide / 2, y - 8, title, size=15, bold=True, color="text", within=wide - 10)
        backed_label(pen, "lost/note", x + wide / 2, y + 10, note, color="text2", within=wide - 10)
    else:
        backed_label(pen, "lost/title", x + wide / 2, y, title, size=15, bold=True, color="text", within=wide - 10)


def lifelines(stage: Stage) -> None:
    """One line for each peer: solid as far as time has gone, in grey dots once it is CLOSED."""
    for role in Role:
        _lifeline(stage, role)


def _lifeline(stage: Stage, role: Role) -> None:
    pen, x, end = stage.pen, LIFE[role], stage.plan.end
    color, start, now = TOKENS[role] + ".fill", stage.plan.head + 15, stage.now
    closed = stage.event_y(role, State.CLOSED)
    stop = now if closed is None else closed
    pen.line(f"life.{role.value}", ((x, start), (x, stop)), color, 3)
    if closed is None:
        pen.line(f"life.{role.value}/rest", ((x, stop), (x, end)), color, 3, dash=(5, 4))
    else:
        pen.line(f"life.{role.value}/closed", ((x, stop), (x, end)), "line3", 2, dash=LINK_DASH)


def rows(stage: Stage) -> None:
    """Everything that is known to have crossed, or to have been lost."""
    for item in stage.plan.moments:
        if item.group.is_opening:
            _opening(stage, item)
        for number, row in enumerate(item.group.rows):
            if row.place < stage.cursor:
                _row(stage, item, row, item.row(number) - INSET / 2)


def _opening(stage: Stage, item: Placed) -> None:
    """The opening handshake in one line: it is not what this figure is about."""
    if not stage.knows(item):
        return
    pen, words = stage.pen, stage.pen.room.words
    y = item.opening
    opened = any(move.transition.next is State.OPEN for move in stage.known.of(Moved))
    text = words.translate("figures", "opening handshake") if opened else words.translate("figures", "handshake")
    ends = ((LIFE[Role.CLIENT] + INSET, y), (LIFE[Role.SERVER] - INSET, y))
    pen.marks.append(Stroke(id="opening", points=ends, color="line3", line=1.5, head=8, tail=8, spoken=text))
    backed_label(pen, "opening/label", MIDDLE, y, text, color="text2", ground=stage.ground(item), within=200, above=1)


def _row(stage: Stage, item: Placed, row: Row, y: float) -> None:
    pen, rung = stage.pen, row.rung
    words, sender = pen.room.words, row.rung.sender
    now = item is stage.current
    way = 1 if sender is Role.CLIENT else -1
    lost = row.fate is Fate.LOST
    spoken = rung_sentence(words, rung, stage.cursor, lost=lost or row.fate is Fate.BOUNCED)
    start = (LIFE[sender] + INSET * way, y)
    color = TOKENS[sender] + ".fill" if now or lost else "line3"
    dot = 5.0 if now else 4.0
    disc = Rect(LIFE[sender] - dot, y - dot, 2 * dot, 2 * dot)
    pen.marks.append(Box(id=f"{row.id}/dot", rect=disc, fill=TOKENS[sender] + ".fill", radius=dot, above=2))
    links = (rung_link(rung),)
    if lost:
        edge = BAND[0] if sender is Role.CLIENT else BAND[0] + BAND[1]
        stop = (edge - 9 * way, y + INSET)
        line = 3.5 if now else 2.5
        pen.marks.append(
            Stroke(id=row.id, points=(start, stop), color=color, line=line, spoken=spoken, links=links, enter="grow")
        )
        pen.glyph(row.id + "/lost", edge, y + INSET, "cross", 20, above=3)
        _lost_label(stage, row, y + INSET, now=now)
        return
    stop = (LIFE[sender.peer] - INSET * way, y + INSET)
    line, head = (3.5, 13) if now else (1.5, 8)
    pen.marks.append(
        Stroke(
            id=row.id, points=(start, stop), color=color, line=line, head=head, spoken=spoken, links=links, above=1,
            enter="grow",
        )
    )  # fmt: skip
    text = _text(stage, row)
    ground, color = stage.ground(item), "text" if now else "text2"
    backed_label(
        pen, row.id + "/label", MIDDLE, y + INSET / 2, text, bold=now, color=color, ground=ground, within=190, above=2
    )


def _lost_label(stage: Stage, row: Row, y: float, *, now: bool) -> None:
    """The name of what was lost, in a pill inside the lost network."""
    pen = stage.pen
    x = BAND[0] + BAND[1] / 2 + (10 if row.rung.sender is Role.CLIENT else -10)
    stroke, line = ("ink", 1.5) if now else ("line2", 1.0)
    pen.box(row.id + "/pill", x - 54, y - 11, 108, 22, fill="stage", stroke=stroke, line=line, radius=11, above=1)
    pen.text(row.id + "/label", x, y + 4.6, _text(stage, row), 13, bold=True, within=98, above=2)


def _text(stage: Stage, row: Row) -> str:
    words, rung = stage.pen.room.words, row.rung
    if rung.frame is None or rung.is_close:
        return rung_text(words, rung)
    text = numbered(words, rung.frame.opcode, rung.frame.payload) or frame_text(words, rung.frame)
    return words.translate("figures", "{what}, sent again").format(what=text) if row.fate is Fate.LATE else text
