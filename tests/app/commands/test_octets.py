"""Bytes as people hand them over."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands import octets
from app.commands.octets import octets_of, parse_hex, read_all
from app.commands.output import InputError

HELLO = "81 05 48 65 6c 6c 6f"  # RFC 6455 section 5.7


@pytest.mark.parametrize(
    "spelling",
    [
        "810548656c6c6f",
        "81 05 48 65 6C 6C 6F",
        "0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f",
        "0x810548656c6c6f",
        r"\x81\x05\x48\x65\x6c\x6c\x6f",
        "81:05:48:65:6c:6c:6f",
        "8105\n4865 6c6c\r\n6f\n",
    ],
)
def test_hex_is_read_however_it_is_written(spelling: str) -> None:
    assert parse_hex(spelling) == bytes.fromhex(HELLO)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("8105 4g 0", "Character 7, “g”, is not a hex digit."),
        ("8105\n48 6x", "Line 2, character 5, “x”, is not a hex digit."),
        ("81 0", "Character 4, “0”, is half a byte: two hex digits make one."),
        ("81 \x1b[2J", "Character 4, “\\x1b”, is not a hex digit."),
        ("", "There are no hex digits to decode."),
        (" , ", "There are no hex digits to decode."),
    ],
)
def test_what_is_no_hex_is_named_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as problem:
        parse_hex(text)
    assert str(problem.value) == sentence


@given(st.binary(min_size=1), st.sampled_from(["", " ", ":", ", ", "\n", " 0x", "\\x"]))
def test_what_was_written_is_read(data: bytes, between: str) -> None:
    assert parse_hex(between.join(f"{byte:02x}" for byte in data)) == data


def test_a_file_is_text_or_bytes() -> None:
    assert octets_of(b"8105\r\n", "f") == b"\x81\x05"
    assert octets_of(b"\x81\x05", "f") == b"\x81\x05"
    with pytest.raises(InputError, match=r"Character 1 of f, “G”"):
        octets_of(b"GET", "f")
    with pytest.raises(InputError, match=r"no hex digits to decode in f\."):
        octets_of(b" ", "f")


def test_what_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(octets, "LARGEST", 2**20)
    with (
        Path("/dev/zero").open("rb") as endless,
        pytest.raises(InputError, match=r"^endless is larger than 1 MiB: hand"),
    ):
        read_all(endless, "endless")
    assert len(read_all(io.BytesIO(bytes(2**20)), "enough")) == 2**20
