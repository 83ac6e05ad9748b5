"""What can stand behind a server: programs that are told every event of every connection, and answer.

A program is a plain function `(link, event) -> None`. It is called in the order of what arrived, one event at a time,
and may send through `link.connection` at once, or to another link with `act`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from app.network.link import Link
from protocol.connection import Connection, StateError
from protocol.events import Closed, Event, MessageReceived, Opened

Program = Callable[[Link, Event], None]
"""Is told each event of each link."""


def echo(link: Link, event: Event) -> None:
    """Every message goes back to where it came from, text as text and binary as binary."""
    if isinstance(event, MessageReceived):
        pass_on(link.connection, event)


def broadcast() -> Program:
    """Every message goes to everyone who is connected, its sender included."""
    members: set[Link] = set()

    def tell_all(link: Link, event: Event) -> None:
        if isinstance(event, Opened):
            members.add(link)
        elif isinstance(event, Closed):
            members.discard(link)
        elif isinstance(event, MessageReceived):
            for member in tuple(members):
                member.act(lambda connection: pass_on(connection, event))

    return tell_all


def pass_on(connection: Connection, message: MessageReceived) -> None:
    """Send a message as it came; an endpoint that has said Close says nothing more (section 5.5.1)."""
    with suppress(StateError):
        if message.text is not None:
            connection.send_text(message.text)
        else:
            connection.send_binary(message.payload)
