"""The lower part of the theatre when a server has several clients: a row for each, with both Close frames and what both
programs are told. The one that is played above is the first row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.hex_strip import StripStyle, hex_strip
from app.figures.parts import told_text
from app.figures.sequence_words import close_text
from protocol.closing import read_close
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from app.figures.close_layout import Theatre
    from app.figures.pen import Pen
    from protocol.chorus import Chorus
    from protocol.frames import Frame
    from protocol.knowledge import Facts

HEAD: Final = 32.0
ROW: Final = 32.0
LEFT: Final = 32.0
WIDE: Final = 824.0
COLUMNS: Final = {Role.SERVER: 140.0, Role.CLIENT: 276.0}
"""x of the Close frame that each role sent."""
TOLD: Final = {Role.CLIENT: 514.0, Role.SERVER: 690.0}
"""x of what each program is told."""
SPACES: Final = {Role.SERVER: 124.0, Role.CLIENT: 226.0}
FITS: Final = {Role.SERVER: 4, Role.CLIENT: 8}
"""Bytes of a Close frame that has a code and no reason: those are shown one by one."""
STYLE: Final = StripStyle(cell=24, gap=2, height=20, bar=4, size=13, baseline=15)


def most_rows(room: Room) -> int:
    """How many rows have room; those behind them are counted."""
    return 5 if room.height - room.top >= 530 else 4


def house_height(house: Chorus, room: Room) -> float:
    """How much room the rows take at the foot of the stage."""
    most = most_rows(room)
    return HEAD + ROW * min(len(house.names), most) + (28 if len(house.names) > most else 8)


def house_rows(stage: Theatre, house: Chorus) -> None:
    """All rows, from the divider down."""
    pen, top = stage.pen, stage.plan.divider
    pen.line("house/divider", ((LEFT, top), (LEFT + WIDE, top)), "line", 1)
    words = pen.room.words
    heads = (
        ("name", LEFT + 8, words.translate("figures", "Client"), 90.0),
        ("server", COLUMNS[Role.SERVER], words.translate("figures", "server’s Close"), SPACES[Role.SERVER]),
        ("client", COLUMNS[Role.CLIENT], words.translate("figures", "client’s Close"), SPACES[Role.CLIENT]),
        ("told.client", TOLD[Role.CLIENT], words.translate("figures", "client is told"), 168.0),
        ("told.server", TOLD[Role.SERVER], words.translate("figures", "server is told"), 162.0),
    )
    for name, x, text, space in heads:
        pen.text("house/head." + name, x, top + 20, text, 13, color="text2", anchor="start", within=space)
    most = most_rows(pen.room)
    for number, name in enumerate(house.names[:most]):
        _row(pen, house.connection(name), name, top + HEAD + ROW * number, main=number == 0)
    hidden = len(house.names) - most
    if hidden > 0:
        text = words.translate("figures", "and %n more", "", hidden)
        pen.text("house/more", LEFT + 8, top + HEAD + ROW * most + 15, text, 13, color="text2", anchor="start")


def _row(pen: Pen, known: Facts, name: str, top: float, *, main: bool) -> None:
    """One client: its name, the Close of each side, and both endings."""
    mark, words = "house." + name, pen.room.words
    said = {role: _close_of(known, role) for role in Role}
    told = {fact.who: fact for fact in known.of(Told)}
    sentence = "; ".join(
        [
            name,
            *(_close_sentence(words, role, said[role], known) for role in (Role.SERVER, Role.CLIENT)),
            *(_told_sentence(words, role, told.get(role)) for role in Role),
        ]
    )
    pen.box(
        mark, LEFT, top, WIDE, ROW - 3, fill="sel" if main else "sunk", radius=6, spoken=sentence,
        links=("connection:" + name,),
    )  # fmt: skip
    line = top + (ROW - 3) / 2 + 5
    pen.glyph(mark + "/glyph", LEFT + 16, line - 5, "client", 13, above=1)
    pen.text(mark + "/name", LEFT + 28, line, name, 14, bold=True, anchor="start", within=76, above=1)
    for role in (Role.SERVER, Role.CLIENT):
        _close(pen, f"{mark}/{role.value}", role, said[role], known, top=top)
    for role in Role:
        _told(pen, f"{mark}/told.{role.value}", role, told.get(role), line)


def _close(pen: Pen, name: str, role: Role, frame: Frame | None, known: Facts, *, top: float) -> None:
    """The bytes of a Close, what a longer one says, or that none was sent."""
    x, line = COLUMNS[role], top + (ROW - 3) / 2 + 5
    if frame is not None and frame.size <= FITS[role]:
        strip = hex_strip(frame, x, top + 2.5, pen.room, name, limit=FITS[role], style=STYLE, plain="raise")
        pen.marks += strip
    elif frame is not None:
        text = close_text(pen.room.words, read_close(frame.payload))
        pen.text(name, x, line, text, 14, bold=True, anchor="start", within=SPACES[role], above=1)
    elif _is_over(known, role):
        none = pen.room.words.translate("figures", "none")
        pen.text(name, x, line, none, 14, color="text2", anchor="start", above=1)
    else:
        pen.glyph(name, x + 8, line - 5, "pending", 14, above=1)


def _told(pen: Pen, name: str, role: Role, fact: Told | None, line: float) -> None:
    if fact is None:
        pen.glyph(name, TOLD[role] + 8, line - 5, "pending", 14, above=1)
        return
    pen.glyph(name + "/glyph", TOLD[role] + 8, line - 5, "tick" if fact.told.clean else "warning", 16, above=1)
    text = told_text(pen.room.words, fact)
    pen.text(name, TOLD[role] + 22, line, text, 14, bold=True, anchor="start", within=136, above=1)


def _close_of(known: Facts, role: Role) -> Frame | None:
    """The first Close frame that a role has sent."""
    frames = (fact.frame for fact in known.of(FrameSent) if fact.who is role)
    return next((frame for frame in frames if frame.opcode == Opcode.CLOSE), None)


def _is_over(known: Facts, role: Role) -> bool:
    """Whether this end can send nothing more."""
    return known.state(role) is State.CLOSED or f"{role.value}.fin" in known or f"{role.value}.rst" in known


def _close_sentence(words: Words, role: Role, frame: Frame | None, known: Facts) -> str:
    server = role is Role.SERVER
    if frame is not None:
        text = words.translate("figures", "Server: {what}") if server else words.translate("figures", "Client: {what}")
        return text.format(what=close_text(words, read_close(frame.payload)))
    if _is_over(known, role):
        return (
            words.translate("figures", "the server sent no Close")
            if server
            else words.translate("figures", "the client sent no Close")
        )
    return (
        words.translate("figures", "the server has sent no Close yet")
        if server
        else words.translate("figures", "the client has sent no Close yet")
    )


def _told_sentence(words: Words, role: Role, fact: Told | None) -> str:
    client = role is Role.CLIENT
    if fact is None:
        return (
            words.translate("figures", "the client’s program has not been told")
            if client
            else words.translate("figures", "the server’s program has not been told")
        )
    text = (
        words.translate("figures", "the client’s program is told {told}")
        if client
        else words.translate("figures", "the server’s program is told {told}")
    )
    return text.format(told=told_text(words, fact))
