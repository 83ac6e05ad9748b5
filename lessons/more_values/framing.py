"""Values that count frames.

{used.client.a}     how many frames with opcode A the client has sent
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.facts import FrameSent

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values


def used(values: Values, who: str, opcode: str) -> str:
    """The number of frames with this opcode, given as a hex digit, that `who` has sent."""
    sent = values.facts.of(FrameSent)
    return str(sum(fact.who.value == who and fact.frame.opcode == int(opcode, 16) for fact in sent))


VALUES: Final[dict[str, Callable[..., str]]] = {r"used\.(client|server)\.([0-9a-f])": used}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
