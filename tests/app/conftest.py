"""The languages of the window under test: what a test installs is gone after it, or its neighbours would speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from app.translate import Translators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[Translators]:
    """Translators of this test alone; none is installed yet."""
    translators = Translators(qapp)
    yield translators
    translators.use("en")
    for translator in translators._installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))
