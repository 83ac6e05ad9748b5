"""What one peer may cost: sizes in bytes, times in seconds.

RFC 6455 section 10.4 asks for limits and leaves the numbers to us. How long each phase of a connection may last is
`protocol.patience`; whether a silent peer is still there is asked by `protocol.patterns.heartbeat`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from protocol.patience import Patience
from protocol.patterns.heartbeat import Pulse
from protocol.stream import MESSAGE_LIMIT


@dataclass(frozen=True, slots=True)
class Limits:
    """`pulse` is None for an endpoint that does not ask whether its peer is there."""

    connections: int = 4096
    """At one time; the next one is answered 503."""
    compressed: int = 512
    """How many of them may compress; the next one is not agreed to. Each takes a third of a MiB (RFC 7692)."""
    message: int = MESSAGE_LIMIT
    unsent: int = 2 * MESSAGE_LIMIT
    """What may wait for a peer that does not read, before it is dropped: more than any one answer."""
    memory: int = 16 * MESSAGE_LIMIT
    """What all connections together may hold of messages that are not whole, and of bytes that peers do not take."""
    patience: Patience = field(default_factory=Patience)
    lingering: float = 1.0
    """How long what still comes is read and dropped after our FIN, so that it is not answered with RST."""
    pulse: Pulse | None = None

    @property
    def closing(self) -> float:
        """How long the end of TCP is waited for."""
        return self.patience.closing or 60.0

    @property
    def handshake(self) -> float:
        """How long the opening handshake may take, that of TLS included."""
        return self.patience.handshake or 60.0


SERVER: Final = Limits(patience=Patience(idle=300.0), pulse=Pulse(interval=120.0, timeout=60.0))
"""What `serve` allows its peers: whoever answers a ping every two minutes may be silent for ever."""

CLIENT: Final = Limits()
"""What `connect` allows a server."""
