"""The desk of Capture, end to end over real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from traffic_support import SERVER, crowd, incident
from traffic_support import opened as opened_talk

from app.capture import CaptureDesk
from app.drawing.fonts import load_fonts
from app.files.pcapng_out import write_pcapng
from app.widgets.capture.page import CapturePage
from protocol.frames import encode_frame
from protocol.ledger import FRAME, Ledger
from protocol.recording import Recording
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[CaptureDesk]:
    load_fonts("en")
    page = CapturePage()
    qtbot.addWidget(page)
    page.resize(1440, 852)
    with qtbot.waitExposed(page):
        page.show()
    made = CaptureDesk(page)
    yield made
    made.close()


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "chat.pcapng"
    write_pcapng(path, incident().talks)
    return path


def opened(desk: CaptureDesk, path: Path) -> None:
    desk.open(path)
    while desk.busy:
        desk.work()
    QGuiApplication.processEvents()
    desk.ledger.zone = 0.0


def told(desk: CaptureDesk) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    desk.page.message.connect(lambda sentence, kind: found.append((sentence, kind)))
    return found


def place_of(desk: CaptureDesk, text: str) -> int:
    return next(place for place in range(len(desk.ledger)) if text in desk.ledger.preview(place))


def test_a_file_is_shown(desk: CaptureDesk, chat: Path) -> None:
    opened(desk, chat)
    page = desk.page
    assert page.heading.title.text() == "chat.pcapng"
    assert page.heading.under.text().startswith("13 frames, 3 connections, ")
    assert page.rows.rowCount() == len(desk.ledger) == 20
    assert page.cards.rowCount() == 3
    assert page.filter.chips["violations"].accessibleName() == "violations 4"
    assert page.bar.heading.text() == "Open"
    assert page.overview.figure.scene.find("violation.sign.0") is not None
    assert page.referee.count.text() == "4 findings"


def test_findings_one_after_another(desk: CaptureDesk, chat: Path) -> None:
    opened(desk, chat)
    titles = []
    for _ in range(6):
        desk.ask("after")
        titles.append((desk.page.referee.figure.scene.title, desk.page.referee.count.text()))
    assert titles[0][1] == "1 of 4"
    assert titles[3] == titles[4] == titles[5]
    assert {title for title, _ in titles} == {
        "Accept value wrong", "Length not in its shortest form", "Not masked", "Data after Close",
    }  # fmt: skip
    desk.ask("before")
    assert desk.page.referee.count.text() == "3 of 4"
    assert desk.page.details.title.text() == f"Frame {desk.page.table.current() + 1}"


def test_what_is_selected_goes_elsewhere(desk: CaptureDesk, chat: Path, qtbot: QtBot) -> None:
    opened(desk, chat)
    desk.page.go_to(place_of(desk, "no mask"))
    with qtbot.waitSignal(desk.page.lab_wanted) as lab:
        desk.ask("lab")
    raw = encode_frame(1, b'{"type":"chat","text":"no mask"}')
    assert lab.args == [raw, Role.CLIENT]
    desk.ask("copy")
    assert QGuiApplication.clipboard().text() == raw.hex(" ")
    with qtbot.waitSignal(desk.page.story_wanted) as story:
        desk.ask("story")
    assert isinstance(story.args[0], Recording)
    assert story.args[0] is desk.ledger.talk(2).recording


def test_a_moment_in_the_overview_is_a_place_in_the_table(desk: CaptureDesk, tmp_path: Path) -> None:
    path = tmp_path / "crowd.pcapng"
    write_pcapng(path, crowd(5000).talks)
    opened(desk, path)
    moment = desk.ledger.times[3000]
    desk.page.moment_wanted.emit(moment)
    seen = desk.page.table.view.seen()
    assert 2900 < seen[0] <= desk.ledger.times.index(moment) <= seen[1] < 3100
    assert desk.page.overview._shown is not None
    assert desk.page.overview._shown.shown == (desk.ledger.times[seen[0]], desk.ledger.times[seen[1]])


def test_stopping_keeps_what_was_read(desk: CaptureDesk, tmp_path: Path) -> None:
    path = tmp_path / "crowd.pcapng"
    write_pcapng(path, crowd(120_000).talks)
    desk.open(path)
    while not len(desk.ledger):
        desk.work()
    desk.ask("stop")
    while desk.busy:
        desk.work()
    assert desk.opening.phase == "stopped"
    assert 0 < desk.page.rows.rowCount() == len(desk.ledger) < 120_000
    assert desk.page.overview.figure.scene.find("rest") is not None


def test_another_file_takes_the_place_of_the_first(desk: CaptureDesk, chat: Path, tmp_path: Path) -> None:
    opened(desk, chat)
    desk.page.filter.set_text("conn:2")
    desk.choose_row(3)
    path = tmp_path / "two.pcapng"
    write_pcapng(path, crowd(200).talks)
    opened(desk, path)
    assert desk.page.heading.title.text() == "two.pcapng"
    assert desk.page.filter.text() == ""
    assert desk.page.cards.rowCount() == 4
    assert desk.page.details.row == -1
    desk.ask("close")
    assert desk.page.invitation.isVisible()
    assert desk.page.rows.rowCount() == 0
    assert desk.opening.phase == "none"


def test_a_file_that_is_none_is_said(desk: CaptureDesk, tmp_path: Path) -> None:
    found = told(desk)
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    opened(desk, path)
    assert len(found) == 1
    assert found[0][1] == "error"
    assert "picture.png" in found[0][0]
    assert desk.page.invitation.isVisible()


def test_a_file_that_breaks_off_is_shown_as_far_as_it_goes(desk: CaptureDesk, chat: Path) -> None:
    chat.write_bytes(chat.read_bytes()[:-300])
    found = told(desk)
    opened(desk, chat)
    assert len(desk.ledger) > 10
    assert len(found) == 1
    assert "breaks off" in found[0][0]
    assert desk.page.heading.remarks.isVisible()


def test_a_frame_too_long_for_the_lab_is_said(desk: CaptureDesk, tmp_path: Path) -> None:
    ledger = Ledger()
    opened_talk(ledger, "10.0.0.1:1").data(1.0, SERVER, encode_frame(2, bytes(2_000_000)))
    path = tmp_path / "long.pcapng"
    write_pcapng(path, ledger.talks)
    opened(desk, path)
    found = told(desk)
    desk.page.go_to(2)
    desk.ask("lab")
    assert len(found) == 1
    assert "2,000,010" in found[0][0]


def test_what_is_selected_can_be_taken_away(desk: CaptureDesk, chat: Path) -> None:
    asked: list[tuple[object, object]] = []
    desk.page.figure_wanted.connect(lambda subject, whole: asked.append((subject, whole)))
    desk.ask("figure")
    assert asked == []
    opened(desk, chat)
    desk.ask("figure")
    desk.page.go_to(next(row for row in range(len(desk.ledger)) if desk.ledger.row(row).kind == FRAME))
    desk.ask("figure")
    desk.page.do("capture.figure")
    desk.menus.figure_wanted.emit("overview")
    names = [subject.name for subject, _ in asked]  # type: ignore[attr-defined]
    assert names == ["handshake-1", "frame-1-client-1", "frame-1-client-1", "capture"]
    assert {whole.name for _, whole in asked} == {"chat-1"}  # type: ignore[attr-defined]
