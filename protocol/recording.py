"""A recording: the timed bytes of one connection in both directions. Everything that is shown is derived from it.

    SYN, DATA, FIN, RST   `who` opened, wrote, ended or reset (the time is that of sending)
    READ                  the other side read `size` bytes of what `who` wrote; 0 means that it noticed the end
    GAP                   the next `size` bytes of `who` were sent, but the capture has lost them

A capture file has no READ entries; then everything arrives at the moment in which it was seen (`reads` is False).
On disk a recording is JSON lines: a head with a version, then one entry a line, bytes as hex. Saving replaces the file
atomically; loading keeps everything before a damaged line and says where the damage is.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from math import inf, isfinite
from pathlib import Path
from typing import Any, Final, overload

from protocol.batch import picked
from protocol.vocabulary import Role
from protocol.wire import Wire

FORMAT: Final = "websocket-101 recording"
FORMAT_VERSION: Final = 1


class Kind(Enum):
    """What an entry is about."""

    SYN = "syn"
    DATA = "data"
    FIN = "fin"
    RST = "rst"
    READ = "read"
    GAP = "gap"

    __hash__ = object.__hash__
    """Members are one of a kind, as those of `Role`."""


_DATA: Final = Kind.DATA
_KINDS: Final = [(kind, role) for kind in Kind for role in Role]
EVERY: Final = 64
"""How many entries there are between two marks."""

_MOVING: Final = frozenset({Kind.DATA, Kind.GAP})
"""What takes a place in the stream."""

_SIZED: Final = frozenset({Kind.READ, Kind.GAP})
"""What has a size of its own."""

_CODES: Final = {pair: code for code, pair in enumerate(_KINDS)}
_DATA_CODES: Final = bytes.maketrans(b"\0\1", bytes(_CODES[_DATA, role] for role in Role))
"""For `bytes.translate`: the code of DATA from the client for 0, from the server for 1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One moment of the wire: `time` in seconds since the recording began, `who` sent it, `size` in bytes."""

    time: float
    who: Role
    kind: Kind
    data: bytes = b""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """What is known of the connection besides its bytes: both addresses, and the embedded server's own policy.

    `origins` and `hosts` are None where the server takes any; a capture of somebody else's traffic knows neither.
    `began` is time 0 of the recording in seconds since 1970, 0.0 if nobody knows. A recording that is not `whole`
    begins in the middle of a connection: there are no heads, both ends are OPEN, what they agreed on is not known.
    """

    client: str = ""
    server: str = ""
    origins: tuple[str, ...] | None = None
    hosts: tuple[str, ...] | None = None
    subprotocols: tuple[str, ...] = ()
    deflate: bool = True
    """Whether the server takes an offer of permessage-deflate (RFC 7692); somebody else's may."""
    client_limit: int | None = None
    server_limit: int | None = None
    """The largest message in bytes that each end takes, None if nobody knows (RFC 6455 section 10.4)."""
    began: float = 0.0
    whole: bool = True
    rebuilt: bool = False
    """Whether the bytes were made anew from messages (a HAR has no others): nothing in them can be judged."""


