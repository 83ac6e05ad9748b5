"""The benchmarks themselves: what they compute, and that each runs. How fast anything is, is not tested here."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from protocol.facts import MessageArrived
from tests.benchmarks import figures, flood, masking, observing, opening, receive, recording, run, startup, timing
from tests.benchmarks import table as rows_table
from tests.benchmarks.timing import Contender, Row, Times, number, ratio_row, table


def test_each_round_runs_each_contender_once_and_begins_with_another() -> None:
    order: list[str] = []
    contenders = [Contender(name, lambda: None, lambda _, name=name: order.append(name)) for name in "abc"]
    times = timing.race(contenders, 4)
    assert "".join(order) == "abc" + "bca" + "cab" + "abc"
    assert set(times) == {"a", "b", "c"}
    assert all(0 <= each.best <= each.median for each in times.values())


def test_what_is_prepared_is_run() -> None:
    found: list[int] = []
    timing.race([Contender("one", lambda: 101, found.append)], 2)
    assert found == [101, 101]


def test_a_ratio_says_how_many_times_as_fast_we_are() -> None:
    row = ratio_row("receive", "16 bytes", Times(2e-3, 4e-3), "wsproto", Times(10e-3, 12e-3), asked=5, count=1000)
    assert (row.best, row.median, row.met) == (pytest.approx(5), pytest.approx(3), True)
    assert row.details == "2.00 us against 10.00 us"


@pytest.mark.parametrize(
    ("best", "asked", "at_most", "met"),
    [(2, 2, False, True), (1.9, 2, False, False), (50, 50, True, True), (51, 50, True, False), (1, None, False, None)],
)
def test_what_is_met(best: float, asked: float | None, at_most: bool, met: bool | None) -> None:
    assert Row("any", "thing", best, best, "us", asked, at_most).met is met


def test_the_table() -> None:
    rows = [
        Row("masking", "64 KiB", 2.345, 2.1, "x websockets", 2, details="1 us against 2 us"),
        Row("recording", "memory", 254321, 12.34, "bytes a frame", 100, at_most=True),
        Row("masking", "16 bytes", 1.5, 1.5, "x websockets"),
    ]
    assert table(rows).splitlines()[2:] == [
        "| masking | 64 KiB | 2.35 x websockets | 2.10 | >= 2.00 | yes | 1 us against 2 us |",
        "| recording | memory | 254,321 bytes a frame | 12.3 | <= 100 | **no** |  |",
        "| masking | 16 bytes | 1.50 x websockets | 1.50 |  |  |  |",
    ]
    assert run.report(rows).endswith("1 of the 2 figures that are asked for are met.")
    assert [number(value) for value in (0.123, 9.876, 12.34, 1234.5)] == ["0.12", "9.88", "12.3", "1,234"]


def test_the_table_goes_between_its_marks() -> None:
    text = run.README.read_text(encoding="utf-8")
    once = run.put_into(text, "| new |")
    assert once.count("| new |") == 1
    assert run.put_into(once, "| newer |") == run.put_into(text, "| newer |")
    for wrong in ("", run.END + run.BEGIN, text + run.BEGIN, text + run.END):
        with pytest.raises(ValueError, match="has not one"):
            run.put_into(wrong, "| new |")


@pytest.mark.parametrize(
    "talk", [receive.text_frames(16, 40), receive.text_frames(65536, 3), receive.fragments(20), receive.mix(200)]
)
@pytest.mark.parametrize("name", receive.SERVERS)
def test_all_servers_read_the_same_texts(name: str, talk: receive.Talk) -> None:
    prepare, receives = receive.SERVERS[name]
    assert b"".join(talk.reads()) == b"".join(talk.frames)
    assert tuple(receives(talk.reads(), prepare())) == talk.texts
    assert tuple(receives(talk.frames, prepare())) == talk.texts


def test_the_talks_are_what_they_say() -> None:
    assert {len(text) for text in receive.text_frames(125, 9).texts} == {125}
    mixed = receive.mix(400)
    assert 0 < len(mixed.texts) < len(mixed.frames) == 400
    assert not all(text.isascii() for text in mixed.texts)
    cut = receive.fragments(50)
    assert (len(cut.frames), len(cut.texts)) == (50, 10)


@pytest.mark.parametrize("state", ["fresh", "used"])
def test_masking_is_measured(state: str) -> None:
    ours, theirs = masking.measure(state, 1000, 3)
    assert ours == sorted(ours)
    assert len(ours) == len(theirs) == 3
    assert ours[0] > 0


@pytest.mark.parametrize("shape", recording.SHAPES, ids=lambda shape: shape.name)
def test_each_shape_holds_all_frames(shape: recording.Shape) -> None:
    sent = b"".join(recording.frames(700))
    held = recording.recorded(shape, 700)
    assert held.wire(recording.Role.CLIENT).endswith(sent)
    facts = recording.live(shape, list(recording.entries(shape, 700)))
    assert [fact.id for fact in facts] == [fact.id for fact in recording.observe(held)]
    assert len(facts.of(recording.FrameSent)) == 700
    assert recording.bytes_a_frame(shape, 50) > 6
    assert len(recording.seek_microseconds(facts, 700, 5, by_id=shape.reads)) == 5


@pytest.mark.parametrize("each", [1, observing.COALESCED])
def test_all_who_watch_read_the_same_texts(each: int) -> None:
    talk = observing.chat(99, each)
    texts = observing.parse_websockets(talk.segments, observing.websockets_readers())
    assert texts == observing.parse_wsproto(talk.segments, observing.wsproto_readers())
    facts = observing.observe(talk.segments, observing.opened())
    assert texts == [fact.message.text for fact in facts.of(MessageArrived)]
    assert len(texts) == talk.frames == 99


@pytest.mark.parametrize("at_once", opening.SHAPES.values())
def test_the_capture_to_be_opened_holds_all_frames(tmp_path: Path, at_once: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"".join(opening.capture(99, at_once)))
    assert opening.ours(path) == 99
    assert opening.reading(path) == 0


def test_both_draw_the_same_boxes() -> None:
    for frame in figures.frames(12, 1):
        drawn, source = figures.svg_of(frame), figures.source_of(frame)
        names = re.findall(r'\(draw-box "(.+?)" \{:span (\d+)\}\)', source)
        assert sum(int(width) for _, width in names) % 8 == 0
        assert all(name in drawn for name, _ in names if name.startswith("RSV") or name in {"FIN", "MASK"})
        assert len(re.findall(r'<rect [^>]*stroke="#1B1D21"', drawn)) == len(names)
        assert ("(draw-gap" in source) == ("left out" in drawn)


def test_without_npm_there_is_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(figures.shutil, "which", lambda _: None)
    assert figures.fetched(tmp_path) == "node or npm is not installed"


def test_a_flood_loses_nothing() -> None:
    found = flood.measure(2_000, 0.3)
    assert (found["lost"], found["reached"] > 0) == (0, True)


def test_a_tiny_run_of_everything(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    tiny = {
        "receive": lambda: receive.rows(rounds=1, scale=0.002),
        "masking": lambda: masking.rows(rounds=3, largest=16),
        "recording": lambda: recording.rows(rounds=1, count=30, samples=3),
        "observing": lambda: observing.rows(rounds=1, count=60),
        "flood": lambda: flood.rows(seconds=0.3),
        "opening": lambda: opening.rows(rounds=1, count=60),
        "startup": lambda: startup.rows(rounds=1, uncompiled=False, later=0),
        "table": lambda: rows_table.rows(count=300, jumps=3),
        "figures": lambda: figures.rows(rounds=1, many=3),
    }
    monkeypatch.setattr(figures, "fetched", lambda _: "nothing is fetched in a test")
    monkeypatch.setattr(run, "QUICK", tiny)
    assert run.main(["--quick", "--json"]) in {0, 1}
    found = json.loads(capsys.readouterr().out)
    assert {row["benchmark"] for row in found["rows"]} == set(tiny)
    assert found["versions"]["websockets"].endswith("C extension")
    assert all(row["best"] > 0 for row in found["rows"] if row["unit"] != "bytes a frame")
    run.main(["masking", "--quick"])
    assert "| masking | 16 bytes, fresh process |" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--write", "--quick"], ["receive", "--write"], ["nothing"]])
def test_bad_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run.main(arguments)
    assert end.value.code == 2
