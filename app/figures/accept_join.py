"""The key as it stands in the request and the GUID of section 1.3, character by character, then in one
piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect
from app.figures.accept_known import differing, other_guid
from app.figures.accept_panel import PanelPen
from app.figures.pen import Run, fit, mono, sans

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

X: Final = 64
PITCH: Final = 32
ROW: Final = 24
"""Characters in a row: those of a key."""


def draw_join(pen: PanelPen, trace: AcceptTrace, _focus: Focus) -> str:
    """Three rows of cells, each a character and its ASCII code, and the 60 bytes that they make."""
    words = pen.words
    key = words.translate("figures", "Sec-WebSocket-Key, {count} characters").format(count=len(trace.key))
    note = words.translate("figures", "the text itself, not the bytes it decodes to")
    _draw_heading(pen, "join/key.heading", pen.down(25, 40), key, note, color="cli.edge")
    _draw_cells(pen, "key", trace.key, 0, pen.down(36, 56))
    guid = words.translate("figures", "GUID, {count} characters").format(count=len(trace.guid))
    note = words.translate("figures", "the same in every server (RFC 6455 §1.3)")
    _draw_heading(pen, "join/guid.heading", pen.down(112, 158), guid, note, color="text")
    _draw_cells(pen, "guid", trace.guid, len(trace.key), pen.down(123, 174))
    other = other_guid(pen.room.options, trace)
    if other:
        return _draw_other(pen, trace, other)
    _draw_joined(pen, trace)
    text = words.translate("figures", "The key {key} and the GUID {guid} are joined: {count} bytes.")
    return text.format(key=trace.key, guid=trace.guid, count=len(trace.joined))


def _draw_other(pen: PanelPen, trace: AcceptTrace, other: str) -> str:
    """The server's GUID in the place of the sum: its cells, a ring around every wrong one, and what it hashes."""
    words = pen.words
    wrong = differing(trace.guid, other)
    title = words.translate("figures", "This server appends another GUID")
    note = words.translate("figures", "characters that differ: {count}").format(count=len(wrong))
    bold = sans(15, bold=True)
    y = pen.down(245, 323)
    runs = ((title, bold, "srv.edge"), ("   " + note, bold, "err.edge"))
    pen.runs("join/other.heading", X, y, runs, within=768)
    top = pen.down(257, 340)
    _draw_cells(pen, "other", other, len(trace.key), top)
    height, pitch = pen.between(46, 56), pen.between(52, 64)
    for place in (place for place in wrong if place < 2 * ROW):
        rect = Rect(X + PITCH * (place % ROW), top + pitch * (place // ROW), PITCH - 2, height)
        pen.rect(f"join/other.{place}/ring", rect, "", "err.fill", line=3, radius=4, above=2)
    font, y = mono(15, bold=True), pen.bottom - pen.between(14, 18)
    head = words.translate("figures", "It hashes") + "  "
    key = fit(trace.key, font, 640 - pen.width(other, font), pen.room.measure)
    hashed = ((head, sans(14), "text2"), (key, font, "cli.edge"), *_marked(other, wrong, font))
    spoken = words.translate("figures", "Joined: {text}").format(text=trace.key + other)
    pen.runs("join/joined", X, y, hashed, within=780, spoken=spoken)
    text = words.translate("figures", "The RFC’s GUID is {guid}; this server appends {other}.")
    return text.format(guid=trace.guid, other=other)


def _marked(text: str, wrong: tuple[int, ...], font: Font) -> tuple[Run, ...]:
    """The text in parts: what is wrong is red."""
    parts: list[tuple[str, str]] = []
    for place, letter in enumerate(text):
        color = "err.edge" if place in wrong else "srv.edge"
        if parts and parts[-1][1] == color:
            parts[-1] = (parts[-1][0] + letter, color)
        else:
            parts.append((letter, color))
    return tuple((part, font, color) for part, color in parts)


def _draw_heading(pen: PanelPen, name: str, y: float, title: str, note: str, *, color: str) -> None:
    bold = sans(15, bold=True)
    pen.runs(name, X, y, ((title, bold, color), ("   " + note, sans(14), "text2")), within=768)


def _draw_cells(pen: PanelPen, kind: str, text: str, offset: int, y: float) -> None:
    """Cells in rows of 24 from `y` down, as many rows as the GUID needs; a longer key ends in an ellipsis."""
    rows = 1 if kind == "key" else 2
    shown = text if len(text) <= rows * ROW else text[: rows * ROW - 1] + "…"
    height, pitch = pen.between(46, 56), pen.between(52, 64)
    for place, letter in enumerate(shown):
        x, top = X + PITCH * (place % ROW), y + pitch * (place // ROW)
        if place % ROW == 0:
            middle = top + height / 2 + 4
            number, name = str(offset + place), f"join/{kind}.{place}/offset"
            pen.text(name, X - 8, middle, number, mono(12), color="text3", anchor="end")
        _draw_cell(pen, kind, place, letter, Rect(x, top, PITCH - 2, height), whole=letter == text[place])


def _draw_cell(pen: PanelPen, kind: str, place: int, letter: str, rect: Rect, *, whole: bool) -> None:
    """A character over its code; the cell that stands for the rest of a long key has no code."""
    name, token = f"join/{kind}.{place}", {"key": "cli", "other": "srv"}.get(kind, "")
    code = letter.encode("latin-1", "replace").hex() if whole else ""
    text = pen.words.translate("figures", "{source}, character {number}: {letter}, byte {code}")
    sources = {
        "key": pen.words.translate("figures", "key"),
        "other": pen.words.translate("figures", "the server’s GUID"),
    }
    source = sources.get(kind, "GUID")
    spoken = text.format(source=source, number=place + 1, letter=letter, code=code) if whole else ""
    pen.rect(
        name, rect, f"{token}.tint" if token else "sunk", f"{token}.fill" if token else "line3", radius=4,
        spoken=spoken, links=(f"{kind}:{place}",),
    )  # fmt: skip
    x = rect.x + rect.width / 2
    pen.text(name + "/letter", x, rect.y + pen.between(22, 26), letter, mono(18, bold=True), anchor="middle")
    color = f"{token}.edge" if token else "text2"
    pen.text(name + "/code", x, rect.y + pen.between(39, 46), code, mono(12), color=color, anchor="middle")


def _draw_joined(pen: PanelPen, trace: AcceptTrace) -> None:
    """Key and GUID in one line, each with its share below."""
    words, font = pen.words, mono(20, bold=True)
    y = pen.down(302, 402)
    heading = words.translate("figures", "Joined: {count} bytes, and only these are hashed")
    heading = heading.format(count=len(trace.joined))
    pen.text("join/heading", X, y - pen.between(34, 42), heading, sans(15, bold=True), anchor="start", within=768)
    key = fit(trace.key, font, 768 - pen.width(trace.guid, font), pen.room.measure)
    spoken = words.translate("figures", "Joined: {text}").format(text=trace.key + trace.guid)
    key_width, guid_width = pen.width(key, font), pen.width(trace.guid, font)
    x = 444 - (key_width + guid_width) / 2
    runs = ((key, font, "cli.edge"), (trace.guid, font, "text2"))
    pen.runs("join/joined", x, y, runs, spoken=spoken)
    parts = (("key", x, key_width, len(trace.key)), ("guid", x + key_width, guid_width, len(trace.guid)))
    for kind, left, width, count in parts:
        pen.bracket(f"join/{kind}.bracket", left + 2, y + 14, width - 4, depth=-5)
        pen.text(
            f"join/{kind}.count",
            left + width / 2,
            y + 30,
            str(count),
            mono(13),
            color="text2",
            anchor="middle",
        )
    total = f"{len(trace.key)} + {len(trace.guid)} = {len(trace.joined)}"
    pen.text("join/total", 444, y + pen.between(60, 66), total, mono(18, bold=True), anchor="middle")
