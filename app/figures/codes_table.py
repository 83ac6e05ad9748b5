"""The table of the registered codes and the row of ranges below it.

Solid codes may be sent, dashed ones never. Ink has travelled; a red one has travelled and may not; a thick dashed frame
was told to a program and never travelled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Glyph, Rect
from app.figures.codes_known import NAMED
from app.figures.codes_rows import (
    SPANS,
    Span,
    code_name_word,
    meaning,
    senders,
    senders_word,
    span_word,
    told_word,
)
from app.figures.sequence_marks import PEER_GLYPHS
from protocol.closing import CODES, may_be_sent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.codes_known import Known
    from app.figures.pen import Pen
    from protocol.closing import CodeInfo

LEFT: Final = 32.0
WIDE: Final = 824.0
GAP: Final = 16.0
COLUMN: Final = (WIDE - GAP) / 2
ROWS: Final = len(CODES) // 2
NAME: Final = 60.0
"""Where things stand in a row, from its left edge."""
SENDER: Final = {Role.CLIENT: 296.0, Role.SERVER: 320.0}
TOLD: Final = 338.0
DASH: Final = (3.0, 2.0)
WIDE_DASH: Final = (6.0, 4.0)
"""That of a thick frame."""
BETWEEN: Final = 8.0
"""Between two ranges."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a code or a range is drawn."""

    fill: str
    stroke: str
    line: float
    color: str
    soft: str


def look_of(known: Known, code: int, *, may: bool) -> Look:
    """By what the run has shown of a code."""
    if code in known.sent:
        token = "ink" if may else "err.fill"
        on = "on-ink" if may else "err.on"
        return Look(token, token, 1.25, on, on)
    if code in known.heard:
        return Look("sel", "ink", 2.5, "text", "text2")
    return Look("raise" if may else "", "line2" if may else "text3", 1.25, "text", "text2")


def codes_table(pen: Pen, known: Known, top: float, tall: float) -> None:
    """Two columns of eight rows, each `tall` units high, below one line of headings."""
    words = pen.room.words
    for column in range(2):
        left = LEFT + column * (COLUMN + GAP)
        heads = (
            ("code", left + 12, words.translate("figures", "code"), 44.0),
            ("sender", left + SENDER[Role.CLIENT] - 8, words.translate("figures", "sent by"), 48.0),
            ("told", left + TOLD, words.translate("figures", "told to"), COLUMN - TOLD - 2),
        )
        for name, x, text, space in heads:
            pen.text(f"codes/head.{column}.{name}", x, top + 14, text, 12, color="text2", anchor="start", within=space)
        for row, info in enumerate(CODES[column * ROWS : (column + 1) * ROWS]):
            _code(pen, known, info, Rect(left, top + 22 + row * tall, COLUMN, tall - 4))


def _code(pen: Pen, known: Known, info: CodeInfo, rect: Rect) -> None:
    words, name = pen.room.words, f"code.{info.code}"
    look = look_of(known, info.code, may=info.may_be_sent)
    pen.box(
        name, rect.x, rect.y, rect.width, rect.height, fill=look.fill, stroke=look.stroke, line=look.line, radius=6,
        dash=() if info.may_be_sent else WIDE_DASH if look.line > 2 else DASH, links=(f"code:{info.code}",),
        spoken=_sentence(words, known, info),
    )  # fmt: skip
    middle = rect.y + rect.height / 2
    pen.text(
        name + "/number", rect.x + 12, middle + 5, str(info.code), 15, bold=True, mono=True, color=look.color,
        anchor="start", above=1,
    )  # fmt: skip
    space = SENDER[Role.CLIENT] - NAME - 14
    title = code_name_word(words, info.code)
    text = meaning(words, info.code)
    left = rect.x + NAME
    pen.text(
        name + "/name.0", left, middle - 2.5, title, 14, bold=True, color=look.color, anchor="start", within=space,
        above=1,
    )  # fmt: skip
    pen.text(name + "/meaning", left, middle + 12.5, text, 12, color=look.soft, anchor="start", within=space, above=1)
    may = senders(info.code)
    for role in Role:
        x = rect.x + SENDER[role]
        if role in may:
            # On a filled row the shape alone tells them apart.
            color = look.color if info.code in known.sent else ""
            mark = Glyph(
                id=f"{name}/{role.value}", x=x, y=middle, name=PEER_GLYPHS[role], size=13, color=color, above=1
            )
            pen.marks.append(mark)
        else:
            pen.text(f"{name}/{role.value}", x, middle + 4.5, "–", 13, color=look.soft, above=1)
    pen.text(
        name + "/told", rect.x + TOLD, middle + 4.5, told_word(words, info.code), 12, color=look.soft, anchor="start",
        within=COLUMN - TOLD - 6, above=1,
    )  # fmt: skip


def _sentence(words: Words, known: Known, info: CodeInfo) -> str:
    """Everything about a code for the ear."""
    text = words.translate("figures", "Close code {code}, {name}: {meaning}; {senders}; told to: {told}")
    said = [
        text.format(
            code=info.code,
            name=code_name_word(words, info.code),
            meaning=meaning(words, info.code),
            senders=senders_word(words, info.code),
            told=told_word(words, info.code),
        )
    ]
    if info.code in known.sent:
        said.append(words.translate("figures", "it has travelled in this run"))
    elif info.code in known.heard:
        said.append(words.translate("figures", "a program was told it, and it never travelled"))
    return "; ".join(said)


def ranges_row(pen: Pen, known: Known, top: float, tall: float) -> None:
    """All numbers that two bytes hold, in five cards."""
    width = (WIDE - BETWEEN * (len(SPANS) - 1)) / len(SPANS)
    for place, span in enumerate(SPANS):
        _range(pen, known, span, Rect(LEFT + place * (width + BETWEEN), top, width, tall))


def _range(pen: Pen, known: Known, span: Span, rect: Rect) -> None:
    """One range; it is marked by a code of its own, which then stands in it."""
    words, name = pen.room.words, f"range.{span.first}"
    alone = next((code for code in sorted(known.sent | known.heard) if span.holds(code) and code not in NAMED), None)
    may = span.may_be_sent if alone is None else may_be_sent(alone)
    look = look_of(known, -1 if alone is None else alone, may=may)
    if alone is None and any(span.holds(code) for code in known.sent):
        look = replace(look, fill="sel")
    text = span_word(words, span)
    numbers = f"{span.first}-{span.last}"
    spoken = f"{numbers}: {text}" if alone is None else f"{alone}: {numbers}, {text}"
    pen.box(
        name, rect.x, rect.y, rect.width, rect.height, fill=look.fill, stroke=look.stroke, line=look.line, radius=6,
        dash=() if span.may_be_sent else DASH, spoken=spoken, links=(f"range:{span.first}",),
    )  # fmt: skip
    middle = rect.y + rect.height / 2
    if alone is not None:
        pen.text(
            name + "/code", rect.right - 10, middle - 3, str(alone), 15, bold=True, mono=True, color=look.color,
            anchor="end", above=1,
        )  # fmt: skip
    size = 12 if alone is not None else 14
    pen.text(
        name + "/numbers", rect.x + 10, middle - 3, numbers, size, bold=alone is None, mono=True, color=look.color,
        anchor="start", above=1,
    )  # fmt: skip
    pen.text(
        name + "/text", rect.x + 10, middle + 14, text, 12, color=look.soft, anchor="start", within=rect.width - 16,
        above=1,
    )  # fmt: skip
