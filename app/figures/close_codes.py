"""The strip of close codes: 1000 to 1015, which of them a Close frame may carry, and whose the other numbers
are.

A code that has been sent is filled with ink, red if it may not be sent; nothing is marked before it travelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect
from app.figures.pen import wrap
from protocol.closing import CODES, RANGES, CodeInfo, CodeRange, may_be_sent
from protocol.vocabulary import CloseCode

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.drawing.marks import Words
    from app.figures.close_layout import Plan
    from app.figures.pen import Pen

LEFT: Final = 32.0
WIDE: Final = 824.0
GAP: Final = 4.0
NAME: Final = Font(12)
NUMBER: Final = Font(14, bold=True, mono=True)


def code_word(words: Words, code: int) -> str:
    """A code in at most two short words."""
    return {
        CloseCode.NORMAL: words.translate("figures", "Normal"),
        CloseCode.GOING_AWAY: words.translate("figures", "Going away"),
        CloseCode.PROTOCOL_ERROR: words.translate("figures", "Protocol error"),
        CloseCode.UNSUPPORTED_DATA: words.translate("figures", "Wrong type"),
        CloseCode.RESERVED: words.translate("figures", "Not used"),
        CloseCode.NO_STATUS: words.translate("figures", "No code given"),
        CloseCode.ABNORMAL: words.translate("figures", "Link lost"),
        CloseCode.INVALID_DATA: words.translate("figures", "Invalid data"),
        CloseCode.POLICY: words.translate("figures", "Policy"),
        CloseCode.TOO_BIG: words.translate("figures", "Too big"),
        CloseCode.MANDATORY_EXTENSION: words.translate("figures", "Needs extension"),
        CloseCode.INTERNAL_ERROR: words.translate("figures", "Server error"),
        CloseCode.SERVICE_RESTART: words.translate("figures", "Service restart"),
        CloseCode.TRY_AGAIN_LATER: words.translate("figures", "Try later"),
        CloseCode.BAD_GATEWAY: words.translate("figures", "Bad gateway"),
        CloseCode.TLS_HANDSHAKE: words.translate("figures", "TLS failed"),
    }[CloseCode(code)]


def range_word(words: Words, row: CodeRange) -> str:
    """Whose the codes of a range are."""
    return {
        0: words.translate("figures", "not used"),
        1000: words.translate("figures", "the protocol and its extensions"),
        3000: words.translate("figures", "libraries, registered"),
        4000: words.translate("figures", "private use"),
    }[row.first]


def codes_strip(pen: Pen, plan: Plan, sent: Collection[int]) -> None:
    """The lower part of the theatre, from the divider down; `sent` are the codes that have travelled."""
    words, ease, top = pen.room.words, plan.ease, plan.divider
    pen.line("codes/divider", ((LEFT, top), (LEFT + WIDE, top)), "line", 1)
    title = top + 20 + 4 * ease
    pen.text("codes/title", LEFT, title, words.translate("figures", "Close codes"), 15, bold=True, anchor="start")
    _legend(pen, title)
    boxes = top + 27 + 7 * ease
    height = 52 + 6 * ease
    _codes(pen, boxes, height, sent)
    _ranges(pen, boxes + height + 5 + 5 * ease, 24 + 2 * ease, sent)


def _legend(pen: Pen, baseline: float) -> None:
    """Right-aligned: solid may be sent, dashed never."""
    words = pen.room.words
    x = LEFT + WIDE - 2
    never = words.translate("figures", "never in a Close frame")
    may = words.translate("figures", "may be sent")
    for name, text, dash in (("never", never, (3.0, 2.0)), ("may", may, ())):
        label = pen.text("codes/legend." + name, x, baseline, text, 13, color="text2", anchor="end")
        x -= label.width + 20
        pen.box(
            "codes/legend." + name + "/box", x, baseline - 12, 14, 14, fill="" if dash else "raise",
            stroke="text2", line=1.5,
            radius=3, dash=dash,
        )  # fmt: skip
        x -= 16


def _two_lines(pen: Pen, text: str) -> list[str]:
    """A name on one line or two, broken where it gets narrowest."""
    whole = pen.width(text, NAME)
    if whole <= 37:
        return [text]
    tries = [wrap(text, NAME, whole * part, pen.room.measure) for part in (0.5, 0.6, 0.7, 0.8, 0.9)]
    fitting = [lines for lines in tries if len(lines) <= 2]
    pairs = fitting or [[text]]
    return min(pairs, key=lambda lines: max(pen.width(line, NAME) for line in lines))


def _codes(pen: Pen, top: float, height: float, sent: Collection[int]) -> None:
    names = [_two_lines(pen, code_word(pen.room.words, info.code)) for info in CODES]
    widths = [
        max(pen.width(str(info.code), NUMBER), *(pen.width(line, NAME) for line in lines))
        for info, lines in zip(CODES, names, strict=True)
    ]
    spare = (WIDE - GAP * (len(CODES) - 1) - sum(widths)) / len(CODES)
    x = LEFT
    for info, lines, width in zip(CODES, names, widths, strict=True):
        _code(pen, info, lines, Rect(x, top, width + spare, height), now=info.code in sent)
        x += width + spare + GAP


def _code(pen: Pen, info: CodeInfo, lines: list[str], rect: Rect, *, now: bool) -> None:
    """One code in its box: solid if it may be sent, dashed if never, filled if it was."""
    words, name = pen.room.words, f"code.{info.code}"
    if info.may_be_sent:
        text = words.translate("figures", "Close code {code}, {name}: may be sent")
    else:
        text = words.translate("figures", "Close code {code}, {name}: never in a Close frame")
    fill, stroke = ("raise", "line2") if info.may_be_sent else ("", "text3")
    color, soft = "text", "text2"
    if now:
        fill = stroke = "ink" if info.may_be_sent else "err.fill"
        color = soft = "on-ink" if info.may_be_sent else "err.on"
    pen.box(
        name, rect.x, rect.y, rect.width, rect.height, fill=fill, stroke=stroke, line=1.25, radius=6,
        dash=() if info.may_be_sent else (3.0, 2.0), links=(f"code:{info.code}",),
        spoken=text.format(code=info.code, name=code_word(words, info.code)),
    )  # fmt: skip
    middle, top = rect.x + rect.width / 2, rect.y + rect.height * 18 / 58
    pen.text(name + "/number", middle, top, str(info.code), 14, bold=True, mono=True, color=color)
    for number, line in enumerate(lines):
        y = rect.bottom - 23 + 15 * number
        pen.text(f"{name}/name.{number}", middle, y, line, 12, color=soft)


def _ranges(pen: Pen, top: float, height: float, sent: Collection[int]) -> None:
    words = pen.room.words
    named = {info.code for info in CODES}
    texts = [f"{row.first}-{row.last}  {range_word(words, row)}" for row in RANGES]
    # The widths are those of bold text, so that nothing moves when a code becomes known.
    widths = [pen.width(text, Font(13, bold=True)) for text in texts]
    spare = (WIDE - GAP * (len(RANGES) - 1) - sum(widths)) / len(RANGES)
    x = LEFT
    for row, text, width in zip(RANGES, texts, widths, strict=True):
        here = [code for code in sent if row.first <= code <= row.last]
        alone = [code for code in here if code not in named]
        wrong = not all(map(may_be_sent, alone))
        fill = ("err.fill" if wrong else "ink") if alone else "sel" if here else "sunk"
        color = ("err.on" if wrong else "on-ink") if alone else "text" if here else "text2"
        pen.box(f"range.{row.first}", x, top, width + spare, height, fill=fill, radius=4, spoken=text)
        pen.text(
            f"range.{row.first}/text",
            x + (width + spare) / 2,
            top + height / 2 + 4.8,
            text,
            13,
            bold=bool(here),
            color=color,
        )
        x += width + spare + GAP
