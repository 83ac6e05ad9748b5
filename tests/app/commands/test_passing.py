"""The words and documents for what passes; the whole talk is in `test_proxy`."""

from __future__ import annotations

import pytest
from network_support import HELLO, REQUEST

from app.commands.passing import Passing, frame_words, message_words
from protocol.fragments import Message
from protocol.frames import FrameReader, encode_frame
from protocol.observer import Observer
from protocol.recording import Entry, Kind, Setup
from protocol.vocabulary import Opcode, Role


def frame(*arguments, **options):
    [found] = FrameReader().feed(encode_frame(*arguments, **options))
    return found


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (frame(Opcode.TEXT, b"Hello"), "text, 5 bytes: “Hello”"),
        (frame(Opcode.TEXT, b"H", fin=False), "text, 1 byte, more follow: “H”"),
        (frame(Opcode.TEXT, b"\xff"), "text, 1 byte: ff"),
        (frame(Opcode.TEXT, b""), "text, 0 bytes"),
        (frame(Opcode.TEXT, b"x" * 70), f"text, 70 bytes: “{'x' * 60}” … and 10 characters more"),
        (frame(Opcode.TEXT, b"\xca\x00", rsv=4), "text, 2 bytes, compressed: ca 00"),
        (frame(Opcode.BINARY, b"abc", key=b"\1\2\3\4"), "binary, 3 bytes: 61 62 63"),
        (frame(Opcode.BINARY, bytes(40)), f"binary, 40 bytes: {bytes(30).hex(' ')} …"),
        (frame(Opcode.CLOSE, b"\x0b\xb8bye"), "close, 5 bytes: 3000 libraries, registered “bye”"),
        (frame(Opcode.CLOSE, b""), "close, 0 bytes"),
    ],
)
def test_a_frame_in_a_few_words(one, words):
    assert frame_words(one) == words


def test_a_message_in_a_few_words():
    assert message_words(Message(1, b"Hi", (3,))) == "message from frame 3: text, 2 bytes: “Hi”"
    assert message_words(Message(2, b"\x01", tuple(range(12)))).startswith(
        "message from frames 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …: binary"
    )


def test_lines_and_documents_tell_the_same_and_steer_no_terminal():
    observer = Observer(Setup("a", "b"), reads=False)
    for when, piece in enumerate((REQUEST, HELLO, encode_frame(1, b"\x1b[2J", key=bytes(4)), HELLO[:2])):
        observer.feed(Entry(when, Role.CLIENT, Kind.DATA, piece, len(piece)))
    observer.feed(Entry(9, Role.CLIENT, Kind.RST))
    people, programs = Passing(7, Setup("a", "b")), Passing(7, Setup("a", "b"))
    lines = [line for fact in observer.facts if (line := people.line(fact)) is not None]
    documents = [document for fact in observer.facts if (document := programs.json(fact)) is not None]
    assert all(line.startswith("#7 ") and line.isprintable() for line in lines)
    assert any("“\\x1b[2J”" in line for line in lines)
    assert {each["connection"] for each in documents} == {7}
    assert documents[0]["event"] == "request"
    assert documents[0]["headers"][0] == {"name": "Host", "value": "server.example.com"}
    assert any(line.endswith("client → RST") for line in lines)
    assert [each["kind"] for each in documents if each["event"] == "end"] == ["rst"]
    assert people.opened_line() == "#7 opened: a to b"
    assert programs.opened_json() == {"connection": 7, "event": "opened", "client": "a", "server": "b"}
