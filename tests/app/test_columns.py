"""Columns of a terminal: widths, cells, lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.columns import NO_START, _pieces, cells, filled, wide, wrapped

TEXTS = st.text(st.sampled_from("ab ，。握手（）101"), max_size=80)


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert wide("服务器ab") == 8
    assert wide("e\u0301\u200bx") == 2
    assert cells("e\u0301猫x") == ["e\u0301", "猫", "", "x"]
    assert cells("\u0301") == []


def test_words_are_kept_whole() -> None:
    assert wrapped("the server reads the request", 12) == ["the server", "reads the", "request"]
    assert wrapped("a loooooong word", 6) == ["a", "loooooong", "word"]


def test_indents_count() -> None:
    assert wrapped("one two three", 9, "  ", "    ") == ["  one two", "    three"]
    assert wrapped("one two", 5, "* ", "  ") == ["* one", "  two"]


def test_chinese_may_end_anywhere_but_before_punctuation() -> None:
    assert wrapped("服务器应答。", 10) == ["服务器应", "答。"]
    assert wrapped("收到 101（成功）", 9) == ["收到 101", "（成功）"]


def test_a_filled_line_is_never_too_long() -> None:
    assert filled("a loooooong word", 6) == ["a", "looooo", "ong", "word"]
    assert filled("猫", 1) == ["猫"]


def test_nothing_is_nothing() -> None:
    assert wrapped("", 20) == wrapped("   ", 20) == filled(" ", 20) == []


@given(TEXTS, st.integers(12, 40))
def test_nothing_is_lost_and_lines_fit(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        assert line[0] not in NO_START
    for line in lines:
        assert wide(line) <= columns or len(_pieces(line)) == 1


@given(TEXTS, st.integers(2, 40))
def test_nothing_is_lost_in_filled_lines(text: str, columns: int) -> None:
    lines = filled(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line) <= columns for line in lines)
