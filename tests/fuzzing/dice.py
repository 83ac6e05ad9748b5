"""The first bytes of an input decide what is done with the rest."""

from __future__ import annotations

from itertools import pairwise


class Dice:
    """Choices read from the front of `data`; when it is used up, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, choices: int) -> int:
        """0 to `choices` - 1."""
        byte = self._data[self._at] if self._at < len(self._data) else 0
        self._at += 1
        return byte % choices

    @property
    def rest(self) -> bytes:
        """What has not been used."""
        return self._data[self._at :]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._data)


def cut(data: bytes, how: int) -> list[bytes]:
    """The bytes in pieces: byte by byte, in two, or in pieces that grow."""
    if how % 3 == 0:
        return [data[at : at + 1] for at in range(len(data))]
    if how % 3 == 1:
        middle = how % (len(data) + 1)
        return [data[:middle], data[middle:]]
    edges, size = [0], 1 + how % 7
    while edges[-1] < len(data):
        edges.append(edges[-1] + size)
        size += 1
    return [data[start:stop] for start, stop in pairwise(edges)]
