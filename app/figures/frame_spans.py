"""Brackets for characters of several bytes: a UTF-8 character, or the code of a Close, stands over all of
its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.figures.frame_parts import Character
    from app.figures.pen import Pen


def draw_spans(
    pen: Pen,
    baseline: float,
    said: Sequence[Character],
    edges: Mapping[int, tuple[float, float]],
    *,
    below: bool = False,
) -> None:
    """Each character of several bytes at a bracket that spans those of its bytes that are shown."""
    for each in said:
        inside = [edges[index] for index in range(each.start, each.stop) if index in edges]
        if each.stop - each.start < 2 or not inside:
            continue
        left, right = inside[0][0], inside[-1][1]
        middle = (left + right) / 2
        label = pen.text(
            f"table/span.{each.start}", middle, baseline, each.text, 16, bold=True, mono=True,
            links=tuple(f"payload:{index}" for index in range(each.start, each.stop)),
        )  # fmt: skip
        line, tick = (baseline - 19, -5) if below else (baseline - 5, 5)
        if below:
            pen.line(
                f"table/span.{each.start}/bracket",
                ((left, line + tick), (left, line), (right, line), (right, line + tick)),
                "text2",
            )  # fmt: skip
            continue
        half = label.width / 2 + 6
        pen.line(
            f"table/span.{each.start}/left",
            ((left, line + tick), (left, line), (middle - half, line)),
            "text2",
        )
        pen.line(
            f"table/span.{each.start}/right",
            ((middle + half, line), (right, line), (right, line + tick)),
            "text2",
        )
