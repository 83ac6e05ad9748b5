"""A signal closes the window even while Qt waits."""

import os
import signal

import pytest

from app.interrupts import SIGNALS, Interrupts


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_heard_while_qt_waits(qtbot, number):
    before = signal.getsignal(number)
    heard = []
    interrupts = Interrupts(lambda: heard.append(number))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        interrupts.restore()
    assert heard == [number]
    assert signal.getsignal(number) is before