UNREADABLE: Final = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What a line of JSON that is none of ours can raise while it is read."""


class DamagedRecordingError(ValueError):
    """A file that is no recording at all."""


class Recording:
    """An append-only list of entries in the order of time.

    It is kept in columns: 13 bytes an entry, and the bytes of each direction side by side, so that a frame is found by
    its place in the stream however it was cut into segments. An `Entry` is made when somebody looks at it: where its
    bytes begin is counted from the last of the marks before it.
    """

    def __init__(self, setup: Setup | None = None, reads: bool = True) -> None:
        self.setup = setup or Setup()
        self.reads = reads
        self._last = -inf
        self._times = array("d")
        self._codes = array("B")
        self._sizes = array("I")
        self._appends: Final = (self._times.append, self._codes.append, self._sizes.append)
        self._wires = {role: Wire() for role in Role}
        self._marks = {role: array("Q") for role in Role}
        """How far each direction had come before entry 0, 64, 128 ..."""

    def append(self, entry: Entry) -> None:
        """Add the next entry; time does not run backwards."""
        self.add(entry.time, entry.who, entry.kind, entry.data, entry.size)

    def add(self, time: float, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        """The same without an `Entry`. `size` counts for READ and GAP, `data` for DATA."""
        if time < self._last:
            raise ValueError(f"entry at {time} s after one at {self._last} s")
        add_time, add_code, add_size = self._appends
        add_size(len(data) if kind is _DATA else size)
        if not len(self._times) % EVERY:
            for role, marks in self._marks.items():
                marks.append(len(self._wires[role]))
        add_time(time)
        add_code(_CODES[kind, who])
        self._last = time
        if kind is _DATA:
            self._wires[who].append(data)
        elif kind is Kind.GAP:
            self._wires[who].skip(size)

    def add_data(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes]) -> None:
        """Many entries of DATA, not none: of each the time, 1 if the server wrote it, and what it wrote."""
        if times[0] < self._last or list(times) != sorted(times):
            raise ValueError(f"entries from {times[0]} s to {times[-1]} s, not in order or after one at {self._last} s")
        sizes = list(map(len, pieces))
        for role, marks in self._marks.items():
            far, before = len(self._wires[role]), 0
            for place in range(-len(self._times) % EVERY, len(times), EVERY):
                far += sum(picked(role, sizes[before:place], servers[before:place]))
                before = place
                marks.append(far)
        self._times.extend(times)
        self._sizes.extend(sizes)
        self._codes.frombytes(servers.translate(_DATA_CODES))
        self._last = times[-1]
        for role, wire in self._wires.items():
            wire.append(b"".join(picked(role, pieces, servers)))

    def __len__(self) -> int:
        return len(self._times)

    def __iter__(self) -> Iterator[Entry]:
        return self.entries(0)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        places = range(len(self))[place]
        return next(self.entries(places)) if isinstance(places, int) else [self[each] for each in places]

    def entries(self, first: int) -> Iterator[Entry]:
        """The entries from number `first` on, those that are appended meanwhile as well."""
        return (Entry(*row) for row in self.rows(first))

    def rows(self, first: int) -> Iterator[tuple[float, Role, Kind, bytes, int]]:
        """The same without an `Entry`: what `add` was given, in that order."""
        place = first // EVERY * EVERY
        starts = {role: marks[first // EVERY] if first < len(self) else 0 for role, marks in self._marks.items()}
        while place < len(self._times):
            kind, who = _KINDS[self._codes[place]]
            size, data = self._sizes[place], b""
            if kind in _MOVING:
                start = starts[who]
                starts[who] = stop = start + size
                if place >= first and kind is _DATA:
                    data = self._wires[who].cut(start, stop)
            if place >= first:
                yield self._times[place], who, kind, data, size
            place += 1

    def time(self, place: int) -> float:
        """The time of an entry, in seconds since the recording began."""
        return self._times[place]

    def fork(self, at: int) -> Recording:
        """A recording of its own that begins with the first `at` entries."""
        fork = Recording(self.setup, self.reads)
        for entry in islice(self, range(len(self))[:at].stop):
            fork.append(entry)
        return fork

    def wire(self, who: Role) -> bytes:
        """Every byte that `who` sent, in order: what a packet capture shows. What it has lost is zeros."""
        return self.cut(who, 0, len(self._wires[who]))

    def cut(self, who: Role, start: int, stop: int) -> bytes:
        """The bytes `start` to `stop` of what `who` sent, as far as they are here."""
        return self._wires[who].cut(start, stop)

    def size(self, who: Role) -> int:
        """How many bytes `who` sent, the lost ones included."""
        return len(self._wires[who])

    def gaps(self, who: Role) -> list[tuple[int, int]]:
        """Which bytes of what `who` sent were lost: first byte and first byte after, in order; two never touch."""
        return self._wires[who].gaps

    def next_gap(self, who: Role, start: int, stop: int) -> tuple[int, int] | None:
        """The first of the lost bytes among `start` to `stop`; None if all of them are here."""
        return self._wires[who].next_gap(start, stop)

    def save(self, path: Path) -> None:
        """Write the file, or leave what was there; raises OSError."""
        import tempfile  # noqa: PLC0415 - takes a while to import, and few recordings are saved

        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in self.lines())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def lines(self) -> Iterator[str]:
        """The recording as JSON lines, the head first."""
        setup = {name: getattr(self.setup, name) for name in Setup.__slots__}
        yield json.dumps({"format": FORMAT, "version": FORMAT_VERSION, "reads": self.reads, "setup": setup})
        for entry in self:
            yield json.dumps(_entry_to_json(entry))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A recording from a file, and where it stops being readable: `damage` is one sentence, or empty."""

    recording: Recording
    damage: str = ""


