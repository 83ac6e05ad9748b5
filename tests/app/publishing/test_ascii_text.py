"""Typographic signs in ASCII."""

from __future__ import annotations

import pytest

from app.publishing.ascii_text import SIGNS, plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Why  ·  Price", "Why - Price"),
        ("··Hello", "..Hello"),
        ("禁止（来源） · 426", "禁止（来源） - 426"),
        ("“a” → ‘b’ … –", "\"a\" -> 'b' ... -"),
        ("2³² × 5 ≤ W13 ⊕ W8", "2^32 x 5 <= W13 xor W8"),
        ("RFC 6455 §5.2", "RFC 6455 sec. 5.2"),
        ("握手，“掩码”", '握手，"掩码"'),
        ("Grüß € 猫 😀", "Grüß € 猫 😀"),
        ("a\x00\u00a0b", "a b"),
    ],
)
def test_typographic_signs_become_ascii(text: str, written: str) -> None:
    assert plain(text) == written


def test_what_is_written_is_ascii() -> None:
    assert all(written.isascii() for written in SIGNS.values())


def test_no_control_character_is_left() -> None:
    assert plain("\x1b[31mred\x07\r\n\x9b" + "\u202eevil\u2066\u200f") == "[31mred evil"
