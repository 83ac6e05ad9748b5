"""One server with several clients that goes home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HouseSetup:
    """Who is there: a name for each connection, the first is the main one. Each says `text`; then the server says Close
    with `code` and `reason` to all of them."""

    clients: tuple[str, ...] = ("ada", "ben", "cleo")
    text: str = "Hello"
    code: int = 1001
    reason: str = ""
