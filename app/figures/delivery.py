"""The delivery figure: time runs downwards between Ada, the server and Ben; each message is acknowledged or sent again.

Left stands the list of what Ada has sent and nobody has acknowledged, right what Ben's program is given. A message that
is lost ends at an octagon. Below, everything is counted. The focus `envelope` opens the first message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Scene
from app.figures.delivery_envelope import envelope
from app.figures.delivery_marks import LEFT, LIFE, NOTES, RIGHT, gifts, ledger, passage
from app.figures.delivery_rows import ADA, BEN, SERVER, Row, Rows, rows_of
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

HEAD: Final = 58
FOOT: Final = 34
LOWEST: Final = 36
HIGHEST: Final = 56
"""A row is not lower and not higher."""

WORDS: Final = Font(13)


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """All rows that are known at the cursor; the newest has a ground. If there are too many, the newest are shown."""
    whole = as_chorus(facts)
    cursor = min(max(cursor, 0), len(whole))
    rows = rows_of(whole)
    pen = Pen(room)
    top, space = room.top + HEAD, room.height - room.top - HEAD - FOOT
    known = [number for number, row in enumerate(rows.rows) if row.place < cursor]
    fitting = max(1, int(space // LOWEST))
    height = max(LOWEST, min(HIGHEST, space / max(1, len(rows.rows))))
    first = max(0, min(len(known) - fitting, len(rows.rows) - fitting))
    _heads(pen, room.top, any(name == BEN for name in whole.names) or not rows.rows)
    shown = [number for number in known if number >= first][:fitting]
    last = top + height * min(fitting, max(1, len(rows.rows) - first))
    for life in (ADA, SERVER, BEN):
        pen.line(f"life.{life}", ((LIFE[life], top - 8), (LIFE[life], last + 4)), "line3", 2)
    for place, number in enumerate(shown):
        _row(pen, rows, number, top + place * height, height, cursor, newest=number == known[-1])
    if focus == "envelope" and known and rows.rows[known[0]].hops:
        envelope(pen, rows.rows[known[0]], (LEFT + 20, top + height * len(shown) + 20), RIGHT - LEFT - 40)
    text = _count(pen, rows, cursor)
    pen.text("counts", 444, room.height - 12, text, 14, color="text2", within=RIGHT - LEFT)
    return Scene(
        tuple(pen.marks), height=room.height, title=room.words.translate("figures", "Messages with numbers"),
        description=text,
    )  # fmt: skip


def _heads(pen: Pen, top: float, ben: bool) -> None:
    words = pen.words
    pen.text(
        "head.list",
        LEFT,
        top + 46,
        words.translate("figures", "on Ada’s list"),
        13,
        anchor="start",
        color="text2",
        within=150,
    )
    pen.text(
        "head.given",
        NOTES,
        top + 46,
        words.translate("figures", "given to Ben’s program"),
        13,
        anchor="start",
        color="text2",
        within=RIGHT - NOTES,
    )
    names = {ADA: "Ada", SERVER: words.translate("figures", "Server"), BEN: "Ben"}
    for life, x in LIFE.items():
        there = life != BEN or ben
        if there:
            pen.glyph(f"head.{life}", x, top + 14, "server" if life == SERVER else "client", 26, spoken=names[life])
        else:
            pen.glyph(
                f"head.{life}", x, top + 14, "closed", 24, spoken=words.translate("figures", "Ben is not connected")
            )
        pen.text(f"head.{life}/name", x + 20, top + 20, names[life], 17, bold=True, anchor="start", within=90)


def _row(pen: Pen, rows: Rows, number: int, top: float, height: float, cursor: int, *, newest: bool) -> None:
    row, name = rows.rows[number], f"row.{number}"
    middle = top + height / 2
    if newest:
        pen.box(name + "/ground", LEFT - 12, top + 1, RIGHT - LEFT + 24, height - 2, fill="sunk", radius=8, above=-1)
    if row.kind in {"wait", "failed"}:
        _wait(pen, row, middle, name)
    elif row.kind == "back":
        _back(pen, row, middle, name)
    else:
        passage(pen, row, top, height, cursor, name)
    if number == 0 or row.kind in {"wait", "failed"}:
        seconds = pen.words.translate("figures", "{seconds} s").format(seconds=round(row.time))
        pen.text(name + "/time", LIFE[ADA] - 10, top + 15, seconds, 12, mono=True, color="text3", anchor="end")
    failed = (row.id,) if row.kind == "failed" else ()
    ledger(pen, name, middle, rows.listed(number, cursor), rows.gone(number, cursor), failed)
    gifts(pen, name, middle, [note for note in row.given if note.place < cursor])
    for note in row.told:
        if note.place < cursor:
            text = pen.words.translate("figures", "told {code}").format(code=note.id)
            pen.text(
                name + "/told", LIFE[ADA] - 10, top + height - 7, text, 13, bold=True, anchor="end", color="err.edge"
            )


def _wait(pen: Pen, row: Row, y: float, name: str) -> None:
    """Nothing happens for seconds: the lifelines are interrupted."""
    words = pen.words
    for life, x in LIFE.items():
        pen.box(f"{name}/break.{life}", x - 3, y - 8, 6, 16, fill="stage", above=1)
        for side in (-4, 4):
            pen.line(
                f"{name}/break.{life}.{side}", ((x - 7, y + side + 3), (x + 7, y + side - 3)), "text2", 1.5, above=2
            )
    if row.kind == "failed":
        text = words.translate("figures", "no acknowledgement of {id} after {tries} attempts: Ada’s program is told")
        text, color = text.format(id=row.id, tries=row.tries), "err.edge"
    else:
        text = words.translate("figures", "{seconds} s without an acknowledgement").format(seconds=round(row.waited))
        color = "text"
    width = min(pen.width(text, WORDS) + 24, RIGHT - LIFE[ADA] - 30)
    pen.box(
        f"{name}/pill",
        LIFE[ADA] + 18,
        y - 12,
        width,
        24,
        fill="raise",
        stroke=color,
        line=1.2,
        radius=12,
        spoken=text,
        above=3,
    )
    pen.text(f"{name}/text", LIFE[ADA] + 30, y + 4.7, text, 13, anchor="start", color=color, within=width - 20, above=4)


def _back(pen: Pen, row: Row, y: float, name: str) -> None:
    del row
    text = pen.words.translate("figures", "a new connection")
    x = (LIFE[ADA] + LIFE[SERVER]) / 2
    for side in (-1, 1):
        pen.line(
            f"{name}/line.{side}", ((LIFE[ADA] + 4, y + 12 * side), (LIFE[SERVER] - 4, y + 12 * side)), "line3", 1.5
        )
    pen.text(f"{name}/text", x, y + 4.7, text, 13, bold=True, within=170, spoken=text)


def _count(pen: Pen, rows: Rows, cursor: int) -> str:
    known = [row for row in rows.rows if row.place < cursor]
    sent = [row for row in known if row.tries and row.kind in {"chat", "send"}]
    given = [note for row in known for note in row.given if note.place < cursor]
    text = pen.words.translate(
        "figures", "sent {sent}, of these again {again} · given to Ben’s program {given} · duplicates removed {removed}"
    )
    return text.format(
        sent=len(sent), again=sum(row.tries > 1 for row in sent), given=sum(note.kind == "deliver" for note in given),
        removed=sum(note.kind == "duplicate" for note in given),
    )  # fmt: skip
