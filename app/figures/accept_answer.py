"""The end: the value that this client expects above the one that the server sent, character by character and
bit by bit, and what the client does about it (RFC 6455 section 4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_digest import draw_strip_of_bits
from app.figures.accept_known import differing, other_guid
from app.figures.accept_panel import PanelPen
from app.figures.pen import mono, sans
from protocol.base64 import decode
from protocol.handshake import Verdict

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName, Words
    from app.figures.accept_known import Known
    from protocol.accept import AcceptTrace

X: Final = 52
PITCH: Final = 28
CELL: Final = 26

GLYPHS: Final[dict[str, GlyphName]] = {"ok": "tick", "err": "cross", "": "pending"}
"""The shape of each verdict."""


def draw_answer(pen: PanelPen, trace: AcceptTrace, known: Known) -> str:
    """The panel; returns what it shows in one sentence."""
    words, sent = pen.words, known.sent
    heading = words.translate("figures", "Expected: computed from the client’s own key")
    pen.text("answer/expected.heading", X, pen.down(24, 34), heading, sans(15, bold=True), anchor="start", within=784)
    _draw_cells(pen, "expected", trace.accept, pen.down(34, 48), "cli")
    low, high = pen.down(98, 136), pen.between(36, 44)
    bold, other = sans(15, bold=True), other_guid(pen.room.options, trace) if sent is not None else ""
    title = (_sent_heading(pen, known), bold, "text")
    runs = (title, ("   " + _reason(words, trace, other), sans(14), "err.edge")) if other else (title,)
    pen.runs("answer/sent.heading", X, low + high + 21, runs, within=784)
    if sent is None:
        for place in range(len(trace.accept)):
            rect = Rect(X + PITCH * place, low, CELL, high)
            pen.rect(f"answer/sent.{place}", rect, "", "line3", line=1.5, radius=4, dash=(4, 3))
        _draw_verdict(pen, known, ())
        return words.translate("figures", "Expected: {expected}.").format(expected=trace.accept)
    _draw_cells(pen, "sent", sent[:28], low, "srv")
    _draw_links(pen, trace.accept, sent, pen.down(34, 48) + high, low)
    _draw_bits(pen, trace, sent)
    _draw_verdict(pen, known, differing(trace.accept, sent))
    pen.runs(
        "answer/header", 444, pen.down(375, 472),
        (("Sec-WebSocket-Accept: ", mono(20), "text2"), (sent, mono(20, bold=True), "text")),
        anchor="middle", within=784,
    )  # fmt: skip
    text = words.translate("figures", "Expected: {expected}. Sent: {sent}. {count} characters differ.")
    return text.format(expected=trace.accept, sent=sent, count=len(differing(trace.accept, sent)))


def _reason(words: Words, trace: AcceptTrace, other: str) -> str:
    """Why the server's value is another one: the end of the GUID that it appended, beside that of RFC 6455."""
    text = words.translate("figures", "its GUID ends in {wrong}, not in {right}")
    start = max(0, min(differing(trace.guid, other)) - 3)
    return text.format(wrong=other[start:], right=trace.guid[start:])


def _sent_heading(pen: PanelPen, known: Known) -> str:
    words = pen.words
    if known.sent is not None and known.answered:
        return words.translate("figures", "Received: what the server sent")
    if known.sent is not None:
        return words.translate("figures", "The server’s value, not sent yet")
    if known.answered:
        text = words.translate("figures", "The server answered {status} without Sec-WebSocket-Accept")
        return text.format(status=known.status)
    return words.translate("figures", "The server has not answered yet")


def _draw_cells(pen: PanelPen, row: str, value: str, y: float, peer: str) -> None:
    height = pen.between(36, 44)
    side = (
        pen.words.translate("figures", "expected")
        if row == "expected"
        else pen.words.translate("figures", "sent by the server")
    )
    for place, letter in enumerate(value):
        rect = Rect(X + PITCH * place, y, CELL, height)
        text = pen.words.translate("figures", "Character {number}, {side}: {letter}")
        spoken = text.format(number=place + 1, side=side, letter=letter)
        name = f"answer/{row}.{place}"
        pen.rect(
            name, rect, f"{peer}.tint", f"{peer}.fill", line=1.5, radius=4, spoken=spoken,
            links=(f"character:{place}",),
        )  # fmt: skip
        font = mono(18, bold=True)
        pen.text(name + "/letter", rect.x + CELL / 2, y + height / 2 + 6, letter, font, anchor="middle")


