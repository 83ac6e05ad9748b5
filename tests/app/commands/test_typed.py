"""What is typed, as bytes on the wire of a client whose mask is zero."""

from __future__ import annotations

import pytest

from app.commands.output import InputError
from app.commands.typed import COMMANDS, HELP, read_line
from protocol.connection import Connection
from protocol.handshake import Offer, Policy


@pytest.fixture
def connection():
    client = Connection.client(Offer("x", "/", "dGhlIHNhbXBsZSBub25jZQ=="), lambda: bytes(4))
    client.connect()
    server = Connection.server(Policy())
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return client


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("Hello", "8185 00000000 48656c6c6f"),
        ("", "8180 00000000"),
        ("你好", "8186 00000000 e4bda0e5a5bd"),
        ("//close", "8186 00000000 2f636c6f7365"),
        ("/ping", "8980 00000000"),
        ("/ping a b", "8983 00000000 612062"),
        ("/pong x", "8a81 00000000 78"),
        ("/close", "8882 00000000 03e8"),
        ("/close 4000", "8882 00000000 0fa0"),
        ("/close 1000 so long", "8889 00000000 03e8 736f206c6f6e67"),
        ("/close 1005", "8882 00000000 03ed"),  # a teaching client can send what nobody may
        ("/binary 00 ff", "8282 00000000 00ff"),
        ("/binary", "8280 00000000"),
        ("/raw 0x81, 0x01 41", "8101 41"),
    ],
)
def test_each_line(connection, line, frame):
    read_line(line)(connection)
    assert connection.bytes_to_send() == bytes.fromhex(frame)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/foo", "no command “/foo”"),
        ("/", "no command “/”"),
        ("/Ping", "no command"),
        ("/foo\x1b[31m", r"“/foo\x1b[31m”"),
        ("/close now", "no close code"),
        ("/close 70000", "no close code"),
        ("/close -1", "no close code"),
        ("/close 1000 " + "x" * 124, "at most 125 bytes"),
        ("/ping " + "你" * 42, "at most 125 bytes"),
        ("/raw", "no hex digits"),
        ("/raw 8", "half a byte"),
        ("/raw zz", "is not a hex digit"),
        ("/binary 0g", "is not a hex digit"),
    ],
)
def test_what_is_wrong_is_one_sentence(line, words):
    with pytest.raises(InputError) as caught:
        read_line(line)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_help_lists_every_command():
    assert read_line("/help") is None
    for name in (*COMMANDS, "/help", "//"):
        assert f"\n{name}" in "\n" + HELP or f"; {name}" in HELP
