"""The presenter's strip and the blank screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.widgets.presenter import LONGEST, Blank, PresenterStrip, TheEnd, cut

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(("count", "current"), [(0, 0), (1, 0), (9, 3), (120, 119)])
@pytest.mark.parametrize("caption", ["", "Short.", "A caption that is far too long for one line. " * 4])
def test_anything_is_drawn(shown: Callable[..., QWidget], count: int, current: int, caption: str) -> None:
    strip = PresenterStrip()
    strip.set_caption(caption)
    strip.set_steps(count, current)
    shown(strip, 1440, 180)
    image = strip.grab().toImage()
    edge = {image.pixelColor(x, 55).name() for x in (0, 1, 1438, 1439)}
    assert edge == {"#ffffff"}, "the caption never reaches the edge"


def test_the_current_dot_is_longer(shown: Callable[..., QWidget]) -> None:
    strip = PresenterStrip()
    strip.set_steps(9, 3)
    shown(strip, 1440, 180)
    image = strip.grab().toImage()
    ink = [x for x in range(1440) if image.pixelColor(x, 125).name() == "#1b1d21"]  # without its soft edges
    assert (min(ink), max(ink)) == (669, 698)


def test_blank_is_black(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    blank = Blank(window)
    blank.setGeometry(0, 0, 100, 100)
    blank.show()
    shown(window, 100, 100)
    assert window.grab().toImage().pixelColor(50, 50).name() == "#000000"


def test_blank_can_be_white(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    blank = Blank(window)
    blank.white = True
    blank.setGeometry(0, 0, 100, 100)
    blank.show()
    shown(window, 100, 100)
    assert window.grab().toImage().pixelColor(50, 50).name() == "#ffffff"


@pytest.mark.parametrize(("width", "height"), [(1200, 760), (1920, 1080)])
def test_the_end_is_said_in_the_middle(shown: Callable[..., QWidget], width: int, height: int) -> None:
    window = QWidget()
    end = TheEnd(window)
    end.setGeometry(0, 0, width, height)
    end.show()
    shown(window, width, height)
    image = window.grab().toImage()
    assert end.accessibleName().startswith("The end")
    ink = [(x, y) for x in range(0, width, 2) for y in range(0, height, 2) if image.pixelColor(x, y).lightness() < 128]
    left, right = min(x for x, _ in ink), max(x for x, _ in ink)
    assert abs((left + right) / 2 - width / 2) < 4
    assert all(abs(y - height / 2) < height / 8 for _, y in ink)


@pytest.mark.parametrize("width", [1200, 1440, 1920])
@pytest.mark.parametrize("caption", ["The key decodes to 16 bytes", "W" * 60, "握" * 60])
def test_the_caption_is_one_line_at_86_percent(shown: Callable[..., QWidget], width: int, caption: str) -> None:
    strip = PresenterStrip()
    strip.set_caption(caption)
    shown(strip, width, 180)
    image = strip.grab().toImage()
    ink = [(x, y) for x in range(0, width, 2) for y in range(100) if image.pixelColor(x, y).lightness() < 100]
    assert min(x for x, _ in ink) >= 24
    assert max(x for x, _ in ink) <= width - 24
    assert min(y for _, y in ink) >= 10
    assert max(y for _, y in ink) <= 76


def test_a_caption_has_at_most_sixty_signs() -> None:
    assert cut("x" * 60) == "x" * 60
    assert cut("x" * 61) == "x" * 59 + "…"
    long = "The server reads what the client has written before it is closed by the client"
    assert cut(long) == "The server reads what the client has written before it is…"
    assert len(cut("握" * 90)) == LONGEST


@pytest.mark.parametrize("count", [0, 1, 24, 300])
@pytest.mark.parametrize("label", ["2/13  Server first", "35/35  " + "W" * 90])
def test_the_label_and_the_dots_never_touch(shown: Callable[..., QWidget], count: int, label: str) -> None:
    strip = PresenterStrip()
    strip.set_label(label)
    shown(strip, 1280, 144)
    written = strip.grab().toImage()
    strip.set_label("")
    strip.set_number("")
    strip.set_steps(count, 0)
    strip.set_label(label)
    both = strip.grab().toImage()
    white = "#ffffff"
    words = [x for x in range(1280) if any(written.pixelColor(x, y).name() != white for y in range(80, 125))]
    dots = [
        x for x in range(max(words) + 1, 1280) if any(both.pixelColor(x, y).name() != white for y in range(80, 125))
    ]
    assert min(words) >= 20
    assert not dots or min(dots) - max(words) > 8
    assert all(written.pixelColor(x, 100) == both.pixelColor(x, 100) for x in words)


def test_a_number_stands_for_the_label_while_it_is_typed(shown: Callable[..., QWidget]) -> None:
    strip = PresenterStrip()
    strip.set_label("2/13  Server first")
    shown(strip, 1280, 144)
    before = strip.grab().toImage()
    strip.set_number("12")
    assert strip.grab().toImage() != before
    strip.set_number("")
    assert strip.grab().toImage() == before
