"""What a round adds up, what overflows, and where the registers go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Rect
from app.figures.accept_panel import PanelPen, hex8
from app.figures.pen import mono, sans
from protocol.sha1 import Registers, Round, function_name, rotl

if TYPE_CHECKING:
    from app.drawing.marks import Words

RIGHT = 648
"""Where the digits of the ledger end."""


def draw_ledger(pen: PanelPen, t: int, before: Registers, step: Round) -> None:
    """Five numbers one below the other, their sum, and the part of it above 32 bits, struck."""
    top, pitch = pen.down(143, 158), pen.between(28, 38)
    rotated, e = rotl(before[0], 5), before[4]
    rows = (
        (0, "rotl", "ROTL5(a)", rotated), (4, "mix", function_name(t), step.f), (5, "e", "e", e),
        (6, "K", "K", step.k), (7, "W", f"W{t}", step.w),
    )  # fmt: skip
    for row, name, label, value in rows:
        y = top + pitch * row
        start = 428 if name == "mix" else 420
        pen.line(f"ledger.{name}/arrow", ((start, y), (448, y)), "text3", 1.5, head=7)
        pen.text(f"ledger.{name}", 456, y + 6, label, sans(14), anchor="start", color="text2", within=72)
        if row:
            pen.text(f"ledger.{name}/plus", 532, y + 6, "+", mono(18), anchor="start", color="text2")
        pen.text(f"ledger.{name}/hex", RIGHT, y + 6.5, hex8(value), mono(18), anchor="end")
    _draw_sum(pen, sum(row[3] for row in rows), top)


def _draw_sum(pen: PanelPen, total: int, top: float) -> None:
    words, y = pen.words, pen.down(379, 476)
    pen.line("ledger/rule", ((452, y - pen.between(21, 24)), (652, y - pen.between(21, 24))), "ink", 2)
    label = words.translate("figures", "sum mod 2³²")
    carry, result = total >> 32, total & 0xFFFFFFFF
    if carry:
        text = words.translate("figures", "The sum is {result}; the {carry} above 32 bits is dropped.")
    else:
        text = words.translate("figures", "The sum is {result}; nothing overflows.")
    spoken = text.format(result=hex8(result), carry=carry)
    pen.text("ledger/sum", 452, y, label, sans(14), anchor="start", color="text2", within=90)
    width = pen.text(
        "ledger/result", RIGHT, y + 0.5, hex8(result), mono(18, bold=True), anchor="end", spoken=spoken,
        links=("register:a",),
    ).width  # fmt: skip
    if carry:
        x, font = RIGHT - width - 4, mono(18)
        pen.text("ledger/carry", x, y + 0.5, str(carry), font, color="text3", anchor="end", struck=True)
    points = ((656.0, y - 6), (670.0, y - 6), (670.0, top), (688.0, top))
    pen.line("ledger/arrow", points, "ink", 2, head=9)


def draw_after(pen: PanelPen, step: Round) -> None:
    """The five registers after the round, each with where it came from."""
    top = pen.down(125, 136)
    height, pitch = pen.between(45, 54), pen.between(51, 61)
    for place, (name, word, origin) in enumerate(
        zip("abcde", step.registers, _origins(pen.words), strict=True)
    ):  # fmt: skip
        y = top + pitch * place
        new = place == 0
        spoken = pen.words.translate("figures", "{name} after the round: {word}, {origin}")
        pen.rect(
            f"after.{name}", Rect(690, y, 154, height), "sunk" if new else "", "ink" if new else "line2",
            line=2 if new else 1, radius=8, spoken=spoken.format(name=name, word=hex8(word), origin=origin),
            links=(f"register:{name}",),
        )  # fmt: skip
        pen.text(f"after.{name}/name", 702, y + pen.between(19, 23), name, sans(16, bold=True), anchor="start")
        pen.text(f"after.{name}/hex", 726, y + pen.between(19, 23), hex8(word), mono(18, bold=new), anchor="start")
        pen.text(
            f"after.{name}/origin", 726, y + pen.between(37, 42), origin, sans(13), anchor="start",
            color="text2", within=112,
        )  # fmt: skip


def _origins(words: Words) -> tuple[str, str, str, str, str]:
    was = words.translate("figures", "was {register}")
    return (
        words.translate("figures", "the sum"),
        was.format(register="a"),
        words.translate("figures", "b, ROTL30"),
        was.format(register="c"),
        was.format(register="d"),
    )
