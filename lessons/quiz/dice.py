"""Dice that fall the same way for the same seed on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")

MULTIPLIER: Final = 6364136223846793005
INCREMENT: Final = 1442695040888963407
"""A linear congruential generator with 64 bits of state; these are the constants of Knuth's MMIX."""


class Dice:
    """Numbers from a seed. Good enough to choose questions; nothing here is a secret."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * MULTIPLIER + INCREMENT) % 2**64
        self.throw(2)

    def throw(self, sides: int) -> int:
        """A number from 0 to `sides` - 1."""
        self._state = (self._state * MULTIPLIER + INCREMENT) % 2**64
        return (self._state >> 33) % sides

    def between(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        return low + self.throw(high - low + 1)

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of these."""
        return items[self.throw(len(items))]

    def mixed(self, items: Sequence[Item]) -> list[Item]:
        """All of them in another order."""
        left, mixed = list(items), []
        while left:
            mixed.append(left.pop(self.throw(len(left))))
        return mixed
