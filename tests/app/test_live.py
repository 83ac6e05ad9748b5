"""The desk of Live, on an engine that does what the test says, and once on a real one."""

from __future__ import annotations

import os
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest

from app import live
from app.live import LiveDesk, moment_after
from app.model.live.drafts import read_draft
from app.model.live.plans import ClientPlan, ProxyPlan, ServerPlan, WeatherPlan
from app.network.engine import Engine
from app.network.live.hands import Raw, Text
from app.network.live.values import Batch, Notice, NoticeError
from app.network.recordings import Recordings
from app.widgets.live.page import LivePage
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role, State
from tests.live_support import FakeEngine, frame, listening, opening, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[LiveDesk]:
    """A desk whose engine is none."""
    page = LivePage()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    desk = LiveDesk(page, FakeEngine())  # type: ignore[arg-type]
    desk.said = []  # type: ignore[attr-defined]
    page.message.connect(lambda sentence, kind: desk.said.append((sentence, kind)))  # type: ignore[attr-defined]
    yield desk
    desk.close()


def _engine(desk: LiveDesk) -> FakeEngine:
    assert isinstance(desk.engine, FakeEngine)
    return desk.engine


def _come(desk: LiveDesk, *batches: Batch) -> None:
    _engine(desk).batches += batches
    while desk.feed.work():
        pass
    desk.show_now()


def test_the_server_starts_and_stops(desk: LiveDesk, qtbot: QtBot) -> None:
    engine, bar = _engine(desk), desk.page.station
    assert bar.address.text() == "not running"
    bar.switch.click()
    assert bar.address.text() == "starting…"
    assert not bar.switch.isEnabled()
    engine.futures[0].set_result(listening(engine.asked[-1][1]))
    qtbot.waitUntil(lambda: bar.address.text() == "ws://127.0.0.1:8765/")
    assert bar.switch.text() == "Stop"
    assert bar.asks["page"].isEnabled()
    bar.switch.click()
    assert engine.asked[-1] == ("stop", 7)
    engine.futures[1].set_result(None)
    qtbot.waitUntil(lambda: bar.address.text() == "not running")


def test_a_server_that_cannot_start_is_one_sentence(desk: LiveDesk, qtbot: QtBot) -> None:
    desk.page.station.switch.click()
    _engine(desk).futures[0].set_exception(NoticeError("The port {port} is taken.", port="1"))
    qtbot.waitUntil(lambda: ("The port 1 is taken.", "error") in desk.said)  # type: ignore[attr-defined]
    assert desk.page.station.switch.isEnabled()
    assert desk.page.station.address.text() == "not running"
    desk.page.station.switch.click()
    assert desk.said == [  # type: ignore[attr-defined]  # whoever tries again is no longer told of the last time
        ("", "notice"), ("The port 1 is taken.", "error"), ("", "notice"),
    ]  # fmt: skip


def test_new_settings_restart_the_server(desk: LiveDesk, qtbot: QtBot) -> None:
    engine = _engine(desk)
    desk.stations.start_server()
    engine.futures[0].set_result(listening(engine.asked[-1][1]))
    qtbot.waitUntil(lambda: desk.stations.server is not None)
    desk.stations.restart_server(ServerPlan(port="9000"))
    engine.futures[1].set_result(None)
    qtbot.waitUntil(lambda: len(engine.futures) == 3)
    assert engine.asked[-1][1].port == 9000


def test_a_message_goes_to_all_or_to_those_that_are_selected(desk: LiveDesk) -> None:
    _come(desk, opening(11), opening(12))
    desk.page.bar.line.setText("Hello")
    desk.page.bar.send.click()
    assert _engine(desk).asked[-1] == ("act", ((11, 12), Text("Hello")))
    peers = desk.page.peers.peers
    peers.setCurrentIndex(peers.cards.place(2))
    assert desk.page.bar.line.placeholderText() == "Message to peer #2"
    desk.send(read_draft("text", "you"))
    assert _engine(desk).asked[-1] == ("act", ((12,), Text("you")))


