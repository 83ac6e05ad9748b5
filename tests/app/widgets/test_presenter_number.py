"""A number typed while presenting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.presenter_number import NumberEntry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_digits_become_a_number(qtbot: QtBot) -> None:
    entry = NumberEntry()
    seen: list[str] = []
    entry.changed.connect(seen.append)
    with qtbot.waitSignal(entry.entered) as heard:
        for digit in "012":
            entry.type(digit)
        entry.finish()
    assert heard.args == [12]
    assert seen == ["0", "01", "012", ""]


def test_nothing_typed_is_no_number(qtbot: QtBot) -> None:
    entry = NumberEntry()
    with qtbot.assertNotEmitted(entry.entered):
        entry.finish()
    assert entry.take() is None


def test_only_the_last_digits_count() -> None:
    entry = NumberEntry()
    for digit in "9" * 500 + "1234":
        entry.type(digit)
    assert entry.take() == 1234
    assert entry.digits == ""
