"""The modes beside the course: built at the first visit, and what one asks of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from traffic_support import incident

from app.files.pcapng_out import write_pcapng
from app.lab import LabDesk
from app.modes import Modes
from protocol.vocabulary import Role
from tests.desk_support import make_desk
from tests.live_support import FakeEngine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.widgets.main_window import MainWindow

PING = bytes.fromhex("8900")


@pytest.fixture
def modes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Modes]:
    """The modes of a window whose Live records nowhere and has an engine that does nothing."""
    monkeypatch.setattr("app.live.Engine", lambda _recordings: FakeEngine())
    monkeypatch.setattr("app.network.recordings.default_folder", lambda: tmp_path)
    monkeypatch.setattr("app.live.prefer_window", lambda: None)
    desk = make_desk()
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.modes = Modes(desk)
    desk.window.show()
    yield desk.modes
    desk.modes.close()


def _window(modes: Modes) -> MainWindow:
    return modes._desk.window


def test_nothing_is_built_before_somebody_goes_there(modes: Modes) -> None:
    assert _window(modes).pages.offered == ("learn", "lab", "live", "capture")
    assert not {"lab", "live", "capture"} & set(modes.__dict__)
    _window(modes).go("lab")
    assert {"lab", "live", "capture"} & set(modes.__dict__) == {"lab"}


def test_a_frame_from_elsewhere_lies_on_the_bench(modes: Modes) -> None:
    modes.examine(PING, Role.SERVER)
    assert _window(modes).pages.mode == "lab"
    bench = modes.lab.findChild(LabDesk)
    assert bench is not None
    assert bench.frame.data == (PING, Role.SERVER)


def test_the_window_is_called_after_its_mode(modes: Modes) -> None:
    window, desk = _window(modes), modes._desk
    desk.session.open_slug("masking")
    assert window.windowTitle() == "Masking – WebSocket 101"
    window.go("lab")
    assert window.windowTitle() == "Lab – WebSocket 101"
    desk.set_language("zh_CN")
    assert window.windowTitle() == "实验 – WebSocket 101"
    window.go("learn")
    assert window.windowTitle() == "掩码 – WebSocket 101"
    desk.set_language("en")
    assert window.windowTitle() == "Masking – WebSocket 101"


def test_a_frame_that_nobody_can_take_is_a_sentence(modes: Modes) -> None:
    _window(modes).go("lab")
    modes.lab.send_wanted.emit(PING, False)
    assert _window(modes).pages.mode == "live"
    assert _window(modes).message.words.text().startswith("Nobody is connected yet")


def test_a_file_is_opened_and_one_of_its_connections_stepped_through(
    modes: Modes, qtbot: QtBot, tmp_path: Path
) -> None:
    ledger = incident()
    write_pcapng(tmp_path / "a.pcapng", ledger.talks)
    modes.open_capture(tmp_path / "a.pcapng")
    assert _window(modes).pages.mode == "capture"
    qtbot.waitUntil(lambda: not modes.capture.busy)
    assert len(modes.capture.ledger.talks) == len(ledger.talks)
    recording = modes.capture.ledger.talks[0].recording
    modes.capture.page.story_wanted.emit(recording)
    session = modes._desk.session
    assert _window(modes).pages.mode == "learn"
    assert session.lesson is None
    assert session.telling is not None
    assert session.telling.played.main is recording


def test_a_file_that_cannot_be_opened_is_a_sentence(modes: Modes, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.pcap").write_bytes(b"no capture at all")
    modes.open_capture(tmp_path / "a.pcap")
    qtbot.waitUntil(lambda: not modes.capture.busy)
    assert "a.pcap" in _window(modes).message.words.text()


def test_what_a_page_has_said_goes_with_it(modes: Modes) -> None:
    window = _window(modes)
    window.go("lab")
    modes.lab.message.emit("No byte is there.", "error")
    assert window.message.words.text() == "No byte is there."
    window.go("learn")
    assert not window.message.words.text()
    window.show_message("The figure was written.")
    window.go("lab")
    assert window.message.words.text() == "The figure was written."


def test_closing_the_window_tells_the_peers(modes: Modes, monkeypatch: pytest.MonkeyPatch) -> None:
    _window(modes).go("live")
    ended = []
    close = modes.live.engine.close
    monkeypatch.setattr(modes.live.engine, "close", lambda: ended.append("1001") or close())
    _window(modes).closing.emit()
    assert ended == ["1001"]
