"""One entry: its text on one line, its family and its root."""

from __future__ import annotations

from app.drawing.marks import Box, Rect
from app.publishing.alt_entry import cut, entry_of, family_of, once


def _box(name: str, *links: str) -> Box:
    return Box(id=name, rect=Rect(0, 10, 20, 30), links=links, spoken="Said.")


def test_an_entry_has_the_place_of_its_mark() -> None:
    one = entry_of(_box("frame.client.0/byte.12", "byte:12"), "Byte  12,\n0x37.")
    assert (one.text, one.family, one.number, one.root) == (
        "Byte 12, 0x37.", "frame.client.0/byte.#", 12, "frame.client.0",
    )  # fmt: skip
    assert (one.is_byte, one.spoken, one.middle) == (True, True, 25)


def test_the_root_of_a_byte_is_its_frame() -> None:
    assert entry_of(_box("strip.4", "byte:4", "frame:0"), "").root == "frame:0"
    assert entry_of(_box("strip.4", "bit:4", "frame:0"), "").root == "strip.4"


def test_families() -> None:
    assert family_of("frame.client.0/byte.12") == ("frame.client.0/byte.#", 12)
    assert family_of("opcode.b") == ("opcode.#", 11)
    assert family_of("tcp") == ("tcp", 0)


def test_the_first_of_each_key() -> None:
    found = [entry_of(_box(name), text) for name, text in (("a", "x"), ("b", "y"), ("c", "x"))]
    assert [one.family for one in once(found, lambda one: one.text)] == ["a", "b"]


def test_many_values_are_cut() -> None:
    assert cut([str(n) for n in range(12)]) == "0 1 2 3 4 5 6 7 8 9 10 11"
    assert cut([str(n) for n in range(13)], ", ") == "0, 1, 2, 3, 4, 5, 6, 7, …, 12"
