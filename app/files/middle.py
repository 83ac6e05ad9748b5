"""The search for frames in a connection of which the beginning is not known: both directions, segment by segment.

Bytes before the first frame that begins in the capture are not kept. What may be a frame is kept until it is decided,
at most `HELD` bytes of it; after `LOOKED_AT` bytes in vain it is something else.
"""

from __future__ import annotations

from typing import Final

from app.files.probing import Probe, are_frames

HELD: Final = 1024 * 1024
LOOKED_AT: Final = 8 * 1024 * 1024

EPHEMERAL: Final = 32768
"""Systems choose the ports of clients from here on (some from 49152)."""


class Middle:
    """What was seen of both sides since the place was lost."""

    def __init__(self) -> None:
        self.probes = (Probe(), Probe())
        self.skipped = [0, 0]
        """How many bytes of each side are not kept: they belong to a frame that began earlier."""
        self._kept: list[tuple[int, int, bytes]] = []
        self._size = 0
        self._seen = 0

    @property
    def is_hopeless(self) -> bool:
        """Whether it has looked long enough."""
        return self._size > HELD or self._seen > LOOKED_AT

    def feed(self, ns: int, side: int, data: bytes) -> None:
        """The next segment of this side."""
        self._seen += len(data)
        probe = self.probes[side]
        before = probe.begin
        probe.feed(data)
        if probe.begin is None or probe.begin != before:
            self._forget(side)
        if probe.begin is None:
            self.skipped[side] += len(data)
            return
        self._kept.append((ns, side, data))
        self._size += len(data)

    def lose(self, side: int) -> None:
        """Bytes of this side are missing."""
        self.probes[side].lose()
        self._forget(side)

    def is_found(self, *, final: bool) -> bool:
        """Whether these are frames."""
        return are_frames(*self.probes, final=final)

    def kept(self) -> list[tuple[int, int, bytes]]:
        """What is kept, from the first frame of each side on: (time, side, bytes) as they came."""
        kept, self._kept, self._size = self._kept, [], 0
        return kept

    def client(self, ports: tuple[int, int]) -> tuple[int, bool]:
        """Which side is the client, and whether its masks say so: the side that masks, else the one with the port that
        a system has chosen, else the one that is not seen to leave the mask out."""
        first, second = (probe.masked for probe in self.probes)
        chosen = [port >= EPHEMERAL for port in ports]
        if first != second and (first or second or chosen[0] == chosen[1]):
            return (0 if first or second is False else 1), True
        return (0 if ports[0] >= ports[1] else 1), False

    def _forget(self, side: int) -> None:
        """What was kept of this side was no frame, or frames before a hole."""
        gone = sum(len(data) for _, who, data in self._kept if who == side)
        if gone:
            self._kept = [each for each in self._kept if each[1] != side]
            self.skipped[side] += gone
            self._size -= gone
