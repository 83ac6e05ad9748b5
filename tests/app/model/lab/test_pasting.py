"""Bytes from anywhere: every form that people copy is read, what is none is refused in one sentence, at once."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.lab.limits import LabError
from app.model.lab.pasting import MOST_TEXT, read_pasted

DATA = bytes.fromhex("818537fa213d7f9f4d5158") + bytes(range(60))


def _chars(part: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)


def _rows(width: int = 16) -> list[tuple[int, bytes]]:
    return [(at, DATA[at : at + width]) for at in range(0, len(DATA), width)]


def _words(part: bytes) -> str:
    return " ".join(part[at : at + 2].hex() for at in range(0, len(part), 2))


FORMS = {
    "spaces": DATA.hex(" "),
    "plain": DATA.hex(),
    "upper with colons": DATA.hex(":").upper(),
    "lines": "\n".join(part.hex(" ") for _, part in _rows(10)),
    "0x": ", ".join(f"0x{byte:02X}" for byte in DATA),
    "escapes": "".join(f"\\x{byte:02x}" for byte in DATA),
    "percent": "".join(f"%{byte:02X}" for byte in DATA),
    "python": repr(DATA),
    "c": "static const uint8_t frame[71] = { " + ", ".join(f"0x{byte:02x}" for byte in DATA) + " };",
    "python list": str(list(DATA)),
    "decimal": ", ".join(map(str, DATA)),
    "javascript": f"new Uint8Array({list(DATA)});",
    "node": f"<Buffer {DATA.hex(' ')}>",
    "base64": base64.b64encode(DATA).decode(),
    "base64 of URLs": base64.urlsafe_b64encode(DATA).decode().rstrip("=") + "=" * (-len(DATA) % 3),
    "data URL": "data:application/octet-stream;base64," + base64.b64encode(DATA).decode(),
    "xxd": "\n".join(f"{at:08x}: {_words(part):<39}  {_chars(part)}" for at, part in _rows()),
    "hexdump -C": "\n".join(
        f"{at:08x}  {part[:8].hex(' ')}  {part[8:].hex(' '):<23}  |{_chars(part)}|" for at, part in _rows()
    )
    + "\n00000047\n",
    "Wireshark": "\n".join(f"{at:04x}   {part.hex(' '):<47}   {_chars(part)}" for at, part in _rows()),
    "tcpdump": "\n".join(f"\t0x{at:04x}:  {_words(part):<39}  {_chars(part)}" for at, part in _rows()),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(form: str) -> None:
    assert read_pasted(FORMS[form]) == DATA


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "nothing to paste"),
        (" \n", "nothing to paste"),
        ("818", "3 hex digits make no whole number"),
        ("[1, 2, 300]", "300 is no byte"),
        ("81 0g", "“g” at character 5"),
        ("hello world!", "“h” at character 1"),
        ("你好", "“你” at character 1"),
        ("81 " * (MOST_TEXT // 3 + 1), "characters; the bench takes 64 KiB"),
        ("00" * (70 * 1024), "71,680 bytes; the bench takes 64 KiB"),
        ("[" + "1," * 70_000 + "1]", "70,001 bytes"),
    ],
)
def test_what_is_none_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(LabError) as raised:
        read_pasted(text)
    assert sentence in str(raised.value)
    assert str(raised.value).count(". ") == 0


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.text("0123456789abcdefx\\, []{}()\"':|\n", max_size=80)))
def test_nothing_else_comes_out(text: str) -> None:
    try:
        found: bytes | str = read_pasted(text)
    except LabError as error:
        found = str(error)
    assert isinstance(found, bytes) or found.endswith(".")


@given(st.binary(min_size=1, max_size=200))
def test_hex_of_any_length_comes_back(data: bytes) -> None:
    assert read_pasted(data.hex(" ")) == data
