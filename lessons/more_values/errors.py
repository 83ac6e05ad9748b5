"""Values of frames that never became whole: what their header announces, and how much a reader takes.

{announced.client.0}      the payload length that frame 0 of the client announces
{limit.message}           the largest message in bytes that the server takes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.facts import HeadSent
from protocol.frames import header_of, header_size
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values


def announced(values: Values, who: str, number: str) -> str:
    """The length in the header of a frame, whether or not its payload came."""
    facts = values.facts
    head = facts.get("request.sent" if who == Role.CLIENT.value else "response.sent")
    if not isinstance(head, HeadSent):
        raise MissingValueError("the {who} has sent no head", who=who)
    recording = getattr(facts, "recording", None) or next(iter(facts.recordings.values()))  # type: ignore[union-attr]
    data, at = recording.wire(Role(who)), len(head.head.raw)
    for _ in range(int(number) + 1):
        if len(data) < at + 2 or len(data) < at + header_size(data[at + 1]):
            raise MissingValueError("this run has no frame {number} from the {who}", number=number, who=who)
        header = header_of(data[at : at + header_size(data[at + 1])], at)
        at += header.size
    return f"{header.length:,}"


def limit(values: Values) -> str:
    """The largest message that this run's server takes."""
    return f"{values.scenario.server.limit or MESSAGE_LIMIT:,}"


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"announced\.(client|server)\.(\d+)": announced,
    r"limit\.message": limit,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
