"""Messages with numbers, over a server that loses some."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliverySetup:
    """What the play `delivery` can be set to. Ada sends `texts` to Ben, by way of a server that hands messages on.

    TCP loses nothing within a connection, so the server does: `lose` names what it throws away, `2.1` the message 2 the
    first time it passes, `ack3.1` the first acknowledgement of message 3. What `hold` names it hands on after the next
    one. `cut` names the message with which Ada's connection breaks. Without `ben` nobody listens.

    `acks`: Ben acknowledges, and Ada sends again after `timeout` seconds, at most `retries` times. At most `window`
    messages are under way. Ben's program is given each message once if it has a `memory`, and in order if it keeps
    `order`. `garbage` is what Ada sends first; a server that `checks` answers it with an error, one that does not
    breaks down over it.
    """

    texts: tuple[str, ...] = ("Hello", "At eight?", "Bye")
    lose: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    cut: str = ""
    ben: bool = True
    acks: bool = True
    timeout: float = 5.0
    retries: int = 3
    window: int = 16
    memory: bool = True
    order: bool = False
    garbage: str = ""
    checks: bool = True
