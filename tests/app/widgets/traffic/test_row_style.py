"""What rows share: cells that are painted once, and texts that are cut."""

from __future__ import annotations

import pytest

from app.drawing.theme import THEMES
from app.widgets.look import Look
from app.widgets.traffic.row_style import RowStyle
from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING
from protocol.vocabulary import Opcode, Role


@pytest.fixture
def style(qapp: object) -> RowStyle:
    return RowStyle(Look(), 1.0)


def test_a_cell_is_painted_once(style: RowStyle) -> None:
    assert style.way(Role.CLIENT, False).cacheKey() == style.way(Role.CLIENT, False).cacheKey()
    assert style.way(Role.CLIENT, False).cacheKey() != style.way(Role.CLIENT, True).cacheKey()


def test_cells_that_mean_different_things_look_different(style: RowStyle) -> None:
    pictures = [
        *(style.way(who, False) for who in Role),
        *(style.opcode(opcode, False) for opcode in Opcode),
        *(style.head(who, False) for who in Role),
        *(style.fin(fin) for fin in (0, 1)),
        *(style.verdict(verdict) for verdict in (FINE, UNJUDGED, WARNING, VIOLATION)),
    ]
    images = [picture.toImage() for picture in pictures]
    assert all(one != other for place, one in enumerate(images) for other in images[place + 1 :])


def test_data_is_solid_and_control_is_hollow(style: RowStyle) -> None:
    data, control = style.opcode(Opcode.TEXT, False).toImage(), style.opcode(Opcode.PING, False).toImage()
    assert data.pixelColor(7, 10).name().upper() == THEMES["light"].colour("op.fill")
    assert control.pixelColor(7, 10).alpha() == 0


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_has_its_cells(qapp: object, theme: str) -> None:
    style = RowStyle(Look(THEMES[theme]), 2.0)
    assert style.fin(1).devicePixelRatio() == 2.0
    assert style.fin(1).toImage().pixelColor(16, 8).name().upper() == THEMES[theme].colour("fin.fill")


def test_texts_are_cut_to_their_place(style: RowStyle) -> None:
    assert style.cut("short", 200, False) == "short"
    cut = style.cut("a" * 100, 84.1, False)
    assert cut.endswith("…")
    assert style.mono_metrics[False].horizontalAdvance(cut) <= 84.2
    chinese = style.cut("掩码" * 50, 84, False)
    assert chinese.endswith("…")
    assert style.mono_metrics[False].horizontalAdvance(chinese) <= 84
