"""What a network may do to the connections of Live: one setting, one seed, and each connection has its own weather.

    delay        every piece comes late by a time between a least and a most, in seconds
    pieces       the stream is cut into pieces between a least and a most, in bytes
    flip_every   one bit in about so many bytes arrives as its opposite
    lose_at      from this byte on nothing arrives, not even the end
    reset_at     at this byte the connection is reset

With `spares_heads` both HTTP heads pass untouched, and places count from the first byte after them. The same seed gives
the same weather to the same connection: its first, second, third ... since the server or proxy was started.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.network.weather import Climate, Weather
from protocol.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Impairment:
    """The setting. ValueError for what no weather can be."""

    seed: int = 1
    delay: tuple[float, float] = (0.0, 0.0)
    pieces: tuple[int, int] | None = None
    flip_every: int | None = None
    lose_at: int | None = None
    reset_at: int | None = None
    spares_heads: bool = True

    def __post_init__(self) -> None:
        self._climate()

    @property
    def is_fine(self) -> bool:
        """Whether nothing happens at all."""
        return self._climate() == Climate()

    def weather(self, number: int, who: Role) -> Weather:
        """The weather of what `who` writes on the connection `number`."""
        seed = (self.seed << 32 | number << 1 | (who is Role.SERVER)) & (1 << 96) - 1
        return Weather(self._climate(), seed, spares_head=self.spares_heads)

    def _climate(self) -> Climate:
        return Climate(self.delay, self.pieces, 0.0, frozenset(), self.lose_at, self.reset_at, self.flip_every)
