"""`main.py inspect` on files that captures and recordings leave."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import run
from app.files.remarks import CaptureError, Remark
from protocol.recording import Kind, Setup
from protocol.vocabulary import Opcode
from tests.referee_support import OPEN, C, S, masked, plain, play
from tests.wire_support import Wire

CODE = (1000).to_bytes(2, "big")


@pytest.fixture
def inspected(monkeypatch, capsys):
    """Inspect a conversation: the exit code, stdout and stderr. What opens files has tests of its own."""

    def inspect(steps, *arguments, setup=None, remarks=()):
        def opened(path, ledger, *, remark):
            assert path == Path("talk.pcapng")
            play(steps, setup or Setup("10.0.0.1:5", "10.0.0.2:80"), ledger)
            yield 0.5
            for each in remarks:
                remark(each)

        monkeypatch.setattr("app.files.opening.open_file", opened)
        code = run(["inspect", "talk.pcapng", *arguments])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return inspect


FINE_TALK = [
    *OPEN, masked(1, b"Hello"), plain(1, b"Good", fin=False), plain(0, b" day"), masked(8, CODE), plain(8, CODE),
    (S, Kind.FIN), (C, Kind.FIN),
]  # fmt: skip
BROKEN_TALK = [*OPEN, masked(1, b"Hello"), (S, masked(1, b"odd")[1]), masked(8, CODE), (S, Kind.FIN)]


def test_the_document_of_a_conversation(inspected):
    code, out = inspected(FINE_TALK, "--json")
    assert code == 0
    (connection,) = json.loads(out)["connections"]
    assert (connection["client"], connection["server"]) == ("10.0.0.1:5", "10.0.0.2:80")
    assert (connection["request"]["target"], connection["response"]["status"]) == ("/chat", 101)
    assert connection["broken"] == []
    assert [(each["from"], each["time"], each["opcode"], each["text"]) for each in connection["frames"]] == [
        ("client", 0.02, 1, "Hello"), ("server", 0.03, 1, "Good"), ("server", 0.04, 0, None),
        ("client", 0.05, 8, None), ("server", 0.06, 8, None),
    ]  # fmt: skip
    assert [(each["from"], each["text"], each["frames"]) for each in connection["messages"]] == [
        ("client", "Hello", [0]), ("server", "Good day", [0, 1]),
    ]  # fmt: skip
    assert [(each["who"], each["from"], each["to"]) for each in connection["states"]][:2] == [
        ("server", "CONNECTING", "OPEN"), ("client", "CONNECTING", "OPEN"),
    ]  # fmt: skip
    assert connection["told"] == {role: {"code": 1000, "reason": "", "clean": True} for role in ("client", "server")}


def test_a_frame_is_that_of_decode(inspected, capsys):
    _, out = inspected(FINE_TALK, "--json")
    frame = json.loads(out)["connections"][0]["frames"][0]
    own = {name: frame.pop(name) for name in ("time", "from", "number", "row", "verdict")}
    assert own == {"time": 0.02, "from": "client", "number": 0, "row": 3, "verdict": "fine"}
    assert run(["decode", "--json", masked(1, b"Hello")[1].hex()]) == 0
    decoded = json.loads(capsys.readouterr().out)["frames"][0]
    assert frame | {"offset": 0} == decoded


def test_a_violation_is_an_exit_code(inspected):
    code, out = inspected(BROKEN_TALK, "--json")
    assert code == 1
    (connection,) = json.loads(out)["connections"]
    broken = [(each["rule"], each["section"], each["from"], each["by"], each["frame"]) for each in connection["broken"]]
    assert broken == [
        ("frame.unmasked", "5.1", "server", "server", 0),
        ("close.answer", "5.5.1", "client", "server", 1),
    ]
    assert (connection["violations"], connection["opening"]["outcome"]) == (2, "opened")
    assert [each["verdict"] for each in connection["frames"]] == ["fine", "violation", "violation"]


def test_a_warning_is_none(inspected):
    code, out = inspected([*OPEN, masked(1, b"a", key=bytes(4))])
    assert code == 0
    assert "WARNING RFC 6455 §5.3" in out


def test_a_frame_that_never_became_whole(inspected):
    code, out = inspected([*OPEN, (S, b"\x82\x7f\xff" + bytes(7))], "--json")
    assert code == 1
    (frame,) = json.loads(out)["connections"][0]["frames"]
    assert (frame["payload_hex"], frame["size"]) == (None, 0xFF << 56 | 10)


def test_only_some_rows(inspected):
    code, out = inspected(BROKEN_TALK, "--json", "--only", "violations", "--filter", "op:text")
    assert code == 1
    assert [frame["from"] for frame in json.loads(out)["connections"][0]["frames"]] == ["server"]
    _, out = inspected(FINE_TALK, "--filter", "op:close")
    rows = out.split("\n\n")[0].splitlines()
    assert [line.split()[7:] for line in rows[:-1]] == [["close", "2", "1000"]] * 2
    assert rows[-1] == "2 of 7 rows"


def test_only_the_summary(inspected):
    _, out = inspected(BROKEN_TALK, "--summary")
    assert out.startswith("Connections: 1. Frames: 3. Violations: 2. Warnings: 0. Gaps: 0.\n\n1  10.0.0.1:5 to ")
    assert "Violation by the server, 1 times: A server does not mask the frames that it sends (MUST NOT" in out
    _, out = inspected(BROKEN_TALK, "--summary", "--lang", "zh_CN")
    assert "服务器违规 1 次：服务器发出的帧没有掩码（MUST NOT，第 5.1 节）。首次：服务器的第 1 帧" in out
    _, out = inspected(BROKEN_TALK, "--summary", "--json")
    document = json.loads(out)
    assert document["violations"] == 2
    assert document["connections"][0]["findings"][0]["by"] == "server"


def test_a_gap_is_listed(inspected):
    steps = [*OPEN, (S, plain(2, bytes(500))[1][:50]), (S, 100), (S, bytes(354))]
    code, out = inspected(steps, "--json")
    (gap,) = json.loads(out)["connections"][0]["gaps"]
    assert (code, gap["size"], gap["from"], gap["frame"]) == (0, 100, "server", 0)
    _, out = inspected(steps)
    assert "100 bytes are missing" in out


def test_remarks_are_said(inspected):
    remark = Remark("{count} packets are odd", {"count": "3"}, "damage")
    assert inspected(FINE_TALK, remarks=[remark])[1].endswith("3 packets are odd\n")
    document = json.loads(inspected(FINE_TALK, "--json", remarks=[remark])[1])
    assert document["remarks"] == [{"text": "3 packets are odd", "kind": "damage", "connection": None}]


def test_what_a_peer_says_does_not_steer_the_terminal(inspected):
    _, out = inspected([*OPEN, masked(1, b"\x1b[2J\r\n"), (S, plain(8, CODE + b"\x1b]0;x\x07")[1])])
    assert not set("\x1b\r\x07") & set(out)


def test_a_file_that_cannot_be_opened(monkeypatch, capsys):
    def opened(path, ledger, *, remark):
        raise CaptureError("“{path}” is odd.", path=str(path))
        yield

    monkeypatch.setattr("app.files.opening.open_file", opened)
    assert run(["inspect", "odd.bin"]) == 2
    assert capsys.readouterr() == ("", "“odd.bin” is odd.\n")


def test_a_filter_that_is_none_is_told_before_the_file_is_opened(capsys):
    assert run(["inspect", "nothing.pcap", "--only", "violations", "--filter", "op:spam"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("The filter cannot be read at character 4: “spam” is no opcode")


def test_no_qt_is_loaded():
    modules = "app.commands.inspect, app.commands.inspecting, app.files.opening, lessons.narration.verdicts"
    program = f"import sys, {modules}; sys.exit(any(name.startswith(('PySide6', 'asyncio')) for name in sys.modules))"
    ended = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=False)
    assert ended.returncode == 0


def test_our_own_recording(tmp_path, capsys):
    wire = Wire().open()
    wire.client.send_data(Opcode.TEXT, b"Hello")
    wire.run()
    path = tmp_path / "talk.jsonl"
    wire.recording.save(path)
    assert run(["inspect", str(path), "--json"]) == 0
    (connection,) = json.loads(capsys.readouterr().out)["connections"]
    assert [message["text"] for message in connection["messages"]] == ["Hello"]
