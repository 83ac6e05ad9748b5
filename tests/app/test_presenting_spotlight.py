"""The spotlight: a circle round the pointer, and only while presenting."""

import pytest
from desk_support import translators
from presenting_support import Key, presented, press
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_L])
def test_a_spotlight_dims_all_but_a_circle_round_the_pointer(qtbot, key):
    desk = presented(qtbot)
    window, light = desk.window, desk.window.layers.spotlight
    bright = window.grab().toImage()
    press(qtbot, desk, key)
    at = QPoint(300, 200)
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(light.mapToGlobal(at)),
                       Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(light, move)
    lit = window.grab().toImage()
    far = QPoint(5, window.height() - 5)
    assert lit.pixelColor(at) == bright.pixelColor(at)
    assert lit.pixelColor(far).lightness() < bright.pixelColor(far).lightness() / 2
    before = light.radius
    turn = QWheelEvent(QPointF(at), QPointF(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(light, turn)
    assert light.radius > before
    for _ in range(60):
        QApplication.sendEvent(light, turn)
    assert light.radius < window.height()
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == 1
    press(qtbot, desk, Key.Key_Escape)
    assert not light.isVisible()
    assert window.presenting
    press(qtbot, desk, Key.Key_Escape)
    assert not window.presenting


def test_there_is_no_spotlight_outside(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_S, Key.Key_F5)
    assert not desk.window.layers.spotlight.isVisible()
    press(qtbot, desk, Key.Key_S, Key.Key_N)
    assert not desk.window.layers.spotlight.isVisible()
    assert "notes" not in vars(desk._presenting)
