"""One conversation twice: over HTTP/1.1 with Upgrade, and through a stream of HTTP/2 (RFC 8441)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TunnelSetup:
    """What the client says and with which `code` it closes; whether the HTTP/2 server `announces` extended CONNECT
    (SETTINGS_ENABLE_CONNECT_PROTOCOL = 1), without which a client may not ask for it."""

    text: str = "Hello"
    code: int = 1000
    announces: bool = True
