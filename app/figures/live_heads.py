"""Both heads of the opening handshake side by side, line by line, each line with what the checks of RFC 6455 section 4
say of it. Only what breaks a rule has a sentence beside it; a head that has not come is said to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, mono, sans, wrap
from protocol.facts import HeadSent
from protocol.handshake import Verdict
from protocol.http11 import Request, Response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import GlyphName, Room
    from protocol.handshake import Check
    from protocol.talk import Talk

ROW: Final = 21.0
HEAD: Final = 28.0
GAP: Final = 32.0
LONGEST: Final = 60
"""How many lines of a head are shown; the others are counted."""
WIDEST: Final = 600
"""How many characters of a line are measured at most."""
LEAST: Final = 640.0

GLYPHS: Final[dict[Verdict, GlyphName]] = {
    Verdict.HOLDS: "tick",
    Verdict.BROKEN: "cross",
    Verdict.DECLINED: "none",
    Verdict.NOT_APPLICABLE: "none",
}
WORST: Final = (Verdict.BROKEN, Verdict.DECLINED, Verdict.HOLDS, Verdict.NOT_APPLICABLE)

Side = tuple[Request | Response | None, "Sequence[Check]"]


def sides_of(talk: Talk) -> tuple[Side, Side]:
    """Both heads of a connection, as far as they are there, and what the other end finds in them."""
    sides: list[Side] = []
    for kind, name in ((Request, "request.sent"), (Response, "response.sent")):
        fact = talk.facts.get(name)
        head = fact.head if isinstance(fact, HeadSent) and isinstance(fact.head, kind) else None
        sides.append((head, talk.checks(head) if head is not None else ()))
    return sides[0], sides[1]


def draw(request: Side, response: Side, width: float, room: Room) -> Scene:
    """Request left, response right; as high as the longer one."""
    pen, words = Pen(room), room.words
    width = max(width, LEAST)
    each = (width - GAP) / 2
    names = words.translate("figures", "Request"), words.translate("figures", "Response")
    missing = words.translate("figures", "No request was recorded."), words.translate("figures", "No answer came yet.")
    told, bottom = [], HEAD
    for place, (head, checks) in enumerate((request, response)):
        left, colour = place * (each + GAP), ("cli.edge", "srv.edge")[place]
        name = ("request", "response")[place]
        pen.text(name, left, 18, names[place], 14, bold=True, color=colour, anchor="start")
        if head is None:
            pen.text(name + "/missing", left, HEAD + 15, missing[place], 14, color="text3", anchor="start", within=each)
            told.append(missing[place])
            bottom = max(bottom, HEAD + ROW)
            continue
        bottom = max(bottom, _head(pen, name, head, checks, left, each))
        broken = [check for check in checks if check.verdict is Verdict.BROKEN]
        told += [words.rule(check.rule.id) for check in broken] or [
            words.translate("figures", "{head}: every rule holds").format(head=names[place])
        ]
    title = words.translate("figures", "Opening handshake")
    return Scene(tuple(pen.marks), width, bottom + 8, title, ". ".join(told))


def _head(pen: Pen, name: str, head: Request | Response, checks: Sequence[Check], left: float, width: float) -> float:
    """The lines of one head from the top down; the lower end of the last."""
    y = HEAD
    count = len(head.headers) + 1
    for line in range(min(count, LONGEST)):
        span = head.span(line)
        text = head.raw[span.start : span.stop][:WIDEST].decode("latin-1").rstrip("\r\n")
        about = [check for check in checks if check.line == line]
        y = _line(pen, f"{name}.{line}", text, about, left, y, width, strong=line == 0)
    if count > LONGEST:
        more = pen.words.translate("figures", "and %n more line(s)", "", count - LONGEST)
        pen.text(name + "/more", left + 24, y + 15, more, 13, color="text3", anchor="start")
        y += ROW
    absent = [check for check in checks if check.line is None and check.verdict is Verdict.BROKEN]
    for number, check in enumerate(absent):
        y = _sentence(pen, f"{name}/absent.{number}", check, left, y, width)
    return y


def _line(
    pen: Pen, name: str, text: str, checks: Sequence[Check], left: float, y: float, width: float, *, strong: bool
) -> float:  # fmt: skip
    found = [check.verdict for check in checks]
    worst = next((verdict for verdict in WORST if verdict in found), None)
    spoken = "; ".join(f"{pen.words.rule(check.rule.id)} (§{check.rule.section})" for check in checks)
    shown = "".join(letter if letter.isprintable() else "·" for letter in text)
    if worst is not None and worst is not Verdict.NOT_APPLICABLE:
        pen.glyph(name + "/glyph", left + 8, y + 10, GLYPHS[worst], 14, spoken=spoken)
    pen.text(name, left + 24, y + 15, shown, mono(13, bold=strong), anchor="start", within=width - 24,
             spoken=f"{shown}. {spoken}" if spoken else shown)  # fmt: skip
    y += ROW
    for number, check in enumerate(checks):
        if check.verdict is Verdict.BROKEN:
            y = _sentence(pen, f"{name}/broken.{number}", check, left, y, width)
    return y


def _sentence(pen: Pen, name: str, check: Check, left: float, y: float, width: float) -> float:
    """A rule that is broken, with its section, in as many lines as it needs."""
    text = f"{pen.words.rule(check.rule.id)}  §{check.rule.section}"
    if check.line is None:
        pen.glyph(name + "/glyph", left + 8, y + 10, "cross", 14)
    for number, line in enumerate(wrap(text, sans(13), width - 24, pen.room.measure)):
        pen.text(f"{name}.{number}", left + 24, y + 14, line, 13, color="err.edge", anchor="start")
        y += 18
    return y + 3
