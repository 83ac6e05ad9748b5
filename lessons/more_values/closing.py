"""Values about how connections end: the house that a server leaves, and how long somebody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.closing import read_close
from protocol.stream import MESSAGE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values


def _reason_characters(values: Values, who: str, number: str) -> str:
    """How many characters the reason of a Close has."""
    return str(len(read_close(values.frame(who, number).payload).reason))


def _closing(values: Values, who: str) -> str:
    """How many seconds one end waits in the closing handshake."""
    setup = values.scenario.client if who == "client" else values.scenario.server
    return f"{setup.closing:g}"


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"house\.clients": lambda values: str(len(values.scenario.house.clients)),
    r"house\.names": lambda values: ", ".join(values.scenario.house.clients),
    r"house\.first": lambda values: values.scenario.house.clients[0],
    r"(client|server)\.closing": _closing,
    r"server\.limit": lambda values: str(values.scenario.server.limit or MESSAGE_LIMIT),
    r"(client|server)\.(\d+)\.reason_characters": _reason_characters,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
