"""What all connections of a server hold together: messages that are not whole, and bytes that their peers do not take.

Each connection has limits of its own, but thousands of them, each a byte below its limit, would fill any memory (RFC
6455 section 10.4). So there is a sum as well. Where it is passed, the connection that has held most for longest has to
go: bytes times seconds. Who sends a large message at full speed holds much for a short time, who sends a small one
slowly holds little; who wants to fill the memory and keep it full does neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Holder(Protocol):
    """Something that says how many bytes it holds now."""

    @property
    def held(self) -> int: ...


AnyHolder = TypeVar("AnyHolder", bound=Holder)


@dataclass(slots=True)
class _Share:
    """The bytes that a holder had when it was last asked, and since when it has had any."""

    size: int
    since: float


class Budget(Generic[AnyHolder]):
    """At most `limit` bytes for all holders together."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._shares: dict[AnyHolder, _Share] = {}
        self.total = 0

    def weigh(self, holder: AnyHolder, now: float) -> AnyHolder | None:
        """Something has changed here: who has to go for the rest to fit, or None. Ask again after it is gone."""
        self._note(holder, now)
        if self.total <= self._limit:
            return None
        for each in tuple(self._shares):  # a peer that takes its bytes tells nobody
            self._note(each, now)
        if self.total <= self._limit:
            return None
        return max(self._shares, key=lambda each: self._weight(each, now))

    def forget(self, holder: AnyHolder) -> None:
        """It is gone."""
        share = self._shares.pop(holder, None)
        if share is not None:
            self.total -= share.size

    def _note(self, holder: AnyHolder, now: float) -> None:
        size = holder.held
        share = self._shares.get(holder)
        if not size:
            self.forget(holder)
        elif share is None:
            self._shares[holder] = _Share(size, now)
            self.total += size
        else:
            self.total += size - share.size
            share.size = size

    def _weight(self, holder: AnyHolder, now: float) -> tuple[float, int]:
        share = self._shares[holder]
        return share.size * (now - share.since), share.size
