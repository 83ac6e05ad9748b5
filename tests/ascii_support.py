"""Marks and items of plain figures, in few words."""

from __future__ import annotations

from app.drawing.marks import Box, Font, Label, Rect, Stroke
from app.publishing.ascii_items import Frame, Line, Word


def box(x: float, y: float, width: float, height: float, **more) -> Box:
    return Box(id=f"{x} {y} {width}", rect=Rect(x, y, width, height), **more)


def label(text: str, x: float, y: float, anchor="start", **more) -> Label:
    return Label(id=f"{x} {y} {text}", x=x, y=y, text=text, font=Font(14), anchor=anchor, width=8 * len(text), **more)


def stroke(*points: tuple[float, float], **more) -> Stroke:
    return Stroke(id=str(points), points=points, **more)


def word(text: str, x: float, y: float = 0, anchor="start", **more) -> Word:
    left = x - {"start": 0, "middle": 4 * len(text), "end": 8 * len(text)}[anchor]
    found = Word(text, x, y, left, left + 8 * len(text), anchor, 10, sign=more.pop("sign", False))
    for name, value in more.items():
        setattr(found, name, value)
    return found


def frame(x: float, y: float, width: float, height: float, **more) -> Frame:
    return Frame(Rect(x, y, width, height), more.pop("style", "solid"), **more)


def line(*points: tuple[float, float], style="solid", **more) -> Line:
    return Line(points, style, **more)
