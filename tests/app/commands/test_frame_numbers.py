"""Numbers of a frame as people type them; `encode` is tested with wrong ones."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from app.commands.frame_numbers import key_of, number_up_to, opcode_of
from protocol.vocabulary import Opcode


@pytest.mark.parametrize("opcode", Opcode)
def test_an_opcode_by_name_and_by_number(opcode: Opcode) -> None:
    assert opcode_of(opcode.name.lower()) == opcode_of(str(int(opcode))) == opcode_of(hex(opcode)) == opcode


@pytest.mark.parametrize("text", ["", "texts", "16", "-1", "0x10", "1.0", "1 0", "text "])
def test_what_is_no_opcode(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no opcode"):
        opcode_of(text)


def test_a_key_is_8_hex_digits() -> None:
    assert key_of("37fa213d") == key_of("0x37FA213D") == bytes.fromhex("37fa213d")
    assert len(key_of("random")) == 4
    for text in ("", "37fa21", "37fa213d00", "37 fa 21 3d", "37fa213g"):
        with pytest.raises(ArgumentTypeError, match="is no masking key"):
            key_of(text)


def test_a_number_has_an_end() -> None:
    number = number_up_to(2**64 - 1)
    assert (number("0"), number("0xff"), number(str(2**64 - 1))) == (0, 255, 2**64 - 1)
    for text in ("-1", str(2**64), "", "one", "0x"):
        with pytest.raises(ArgumentTypeError, match="is no number from 0 to"):
            number(text)