def _draw_links(pen: PanelPen, expected: str, sent: str, top: float, bottom: float) -> None:
    """A thin line between equal characters; a sign between different ones, and a ring around the wrong
    one."""
    wrong = differing(expected, sent)
    height = pen.between(36, 44)
    for place in range(28):
        x = X + PITCH * place + CELL / 2
        if place in wrong:
            y = (top + bottom) / 2 + 6
            font = sans(16, bold=True)
            pen.text(f"answer/link.{place}", x, y, "≠", font, color="err.edge", anchor="middle")
            ring = Rect(x - CELL / 2, bottom, CELL, height)
            pen.rect(f"answer/ring.{place}", ring, "", "err.fill", line=3, radius=4, above=2)
        else:
            pen.line(f"answer/link.{place}", ((x, top + 5), (x, bottom - 5)), "line3")


def _draw_bits(pen: PanelPen, trace: AcceptTrace, sent: str) -> None:
    """The two digests as bits and where they differ: one other byte in the input moves about half of them."""
    try:
        digest = decode(sent)
    except ValueError:
        digest = b""
    words, y = pen.words, pen.down(184, 240)
    if len(digest) != len(trace.digest):
        text = words.translate("figures", "What was sent is not the base64 of 20 bytes")
        pen.text("answer/bits.heading", X, y, text, sans(14, bold=True), anchor="start", within=784)
        return
    apart = bytes(mine ^ theirs for mine, theirs in zip(trace.digest, digest, strict=True))
    count = sum(byte.bit_count() for byte in apart)
    if count:
        text = words.translate("figures", "The same as 160 bits: expected, sent, and the {count} that differ")
    else:
        text = words.translate("figures", "The same as 160 bits: expected, sent; none differs")
    pen.text("answer/bits.heading", X, y, text.format(count=count), sans(14, bold=True), anchor="start", within=784)
    height, pitch = pen.between(14, 18), pen.between(18, 23)
    draw_strip_of_bits(pen, "answer/bits.expected", trace.digest, y + 9, height)
    draw_strip_of_bits(pen, "answer/bits.sent", digest, y + 9 + pitch, height)
    draw_strip_of_bits(pen, "answer/bits.apart", apart, y + 9 + 2 * pitch, height, dark="err.fill")


def _draw_verdict(pen: PanelPen, known: Known, wrong: tuple[int, ...]) -> None:
    """What the client found: a tick and it opens, a cross and it fails the connection, or nothing."""
    tone, first, second = _verdict(pen.words, known, len(wrong))
    y, height = pen.down(268, 344), pen.between(66, 76)
    fill, stroke = (f"{tone}.tint", f"{tone}.fill") if tone else ("", "line3")
    dash = () if tone else (5.0, 4.0)
    pen.rect(
        "answer/verdict", Rect(X, y, 784, height), fill, stroke, line=1.5, radius=10, dash=dash,
        spoken=f"{first}. {second}", links=("rule:response.accept",),
    )  # fmt: skip
    middle = y + height / 2
    pen.glyph("answer/verdict.glyph", X + 36, middle, GLYPHS[tone], 32 if tone else 28)
    color = f"{tone}.edge" if tone else "text2"
    pen.text(
        "answer/verdict.0", X + 72, middle - 5, first, sans(18, bold=True), anchor="start", color=color, within=696
    )
    pen.text("answer/verdict.1", X + 72, middle + 19, second, sans(14), anchor="start", color="text2", within=696)


def _verdict(words: Words, known: Known, wrong: int) -> tuple[str, str, str]:
    """The colour of the verdict and its two sentences."""
    if known.verdict is Verdict.HOLDS:
        first = words.translate("figures", "All 28 characters are equal")
        second = words.translate("figures", "The server read this request. The client goes on to OPEN.")
        return "ok", first, second
    if known.verdict is Verdict.BROKEN:
        first = words.translate("figures", "{count} of 28 characters differ").format(count=wrong)
        if known.sent is None:
            first = words.translate("figures", "Sec-WebSocket-Accept is missing")
        second = words.translate(
            "figures", "The client MUST fail the connection (RFC 6455 §4.1). No frame is ever sent."
        )
        return "err", first, second
    if known.answered and known.sent is None:
        first = words.translate("figures", "There is nothing to compare")
        return "", first, words.translate("figures", "Without the server’s agreement no connection opens.")
    first = words.translate("figures", "The client has not compared them yet")
    return "", first, words.translate("figures", "Only if every character is equal does the connection open.")
