"""A card as pixels: nothing leaves it, whatever the address says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from traffic_support import incident

from app.drawing.theme import THEMES
from app.model.traffic.cards import Card, card
from app.widgets.capture.card_paint import HEIGHT, paint_card
from app.widgets.look import Look

AREA = QRectF(10, 5, 224, HEIGHT)


def painted(shown: Card, theme: str = "light", *, on: bool = False, over: bool = False) -> QImage:
    picture = QImage(244, HEIGHT + 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, Look(THEMES[theme]), AREA, shown, on=on, over=over)
    return picture


def outside(picture: QImage) -> bool:
    return any(
        picture.pixelColor(x, y).name() != "#ffffff"
        for y in range(picture.height())
        for x in range(picture.width())
        if not AREA.adjusted(-1, -1, 1, 1).contains(x, y)
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_card_stays_inside(qapp: object, theme: str) -> None:
    for talk in incident().talks:
        shown = card(talk)
        wild = replace(
            shown, address="掩码" * 40, note="x" * 90, outcome="y" * 90, frames=10**9, violations=10**6, gaps=10**6
        )
        assert not outside(painted(shown, theme))
        assert not outside(painted(wild, theme, on=True))


def test_states_and_counts_are_seen(qapp: object) -> None:
    plain = card(incident().talk(1))
    assert painted(plain) != painted(replace(plain, violations=3))
    assert painted(replace(plain, violations=3)) != painted(replace(plain, warnings=3))
    assert painted(replace(plain, gaps=3)) != painted(replace(plain, warnings=3))
    assert painted(plain) != painted(plain, on=True)
    assert painted(plain) != painted(plain, over=True)
    assert painted(plain, "contrast") != painted(plain, "contrast", over=True)
