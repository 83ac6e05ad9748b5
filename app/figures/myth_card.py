"""The card of one claim: the claim itself, what was done, what was seen, the bytes, and the verdict at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.hex_strip import StripStyle, hex_strip, strip_captions
from app.figures.myth_seen import Seen, quoted
from app.figures.parts import ChipLook, chip, chip_width, peer_name
from app.figures.pen import mono, sans, wrap
from app.figures.sequence_marks import PEER_GLYPHS

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.figures.myth_seen import Evidence, Row
    from app.figures.myth_table import Myth
    from app.figures.pen import Pen
    from protocol.frames import Frame
    from protocol.vocabulary import Role

LEFT, RIGHT = 32.0, 856.0
PAD: Final = 20.0
VALUE: Final = 400.0
"""Where the values of the rows begin."""
ROWS: Final = 6
CLAIM: Final = sans(24, bold=True)
STRIP: Final = 54.0
STYLE: Final = StripStyle(cell=36)
CELLS: Final = 11
"""As many bytes as fit beside the sender's name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The heights of the parts, from the top down."""

    claim: float
    claim_height: float
    done: float
    rows: float
    row: float
    strip: float
    verdict: float
    verdict_height: float


def plan_of(pen: Pen, *, framed: bool) -> Plan:
    """What is left over between the tight and the roomy stage goes to the rows and the gaps."""
    top, foot = pen.room.top + 2, pen.room.height - 10
    ease = min(1.0, max(0.0, (foot - top - 484) / 136))
    claim_height = 84 + 8 * ease
    verdict_height = 92 + 8 * ease
    done = top + claim_height + 12 + 8 * ease
    rows = done + 44 + 10 * ease
    verdict = foot - verdict_height
    strip = verdict - STRIP - 8 - 8 * ease
    row = ((strip if framed else verdict) - 8 - rows) / ROWS
    return Plan(top, claim_height, done, rows, row, strip, verdict, verdict_height)


def draw_card(pen: Pen, myth: Myth, seen: Seen) -> str:
    """All of it; the result is the text alternative."""
    words, plan = pen.words, plan_of(pen, framed=myth.framed)
    evidence = myth.evidence(seen)
    claim, done = quoted(words, words.translate("figures", myth.claim)), words.translate("figures", myth.done)
    _claim(pen, plan, claim)
    label = words.translate("figures", "What was done")
    pen.text("done", LEFT, plan.done + 12, label, 13, color="text2", anchor="start")
    pen.text(
        "done/text", LEFT, plan.done + 34, done, 16, anchor="start", within=RIGHT - LEFT, spoken=f"{label}: {done}"
    )
    heading = words.translate("figures", "What was seen")
    pen.text("seen", LEFT, plan.rows + 11, heading, 13, color="text2", anchor="start")
    for place, row in enumerate(evidence.rows[:ROWS]):
        _row(pen, row, place, plan.rows + 18 + place * (plan.row - 3), plan.row - 3)
    if evidence.strip is not None:
        _strip(pen, *evidence.strip, plan.strip)
    verdict = _verdict(pen, myth, evidence, seen, plan)
    return f"{claim} {done} {_told(evidence)} {verdict}"


def _told(evidence: Evidence) -> str:
    return " ".join(f"{row.label}: {row.value}." for row in evidence.rows if row.value)


def _claim(pen: Pen, plan: Plan, claim: str) -> None:
    width = RIGHT - LEFT
    pen.box(
        "claim", LEFT, plan.claim, width, plan.claim_height, fill="sunk", stroke="line2", radius=10, spoken=claim,
        links=("claim",),
    )  # fmt: skip
    lines = wrap(claim, CLAIM, width - 2 * PAD, pen.room.measure)[:2]
    first = plan.claim + plan.claim_height / 2 + 8 - 16 * (len(lines) - 1)
    for number, line in enumerate(lines):
        pen.text(f"claim/line.{number}", LEFT + PAD, first + 32 * number, line, CLAIM, anchor="start", above=1)


