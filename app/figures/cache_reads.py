"""The bytes of a connection as the proxy reads them, line by line, one panel for each direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import GlyphName
from app.figures.pen import mono
from lessons.plays.cache_view import moments_of, read_by_proxy, tunnels, visible
from lessons.plays.lenient_reader import BODY, END, HEADER, JUNK, START, Line
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus

LEFT: Final = 32.0
WIDE: Final = 404.0
GAP: Final = 16.0
ROW: Final = 19.0
GLYPHS: Final[dict[str, GlyphName]] = {JUNK: "none", START: "tick"}


def draw_reads(pen: Pen, now: Chorus, name: str, top: float, bottom: float) -> str:
    """Both panels."""
    words = pen.words
    said = []
    for place, who in enumerate((Role.CLIENT, Role.SERVER)):
        x = LEFT + place * (WIDE + GAP)
        side = who.value
        color = "cli.edge" if who is Role.CLIENT else "srv.edge"
        pen.box(f"reads.{side}", x, top, WIDE, bottom - top, fill="raise", stroke="line2", radius=10)
        title = (
            words.translate("figures", "Read from the page") if who is Role.CLIENT
            else words.translate("figures", "Read from the server")
        )  # fmt: skip
        pen.text(
            f"reads.{side}/title", x + 16, top + 26, title, 15, bold=True, color=color, anchor="start", within=WIDE - 32
        )
        reader = read_by_proxy(now, name, who)
        lines = [*reader.lines, *([reader.rest] if reader.rest is not None else [])]
        if not lines:
            text = words.translate("figures", "nothing yet")
            pen.text(f"reads.{side}/none", x + 16, top + 54, text, 14, color="text2", anchor="start")
        _lines(pen, side, lines, x, top + 40, bottom - 6)
        if tunnels(now, name):
            text = words.translate("figures", "from here on it passes bytes through")
            pen.text(f"reads.{side}/tunnel", x + WIDE - 16, top + 26, text, 13, color="text2", anchor="end", within=210)
        elif who is Role.SERVER and _unasked(now, name):
            text = words.translate("figures", "answers no request: not kept")
            pen.text(
                f"reads.{side}/unasked", x + WIDE - 16, top + 26, text, 13, color="text2", anchor="end", within=210
            )
        starts = [visible(line.data) for line in lines if line.kind == START]
        found = ", ".join(starts) or words.translate("figures", "nothing")
        said.append(f"{title}: {found}")
    return ". ".join(said)


def _unasked(now: Chorus, name: str) -> bool:
    """Whether the proxy has read a response here to which it knows no request."""
    return any(one.values["connection"] == name for one in moments_of(now, "proxy.unasked"))


def _lines(pen: Pen, side: str, lines: list[Line], x: float, top: float, bottom: float) -> None:
    """As many of the last lines as there is room for, and how many came before."""
    room = int((bottom - top) // ROW)
    hidden = max(0, len(lines) - room)
    if hidden:
        hidden += 1
        text = pen.words.translate("figures", "… {number} lines before").format(number=hidden)
        pen.text(f"reads.{side}/more", x + 40, top + 13, text, 13, color="text2", anchor="start")
        top += ROW
    for place, line in enumerate(lines[hidden:]):
        _line(pen, f"reads.{side}/line.{hidden + place}", line, x, top + ROW * place)


def _line(pen: Pen, name: str, line: Line, x: float, y: float) -> None:
    words = pen.words
    text, glyph = visible(line.data) or "↵", GLYPHS.get(line.kind)
    spoken = {
        JUNK: words.translate("figures", "Skipped, for it is no line of HTTP: {text}"),
        START: words.translate("figures", "Read as the beginning of a message: {text}"),
        HEADER: words.translate("figures", "Read as a header: {text}"),
        END: words.translate("figures", "The empty line that ends a head"),
        BODY: words.translate("figures", "Read as the body: {text}"),
    }[line.kind].format(text=text)
    color = {JUNK: "text3", START: "text", BODY: "pay.edge"}.get(line.kind, "text2")
    if line.kind == START:
        pen.box(name + "/ground", x + 8, y, WIDE - 16, ROW, fill="sel", radius=4)
    if glyph is not None:
        pen.glyph(name + "/glyph", x + 22, y + 9.5, glyph, 14)
    pen.text(name, x + 38, y + 14, text, mono(13, bold=line.kind in {START, BODY}), color=color, anchor="start",
             within=WIDE - 50, spoken=spoken, links=(f"read:{line.kind}",))  # fmt: skip
