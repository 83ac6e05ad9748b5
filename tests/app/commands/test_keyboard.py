"""Lines from a pipe, a file, or nowhere."""

from __future__ import annotations

import asyncio
import os
import sys
import threading

import pytest
from patience_support import PATIENCE

from app.commands.keyboard import Keyboard, TooLongError


@pytest.fixture
def stdin(monkeypatch):
    """Puts these bytes on stdin."""
    opened = []

    def put(data, path=None):
        if path is None:
            reading, writing = os.pipe()
            os.write(writing, data)
            os.close(writing)
            opened.append(os.fdopen(reading))
        else:
            path.write_bytes(data)
            opened.append(path.open())
        monkeypatch.setattr(sys, "stdin", opened[-1])

    yield put
    for thread in threading.enumerate():
        if thread.name == "keyboard":  # it must not read a later file that gets the same number
            thread.join(10)
            assert not thread.is_alive()
    for each in opened:
        each.close()


def lines(limit=100):
    async def read():
        async with asyncio.timeout(PATIENCE):
            return [line async for line in Keyboard(limit).lines()]

    return asyncio.run(read())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"a", [b"a"]),
        (b"a\n", [b"a"]),
        (b"a\nb", [b"a", b"b"]),
        (b"\n\na\n", [b"", b"", b"a"]),
        (b"a\r\nb\r\n", [b"a", b"b"]),
        (b"a\rb\n", [b"a\rb"]),
        (b"\xff\n", [b"\xff"]),
    ],
)
def test_lines_of_a_pipe(stdin, data, expected):
    stdin(data)
    assert lines() == expected


def test_lines_of_a_file(stdin, tmp_path):
    data = b"".join(b"%d\n" % number for number in range(100_000))
    stdin(data, tmp_path / "file")
    assert lines() == data.split(b"\n")[:-1]


def test_no_stdin_at_all(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert lines() == []


@pytest.mark.parametrize("data", [b"a\n" + b"x" * 101 + b"\n", b"x" * 60_000])
def test_a_line_that_is_too_long(stdin, data):
    stdin(data)
    with pytest.raises(TooLongError, match="longer than 100 bytes"):
        lines()


def test_nobody_waits_for_a_reader_that_has_stopped(stdin, tmp_path):
    """The thread is ahead by some reads, and ends when the loop does."""
    stdin(b"x\n" * 1_000_000, tmp_path / "file")

    async def first():
        return await anext(Keyboard(100).lines())

    assert asyncio.run(first()) == b"x"
