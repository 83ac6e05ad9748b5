"""The device that writes TikZ: names of colours, fonts, paths."""

from __future__ import annotations

import pytest

from app.drawing.device import Look, Path, circle, left_half
from app.drawing.marks import Font, Rect
from app.drawing.theme import DARK
from app.publishing.tikz_device import NamedTheme, TikzDevice, face, hatching, outline_of


def test_colours_know_their_names() -> None:
    theme = NamedTheme.of(DARK)
    device = TikzDevice(plain=True)
    assert theme.colour("op.fill") == DARK.colour("op.fill")
    assert device.named(theme.colour("op.fill")) == "op-fill"
    assert device.named(theme.colour("text~stage~0.5")) == "text-stage-0-5"
    assert device.named("#FFFFFF") == "white"
    assert device.colours == {"op-fill": "D55E00", "text-stage-0-5": DARK.colour("text~stage~0.5")[1:]}


@pytest.mark.parametrize(
    ("font", "tex"),
    [
        (Font(14), r"\size{14}"),
        (Font(12.5, bold=True, mono=True), r"\ttfamily\bfseries\size{12.5}"),
        (Font(16, italic=True), r"\itshape\size{16}"),
    ],
)
def test_fonts(font: Font, tex: str) -> None:
    assert face(font) == tex


def test_a_circle_is_a_circle_and_half_a_disc_is_not() -> None:
    assert outline_of(circle(10, 20, 5.5).steps) == r"(10,20) circle[radius=5.5\px]"
    assert outline_of(left_half(10, 20, 5).steps).startswith("(10,25) .. controls ")


def test_curves_and_closed_lines() -> None:
    steps = (("M", 0, 0), ("L", 5, 0), ("C", 6, 0, 7, 1, 7, 2), ("Z",))
    assert outline_of(steps) == "(0,0) -- (5,0) .. controls (6,0) and (7,1) .. (7,2) -- cycle"


def test_an_odd_dash_is_repeated() -> None:
    device = TikzDevice(plain=True)
    device.path(Path((("M", 0, 0), ("L", 9, 0))), Look(stroke="#000000", dash=(3,)))
    assert device.lines == [r"\path[draw=black, dash pattern=on 3\px off 3\px] (0,0) -- (9,0);"]


def test_wide_boxes_are_hatched_less_densely() -> None:
    assert hatching(Rect(0, 0, 200, 40))[0] == "hatch-7"
    assert hatching(Rect(0, 0, 20, 40))[0] == "hatch-5"
