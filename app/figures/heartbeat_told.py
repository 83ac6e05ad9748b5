"""The sides of the heartbeat figure: what each program is told, at the height of what caused it.

Pings and pongs are the library's affair: that a program is told nothing is an entry of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.drawing.marks import Box, Font, Glyph, Rect
from app.figures.heartbeat_layout import LEAST, STRIP
from app.figures.heartbeat_rows import Fate, beating
from app.figures.heartbeat_words import message_text
from app.figures.parts import STATE_GLYPHS, peer_name
from app.figures.sequence_marks import backed_label
from protocol.facts import MessageArrived, Moved, Told
from protocol.vocabulary import CloseCode, Opcode, Role, State

if TYPE_CHECKING:
    from app.figures.heartbeat import Stage
    from app.figures.heartbeat_layout import Placed


@dataclass(frozen=True, slots=True)
class News:
    """What one program is told in one moment; `text` is empty for nothing. `lost` is a connection lost unasked."""

    text: str
    lost: bool = False
    closed: bool = False


def panels(stage: Stage) -> None:
    """The two strips and their headings."""
    words, pen = stage.pen.room.words, stage.pen
    top, end = stage.plan.head + 28, stage.plan.end
    names = {
        Role.CLIENT: words.translate("figures", "Client program"),
        Role.SERVER: words.translate("figures", "Server program"),
    }
    for role in Role:
        x, wide = STRIP[role]
        pen.box(f"told.{role.value}/strip", x, top, wide, end - top, fill="pane", stroke="line", radius=10)
        pen.text(f"told.{role.value}/title", x + wide / 2, stage.plan.head + 1, names[role], 15, bold=True, within=wide)
        told = words.translate("figures", "is told")
        pen.text(f"told.{role.value}/note", x + wide / 2, stage.plan.head + 18, told, 13, color="text2", within=wide)


def current_row(stage: Stage) -> None:
    """The frame around the present moment, behind everything."""
    if stage.current is None:
        return
    rect = _frame(stage.current)
    pen = stage.pen
    pen.marks.append(Box(id="now", rect=rect, fill="sunk", radius=10))
    pen.marks.append(Box(id="now/frame", rect=rect, stroke="ink", line=2.5, radius=10, above=6))


def _frame(item: Placed) -> Rect:
    tall = max(LEAST, item.height)
    return Rect(16, item.middle - tall / 2, 856, tall)


def told(stage: Stage) -> None:
    """What each program is told: line by line, and in boxes at the present moment."""
    for role in Role:
        silent = _silence(stage, role)
        first = True
        for number, item in enumerate(stage.plan.moments, stage.plan.hidden):
            if not stage.knows(item) or (item.group.is_loss and item is not stage.current):
                continue
            news = _news(stage, role, item)
            name = f"told.{role.value}.{number}"
            if item is stage.current:
                _box(stage, name, role, item, news)
            elif news.text:
                _entry(stage, name, role, item, news)
            elif item not in silent:
                _nothing(stage, name, role, item, first=first)
                first = False
        if len(silent) > 1:
            _quiet(stage, role, silent)


def _news(stage: Stage, role: Role, item: Placed) -> News:
    words, group = stage.pen.room.words, item.group
    texts: list[str] = []
    if group.is_loss:
        return News("")
    for place in range(group.first, min(group.last + 1, stage.cursor)):
        fact = stage.facts[place]
        if isinstance(fact, Told) and fact.who is role:
            lost = fact.told.code == CloseCode.ABNORMAL
            text = (
                words.translate("figures", "{code}, link lost")
                if lost
                else words.translate("figures", "{code}, closed")
            )
            return News(text.format(code=int(fact.told.code)), lost, closed=True)
        if isinstance(fact, MessageArrived) and fact.who is role.peer:
            texts.append(message_text(words, fact.message.opcode, fact.message.payload))
        if isinstance(fact, Moved) and fact.who is role and fact.transition.next is State.OPEN:
            texts.append(words.translate("figures", "open event"))
    return News(" ".join(texts))


def _silence(stage: Stage, role: Role) -> list[Placed]:
    """The last moments in a row in which nothing came to this side, because the network is lost."""
    found: list[Placed] = []
    for item in stage.plan.moments:
        if not stage.knows(item):
            break
        lost = item.group.is_loss or any(
            row.fate is Fate.LOST and row.rung.sender is not role for row in item.group.rows
        )
        news = _news(stage, role, item)
        if lost and not news.text:
            if item is not stage.current:
                found.append(item)
        elif found:
            break
    return found


def _quiet(stage: Stage, role: Role, silent: list[Placed]) -> None:
    """A long time in which there is nothing to notice."""
    pen, words = stage.pen, stage.pen.room.words
    x, wide = STRIP[role]
    middle, top, bottom = x + wide / 2, silent[0].top + 4, silent[-1].bottom - 4
    pen.line(f"quiet.{role.value}", ((middle, top), (middle, bottom)), "line3", 1.5, dash=(2, 4))
    lines = (words.translate("figures", "no error, no data,"), words.translate("figures", "nothing to notice"))
    for number, text in enumerate(lines):
        y = (top + bottom) / 2 - 9 + 18 * number
        backed_label(
            pen, f"quiet.{role.value}.{number}", middle, y, text, color="text2", ground="pane", within=wide - 12
        )


def _nothing(stage: Stage, name: str, role: Role, item: Placed, *, first: bool) -> None:
    pen, words = stage.pen, stage.pen.room.words
    x, wide = STRIP[role]
    text = words.translate("figures", "nothing")
    width = pen.width(text, Font(14))
    note = _note(stage, role, item) if first and item.height >= LEAST else ""
    y = item.middle - (9 if note else 0)
    spoken = words.translate("figures", "{peer}: the program is told nothing").format(peer=peer_name(words, role))
    left = x + (wide - width - 20) / 2
    pen.glyph(name + "/glyph", left + 5, y, "pending", 11)
    pen.text(name, left + 20, y + 5, text, 14, color="text2", anchor="start", spoken=spoken)
    if note:
        pen.text(name + "/note", x + wide / 2, y + 22, note, 13, color="text3", within=wide - 12)


def _note(stage: Stage, role: Role, item: Placed) -> str:
    """Who did the work of which the program is told nothing."""
    words = stage.pen.room.words
    if stage.pairs and role is beating(stage.pairs):
        return words.translate("figures", "the library checks")
    frames = [row.rung.frame for row in item.group.rows if row.rung.sender is role]
    if any(frame is not None and frame.opcode == Opcode.PONG for frame in frames):
        return words.translate("figures", "the library answers")
    return ""


def _entry(stage: Stage, name: str, role: Role, item: Placed, news: News) -> None:
    """What the program was told earlier."""
    pen = stage.pen
    x, wide = STRIP[role]
    color = "err.edge" if news.lost else "text2"
    pen.text(name, x + wide / 2, item.middle + 5, news.text, 14, bold=news.closed, color=color, within=wide - 16)


def _box(stage: Stage, name: str, role: Role, item: Placed, news: News) -> None:
    """What it is told now, and the state of its connection."""
    pen, words = stage.pen, stage.pen.room.words
    x, wide = STRIP[role]
    tall = min(48.0, max(LEAST, item.height) - 5)
    rect = Rect(x + 7, item.middle - tall / 2, wide - 14, tall)
    state = stage.known.state(role)
    text = news.text or (words.translate("figures", "nothing yet") if state is not State.CLOSED else "")
    text = text or words.translate("figures", "nothing more")
    sentence = words.translate("figures", "{peer}: the program is told {what}; the connection is {state}")
    spoken = sentence.format(peer=peer_name(words, role), what=text, state=state.name)
    stroke, line = ("err.fill", 2.0) if news.lost else ("ink", 1.5)
    pen.marks.append(
        Box(id=name, rect=rect, fill="stage", stroke=stroke, line=line, radius=8, spoken=spoken, above=2,
            links=("state:" + role.value,))
    )  # fmt: skip
    shift = 0.0
    if news.lost:
        pen.glyph(name + "/glyph", rect.x + 19, item.middle, "cross", 20, above=3)
        shift = 14.0
    low = tall < 44
    middle = rect.x + rect.width / 2 + shift
    space = rect.width - 16 - 2 * shift
    sizes = (13, 12) if low else (15, 13, 12)
    size = next((one for one in sizes if pen.width(text, Font(one, bold=True)) <= space), sizes[-1])
    pen.text(name + "/text", middle, item.middle - (3 if low else 5), text, size, bold=True, within=space, above=3)
    width = pen.width(state.name, Font(12 if low else 13, bold=True)) + 17
    left, y = middle - width / 2, item.middle + (11 if low else 14)
    pen.marks.append(Glyph(id=name + "/state", x=left + 6, y=y - 4.5, name=STATE_GLYPHS[state], size=11, above=3))
    pen.text(
        name + "/state/name",
        left + 17,
        y,
        state.name,
        12 if low else 13,
        bold=True,
        color="text2",
        anchor="start",
        above=3,
    )
