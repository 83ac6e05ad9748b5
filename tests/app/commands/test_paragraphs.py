"""Prose in columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.commands.paragraphs import NO_START, _pieces, columns, plain, wrapped


def test_words_are_kept_whole():
    assert wrapped("the server reads the request", 12) == ["the server", "reads the", "request"]


def test_indents_count():
    assert wrapped("one two three", 9, "  ", "    ") == ["  one two", "    three"]
    assert wrapped("one two", 5, "* ", "  ") == ["* one", "  two"]


def test_chinese_may_end_anywhere_but_before_punctuation():
    assert columns("服务器ab") == 8
    assert wrapped("服务器应答。", 10) == ["服务器应", "答。"]
    assert wrapped("收到 101（成功）", 9) == ["收到 101", "（成功）"]


def test_marks_of_lessons_are_dropped():
    assert plain("**OPEN** and `101`") == "OPEN and 101"


def test_nothing_is_nothing():
    assert wrapped("", 20) == []
    assert wrapped("   ", 20) == []


@given(st.text(st.sampled_from("ab ，。握手（）101"), max_size=80), st.integers(12, 40))
def test_nothing_is_lost_and_lines_fit(text, width):
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        assert line[0] not in NO_START
    for line in lines:
        assert columns(line) <= width or len(_pieces(line)) == 1
