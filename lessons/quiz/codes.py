"""Which code is the program told? Two fresh endpoints play it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.quiz.made import Made, three
from protocol.connection import Connection
from protocol.handshake import Offer, Policy

if TYPE_CHECKING:
    from lessons.quiz.dice import Dice
    from protocol.knowledge import Facts

CONFUSED: Final = ("1000", "1006", "1005", "1002", "1001")
"""The codes that are taken for one another."""

ENDINGS: Final = ("code", "code", "empty", "lost", "forbidden")
"""How the client ends: with a code of its own, without one, without a Close, or with a code that must not be sent."""


def told_code(_: Facts, dice: Dice) -> Made:
    """The client ends the connection in some way; the server's program is told a code."""
    ending = dice.one_of(ENDINGS)
    code = dice.between(3000, 4999) if ending == "code" else dice.one_of((1004, 1005, 1006, 1015))
    client, server = _pair()
    if ending != "lost":
        client.send_close(None if ending == "empty" else code)
        server.receive(client.bytes_to_send())
        server.bytes_to_send()
    server.tcp_closed()
    assert server.endpoint.told is not None
    right = str(int(server.endpoint.told.code))
    wrong = [str(code), *CONFUSED] if ending == "forbidden" else CONFUSED
    return Made("code." + ending, right, three(right, wrong), {"code": code, "messages": dice.between(2, 9_999)})


def _pair() -> tuple[Connection, Connection]:
    """Two OPEN endpoints; neither key nor mask matters here."""
    client = Connection.client(Offer("server.example.com", "/", "dGhlIHNhbXBsZSBub25jZQ=="), lambda: bytes(4))
    server = Connection.server(Policy())
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return client, server
