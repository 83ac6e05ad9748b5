"""The invitation to open a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.widgets.capture.invitation import Invitation
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def invitation(shown: Callable[..., QWidget]) -> Invitation:
    made = Invitation()
    shown(made, 888, 700)
    return made


def test_no_word_is_cut(invitation: Invitation) -> None:
    for text in invitation.findChildren(Text):
        needed = text.heightForWidth(text.width()) if text.hasHeightForWidth() else text.sizeHint().height()
        assert text.height() >= needed, text.text()


def test_the_button_asks_for_a_file(invitation: Invitation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(invitation.open_wanted):
        qtbot.mouseClick(invitation.button, Qt.MouseButton.LeftButton)


def test_a_file_over_it_is_seen(invitation: Invitation) -> None:
    before = invitation.grab().toImage()
    invitation.set_over(True)
    assert invitation.grab().toImage() != before
    invitation.set_over(False)
    assert invitation.grab().toImage() == before
