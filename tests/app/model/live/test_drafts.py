"""What is typed into the bottom bar of Live."""

from __future__ import annotations

import pytest

from app.model.live.drafts import Draft, DraftError, Piece, read_draft, read_hex


@pytest.mark.parametrize(
    ("kind", "typed", "pieces"),
    [
        ("text", "é", (Piece(1, b"\xc3\xa9"),)),
        ("text", "", (Piece(1),)),
        ("binary", "01 fe,0x80\\x7f", (Piece(2, b"\x01\xfe\x80\x7f"),)),
        ("ping", "t=17", (Piece(9, b"t=17"),)),
        ("pong", "0x0102", (Piece(10, b"\x01\x02"),)),
        ("close", "", (Piece(8),)),
        ("close", "1000", (Piece(8, b"\x03\xe8"),)),
        ("close", "3000 bye", (Piece(8, b"\x0b\xb8bye"),)),
        ("fragments", "Hello", (Piece(1, b"Hello"),)),
        ("fragments", "Hel|lo", (Piece(1, b"Hel", fin=False), Piece(0, b"lo"))),
        ("fragments", "Hel|", (Piece(1, b"Hel", fin=False),)),
        ("fragments", "|lo", (Piece(0, b"lo"),)),
        ("fragments", "|a|", (Piece(0, b"a", fin=False),)),
        ("fragments", "a||b", (Piece(1, b"a", fin=False), Piece(0, b"", fin=False), Piece(0, b"b"))),
    ],
)
def test_what_is_typed_becomes_frames(kind: str, typed: str, pieces: tuple[Piece, ...]) -> None:
    assert read_draft(kind, typed).pieces == pieces  # type: ignore[arg-type]


def test_raw_bytes_have_no_frame() -> None:
    assert read_draft("raw", "0x81, 0x00") == Draft("raw", raw=b"\x81\x00")


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        ("binary", "0g", "“g” is no hex digit"),
        ("binary", "012", "two hex digits"),
        ("raw", "", "in hex"),
        ("ping", "x" * 126, "at most 125 bytes; these are 126"),
        ("close", "bye", "begins with its code"),
        ("close", "65536", "65535"),
        ("close", "1000 " + "é" * 62, "at most 123 bytes; this one has 124"),
        ("text", "\ud83d", "surrogate"),
        ("fragments", "a|\ud83d", "surrogate"),
    ],
)
def test_what_cannot_be_sent_has_a_sentence(kind: str, typed: str, says: str) -> None:
    with pytest.raises(DraftError, match=says):
        read_draft(kind, typed)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", [0, 999, 1004, 1005, 1006, 1015, 2999, 5000])
def test_a_forbidden_close_code_is_doubted_and_can_be_sent(code: int) -> None:
    draft = read_draft("close", str(code))
    assert str(code) in str(draft.doubt)
    assert draft.pieces[0].payload == code.to_bytes(2, "big")


def test_an_allowed_close_code_is_not_doubted() -> None:
    assert read_draft("close", "1001 leaving").doubt is None


def test_single_digits_between_commas_are_bytes() -> None:
    assert read_hex("1, 2, a") == b"\x01\x02\x0a"
