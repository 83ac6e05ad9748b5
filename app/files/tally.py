"""What is counted while a file is read, and the remarks that it becomes at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from app.files import remarks
from app.files.remarks import Remark

TALK_LIMIT: Final = 10_000
"""No more WebSocket connections are told of one file."""

_COUNTED: Final = (
    (remarks.DROPPED, "lack"),
    (remarks.CUT_PACKETS, "lack"),
    (remarks.FRAGMENTS, "lack"),
    (remarks.BAD_PACKETS, "damage"),
    (remarks.NO_INTERFACE, "damage"),
    (remarks.STRAY, "damage"),
    (remarks.DIFFERING, "note"),
    (remarks.REPEATED, "note"),
    (remarks.BACKWARDS, "note"),
    (remarks.PLAIN_HTTP, "note"),
    (remarks.TLS, "note"),
    (remarks.HTTP2, "note"),
    (remarks.OTHER, "note"),
    (remarks.SILENT, "note"),
    (remarks.NOT_TCP, "note"),
)


class Tally:
    """How often each sentence is true. The keys are the sentences of `remarks` that have a `{count}`."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.links: Counter[str] = Counter()
        """Packets by the name of a link type that is not read."""
        self.talks = 0

    def add(self, source: str, count: int = 1) -> None:
        """It is true once more."""
        self.counts[source] += count

    def told(self) -> Iterator[Remark]:
        """What is to be said at the end: what is missing first."""
        if self.links:
            types = ", ".join(sorted(self.links))
            yield Remark(remarks.LINKS, {"types": types, "count": f"{self.links.total():,}"}, "lack")
        for source, kind in _COUNTED:
            if self.counts[source]:
                yield Remark(source, {"count": f"{self.counts[source]:,}"}, kind)  # type: ignore[arg-type]
        if self.counts[remarks.TOO_MANY]:
            values = {"count": f"{self.counts[remarks.TOO_MANY]:,}", "limit": f"{TALK_LIMIT:,}"}
            yield Remark(remarks.TOO_MANY, values, "lack")
        if not self.talks:
            yield Remark(remarks.NO_WEBSOCKET, kind="lack")
