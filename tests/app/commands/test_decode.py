"""`main.py decode`, called as the command line calls it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from app.commands import run
from protocol.deflate import Deflater
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from pathlib import Path

HELLO = "81 05 48 65 6c 6c 6f"  # RFC 6455 section 5.7
MASKED_HELLO = "81 85 37 fa 21 3d 7f 9f 4d 51 58"  # RFC 6455 section 5.7


def decoded(capsys: pytest.CaptureFixture[str], *arguments: str, exit_code: int = 0) -> dict[str, Any]:
    assert run(["decode", "--json", *arguments]) == exit_code
    captured = capsys.readouterr()
    assert captured.err == ""
    document: dict[str, Any] = json.loads(captured.out)
    return document


def rules(document: dict[str, Any]) -> list[list[str]]:
    return [[broken["rule"] for broken in frame["broken"]] for frame in document["frames"]]


def test_the_document_of_a_masked_hello(capsys: pytest.CaptureFixture[str]) -> None:
    document = decoded(capsys, MASKED_HELLO)
    (frame,) = document["frames"]
    fields = frame.pop("fields")
    assert frame == {
        "offset": 0,
        "size": 11,
        "fin": True,
        "rsv": 0,
        "opcode": 1,
        "opcode_name": "text",
        "masked": True,
        "payload_hex": "48656c6c6f",
        "text": "Hello",
        "broken": [],
    }
    assert fields[5] == {"name": "MASK", "start_bit": 8, "width": 1, "value": 1, "section": "5.2"}
    assert [(each["name"], each["value"]) for each in fields[-2:]] == [
        ("masking key", "37fa213d"),
        ("payload data", "7f9f4d5158"),
    ]
    assert (document["missing_bytes"], document["from"], document["from_guessed"]) == (0, "client", True)
    assert document["messages"] == [{"opcode": 1, "size": 5, "text": "Hello", "frames": [0]}]


def test_words_of_the_command_line_are_joined(capsys: pytest.CaptureFixture[str]) -> None:
    assert decoded(capsys, *HELLO.split()) == decoded(capsys, HELLO)


def test_unreadable_input_is_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decode", "8105 zz"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "Character 6, “z”, is not a hex digit, and no file has this name.\n"


def test_a_file_of_hex_and_a_file_of_bytes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text, raw, neither, empty = (tmp_path / name for name in ("t.hex", "r.bin", "words.txt", "nothing"))
    text.write_text("81 05\n48 65 6c 6c 6f\n")
    raw.write_bytes(bytes.fromhex(HELLO))
    neither.write_text("81 05\nHello\n")
    empty.write_bytes(b"")
    assert decoded(capsys, str(text)) == decoded(capsys, str(raw)) == decoded(capsys, HELLO)
    assert run(["decode", str(neither)]) == 2
    assert f"Line 2, character 1 of {neither}, “H”, is not a hex digit." in capsys.readouterr().err
    assert run(["decode", str(empty)]) == 2
    assert "is empty" in capsys.readouterr().err


@pytest.mark.parametrize("content", [HELLO.encode(), bytes.fromhex(HELLO)])
@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_stdin(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    arguments: list[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert decoded(capsys, *arguments)["frames"][0]["text"] == "Hello"


def test_the_sender_decides_what_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    assert decoded(capsys, HELLO)["from"] == "server"
    document = decoded(capsys, HELLO, "--from", "client", exit_code=1)
    assert (document["from"], document["from_guessed"]) == ("client", False)
    assert document["frames"][0]["broken"] == [
        {
            "rule": "frame.masked",
            "rfc": 6455,
            "section": "5.1",
            "level": "MUST",
            "text": "A client masks every frame that it sends",
            "close_code": 1002,
            "start_bit": 8,
            "width": 1,
        }
    ]
    assert rules(decoded(capsys, MASKED_HELLO, "--from", "server", exit_code=1)) == [["frame.unmasked"]]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("01 03 48656c 80 02 6c6f", [[], []]),  # section 5.7
        ("01 03 48656c 89 00 80 02 6c6f", [[], [], []]),
        ("80 02 6c6f", [["fragment.orphan"]]),
        ("01 03 48656c 81 02 6c6f", [[], ["fragment.interleaved"]]),
        ("01 02 e4bd 80 01 a0", [[], []]),
        ("01 01 ed 80 02 a080", [[], ["text.utf8"]]),
        ("81 02 e4bd", [["text.utf8"]]),
        ("c1 01 41", [["frame.rsv"]]),
        ("83 00", [["frame.opcode"]]),
        ("81 7e 0001 41", [["frame.shortest"]]),
        ("09 00", [["control.fin"]]),
        ("89 7e 007e" + "41" * 126, [["control.length"]]),
        ("88 00", [[]]),
        ("88 01 03", [["close.length"]]),
        ("88 02 03ed", [["close.code"]]),
        ("88 03 03e8 ff", [["close.utf8"]]),
        ("88 02 03e8 81 00", [[], ["close.after"]]),
        ("88 02 03e8 89 00", [[], []]),
    ],
)
def test_rules_of_frames_and_of_their_order(
    capsys: pytest.CaptureFixture[str], stream: str, expected: list[list[str]]
) -> None:
    assert rules(decoded(capsys, stream, exit_code=int(any(expected)))) == expected


@pytest.mark.parametrize(
    ("stream", "missing"),
    [("81", 1), ("8105", 5), ("8105 4865", 3), ("81fe", 6), ("81fe 0100", 260), ("8900 8105 48", 4)],
)
def test_missing_bytes_break_no_rule(capsys: pytest.CaptureFixture[str], stream: str, missing: int) -> None:
    assert decoded(capsys, stream)["missing_bytes"] == missing
    assert run(["decode", stream]) == 0
    assert "missing" in capsys.readouterr().out


def test_a_header_is_judged_before_its_payload_comes(capsys: pytest.CaptureFixture[str]) -> None:
    document = decoded(capsys, "827f ffffffffffffffff", exit_code=1)
    assert document["frames"] == []
    assert [broken["rule"] for broken in document["unfinished"]["broken"]] == ["frame.length63"]
    assert document["missing_bytes"] == 2**64 - 1


def test_a_close_says_its_code_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    (frame,) = decoded(capsys, "88 06 03e8 646f6e65")["frames"]
    assert frame["close"] == {"code": 1000, "reason": "done"}
    assert run(["decode", "88 06 03e8 646f6e65"]) == 0
    assert "1000 normal closure “done”" in capsys.readouterr().out


def test_a_payload_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    raw = encode_frame(Opcode.TEXT, "\x1b[2J你".encode())
    run(["decode", raw.hex()])
    output = capsys.readouterr().out
    assert "\x1b" not in output
    assert "“\\x1b[2J你”" in output


# RFC 7692 section 7.2.3: a message, the same in two frames, one that refers to the message before, one not compressed.
COMPRESSED = "c107f248cdc9c90700 4103f248cd8004c9c90700 c105f200110000 c10b000500faff48656c6c6f00"


def test_compressed_messages(capsys: pytest.CaptureFixture[str]) -> None:
    document = decoded(capsys, "--deflate", COMPRESSED)
    assert document["deflate"] is True
    assert [message["text"] for message in document["messages"]] == ["Hello"] * 4
    first = document["frames"][0]
    assert (first["payload_hex"], first["inflated_hex"], first["text"]) == ("f248cdc9c90700", "48656c6c6f", "Hello")
    assert [each["text"] for each in document["frames"]] == ["Hello", "He", "llo", "Hello", "Hello"]


def test_without_context_takeover_there_is_no_message_before(capsys: pytest.CaptureFixture[str]) -> None:
    document = decoded(capsys, "--deflate", "--no-context-takeover", COMPRESSED, exit_code=1)
    bad = document["frames"][3]
    assert bad["broken"][0] | {"start_bit": 16, "width": 40} == bad["broken"][0]
    assert (bad["broken"][0]["rule"], bad["broken"][0]["rfc"], bad["broken"][0]["section"]) == (
        "deflate.data",
        7692,
        "7.2.2",
    )
    assert "inflated_hex" in bad
    assert bad["problem"].startswith("The compressed payload is not DEFLATE")
    assert run(["decode", "--deflate", "--no-context-takeover", COMPRESSED]) == 1
    output = capsys.readouterr().out
    assert "BROKEN  RFC 7692 §7.2.2, bits 16-55: “A compressed message is a DEFLATE stream” (MUST)" in output
    assert f"          {bad['problem']}" in output


def test_the_window_is_the_agreed_one(capsys: pytest.CaptureFixture[str]) -> None:
    far = Deflater(15).deflate(b"far away" + bytes(range(256)) * 4 + b"far away")
    frame = encode_frame(Opcode.BINARY, far, rsv=4).hex()
    assert decoded(capsys, "--deflate", "--window-bits", "15", frame)["frames"][0]["broken"] == []
    for bits in ("7", "16", "x"):
        with pytest.raises(SystemExit) as end:
            run(["decode", "--deflate", "--window-bits", bits, frame])
        assert end.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("words", [["--window-bits", "9"], ["--no-context-takeover"]])
def test_a_window_needs_compression(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(["decode", *words, HELLO]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert "need --deflate" in captured.err


def test_without_deflate_rsv1_is_broken_and_the_way_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert rules(decoded(capsys, "c2 01 41", exit_code=1)) == [["frame.rsv"]]
    run(["decode", "c2 01 41"])
    assert capsys.readouterr().out.endswith("RSV1 says “compressed”: use --deflate.\n")
    run(["decode", "a2 01 41"])
    assert "--deflate" not in capsys.readouterr().out


def test_a_bad_byte_is_told_before_its_frame_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Section 8.1, and Autobahn’s cases 6.4: “immediately”."""
    unfinished = decoded(capsys, "81 08 48 69 ff", exit_code=1)["unfinished"]
    assert [(each["rule"], each["start_bit"]) for each in unfinished["broken"]] == [("text.utf8", 32)]
    masked = decoded(capsys, "81 88 00000001 48 69 ce 29", exit_code=1)["unfinished"]
    assert [(each["rule"], each["start_bit"]) for each in masked["broken"]] == [("text.utf8", 72)]
    assert decoded(capsys, "81 08 48 69 e4")["unfinished"]["broken"] == []


@pytest.mark.parametrize("arguments", [["--from", "proxy", HELLO], ["--nonsense"]])
def test_bad_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["decode", *arguments])
    assert end.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_no_qt_and_no_event_loop_is_loaded() -> None:
    code = (
        "import sys; from app.commands import run; run(['decode', '8100']);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'asyncio'))])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.endswith("[]\n")
