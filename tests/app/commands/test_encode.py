"""`main.py encode`, called as the command line calls it, and read again by `decode`."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands import run
from protocol.vocabulary import Opcode, Role

ROOT = Path(__file__).parents[3]


def encoded(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, list[str]]:
    """The exit code, what is printed in one line, and the lines on stderr."""
    exit_code = run(["encode", *words])
    captured = capsys.readouterr()
    assert captured.out.count("\n") == (exit_code != 2)
    return exit_code, captured.out.strip(), captured.err.splitlines()


def called(verb: str, *words: str, given: bytes = b"") -> tuple[int, dict[str, Any]]:
    """Any verb with --json, without the fixtures that a property test cannot have."""
    out, before = io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given))
    try:
        with contextlib.redirect_stdout(out):
            exit_code = run([verb, "--json", *words])
    finally:
        sys.stdin = before
    return exit_code, json.loads(out.getvalue())


# RFC 6455 section 5.7, and RFC 7692 sections 7.2.3.1 and 7.2.3.6.
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--opcode", "text", "--text", "Hello"], "81 05 48 65 6c 6c 6f"),
        (["--opcode", "text", "--text", "Hello", "--mask", "37fa213d"], "81 85 37 fa 21 3d 7f 9f 4d 51 58"),
        (["--opcode", "1", "--text", "Hel", "--fin", "0"], "01 03 48 65 6c"),
        (["--opcode", "continuation", "--hex", "6c", "6f"], "80 02 6c 6f"),
        (["--opcode", "ping", "--text", "Hello"], "89 05 48 65 6c 6c 6f"),
        (["--opcode", "0xa", "--text", "Hello", "--mask", "0x37FA213D"], "8a 85 37 fa 21 3d 7f 9f 4d 51 58"),
        (["--opcode", "close", "--code", "1000", "--reason", "再见"], "88 08 03 e8 e5 86 8d e8 a7 81"),
        (["--opcode", "close"], "88 00"),
        (["--opcode", "text", "--text", "Hello", "--deflate"], "c1 07 f2 48 cd c9 c9 07 00"),
        (["--opcode", "text", "--deflate"], "c1 01 00"),
    ],
)
def test_frames_that_the_documents_show(capsys: pytest.CaptureFixture[str], words: list[str], expected: str) -> None:
    assert encoded(capsys, *words) == (0, expected, [])


@pytest.mark.parametrize(
    ("words", "expected", "cited"),
    [
        (["--opcode", "3"], "83 00", ["RFC 6455 §5.2, bits 4-7"]),
        (["--opcode", "text", "--rsv2", "1"], "a1 00", ["RFC 6455 §5.2, bit 2"]),
        (["--opcode", "text", "--rsv", "7"], "f1 00", ["RFC 6455 §5.2, bits 1-3"]),
        (["--opcode", "ping", "--fin", "0"], "09 00", ["RFC 6455 §5.5, bit 0"]),
        (["--opcode", "text", "--hex", "ff"], "81 01 ff", ["RFC 6455 §8.1, bits 16-23"]),
        (["--opcode", "binary", "--hex", "ff", "--length-form", "16"], "82 7e 00 01 ff", ["RFC 6455 §5.2, bits 9-31"]),
        (["--opcode", "close", "--code", "1006"], "88 02 03 ee", ["RFC 6455 §7.4, bits 16-31"]),
        (["--opcode", "close", "--hex", "03"], "88 01 03", ["RFC 6455 §5.5.1, bits 16-23"]),
        (["--opcode", "text", "--from", "client"], "81 00", ["RFC 6455 §5.1, bit 8"]),
        (["--opcode", "text", "--mask", "00000000", "--from", "server"], "81 80 00 00 00 00", ["RFC 6455 §5.1, bit 8"]),
        (["--opcode", "ping", "--deflate"], "c9 01 00", ["RFC 7692 §6.1, bit 1"]),
    ],
)
def test_wrong_frames_are_written_and_blamed(
    capsys: pytest.CaptureFixture[str], words: list[str], expected: str, cited: list[str]
) -> None:
    exit_code, line, complaints = encoded(capsys, *words)
    assert (exit_code, line) == (1, expected)
    assert [complaint.removeprefix("BROKEN  ").partition(":")[0] for complaint in complaints] == cited


def test_a_length_that_is_not_true(capsys: pytest.CaptureFixture[str]) -> None:
    hello = ["--opcode", "text", "--text", "Hello"]
    said = ["The frame is not whole: it announces 9 bytes and 4 are missing."]
    assert encoded(capsys, *hello, "--length", "9") == (0, "81 09 48 65 6c 6c 6f", said)
    said = ["The frame ends after 2 bytes of payload; what follows will be read as a frame."]
    assert encoded(capsys, *hello, "--length", "2") == (0, "81 02 48 65 6c 6c 6f", said)
    masked = encoded(capsys, *hello, "--length", "0x7e", "--mask", "37fa213d")
    assert masked[:2] == (0, "81 fe 00 7e 37 fa 21 3d 7f 9f 4d 51 58")
    exit_code, line, complaints = encoded(capsys, "--opcode", "binary", "--length", str(2**63))
    assert (exit_code, line) == (1, "82 7f 80 00 00 00 00 00 00 00")
    assert "The top bit of a 64-bit length is 0" in complaints[0]
    assert f"{2**63} are missing" in complaints[1]


def test_a_continuation_is_not_blamed_for_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert encoded(capsys, "--opcode", "continuation", "--text", "x") == (0, "80 01 78", [])
    assert encoded(capsys, "--opcode", "continuation", "--text", "x", "--rsv1", "1")[0] == 1


def test_compressed_fragments(capsys: pytest.CaptureFixture[str]) -> None:
    first = encoded(capsys, "--opcode", "text", "--text", "Hel", "--fin", "0", "--deflate")
    last = encoded(capsys, "--opcode", "continuation", "--text", "lo", "--deflate")
    assert (first[0], first[1][:2], last[0], last[1][:2]) == (0, "41", 0, "80")
    stream = bytes.fromhex(first[1] + last[1]).hex()
    exit_code, document = called("decode", "--deflate", stream)
    assert (exit_code, document["messages"][0]["text"]) == (0, "Hello")


def test_a_fresh_key_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    lines = {encoded(capsys, "--opcode", "text", "--text", "Hello", "--mask", "random")[1] for _ in range(3)}
    assert len(lines) == 3


def test_the_document_is_the_frame_of_decode_and_its_bytes() -> None:
    words = ["--opcode", "text", "--text", "Hello", "--mask", "37fa213d"]
    exit_code, document = called("encode", *words)
    assert exit_code == 0
    assert document["hex"] == "818537fa213d7f9f4d5158"
    (frame,) = called("decode", document["hex"])[1]["frames"]
    assert {key: document[key] for key in frame} == frame
    assert (document["from"], document["missing_bytes"], document["more"]) == ("client", 0, 0)
    assert called("encode", *words, "--length", "7")[1]["missing_bytes"] == 2
    assert called("encode", *words, "--length", "3")[1]["more"] == 2


@given(
    opcode=st.integers(0, 15),
    payload=st.binary(max_size=200),
    fin=st.sampled_from("01"),
    rsv=st.integers(0, 7),
    key=st.none() | st.binary(min_size=4, max_size=4),
    form=st.sampled_from([None, "16", "64"]),
    sender=st.sampled_from([None, *Role]),
)
def test_decode_reads_what_encode_wrote(
    opcode: int, payload: bytes, fin: str, rsv: int, key: bytes | None, form: str | None, sender: Role | None
) -> None:
    words = ["--opcode", str(opcode), "--fin", fin, "--rsv", str(rsv), "--file", "-"]
    words += [] if key is None else ["--mask", key.hex()]
    words += [] if form is None else ["--length-form", form]
    who = [] if sender is None else ["--from", sender.value]
    exit_code, document = called("encode", *words, *who, given=payload)
    read_code, read = called("decode", "-", *who, given=document["hex"].encode())
    (frame,) = read["frames"]
    assert (frame["opcode"], frame["fin"], frame["rsv"]) == (opcode, fin == "1", rsv)
    assert (frame["masked"], frame["payload_hex"]) == (key is not None, payload.hex())
    assert (read["missing_bytes"], read["from"]) == (0, document["from"])
    if opcode != Opcode.CONTINUATION:
        assert (document["broken"], exit_code) == (frame["broken"], read_code)


@given(payload=st.binary(max_size=300), bits=st.integers(8, 15), fin=st.sampled_from("01"))
def test_decode_inflates_what_encode_compressed(payload: bytes, bits: int, fin: str) -> None:
    window = ["--deflate", "--window-bits", str(bits)]
    exit_code, document = called("encode", "--opcode", "binary", "--fin", fin, *window, "--file", "-", given=payload)
    assert exit_code == 0
    assert document["inflated_hex"] == payload.hex()
    read_code, read = called("decode", *window, "-", given=document["hex"].encode())
    assert (read_code, read["frames"][0]["inflated_hex"]) == (0, payload.hex())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--opcode", "text", "--code", "1000"], "Only a Close frame has a code and a reason: say --opcode close."),
        (["--opcode", "close", "--reason", "bye"], "A reason needs a code before it: add --code, such as 1000."),
        (
            ["--opcode", "text", "--text", "x" * 200, "--length-form", "7"],
            "This frame cannot be written: 200 bytes of payload are too many for a 7-bit length.",
        ),
        (
            ["--opcode", "text", "--length", "126", "--length-form", "7"],
            "This frame cannot be written: a 7-bit length cannot hold 126.",
        ),
        (["--opcode", "text", "--hex", "4"], "Character 1 of --hex, “4”, is half a byte: two hex digits make one."),
        (
            ["--opcode", "text", "--rsv", "1", "--rsv1", "0"],
            "The reserved bits are said twice: use --rsv, or --rsv1, --rsv2 and --rsv3.",
        ),
        (
            ["--opcode", "text", "--window-bits", "9"],
            "The window is that of compression: --window-bits needs --deflate.",
        ),
        (["--opcode", "text", "--file", "/no/such"], "/no/such cannot be read: no such file or directory."),
        (["--opcode", "text", "--file", "a\0b"], "a\\x00b cannot be read: no file has such a name."),
    ],
)
def test_what_is_no_frame_is_one_sentence(capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    assert encoded(capsys, *words) == (2, "", [sentence])


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "--opcode"),
        (["--opcode", "16"], "“16” is no opcode"),
        (["--opcode", "-1"], "--opcode"),
        (["--opcode", "hello"], "“hello” is no opcode"),
        (["--opcode", "text", "--mask", "37fa21"], "“37fa21” is no masking key"),
        (["--opcode", "text", "--mask", "37fa213g"], "is no masking key"),
        (["--opcode", "text", "--rsv", "8"], "“8” is no number from 0 to 7"),
        (["--opcode", "text", "--length", str(2**64)], "is no number from 0 to"),
        (["--opcode", "close", "--code", "65536"], "is no number from 0 to 65535"),
        (["--opcode", "text", "--text", "a", "--hex", "61"], "not allowed with"),
        (["--opcode", "text", "--json", "--raw"], "not allowed with"),
    ],
)
def test_bad_usage(capsys: pytest.CaptureFixture[str], words: list[str], part: str) -> None:
    with pytest.raises(SystemExit) as end:
        run(["encode", *words])
    captured = capsys.readouterr()
    assert (end.value.code, captured.out, captured.err.count("\n")) == (2, "", 1)
    assert part in captured.err


def test_bytes_in_bytes_out_and_no_qt(tmp_path: Path) -> None:
    """In a process of its own, because bytes go past what pytest captures."""
    payload = tmp_path / "payload"
    payload.write_bytes(bytes(range(256)))
    command = [sys.executable, "main.py", "encode", "--opcode", "binary", "--file", str(payload), "--raw"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"\x82\x7e\x01\x00" + bytes(range(256))
    assert done.stderr == b""
    command = [sys.executable, "main.py", "encode", "--opcode", "text", "--text", b"\xff\xfe", "--raw"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout == b"\x81\x02\xff\xfe"
    code = (
        "import sys; from app.commands import run; run(['encode', '--opcode', '1', '--deflate']);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'asyncio'))])"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout.endswith(
        b"[]\n"
    )
