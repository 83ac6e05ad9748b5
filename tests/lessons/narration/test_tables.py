"""The files of sentences."""

from __future__ import annotations

import pytest

from lessons.narration import tables


def test_a_sentence_is_found_by_section_and_name():
    assert tables.text("who", "server", "en") == "the server"
    assert tables.text("who", "server", "zh_CN") == "服务器"


def test_an_unknown_language_reads_english():
    assert tables.table("tlh") == tables.table("en")


def test_a_sentence_that_is_not_written_is_an_error():
    with pytest.raises(KeyError):
        tables.text("who", "proxy", "en")
