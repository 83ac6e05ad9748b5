"""The offending line of a head, or the bytes that are no head at all.

The lines stand as they do on the wire. The one that breaks the rule is ringed; a header that is missing stands in its
place as a dashed line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.parts import TOKENS
from app.figures.pen import fit
from protocol.handshake import REQUEST_CHECKS, RESPONSE_CHECKS
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.fault_finding import Finding
    from app.figures.pen import Pen
    from protocol.http11 import Request, Response

LINE: Final = 23.0
MONO: Final = Font(15, mono=True)


def draw_head(
    pen: Pen, head: Request | Response, sender: Role, finding: Finding | None, top: float, height: float
) -> None:
    """The card of a head in at most `height` units."""
    lines = head.raw.decode("latin-1").split("\r\n")[:-2]
    bad = _bad_line(head, finding)
    shown: list[tuple[str, str]] = [("bad" if place == bad else "", line) for place, line in enumerate(lines)]
    if finding is not None and bad == len(lines):
        shown.append(("missing", _missing(finding) + ":"))
    _card(pen, shown, sender, top, height)


def draw_bytes(pen: Pen, data: bytes, sender: Role, *, broken: bool, top: float, height: float) -> None:
    """Bytes that are no head, as the lines that they would be."""
    lines = data.decode("latin-1").split("\r\n")
    shown = [("bad" if broken else "", "".join(c if c.isprintable() else "·" for c in line)) for line in lines if line]
    _card(pen, shown, sender, top, height)
    hexes = fit(data.hex(" "), Font(14, mono=True), 800, pen.room.measure)
    y = top + 34 + LINE * min(len(shown), _room(height)) + 22
    if y < top + height:
        pen.text("fault.hex", 44, y, hexes, 14, mono=True, color="text2", anchor="start")


def _room(height: float) -> int:
    return max(1, int((height - 26) // LINE))


def _card(pen: Pen, shown: list[tuple[str, str]], sender: Role, top: float, height: float) -> None:
    """A card in the colour of its sender with as many lines as there is room for; the offending one is among them."""
    most = _room(height)
    if len(shown) > most:
        keep = next((place for place, (kind, _) in enumerate(shown) if kind), 0)
        first = max(0, min(keep - most // 2, len(shown) - most))
        shown = shown[first : first + most]
    token = TOKENS[sender]
    tall = 20 + LINE * len(shown)
    pen.box("fault.head", 32, top, 824, tall, fill="raise", stroke=token + ".fill", line=2, radius=10)
    for place, (kind, line) in enumerate(shown):
        y = top + 10 + place * LINE
        name = f"fault.line.{place}"
        if kind:
            dash = (5.0, 4.0) if kind == "missing" else ()
            pen.box(
                name + "/ring", 38, y + 0.5, 812, LINE - 1, fill="err.tint", stroke="err.fill", line=2, radius=5,
                dash=dash, spoken=_spoken(pen, kind, line),
            )  # fmt: skip
            pen.glyph(name + "/cross", 836, y + LINE / 2, "cross", 16, above=2)
        text = (
            pen.room.words.translate("figures", "{header} is missing").format(header=line[:-1])
            if kind == "missing"
            else line
        )
        color = "err.edge" if kind else "text2"
        font = Font(14, italic=True) if kind == "missing" else Font(MONO.size, bold=bool(kind), mono=True)
        pen.text(name, 46, y + 16.5, text, font, color=color, anchor="start", within=770)


def _spoken(pen: Pen, kind: str, line: str) -> str:
    words = pen.room.words
    if kind == "missing":
        return words.translate("figures", "{header} is missing").format(header=line[:-1])
    return words.translate("figures", "The line that breaks the rule: {line}").format(line=line)


def _bad_line(head: Request | Response, finding: Finding | None) -> int | None:
    """The index of the line that holds the offending bits; that of the empty line if the header is missing."""
    if finding is None:
        return None
    first = finding.start // 8
    at = 0
    lines = head.raw.split(b"\r\n")[:-2]
    for place, line in enumerate(lines):
        at += len(line) + 2
        if first < at:
            return place
    return len(lines)


def _missing(finding: Finding) -> str:
    """The name of the header that the rule asks for."""
    rows = REQUEST_CHECKS if finding.who is Role.CLIENT else RESPONSE_CHECKS
    return next((row.header for row in rows if row.rule == finding.rule), "")
