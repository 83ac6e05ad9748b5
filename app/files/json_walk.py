"""JSON read in order, without holding all of it: walk objects and arrays, take the values that matter, skip the rest.

    for key in walk.pairs():        # of the object that begins here
        if key == "entries":
            for _ in walk.items():     # of the array that begins here
                entry = walk.value()
        else:
            walk.value()

Whoever is given a key or an item must read its value. Text that is no JSON raises ValueError; `at` is the character at
which it stands.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

LONGEST: Final = 64 * 1024 * 1024
"""No single value has more characters."""

_AFTER: Final = frozenset(" \t\r\n,:]}")
"""What may stand behind a value."""

_SPACE: Final = re.compile(r"[ \t\r\n]*")


class JsonWalk:
    """The text that `read` gives in pieces, b"" at its end."""

    def __init__(self, begin: bytes, read: Callable[[], bytes]) -> None:
        self._read = read
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._scan = json.JSONDecoder().raw_decode
        self._text = self._decode(begin).removeprefix("\ufeff")
        self._place = 0
        self._gone = 0
        self._is_over = False

    @property
    def at(self) -> int:
        """How many characters are read."""
        return self._gone + self._place

    def peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            space = _SPACE.match(self._text, self._place)
            self._place = space.end() if space else self._place
            if self._place < len(self._text) or not self._more():
                return self._text[self._place : self._place + 1]

    def pairs(self) -> Iterator[str]:
        """The keys of an object, each before its value."""
        for _ in self._members("{", "}"):
            key = self.value()
            if not isinstance(key, str):
                raise ValueError("a key is a string")
            self._expect(":")
            yield key

    def items(self) -> Iterator[None]:
        """Comes by before each item of an array."""
        return self._members("[", "]")

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while True:
            try:
                value, stop = self._scan(self._text, self._place)
            except RecursionError:
                raise ValueError("nested too deeply") from None
            except ValueError:
                if len(self._text) - self._place > LONGEST or not self._more():
                    raise
                continue
            # A number may go on in the next piece: 1 or 1. of 1.5.
            if self._text[stop : stop + 1] in _AFTER or not self._more():
                self._place = stop
                return value

    def _members(self, begin: str, end: str) -> Iterator[None]:
        self._expect(begin)
        if self.peek() == end:
            self._place += 1
            return
        while True:
            yield
            mark = self.peek()
            self._place += 1
            if mark == end:
                return
            if mark != ",":
                self._place -= 1
                raise ValueError(f"“,” or “{end}” is missing")
            self.peek()

    def _expect(self, mark: str) -> None:
        if self.peek() != mark:
            raise ValueError(f"“{mark}” is missing")
        self._place += 1

    def _more(self) -> bool:
        """Whether more text has come: as much as there is at hand, so that a long value is not scanned too often."""
        if self._is_over:
            return False
        self._text, self._gone, self._place = self._text[self._place :], self._gone + self._place, 0
        wanted = 2 * len(self._text)
        parts = [self._text]
        size = len(self._text)
        while size <= wanted:
            data = self._read()
            self._is_over = not data
            parts.append(self._decode(data, final=self._is_over))
            size += len(parts[-1])
            if self._is_over:
                break
        self._text = "".join(parts)
        return size > len(parts[0])