def load(path: Path) -> Loaded:
    """Read a recording; raises OSError, or DamagedRecordingError when not even the first line is one."""
    return read_lines(path.read_bytes().decode("utf-8", "replace").splitlines(), str(path))


def read_lines(lines: Iterable[str], name: str = "recording") -> Loaded:
    """The recording that these JSON lines are; a damaged tail is reported and the rest is kept."""
    rows = iter(lines)
    recording = _read_head(next(rows, ""), name)
    for number, line in enumerate(rows, start=2):
        try:
            recording.append(_entry_from_json(json.loads(line)))
        except UNREADABLE:
            kept = f"{len(recording)} entries before it were read"
            return Loaded(recording, f"{name}, line {number}: not an entry; {kept}")
    return Loaded(recording)


def _read_head(line: str, name: str) -> Recording:
    try:
        head = json.loads(line)
        known = head["format"] == FORMAT and head["version"] == FORMAT_VERSION
        setup = _setup_from_json(head["setup"])
        reads = bool(head["reads"])
    except UNREADABLE:
        known = False
    if not known:
        raise DamagedRecordingError(f"{name}, line 1: not a recording of version {FORMAT_VERSION}")
    return Recording(setup, reads)


def _setup_from_json(values: Mapping[str, Any]) -> Setup:
    """The setup; one of the UNREADABLE errors for anything that is none."""
    parts: dict[str, Any] = {key: tuple(part) if isinstance(part, list) else part for key, part in values.items()}
    setup = Setup(**parts)
    lists = [setup.subprotocols, setup.origins or (), setup.hosts or ()]
    if not all(isinstance(each, int | None) for each in (setup.client_limit, setup.server_limit)):
        raise TypeError("a limit is a whole number of bytes")
    if not isinstance(setup.deflate, bool):
        raise TypeError("a setup says whether the server takes compression")
    if (
        not isinstance(setup.whole, bool)
        or not isinstance(setup.rebuilt, bool)
        or not isfinite(setup.began)
        or setup.began < 0
    ):
        raise TypeError("a setup says when the recording began, and whether it is whole")
    texts = [setup.client, setup.server, *(text for each in lists for text in each)]
    if not all(isinstance(each, tuple) for each in lists) or not all(isinstance(text, str) for text in texts):
        raise TypeError("a setup holds texts and lists of texts")
    return setup


def _entry_to_json(entry: Entry) -> dict[str, object]:
    row: dict[str, object] = {"time": entry.time, "who": entry.who.value, "kind": entry.kind.value}
    if entry.kind is Kind.DATA:
        row["hex"] = entry.data.hex()
    if entry.kind in _SIZED:
        row["size"] = entry.size
    return row


def _entry_from_json(row: Mapping[str, Any]) -> Entry:
    data = bytes.fromhex(row["hex"]) if row["kind"] == "data" else b""
    time, size = float(row["time"]), row["size"] if row["kind"] in {"read", "gap"} else len(data)
    if not isinstance(size, int) or size < 0:
        raise ValueError("a size is a whole number of bytes")
    if not isfinite(time) or time < 0:
        raise ValueError("a time is a number of seconds since the beginning")
    return Entry(time, Role(row["who"]), Kind(row["kind"]), data, size)
