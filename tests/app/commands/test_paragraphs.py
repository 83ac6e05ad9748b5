"""Prose of lessons."""

from __future__ import annotations

from app.commands.paragraphs import plain


def test_marks_of_lessons_are_dropped():
    assert plain("**OPEN** and `101`") == "OPEN and 101"
