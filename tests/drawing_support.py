"""A scene with every kind of mark and every glyph, for the tests of painting and export."""

from __future__ import annotations

from typing import get_args

from app.drawing.marks import AnyMark, Box, Font, Glyph, GlyphName, Label, Rect, Scene, Stroke
from app.drawing.theme import FIELDS, PEERS, VERDICTS

GLYPHS: tuple[GlyphName, ...] = get_args(GlyphName)


def gallery() -> Scene:
    """Every glyph in two sizes, every family as a 1 and a 0, boxes, strokes and texts."""
    return Scene((*_glyphs(), *_families(), *_shapes(), *_texts()), title="Gallery <&>", description="Every mark")


def _glyphs() -> list[AnyMark]:
    marks: list[AnyMark] = []
    for i, name in enumerate(GLYPHS):
        x = 40 + i * 52
        marks.append(Glyph(id=f"glyph.{name}", x=x, y=40, name=name, size=20, spoken=f"glyph {name}"))
        marks.append(Glyph(id=f"glyph.{name}/big", x=x, y=85, name=name, size=40))
    return marks


def _families() -> list[AnyMark]:
    marks: list[AnyMark] = []
    for i, name in enumerate((*FIELDS, *PEERS, *VERDICTS)):
        x = 40 + i * 62
        spoken = f"{name}, bit {i}, value 1. A sentence about it."
        links = (f"bit:{i}", f"field:{name}")
        hatch = "ext.edge" if name == "ext" else ""
        edge, mono = f"{name}.edge", Font(18, bold=True, mono=True)
        marks += [
            Box(id=f"{name}/one", rect=Rect(x, 165, 24, 44), fill=f"{name}.fill", hatch=hatch,
                spoken=spoken, links=links),
            Label(id=f"{name}/1", x=x + 12, y=193, text="1", font=mono, color=f"{name}.on", anchor="middle"),
            Box(id=f"{name}/zero", rect=Rect(x + 25, 165, 24, 44), fill=f"{name}.tint"),
            Label(id=f"{name}/name", x=x, y=236, text=name, font=Font(14, True), color=edge, links=links[1:]),
        ]  # fmt: skip
    return marks


def _shapes() -> list[AnyMark]:
    return [
        Box(id="hatched", rect=Rect(32.5, 250, 199, 44), fill="stage", stroke="line2", hatch="line2"),
        Box(id="card", rect=Rect(250, 250, 160, 38), fill="raise", stroke="ink", line=2.5, radius=10),
        Box(id="dashed", rect=Rect(580, 250, 134, 26), stroke="line3", line=1.5, radius=8, dash=(4, 4)),
        Stroke(id="message", points=((40, 320), (420, 325)), color="srv.fill", line=3.5, head=13, enter="grow",
               spoken="a message"),
        Stroke(id="both", points=((40, 342), (420, 347)), color="cli.fill", line=3, head=12, tail=12),
        Stroke(id="future", points=((40, 364), (420, 364)), color="line3", line=1.5, head=8, dash=(5, 4)),
        Stroke(id="bent", points=((460, 320), (480, 320), (480, 400), (520, 400)), color="ink", line=2, head=9),
        Stroke(id="filled", points=((560, 320), (600, 320), (580, 350)), closed=True, fill="op.tint", round=True),
    ]  # fmt: skip


def _texts() -> list[AnyMark]:
    runs = (("Host: ", Font(15, mono=True), "text2"), ("server", Font(15, True, True), "text"))
    return [
        Label(id="text", x=40, y=450, text="“Quotes” · § ≥ ≤ ≠ × → ← ↵ ⊕ … – — ‘x’ ✓", font=Font(16)),
        Label(id="mono", x=848, y=450, text="0x81 00 Il1O0", font=Font(16, mono=True), anchor="end"),
        Label(id="runs", x=444, y=480, text="Host: server", font=Font(15), runs=runs, anchor="middle", width=108),
        Label(id="struck", x=40, y=480, text="struck", font=Font(16), struck=True, color="err.edge"),
        Label(id="state", x=600, y=480, text="OPEN", font=Font(13, True, spacing=0.3)),
        Label(id="hanzi", x=40, y=510, text="握手、掩码、帧、分片", font=Font(18, True)),
    ]
