"""What a picture says: sentences once, bits by field, silent texts that carry something."""

from __future__ import annotations

from app.drawing.marks import Box, Font, Label, Rect, Scene
from app.publishing.alt_entries import entries


def _box(name: str, spoken: str, x: float = 0, y: float = 0, links=(), **more) -> Box:
    return Box(id=name, rect=Rect(x, y, 20, 20), fill="ink", spoken=spoken, links=links, **more)


def _label(name: str, text: str, x: float = 0, y: float = 0, **font) -> Label:
    return Label(id=name, x=x, y=y, text=text, font=Font(14, **font), width=7 * len(text))


def _told(*marks, told="", **scene) -> list[str]:
    return [one.text for one in entries(Scene(marks, **scene), told)]


def test_a_sentence_is_told_once_and_not_when_it_was_told() -> None:
    marks = (_box("a/1", "The client waits."), _box("a/2", "The client waits.", 30), _box("b", "Server", 60))
    assert _told(*marks) == ["The client waits.", "Server"]
    assert _told(*marks, told="Then: the client waits. So does the server.") == []


def test_a_sentence_in_another_one_is_left_out_by_whole_words() -> None:
    assert _told(_box("a", "OPEN"), _box("b", "The state is OPEN.", 30)) == ["The state is OPEN."]
    assert _told(_box("a", "pen"), _box("b", "It is open.", 30)) == ["pen", "It is open."]


BITS = tuple(
    _box(f"f/bit.{bit}", f"MASKING, bit {bit}, value {value}, byte {bit // 8} mask 0x01. It masks. RFC 6455",
         x=20 * (bit % 16), y=20 * (bit // 16), links=(f"bit:{bit}", f"byte:{bit // 8}", "field:key"))
    for bit, value in enumerate("0011011111111010", 16)
)  # fmt: skip


def test_bits_of_a_field_are_one_sentence() -> None:
    assert _told(*BITS) == ["MASKING, bits 16–31 = 37 fa. It masks. RFC 6455"]
    assert _told(*BITS[:3]) == ["MASKING, bits 16–18 = 001. It masks. RFC 6455"]
    assert _told(BITS[0]) == ["MASKING, bit 16 = 0. It masks. RFC 6455"]


def test_chinese_bits() -> None:
    bits = [
        _box(f"f/bit.{bit}", f"操作码，位 {bit}，值 {value}，字节 0，掩码 0x08。载荷是文本。", x=20 * bit,
             links=(f"bit:{bit}", "byte:0", "field:opcode"))
        for bit, value in enumerate("0001", 4)
    ]  # fmt: skip
    assert _told(*bits) == ["操作码，位 4–7 = 0001。载荷是文本。"]


def test_bits_are_silent_where_their_field_has_a_mark() -> None:
    bar = _box("f/bar.key", "Masking key: 37 fa.", links=("field:key",))
    assert _told(*BITS, bar) == ["Masking key: 37 fa."]


def test_silent_texts_are_told_if_no_sentence_has_their_words() -> None:
    said = _box("a", "Server, item 1: The method is GET: holds.")
    assert _told(said, _label("b", "Method is GET", y=50)) == [said.spoken]
    assert _told(said, _label("b", "sent by", y=50)) == [said.spoken, "sent by"]


def test_breadcrumb_title_and_variants_are_told_apart() -> None:
    assert _told(_label("stage.crumb", "Frames and more"), _box("variants.a", "One. First.")) == []


def test_what_cannot_be_seen_is_not_told() -> None:
    assert _told(_box("a", "Hidden.", opacity=0)) == []


def test_a_line_of_a_long_value_is_not_told_again() -> None:
    said = _box("a", "The token eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIi")
    assert _told(said, _label("b", "JhbGciOiJIUzI1NiJ9", y=50, mono=True)) == [said.spoken]
