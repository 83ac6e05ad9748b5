"""Lines for readers who are slow, or gone."""

from __future__ import annotations

import io
import os
import sys
import threading

import pytest

from app.commands.spool import Spool


class Stuck(io.StringIO):
    """A reader that takes nothing before it is let go."""

    def __init__(self):
        super().__init__()
        self.free = threading.Event()
        self.begun = threading.Event()

    def write(self, text):
        self.begun.set()
        assert self.free.wait(10)
        return super().write(text)


def test_lines_come_in_order(capsys):
    spool = Spool()
    for number in range(100):
        spool.say(f"line {number}")
    spool.close()
    assert capsys.readouterr().out.splitlines() == [f"line {number}" for number in range(100)]


def test_a_slow_reader_stops_nobody(monkeypatch):
    out = Stuck()
    monkeypatch.setattr(sys, "stdout", out)
    spool = Spool(room=3)
    spool.say("first")
    assert out.begun.wait(10)
    for number in range(50):
        spool.say(str(number))
    spool.close(seconds=0.01)
    assert out.getvalue() == ""
    out.free.set()
    spool._thread.join(0)
    while not spool._lines.empty():
        spool._thread.join(0.01)
    spool.say("last")
    spool.close()
    assert out.getvalue().splitlines() == ["first", "0", "1", "2", "(47 lines were left out: nobody read them)", "last"]


def test_a_reader_that_is_gone_stops_nobody(monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    out = os.fdopen(writing, "w")
    monkeypatch.setattr(sys, "stdout", out)
    spool = Spool()
    spool.say("nobody")
    spool._thread.join(10)
    assert not spool._thread.is_alive()
    spool.say("still nobody")
    spool.close()
    with pytest.raises(BrokenPipeError):
        out.close()


def test_what_the_console_cannot_show_is_escaped(monkeypatch):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    spool = Spool()
    spool.say("“你”")
    spool.close()
    assert out.buffer.getvalue() == b"\\u201c\\u4f60\\u201d\n"
