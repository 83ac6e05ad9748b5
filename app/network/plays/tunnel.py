"""The play `tunnel`: the same conversation over HTTP/1.1 and over HTTP/2 (RFC 8441).

    http1    Upgrade, then frames on the TCP connection: the main connection
    http2    extended CONNECT, then the same frames in DATA frames of one stream: HTTP/2, which nobody judges

Both masks are the same in both, so that the frames can be compared byte by byte: a client in the world draws new ones.
HTTP/2 is spoken by the library `h2` on a real TCP connection; what it wrote is then looked up in the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.duet import Duet
from app.network.plays.tunnel_stream import KIND, Tunnel
from app.network.plays.wires import Wire
from app.network.stage import Keys, offer_of, policy_of, setup_of
from protocol.chorus import Played
from protocol.events import MessageReceived
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from lessons.model import Scenario
    from protocol.connection import Connection
    from protocol.events import Event

__all__ = ["KIND", "MAIN", "OTHER", "run"]

MAIN: Final = "http1"
OTHER: Final = "http2"
"""The names of the two connections."""


async def run(scenario: Scenario) -> Played:
    """Play it. Raises NetworkError if no port can be opened."""
    clock = Clock()
    first = Wire(clock.now, setup_of(scenario, "", ""))
    second: Wire | None = None
    try:
        await _upgrade(scenario, first)
        second = Wire(clock.now)
        tunnel = Tunnel(scenario, second, clock.now, first.recording)
        await tunnel.run()
    finally:
        first.close()
        if second is not None:
            second.close()
    recordings = {MAIN: first.recording, OTHER: second.recording}
    return Played(recordings, tuple(tunnel.moments), silent=frozenset({OTHER}))


async def _upgrade(scenario: Scenario, wire: Wire) -> None:
    """The conversation as RFC 6455 has it."""
    keys = Keys.of(scenario)
    key, masks = keys.key(), keys.masks()
    duet = Duet(wire, offer_of(scenario, key), masks, lambda _: policy_of(scenario), _echo)
    await duet.open()
    if duet.client.state is not State.OPEN:
        return
    duet.client.send_text(scenario.tunnel.text)
    await duet.settle()
    duet.client.send_close(scenario.tunnel.code)
    await duet.settle()


def _echo(connection: Connection, event: Event) -> None:
    """The server's program sends every message back."""
    if connection.role is Role.SERVER and isinstance(event, MessageReceived) and connection.state is State.OPEN:
        connection.send_data(event.opcode, event.payload)
