"""What both sides agreed on: {agreed.client.window} in bytes, its {agreed.client.bits}, {agreed.client.takeover}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.openings import agreed_in
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values


def _agreed(values: Values, who: str, part: str) -> str:
    deflate = agreed_in(as_chorus(values.facts).whole())
    if deflate is None:
        raise MissingValueError("this run has no compression")
    bits, takeover = deflate.of(Role(who))
    return {"window": str(2**bits), "bits": str(bits), "takeover": str(takeover).lower()}[part]


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"agreed\.(client|server)\.(window|bits|takeover)": _agreed,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
