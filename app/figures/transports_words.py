"""The words of the figure `transports`: the four ways, what is counted, and numbers with their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.drawing.marks import Words


def way_name(words: Words, way: str) -> str:
    """What a way is called."""
    names = {
        "polling": words.translate("figures", "Polling"),
        "longpoll": words.translate("figures", "Long polling"),
        "stream": words.translate("figures", "Server-sent events"),
        "websocket": words.translate("figures", "WebSocket"),
    }
    return names.get(way, way)


def seconds_text(words: Words, seconds: float, digits: int = 2) -> str:
    """A time with its unit."""
    return words.translate("figures", "{number} s").format(number=f"{seconds:.{digits}f}")


def bytes_text(words: Words, size: int) -> str:
    """A size with its unit."""
    return words.translate("figures", "%n bytes", "", size)
