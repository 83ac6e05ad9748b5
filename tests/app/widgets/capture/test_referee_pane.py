"""The referee beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from traffic_support import incident

from app.drawing.hits import bounds
from app.model.traffic.verdict import said
from app.widgets.capture.referee_pane import RefereePane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pane(shown: Callable[..., QWidget]) -> RefereePane:
    made = RefereePane()
    shown(made, 312, 700)
    ledger = incident()
    place = next(place for place in range(len(ledger)) if "no mask" in ledger.preview(place))
    made.set_said(said(ledger, place))
    return made


def point(pane: RefereePane, name: str) -> QPoint:
    mark = pane.figure.scene.find(name)
    assert mark is not None
    area = bounds(mark)
    return QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))


def test_a_verdict_or_a_hint(pane: RefereePane) -> None:
    assert pane.figure.isVisible()
    assert pane.figure.scene.title == "Not masked"
    assert pane.figure.height() == round(pane.figure.scene.height)
    pane.set_said(None)
    assert not pane.figure.isVisible()
    assert pane.hint.isVisible()


def test_what_is_pointed_at_is_ringed_in_the_details(pane: RefereePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.linked) as linked:
        qtbot.mouseMove(pane.figure, point(pane, "bit.8"))
    assert "byte:1" in linked.args[0]


def test_deeds_and_clauses_lead_on(pane: RefereePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.row_wanted) as row:
        qtbot.mouseClick(pane.figure, Qt.MouseButton.LeftButton, pos=point(pane, "did.0/frame"))
    assert row.args == [pane.said.did[0].frame - 1]  # type: ignore[union-attr, operator]
    with qtbot.waitSignal(pane.rfc_chosen) as cited:
        qtbot.mouseClick(pane.figure, Qt.MouseButton.LeftButton, pos=point(pane, "law/clause"))
    assert cited.args == ["RFC 6455 §5.1"]


def test_the_way_among_findings(pane: RefereePane, qtbot: QtBot) -> None:
    pane.set_place(3, 4)
    assert pane.count.text() == "3 of 4"
    assert pane.before.isEnabled()
    with qtbot.waitSignal(pane.after_wanted):
        qtbot.mouseClick(pane.after, Qt.MouseButton.LeftButton)
    pane.set_place(1, 4)
    assert not pane.before.isEnabled()
    pane.set_place(0, 4)
    assert pane.count.text() == "4 findings"
    assert pane.before.isEnabled()
    assert pane.after.isEnabled()
    pane.set_place(0, 0)
    assert not pane.after.isEnabled()
