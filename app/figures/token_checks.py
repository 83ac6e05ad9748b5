"""The checks of a token in their order, and the HTTP answer that comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import GlyphName
from app.figures.page_words import status_text
from app.figures.pen import mono, sans
from app.reasons import QT_TRANSLATE_NOOP
from protocol.patterns.token_checks import CHECKS

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.token_view import TokenView

LEFT: Final = (32.0, 516.0)
RIGHT: Final = (560.0, 296.0)

TEXTS: Final = {
    "form": QT_TRANSLATE_NOOP("figures", "three base64url parts"),
    "header": QT_TRANSLATE_NOOP("figures", "header is a JSON object"),
    "algorithm": QT_TRANSLATE_NOOP("figures", "algorithm is the key’s"),
    "critical": QT_TRANSLATE_NOOP("figures", "no critical extension"),
    "signature": QT_TRANSLATE_NOOP("figures", "signature is right"),
    "claims": QT_TRANSLATE_NOOP("figures", "payload is a JSON object"),
    "required": QT_TRANSLATE_NOOP("figures", "required claims are there"),
    "exp": QT_TRANSLATE_NOOP("figures", "not expired (exp)"),
    "nbf": QT_TRANSLATE_NOOP("figures", "good already (nbf)"),
    "iat": QT_TRANSLATE_NOOP("figures", "not made in the future"),
    "aud": QT_TRANSLATE_NOOP("figures", "meant for us (aud)"),
}
"""The id of each check and its short form."""

GLYPHS: Final[dict[str, GlyphName]] = {"passed": "tick", "failed": "cross", "skipped": "none", "pending": "pending"}

RESULTS: Final = {
    "passed": QT_TRANSLATE_NOOP("figures", "it has passed."),
    "failed": QT_TRANSLATE_NOOP("figures", "it has failed."),
    "skipped": QT_TRANSLATE_NOOP("figures", "the server did not come to it."),
    "pending": QT_TRANSLATE_NOOP("figures", "not looked at yet."),
}
"""What a glyph says, in words."""


def draw_checks(pen: Pen, view: TokenView, top: float, height: float) -> None:
    """Two columns, read downwards."""
    words = pen.words
    x, width = LEFT
    pen.box("checks", x, top, width, height, fill="raise", stroke="srv.fill", line=2, radius=10)
    title = words.translate("figures", "The server’s checks, in this order")
    pen.text("checks/title", x + 16, top + 25, title, sans(15, bold=True), anchor="start", within=width - 32)
    pitch = min(50.0, (height - 44) / 6)
    for number, check in enumerate(CHECKS):
        column, row = divmod(number, 6)
        left, y = x + 16 + 256 * column, top + 40 + pitch * (row + 0.5)
        mood = view.mood(check)
        text = words.translate("figures", TEXTS[check.id])
        name = f"check.{check.id}"
        if mood == "failed":
            pen.box(name + "/ground", left - 8, y - 15, 248, 30, fill="err.tint", stroke="err.fill", radius=6)
        spoken = words.translate("figures", "{check} ({source}): {result}")
        spoken = spoken.format(check=text, source=check.source, result=words.translate("figures", RESULTS[mood]))
        pen.glyph(name, left + 6, y, GLYPHS[mood], 18, spoken=spoken, links=("check:" + check.id,))
        color = {"passed": "text", "failed": "err.edge"}.get(mood, "text3")
        label = f"{number + 1}  {text}"
        font = sans(14, bold=mood == "failed")
        pen.text(name + "/text", left + 22, y + 5, label, font, color=color, anchor="start", within=214)


def draw_answer(pen: Pen, view: TokenView, top: float, height: float) -> str:
    """The answer card; returns what it says in one sentence."""
    words = pen.words
    x, width = RIGHT
    response = view.response
    done = response is not None
    good = done and response is not None and response.status == 101
    tone = "ok" if good else "err"
    pen.box(
        "answer", x, top, width, height, fill=f"{tone}.tint" if done else "",
        stroke=f"{tone}.fill" if done else "line3",
        line=2, radius=10, dash=() if done else (5.0, 4.0),
    )  # fmt: skip
    title = words.translate("figures", "The answer")
    pen.text("answer/title", x + 16, top + 25, title, sans(15, bold=True), anchor="start", within=width - 32)
    if response is None:
        text = words.translate("figures", "not sent yet")
        pen.text("answer/none", x + 16, top + 56, text, 14, color="text3", anchor="start", within=width - 32)
        return text
    status = status_text(response.status)
    pen.glyph("answer/glyph", x + 30, top + 60, "tick" if good else "cross", 24)
    pen.text("answer/status", x + 50, top + 66, status, mono(16, bold=True), anchor="start", within=width - 60)
    challenge = response.get("WWW-Authenticate")
    y = top + 96
    if challenge is not None:
        pen.text("answer/name", x + 16, y, "WWW-Authenticate:", mono(13), color="text2", anchor="start")
        pen.text("answer/challenge", x + 16, y + 19, challenge, mono(13, bold=True), anchor="start", within=width - 32)
        y += 46
    note = words.translate("figures", "why stays in the server’s log")
    if good:
        note = words.translate("figures", "now the claims may be believed")
    if y < top + height - 6:
        pen.text("answer/note", x + 16, y, note, 14, color="text2", anchor="start", within=width - 32)
    return status