def _row(pen: Pen, row: Row, place: int, top: float, tall: float) -> None:
    """What it is, and what it was; a dash while it is not known."""
    words, name = pen.words, f"row.{place}"
    base, known = top + tall / 2 + 5, bool(row.value)
    if place:
        pen.line(name + "/rule", ((LEFT, top), (RIGHT, top)), "line")
    value = row.value or words.translate("figures", "not known yet")
    glyph: GlyphName = "done" if known else "pending"
    pen.glyph(name, LEFT + 10, top + tall / 2, glyph, 14, spoken=f"{row.label}: {value}", links=(f"row:{place}",))
    pen.text(
        name + "/label", LEFT + 28, base, row.label, 15, color="text" if known else "text3", anchor="start",
        within=VALUE - LEFT - 40,
    )  # fmt: skip
    font = mono(14, bold=True) if row.mono else sans(15, bold=True)
    shown = row.value or "–"
    pen.text(
        name + "/value", VALUE, base, shown, font if known else sans(15), color="text" if known else "text3",
        anchor="start", within=RIGHT - VALUE,
    )  # fmt: skip


def _strip(pen: Pen, frame: Frame, who: Role, top: float) -> None:
    """The frame in question, byte by byte."""
    label = pen.words.translate("figures", "{peer}’s frame").format(peer=peer_name(pen.words, who))
    pen.glyph("frame/peer", LEFT + 8, top + 15, PEER_GLYPHS[who], 14, spoken=label)
    pen.text("frame/name", LEFT + 24, top + 20, label, 14, color="text2", anchor="start", within=VALUE - LEFT - 36)
    x = VALUE
    pen.marks += hex_strip(frame, x, top, pen.room, "frame", limit=CELLS, style=STYLE)
    payload = pen.words.translate("figures", "payload")
    pen.marks += strip_captions(frame, x, top + 48, pen.room, "frame", payload, limit=CELLS, style=STYLE)


def _verdict(pen: Pen, myth: Myth, evidence: Evidence, seen: Seen, plan: Plan) -> str:
    """The band at the foot: open until everything has been seen."""
    words, top, tall = pen.words, plan.verdict, plan.verdict_height
    if not (seen.over and evidence.complete):
        text = (
            words.translate("figures", "This run does not show it.")
            if seen.over
            else words.translate("figures", "True, half true or wrong?")
        )
        pen.box("verdict", LEFT, top, RIGHT - LEFT, tall, stroke="line3", radius=10, dash=(5, 4), spoken=text)
        pen.text("verdict/mark", LEFT + 36, top + tall / 2 + 11, "?", 32, bold=True, color="text3")
        pen.text("verdict/word", LEFT + 72, top + tall / 2 + 6, text, 18, bold=True, color="text3", anchor="start")
        return text
    wrong = myth.verdict == "wrong"
    word = words.translate("figures", "Wrong") if wrong else words.translate("figures", "Half true")
    truth = words.translate("figures", myth.truth)
    token = "err" if wrong else "warn"
    spoken = f"{word}. {truth} {', '.join(myth.clauses)}"
    pen.box(
        "verdict", LEFT, top, RIGHT - LEFT, tall, fill=token + ".tint", stroke=token + ".fill", line=2, radius=10,
        spoken=spoken, links=("verdict",),
    )  # fmt: skip
    pen.glyph("verdict/mark", LEFT + 36, top + tall / 2, "cross" if wrong else "warning", 36)
    pen.text("verdict/word", LEFT + 72, top + 29, word, 18, bold=True, color=token + ".edge", anchor="start")
    _clauses(pen, myth, top + 23)
    font = Font(15)
    lines = wrap(truth, font, RIGHT - LEFT - 72 - PAD, pen.room.measure)[:2]
    first = top + 57 + (tall - 92) / 2 + (8 if len(lines) == 1 else 0)
    for number, line in enumerate(lines):
        pen.text(f"verdict/line.{number}", LEFT + 72, first + 20 * number, line, font, anchor="start", above=1)
    return spoken


def _clauses(pen: Pen, myth: Myth, y: float) -> None:
    """Where it stands, from the right edge."""
    right, look = RIGHT - 14.0, ChipLook("line2")
    for number, clause in reversed(list(enumerate(myth.clauses))):
        runs = ((clause, sans(13, bold=True), "text"),)
        width = chip_width(runs, look, pen.room)
        chip(pen, f"verdict/clause.{number}", right - width / 2, y, runs, look=look, above=1)
        right -= width + 8
