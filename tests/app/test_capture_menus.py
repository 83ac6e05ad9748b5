"""The menus of Capture, and writing in another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from traffic_support import incident

from app.capture_export import FORMATS
from app.capture_menus import CaptureMenus
from app.widgets.capture.page import CapturePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TEXT = FORMATS[0]


@pytest.fixture
def menus(qtbot: QtBot) -> Iterator[CaptureMenus]:
    page = CapturePage()
    qtbot.addWidget(page)
    made = CaptureMenus(page, incident())
    yield made
    made.close()


def told(menus: CaptureMenus) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    menus._page.message.connect(lambda sentence, kind: found.append((sentence, kind)))
    return found


def test_reports_of_all_and_files_of_one_and_all(menus: CaptureMenus) -> None:
    menu = menus.reports(menus.ledger.talk(2))
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["Figure of the handshake…", "Figure of the whole capture…", ""]
    assert words[3:5] == ["Report as text…", "Report as JSON…"]
    assert words[5:7] == ["", "Connection #2"]
    assert not menu.actions()[6].isEnabled()
    assert not any(action.isSeparator() and action.text() for action in menu.actions())  # those words would not be seen
    assert menus.reports(None, framed=True).actions()[0].text() == "Figure of the frame…"
    assert words.count("Packets, for Wireshark (pcapng)…") == 2
    assert "All connections" in words


def test_the_menu_of_a_connection_tells_its_story(menus: CaptureMenus, qtbot: QtBot) -> None:
    menu = menus.connection(3)
    with qtbot.waitSignal(menus.story_wanted) as story:
        menu.actions()[0].trigger()
    assert story.args == [3]


def test_a_file_is_written_and_said(menus: CaptureMenus, qtbot: QtBot, tmp_path: Path) -> None:
    found = told(menus)
    menus.write(TEXT, (), tmp_path / "a.txt")
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(f"{tmp_path / 'a.txt'} was written.", "done")]
    assert (tmp_path / "a.txt").stat().st_size > 100
    assert not menus.writing


def test_what_hinders_is_said(menus: CaptureMenus, qtbot: QtBot, tmp_path: Path) -> None:
    found = told(menus)
    menus.write(TEXT, (), tmp_path / "none" / "a.txt")
    qtbot.waitUntil(lambda: bool(found))
    path = tmp_path / "none" / "a.txt"
    assert found == [(f"“{path}” could not be written: no such file or directory.", "error")]


def test_the_file_that_is_being_read_is_not_written_over(menus: CaptureMenus, tmp_path: Path) -> None:
    found = told(menus)
    menus.path, menus.reading = tmp_path / "a.pcapng", True
    menus.write(TEXT, (), tmp_path / "." / "a.pcapng")
    assert found[0][1] == "error"
    assert not menus.writing
