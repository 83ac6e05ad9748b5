"""What is told line by line of messages between Ada and Ben: each passage from one to the other, and each wait.

A passage has two hops, Ada to the server and the server to Ben, or back. It may end at the server: lost, put aside,
refused. Rows are made of all facts, so that nothing jumps; what is known at the cursor is asked of each part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from protocol.chorus import Happened
from protocol.facts import FrameArrived, FrameSent, Told
from protocol.patterns.json_text import JsonError, read_object
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.chorus import Chorus
    from protocol.frames import Frame

ADA: Final = "ada"
BEN: Final = "ben"
SERVER: Final = "server"
JUMP: Final = 1.0
"""A wait of more than so many seconds has a row of its own."""

UNKNOWN: Final = 1 << 60


@dataclass(slots=True)
class Hop:
    """One frame from `start` to `stop`; `sent` and `arrived` are the positions of these facts."""

    start: str
    stop: str
    frame: Frame
    sent: int
    arrived: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a program did, and from when it is known."""

    kind: str
    place: int
    id: int = 0
    text: str = ""


@dataclass(slots=True)
class Row:
    """One line. `kind` is `chat`, `ack`, `error` or `garbage` for a passage, else `wait`, `failed` or `back`."""

    kind: str
    place: int
    time: float
    id: int = 0
    text: str = ""
    tries: int = 0
    waited: float = 0.0
    """How many seconds before it nothing happened."""
    hops: list[Hop] = field(default_factory=list)
    ends: list[Note] = field(default_factory=list)
    """What became of it at the server: `lost`, `lost-ack`, `away`, `held`, `invalid`, `broke` or `cut`."""
    given: list[Note] = field(default_factory=list)
    """What Ben's program got of it: `deliver`, `duplicate`, `early`."""
    told: list[Note] = field(default_factory=list)
    """What Ada's program was told: the code of a connection that is over."""


@dataclass(slots=True)
class Rows:
    """All rows, and how Ada's list changes: (position, number, whether it comes or goes)."""

    rows: list[Row] = field(default_factory=list)
    changes: list[tuple[int, int, bool]] = field(default_factory=list)

    def listed(self, row: int, cursor: int) -> tuple[int, ...]:
        """The numbers on Ada's list at the end of a row, as far as it is known."""
        stop = self.rows[row + 1].place if row + 1 < len(self.rows) else UNKNOWN
        found: dict[int, None] = {}
        for place, number, comes in self.changes:
            if place < min(stop, cursor):
                if comes:
                    found[number] = None
                else:
                    found.pop(number, None)
        return tuple(found)

    def gone(self, row: int, cursor: int) -> tuple[int, ...]:
        """The numbers that this row has taken off the list."""
        start = self.rows[row].place
        stop = self.rows[row + 1].place if row + 1 < len(self.rows) else UNKNOWN
        return tuple(
            number for place, number, comes in self.changes if start <= place < min(stop, cursor) and not comes
        )


def rows_of(whole: Chorus) -> Rows:
    """The rows of everything that was recorded."""
    found = Rows()
    last = 0.0
    for place, fact in enumerate(whole):
        name = whole.name_at(place)
        if isinstance(fact, Happened):
            _moment(found, place, fact, last)
            last = fact.time
        elif isinstance(fact, FrameSent) and fact.frame.opcode == Opcode.TEXT:
            _sent(found, place, fact, name)
        elif isinstance(fact, FrameArrived) and fact.frame.opcode == Opcode.TEXT:
            _arrived(found, place, fact, name)
        elif isinstance(fact, Told) and fact.who is Role.CLIENT and name.startswith(ADA) and found.rows:
            found.rows[-1].told.append(Note("told", place, fact.told.code))
    return found


def _ends(name: str, who: Role) -> tuple[str, str]:
    page = BEN if name == BEN else ADA
    return (page, SERVER) if who is Role.CLIENT else (SERVER, page)


def _read(frame: Frame) -> tuple[str, int, str]:
    """The type of an envelope, its id and its data."""
    text = frame.payload.decode("utf-8", "replace")
    try:
        mail = read_object(text)
    except JsonError:
        return "garbage", 0, text
    number, data = mail.get("id"), mail.get("data")
    return str(mail.get("type")), number if isinstance(number, int) else 0, data if isinstance(data, str) else text


def _sent(found: Rows, place: int, fact: FrameSent, name: str) -> None:
    start, stop = _ends(name, fact.who)
    kind, number, text = _read(fact.frame)
    hop = Hop(start, stop, fact.frame, place)
    row = found.rows[-1] if found.rows else None
    if start == SERVER and row is not None and (row.kind, row.id) == (kind, number) and len(row.hops) == 1:
        row.hops.append(hop)
        return
    if start == ADA and row is not None and row.kind == "send":
        row.kind, row.hops = ("chat" if kind == "chat" else "garbage"), [hop]
        return
    found.rows.append(Row(kind, place, fact.time, number, text, hops=[hop]))


def _arrived(found: Rows, place: int, fact: FrameArrived, name: str) -> None:
    ends = _ends(name, fact.who)
    for row in reversed(found.rows):
        for hop in row.hops:
            if (hop.start, hop.stop) == ends and hop.frame.offset == fact.frame.offset and hop.arrived == UNKNOWN:
                hop.arrived = place
                return


def _moment(found: Rows, place: int, fact: Happened, last: float) -> None:
    moment, rows = fact.moment, found.rows
    values = moment.values
    number, text = int(values.get("id", 0)), str(values.get("text", ""))
    kind = moment.kind.removeprefix("mail.")
    match kind:
        case "send":
            rows.append(Row("send", place, fact.time, number, text, int(values.get("tries", 1))))
            if values.get("kept"):
                found.changes.append((place, number, True))
        case "timeout" if fact.time - last > JUMP:
            rows.append(Row("wait", place, fact.time, number, waited=fact.time - last))
        case "failed":
            rows.append(Row("failed", place, fact.time, number, tries=int(values.get("tries", 1))))
            found.changes.append((place, number, False))
        case "back":
            rows.append(Row("back", place, fact.time))
        case "acked":
            found.changes.append((place, number, False))
        case "lost" | "lost-ack" | "away" | "held" | "invalid" | "broke" | "cut" if rows:
            rows[-1].ends.append(Note(kind, place, number, str(values.get("reason", ""))))
        case "deliver" | "duplicate" | "early" if rows:
            rows[-1].given.append(Note(kind, place, number, text))
