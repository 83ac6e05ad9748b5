"""The three parts of a token, decoded: two JSON objects that everybody can read, and two signatures compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.pen import mono, sans
from app.figures.token_view import json_lines
from protocol.patterns.numeric_date import date_of

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.token_view import TokenView

CARDS: Final = ((32.0, 220.0), (264.0, 280.0), (556.0, 300.0))
"""x and width of header, payload and signature."""

SHOWN: Final = 8
"""Bytes of a signature on one line."""

DIGITS: Final = 11
"""Digits of the largest number of seconds whose date is shown: with more the year would have five."""


def draw_cards(pen: Pen, view: TokenView, top: float, height: float) -> float:
    """The cards; returns their lower edge."""
    words = pen.words
    names = (
        (words.translate("figures", "Header"), words.translate("figures", "base64url of JSON")),
        (words.translate("figures", "Payload: the claims"), words.translate("figures", "base64url, not encrypted")),
        (words.translate("figures", "Signature"), words.translate("figures", "HMAC-SHA-256, 32 bytes")),
    )
    colors = ("text2", "cli.edge", "srv.edge")
    for number, ((x, width), (name, note)) in enumerate(zip(CARDS, names, strict=True)):
        key = ("header", "payload", "signature")[number]
        pen.box(
            f"part.{key}", x, top, width, height, fill="raise", stroke="line2", radius=10, spoken=f"{name}. {note}."
        )
        pen.line(f"part.{key}/bar", ((x + 12, top + 1), (x + width - 12, top + 1)), colors[number], 3)
        pen.text(f"part.{key}/name", x + 14, top + 24, name, sans(15, bold=True), anchor="start", within=width - 28)
        pen.text(
            f"part.{key}/note", x + 14, top + height - 10, note, 12, color="text3", anchor="start", within=width - 28
        )
    x, width = CARDS[1]
    if view.now:
        text = words.translate("figures", "the server’s clock: {time}").format(time=date_of(view.now))
        pen.text(
            "part.payload/now", x + 14, top + height - 28, text, 12, color="text2", anchor="start", within=width - 28
        )
    if view.token is not None:
        _draw_json(pen, "header", view.token.header.data, 0, top)
        _draw_json(pen, "payload", view.token.payload.data, 1, top)
        _draw_signature(pen, view, top)
    return top + height


def _draw_json(pen: Pen, key: str, data: bytes, card: int, top: float) -> None:
    x, width = CARDS[card]
    for number, line in enumerate(json_lines(data)[1:-1][:4]):
        text = line.strip()
        bad = key == "header" and text.startswith('"alg"') and '"none"' in text
        y = top + 46 + 19 * number
        pen.text(
            f"part.{key}/line.{number}", x + 14, y, text, mono(14, bold=bad), anchor="start",
            color="err.edge" if bad else "text", within=width - 28,
        )  # fmt: skip
        moment = _moment(text)
        if moment:
            pen.text(f"part.{key}/line.{number}/time", x + 14, y + 18, moment, 12, color="text2", anchor="start",
                     within=width - 28)  # fmt: skip


def _moment(member: str) -> str:
    """When `exp` is, for people."""
    name, _, value = member.rstrip(",").partition(": ")
    if name != '"exp"' or not value.isdecimal() or len(value) > DIGITS:
        return ""
    return "= " + date_of(int(value))


def _draw_signature(pen: Pen, view: TokenView, top: float) -> None:
    """What the token brings, and what the server computed with its secret."""
    assert view.token is not None
    words = pen.words
    x, width = CARDS[2]
    theirs = view.token.signature.data.hex()
    mine = view.mine
    checked = view.judged and bool(mine) and view.mood_of("signature") in {"passed", "failed"}
    rows = (
        ("theirs", words.translate("figures", "in the token"), theirs, "text"),
        ("mine", words.translate("figures", "computed with the secret"), mine if checked else "", "srv.edge"),
    )
    for number, (key, label, value, color) in enumerate(rows):
        y = top + 42 + 35 * number
        pen.text(f"part.signature/{key}.label", x + 14, y, label, 12, color="text2", anchor="start", within=width - 28)
        if value:
            shown = " ".join(value[at : at + 2] for at in range(0, 2 * SHOWN, 2)) + " …"
        else:
            shown = (
                words.translate("figures", "nothing") if key == "theirs" else words.translate("figures", "not computed")
            )
        pen.text(
            f"part.signature/{key}", x + 14, y + 18, shown, mono(14, bold=bool(value)), anchor="start",
            color=color if value else "text3", within=width - 60, spoken=value,
        )  # fmt: skip
    if checked:
        pen.glyph("part.signature/verdict", x + width - 26, top + 80, "tick" if mine == theirs else "cross", 22)
