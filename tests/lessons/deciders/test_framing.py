"""What the deciders about the bits of a frame say is what is encoded and what is done."""

from __future__ import annotations

import pytest

from lessons.deciders.framing import (
    header_bytes,
    length_form_answer,
    messages_of_fragments,
    second_byte,
    unknown_opcode_answer,
)
from protocol.observer import observe
from tests.wire_support import Wire

FACTS = observe(Wire().open().recording)


@pytest.mark.parametrize(("who", "byte"), [("server", "05"), ("client", "85")])
def test_the_second_byte(who: str, byte: str) -> None:
    assert second_byte(FACTS, {"who": who, "text": "Hello"}) == byte


@pytest.mark.parametrize(
    ("who", "size", "count"),
    [
        ("server", 125, "2"),
        ("server", 126, "4"),
        ("server", 65536, "10"),
        ("client", 125, "6"),
        ("client", 65536, "14"),
    ],
)
def test_the_header(who: str, size: int, count: str) -> None:
    assert header_bytes(FACTS, {"who": who, "size": size}) == count


@pytest.mark.parametrize("parts", [["Hel", "lo"], ["a", "b", "c"]])
def test_fragments_are_one_message(parts: list[str]) -> None:
    assert messages_of_fragments(FACTS, {"parts": parts}) == "1"


@pytest.mark.parametrize(("size", "form", "answer"), [(5, 16, "1002"), (5, None, "delivered"), (126, 16, "delivered")])
def test_the_form_of_a_length(size: int, form: int | None, answer: str) -> None:
    assert length_form_answer(FACTS, {"size": size, "form": form}) == answer


@pytest.mark.parametrize(("opcode", "answer"), [(3, "1002"), (11, "1002"), (2, "delivered"), (10, "ignored")])
def test_opcodes(opcode: int, answer: str) -> None:
    assert unknown_opcode_answer(FACTS, {"opcode": opcode}) == answer
