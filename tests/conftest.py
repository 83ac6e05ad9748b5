"""What every test needs before Qt is imported: no display, no desktop's own look, and patience with a busy machine."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from patience_support import PATIENCE
from pytestqt.qtbot import QtBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.pop("QT_STYLE_OVERRIDE", None)

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

for wait in (
    QtBot.waitActive,
    QtBot.waitExposed,
    QtBot.waitSignal,
    QtBot.waitSignals,
    QtBot.waitUntil,
    QtBot.waitCallback,
):
    wait.__kwdefaults__["timeout"] = round(PATIENCE * 1000)


def pytest_configure(config: pytest.Config) -> None:
    """Qt without a display says this for every window with a layout; it is not about the program."""
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support propagateSizeHints\(\)")