def test_a_frame_of_the_lab_goes_where_it_fits(desk: LiveDesk) -> None:
    desk.throw(b"\x81\x00", Role.SERVER)
    assert [kind for sentence, kind in desk.said if sentence.startswith("Nobody is connected yet")] == ["notice"]  # type: ignore[attr-defined]
    _come(desk, opening(11, Role.SERVER), opening(12, Role.CLIENT))
    for who, number in ((Role.SERVER, 11), (Role.CLIENT, 12)):
        desk.throw(b"\x81\x00", who)
        assert _engine(desk).asked[-1] == ("act", ((number,), Raw(b"\x81\x00")))
    assert len(desk.said) == 1  # type: ignore[attr-defined]


def test_the_answer_to_a_frame_of_the_lab_is_selected(desk: LiveDesk) -> None:
    _come(desk, opening(1), opening(2, Role.CLIENT), said(2, Role.SERVER, encode_frame(Opcode.TEXT, b"before")))
    thrown = frame(Opcode.TEXT, b"Hello")
    desk.throw(thrown, Role.CLIENT)
    _come(desk, said(2, Role.SERVER, encode_frame(Opcode.TEXT, b"late")), said(2, Role.CLIENT, thrown))
    assert desk.page.table.current() == -1
    _come(desk, said(2, Role.SERVER, encode_frame(Opcode.PING)), said(1, Role.CLIENT, thrown))
    assert desk.page.table.current() == -1
    _come(desk, said(2, Role.SERVER, encode_frame(Opcode.TEXT, b"Hello")))
    answer = desk.page.table.current()
    assert answer == len(desk.feed.ledger) - 1
    _come(desk, said(2, Role.SERVER, encode_frame(Opcode.TEXT, b"more")))
    assert desk.page.table.current() == answer


def test_whoever_selects_something_else_keeps_it(desk: LiveDesk) -> None:
    _come(desk, opening(2, Role.CLIENT))
    desk.throw(b"\x83\x80abcd", Role.CLIENT)
    assert desk.page.table.choose(0)
    _come(desk, said(2, Role.SERVER, encode_frame(Opcode.CLOSE, b"\x03\xea")))
    assert desk.page.table.current() == 0


def test_a_frame_that_fits_nowhere_is_sent_with_a_word(desk: LiveDesk) -> None:
    _come(desk, opening(11, Role.SERVER))
    desk.throw(b"\x81\x80", Role.CLIENT)
    assert _engine(desk).asked[-1][1][0] == (11,)
    assert "client of nobody" in desk.said[-1][0]  # type: ignore[attr-defined]


def test_a_row_shows_its_connection_as_it_was_then(desk: LiveDesk) -> None:
    _come(
        desk,
        opening(1),
        said(1, Role.CLIENT, frame(Opcode.TEXT, b"Hello")),
        said(1, Role.CLIENT, frame(Opcode.CLOSE, b"\x03\xe8"), 2.0),
        said(1, Role.SERVER, encode_frame(Opcode.CLOSE, b"\x03\xe8"), 2.1),
    )
    ledger = desk.feed.ledger
    facts = ledger.talk(1).facts
    states = [facts.until(moment_after(ledger.row(place))).state(Role.SERVER) for place in range(4)]
    assert states == [State.CONNECTING, State.OPEN, State.OPEN, State.CLOSING]
    assert desk.page.table.choose(2)
    assert desk.page.details.fields.title.text() == "Frame 3"
    assert desk.page.bar.lab.isEnabled()
    sent: list[tuple[bytes, Role]] = []
    desk.page.lab_wanted.connect(lambda raw, who: sent.append((raw, who)))
    desk.page.bar.lab.click()
    assert sent == [(frame(Opcode.TEXT, b"Hello"), Role.CLIENT)]


def test_clearing_keeps_the_connections(desk: LiveDesk) -> None:
    _come(desk, opening(1), said(1, Role.CLIENT, frame(Opcode.TEXT, b"Hello")))
    desk.page.table.choose(2)
    desk.page.bar.clear.click()
    assert desk.page.rows.rowCount() == 3  # both heads and the gap after them
    assert desk.page.table.current() == -1
    assert [card.talk for card in desk.page.peers.peers.cards.cards] == [1]


def test_pausing_does_not_stop_the_recording(desk: LiveDesk) -> None:
    _come(desk, opening(1))
    desk.page.do("live.pause")
    assert not desk.page.table.follows
    _come(desk, said(1, Role.CLIENT, frame(Opcode.TEXT, b"a") * 100))
    assert desk.page.rows.rowCount() == 102
    desk.page.do("live.pause")
    assert desk.page.table.follows


