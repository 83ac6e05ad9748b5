"""Citations as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.widgets.chips import Chips, short_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("citations", "names"),
    [
        (("RFC 6455 §4.2.1", "RFC 6455 §4.4"), ["RFC 6455 §4.2.1", "§4.4"]),
        (("RFC 6455 §4.2.2", "FIPS 180-4"), ["RFC 6455 §4.2.2", "FIPS 180-4"]),
        (("RFC 6455 §1", "RFC 7692 §7", "RFC 7692 §8"), ["RFC 6455 §1", "RFC 7692 §7", "§8"]),
        ((), []),
    ],
)
def test_the_document_is_named_once(citations: tuple[str, ...], names: list[str]) -> None:
    assert short_names(citations) == names


def test_a_click_tells_the_whole_citation(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    chips = Chips()
    chips.set_citations(("RFC 6455 §4.2.1", "RFC 6455 §4.4"))
    shown(chips, 263, 26)
    with qtbot.waitSignal(chips.rfc_chosen) as heard:
        qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["RFC 6455 §4.4"]
    assert chips.chips[1].accessibleName() == "RFC 6455 §4.4, opens in the browser"


def test_none_hides_the_row(shown: Callable[..., QWidget]) -> None:
    chips = Chips()
    chips.set_citations(("FIPS 180-4",))
    shown(chips, 263, 26)
    chips.set_citations(())
    assert not chips.isVisible()
    assert chips.chips == []
