"""Markdown into runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.widgets.markdown import Run, paragraphs, plain


def test_bold_and_code() -> None:
    assert paragraphs("A **no** `03 e8` b") == (
        (Run("A "), Run("no", bold=True), Run(" "), Run("03 e8", mono=True), Run(" b")),
    )


def test_a_blank_line_begins_a_paragraph() -> None:
    assert [plain(runs) for runs in paragraphs("one\ntwo\n\nthree")] == ["one two", "three"]


def test_list_items_are_paragraphs() -> None:
    assert [plain(runs) for runs in paragraphs("- a\n- b")] == ["•  a", "•  b"]


def test_html_is_text() -> None:
    assert plain(paragraphs("<b>x</b>")[0]) == "<b>x</b>"


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    assert all(isinstance(run, Run) for runs in paragraphs(source) for run in runs)