def test_recording_off_reaches_feed_and_engine(desk: LiveDesk) -> None:
    desk.page.bar.record.click()
    assert not desk.feed.recording
    assert _engine(desk).asked[-1] == ("record", False)


def test_only_what_matters_of_the_engine_is_said(desk: LiveDesk) -> None:
    page, far = NoticeError("Somebody asked for a page."), NoticeError("Everybody can connect.")
    broken = NoticeError("It broke.")
    _engine(desk).batches = [
        Batch(0, notices=[Notice("page", page), Notice("far", far), Notice("x", broken, grave=True)])
    ]
    desk.work()
    assert desk.said == [("Everybody can connect.", "notice"), ("It broke.", "error")]  # type: ignore[attr-defined]


def test_a_proxy_is_shown_with_where_it_goes(desk: LiveDesk, qtbot: QtBot) -> None:
    engine = _engine(desk)
    desk.stations.start_proxy(ProxyPlan("8766", "wss://example.com/"))
    engine.futures[0].set_result(listening(engine.asked[-1][1], 8766))
    line = desk.page.station._proxy_words
    qtbot.waitUntil(line.isVisible)
    assert line.text() == "ws://127.0.0.1:8766/  →  wss://example.com/"
    desk.page.station.proxy_buttons["proxy.stop"].click()
    assert engine.asked[-1] == ("stop", 7)
    assert not line.isVisible()


@pytest.mark.parametrize("what", ["settings", "connect", "proxy", "weather"])
def test_each_form_opens_and_is_cancelled(desk: LiveDesk, what: str) -> None:
    desk.ask(what)
    assert desk.stations.form is not None
    assert desk.stations.form.isVisible()
    desk.stations.form.reject()
    assert not _engine(desk).futures


def test_weather_that_comes_late_is_explained(desk: LiveDesk, qtbot: QtBot) -> None:
    engine = _engine(desk)
    desk.stations.set_weather(WeatherPlan(on=True, loss="3"))
    assert desk.said == []  # type: ignore[attr-defined]
    desk.stations.start_server()
    assert engine.asked[-1][1].impairment.lose_at == 3
    engine.futures[0].set_result(listening(engine.asked[-1][1]))
    qtbot.waitUntil(lambda: desk.stations.server is not None)
    desk.stations.set_weather(WeatherPlan())
    assert "from now on" in desk.said[-1][0]  # type: ignore[attr-defined]


def test_what_a_crash_left_behind_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    left = tmp_path / "2031-05-04" / "14.03.22 server.3.jsonl.growing"
    left.parent.mkdir()
    left.write_text("{}\n")
    page = LivePage()
    qtbot.addWidget(page)
    page.show()
    desk = LiveDesk(page, FakeEngine(), Recordings(tmp_path))  # type: ignore[arg-type]
    opened: list[str] = []
    page.open_wanted.connect(opened.append)
    desk.begin()
    qtbot.waitUntil(page.offer.isVisible)
    page.offer.take.click()
    assert opened == [str(left.with_suffix(""))]
    assert left.with_suffix("").exists()
    assert not page.offer.isVisible()
    desk.close()


def test_the_oldest_recordings_go_where_they_take_too_much_room_and_only_then(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "2031-05-04" / f"14.03.2{number} server.1.jsonl" for number in range(4)]
    paths[0].parent.mkdir()
    for number, path in enumerate(paths):
        path.write_bytes(bytes(1 << 20))
        os.utime(path, (number, number))
    for much, asked in ((4 << 20, False), ((4 << 20) - 1, True)):
        monkeypatch.setattr(live, "MUCH", much)
        page = LivePage()
        qtbot.addWidget(page)
        page.show()
        desk = LiveDesk(page, FakeEngine(), Recordings(tmp_path))  # type: ignore[arg-type]
        told: list[str] = []
        desk.later.told.connect(lambda sentence, _kind, told=told: told.append(sentence))
        with qtbot.waitSignal(desk.weighed):
            desk.begin()
        assert page.room.isVisible() is asked
        assert all(path.exists() for path in paths)
        if asked:
            assert page.room.words.text() == f"Recordings of earlier connections take 4 MiB in {tmp_path}."
            page.room.take.click()
            qtbot.waitUntil(lambda told=told: bool(told))
            assert told[0].startswith("2 recording")
            assert [path.exists() for path in paths] == [False, False, True, True]
            assert not page.room.isVisible()
        desk.close()


