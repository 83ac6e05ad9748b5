"""Beside the lifeline of the side that asks: how many pongs it has missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font
from app.figures.heartbeat_layout import LIFE
from app.figures.heartbeat_rows import Fate, beating, is_ping, missed_at
from app.figures.heartbeat_wire import INSET
from app.figures.parts import peer_name
from app.figures.sequence_rungs import RungKind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Anchor
    from app.figures.heartbeat import Stage


def misses(stage: Stage) -> None:
    """Beside the lifeline of the side that asks: how many pongs are missed when it acts again."""
    role = beating(stage.pairs)
    counted = 0
    above: float | None = None
    for item in stage.plan.moments:
        for number, row in enumerate(item.group.rows):
            own = row.rung.sender is role and row.fate is not Fate.LATE
            if not own or row.place >= stage.cursor:
                continue
            y = item.row(number) - INSET / 2
            missed = missed_at(stage.facts, stage.pairs, role, row.place)
            if missed > counted:
                _missed(stage, role, missed, y, above, last=row.rung.kind is RungKind.END)
            counted = missed
            above = y if is_ping(row.rung.frame) else None


def _missed(stage: Stage, role: Role, missed: int, y: float, above: float | None, *, last: bool) -> None:
    pen, words = stage.pen, stage.pen.room.words
    out = 1 if role is Role.SERVER else -1
    text = words.translate("figures", "missed {count}").format(count=missed)
    half = (pen.width(text, Font(12, bold=True)) + 18) / 2
    x = LIFE[role] + out * (12 + half)
    name = f"missed.{missed}"
    fill, color = ("ink", "on-ink") if last else ("stage", "text")
    spoken = words.translate("figures", "{peer}: %n pings in a row have no answer", "", missed)
    pen.box(
        name, x - half, y - 10, 2 * half, 20, fill=fill, stroke="ink", line=1.5, radius=10, above=4,
        spoken=spoken.format(peer=peer_name(words, role)),
    )  # fmt: skip
    pen.text(name + "/text", x, y + 4.2, text, 12, bold=True, color=color, above=5)
    if above is not None and y - above > 50:
        side = LIFE[role] + out * 18
        pen.line(name + "/wait", ((side, above + 6), (side, y - 13)), "line3", 1.5, dash=(2, 3))
        note = words.translate("figures", "no pong")
        anchor: Anchor = "start" if out > 0 else "end"
        pen.text(name + "/note", side + out * 9, (above + y) / 2 + 3, note, 13, color="text2", anchor=anchor, within=72)