def test_a_failure_after_the_page_is_gone_is_nobodys() -> None:
    future: Future[int] = Future()
    page = LivePage()
    desk = LiveDesk(page, FakeEngine())  # type: ignore[arg-type]
    desk.later.when(future, lambda _value: None)
    desk.close()
    page.deleteLater()
    future.set_exception(OSError("late"))


def test_both_ends_in_one_window(qtbot: QtBot, tmp_path: Path) -> None:
    page = LivePage()
    qtbot.addWidget(page)
    desk = LiveDesk(page, Engine(tls_folder=tmp_path))
    desk.begin()
    desk.stations.server_plan = ServerPlan(port="0", pings="")
    desk.stations.start_server()
    qtbot.waitUntil(lambda: desk.stations.server is not None)
    assert desk.stations.server is not None
    desk.stations.connect_client(ClientPlan(desk.stations.server.urls[0], deflate=False))
    ours = State.CONNECTING, State.CONNECTING

    def opened() -> bool:
        nonlocal ours
        ours = tuple(talk.state(Role.CLIENT) for talk in desk.feed.ledger.talks)  # type: ignore[assignment]
        return ours == (State.OPEN, State.OPEN)

    qtbot.waitUntil(opened)
    desk.send(read_draft("text", "Hello"))
    # Each end sends it; the server echoes what the client sent, and the client keeps what it is told.
    qtbot.waitUntil(lambda: desk.feed.ledger.counts.frames >= 6)
    ledger = desk.feed.ledger
    assert {ledger.preview(place) for place in range(len(ledger)) if ledger.row(place).number is not None} == {"Hello"}
    assert ledger.counts.violations == 0
    desk.close().result(5)


def test_of_a_flood_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    count = 5000
    page = LivePage()
    qtbot.addWidget(page)
    desk = LiveDesk(page, Engine(high=64 * 1024, tls_folder=tmp_path))  # so that the engine has to wait for the window
    desk.begin()
    desk.stations.server_plan = ServerPlan(port="0", pings="")
    desk.stations.start_server()
    qtbot.waitUntil(lambda: desk.stations.server is not None)
    assert desk.stations.server is not None
    desk.stations.connect_client(ClientPlan(desk.stations.server.urls[0], deflate=False))
    qtbot.waitUntil(lambda: len(desk.feed.ledger) == 4)
    client = next(card.talk for card in desk.feed.book.cards() if card.kind == "ours")
    desk.engine.act(desk.feed.numbers_of((client,)), Raw(frame(Opcode.TEXT, b"x" * 32) * count))
    qtbot.waitUntil(lambda: desk.feed.ledger.counts.frames == 4 * count, timeout=30_000)
    desk.show_now()
    assert page.rows.rowCount() == 4 * count + 4
    assert desk.feed.ledger.counts.violations == 0
    desk.close().result(5)


def test_what_is_selected_can_be_taken_away(desk: LiveDesk) -> None:
    asked: list[tuple[object, object]] = []
    desk.page.figure_wanted.connect(lambda subject, whole: asked.append((subject, whole)))
    desk.ask("figure")
    assert asked == []
    assert desk.said[-1][0] == "Select a frame or a connection first."  # type: ignore[attr-defined]
    _come(desk, opening(1), said(1, Role.CLIENT, frame(Opcode.TEXT, b"Hello")))
    desk.page.table.keep(len(desk.feed.ledger) - 1)
    for tab in ("fields", "bits", "states", "handshake"):
        desk.page.details.set_tab(tab)  # type: ignore[arg-type]
        desk.page.do("live.figure")
    names = [subject.name for subject, _ in asked]  # type: ignore[attr-defined]
    assert names == ["frame-1-client-1", "frame-1-client-1", "states-1", "handshake-1"]
    assert {whole.name for _, whole in asked} == {"live-1"}  # type: ignore[attr-defined]
