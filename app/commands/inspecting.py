"""The connections of a ledger as JSON and as lines: what `inspect` says, written piece by piece.

A file may hold hundreds of thousands of frames, and what is said of one takes a kilobyte or more, so that nothing is
collected: frames and messages are made, written and forgotten.
"""

from __future__ import annotations

import heapq
import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from app.commands.listing import verdict
from app.commands.output import visible
from app.commands.report import request_json, response_json, state_json
from app.commands.verdicts import JudgedFrame, frame_json, message_json, violation_json
from protocol.closing import read_close
from protocol.facts import MessageArrived, Moved
from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING, Finding
from protocol.rows import FRAME, GAP, HEAD, KIND_SHIFT, Row
from protocol.summary import VERDICTS, connection, connection_document, told_document
from protocol.violations import Violation
from protocol.vocabulary import Opcode, Role, is_control, opcode_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from protocol.ledger import Ledger
    from protocol.talk import Talk

PREVIEW: Final = 64
"""How many characters of a frame's contents are shown in its line."""


def json_pieces(ledger: Ledger, places: Iterable[int], remarks: list[dict[str, Any]]) -> Iterator[str]:
    """The document, cut into pieces of text. `places` are the rows whose frames are listed, in order."""
    by_talk: dict[int, list[int]] = {}
    for place in places:
        by_talk.setdefault(ledger.talk_of[place], []).append(place)
    yield '{"connections": ['
    for number, talk in enumerate(ledger.talks):
        yield ",\n" if number else "\n"
        yield from _connection_pieces(ledger, talk, by_talk.get(talk.number, []))
    yield f'\n], "remarks": {json.dumps(remarks)}}}'


def _connection_pieces(ledger: Ledger, talk: Talk, places: list[int]) -> Iterator[str]:
    head = connection_document(connection(talk)) | {
        "request": request_json(talk.facts),
        "response": response_json(talk.facts),
        "states": [state_json(fact) for fact in talk.facts.of(Moved)],
        "told": {role.value: told_document(talk.told[role]) for role in Role},
    }
    frames = head.pop("frames")
    yield json.dumps(head | {"frame_count": frames})[:-1]
    yield from _list("broken", (finding_json(talk, each) for each in broken(talk)))
    yield from _list("frames", (row_json(ledger, ledger.row(place)) for place in places if _is(FRAME, ledger, place)))
    yield from _list("gaps", (gap_json(ledger.row(place)) for place in places if _is(GAP, ledger, place)))
    yield from _list("messages", map(arrived_json, messages(talk)))
    yield "}"


def _list(name: str, elements: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f', "{name}": ['
    for number, element in enumerate(elements):
        yield (",\n" if number else "\n") + json.dumps(element)
    yield "]"


def _is(kind: int, ledger: Ledger, place: int) -> bool:
    return ledger.what[place] >> KIND_SHIFT == kind


def broken(talk: Talk) -> Iterator[Finding]:
    """The broken rules of both sides in the order of their rows; those that nobody can judge are none."""
    found = [each for role in Role for each in talk.findings(role) if each.verdict in {WARNING, VIOLATION}]
    return iter(sorted(found, key=lambda each: talk.place_of(each.who, each.number) or 0))


def finding_json(talk: Talk, found: Finding) -> dict[str, Any]:
    """A broken rule: the bits lie in frame `frame` of `from`, or in its head; `by` is to blame."""
    place = talk.place_of(found.who, found.number)
    return {
        "from": found.who.value,
        "by": found.by.value,
        "time": None if place is None else talk.moment(place),
        "frame": found.number,
        "verdict": VERDICTS[found.verdict],
        **violation_json(_violation(found)),
    }


def _violation(found: Finding) -> Violation:
    return Violation(found.rule, found.start_bit, found.width)


def row_json(ledger: Ledger, row: Row) -> dict[str, Any]:
    """A frame as `decode` shows it, with its time, its sender and its number."""
    talk, number = row.talk, row.number
    assert number is not None
    found = ledger.findings(row.place) if row.verdict != FINE else ()
    violations = tuple(_violation(each) for each in found if each.verdict in {WARNING, VIOLATION})
    head = {"time": talk.moment(row.place), "from": row.who.value, "number": number, "row": row.place + 1}
    verdict_name = {"verdict": VERDICTS[row.verdict]}
    if number >= len(talk.facts.sent(row.who)):
        header = talk.header(row.who, number)
        assert header is not None
        return {**head, **frame_json(JudgedFrame(header, violations)), **verdict_name}
    frame = talk.facts.frame(row.who, number)
    text, inflated = None, None
    compressed = bool(row.rsv & 0b100) and not is_control(row.opcode) and talk.deflate is not None
    message = talk.message_of(row.who, number) if compressed and row.fin else None
    if message is not None:
        inflated = message.payload
    if row.opcode == Opcode.TEXT and (not compressed or inflated is not None):
        text = _text(frame.payload if inflated is None else inflated)
    close = read_close(frame.payload) if row.opcode == Opcode.CLOSE else None
    judged = JudgedFrame(frame, violations, text, close, compressed, inflated)
    return {**head, **frame_json(judged), **verdict_name}


def _text(payload: bytes) -> str | None:
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return None


def gap_json(row: Row) -> dict[str, Any]:
    """Bytes that the capture has lost; `frame` is the one that they begin in."""
    return {"time": row.talk.moment(row.place), "from": row.who.value, "size": row.wire, "frame": row.number}


def messages(talk: Talk) -> Iterator[MessageArrived]:
    """The messages of both sides in the order in which they were delivered."""
    return heapq.merge(*(_messages(talk, role) for role in Role), key=lambda fact: fact.entry)


def _messages(talk: Talk, who: Role) -> Iterator[MessageArrived]:
    for number in count():
        fact = talk.facts.get(f"{who.value}.message.{number}")
        if not isinstance(fact, MessageArrived):
            return
        yield fact


def arrived_json(fact: MessageArrived) -> dict[str, Any]:
    """A message with its sender and its time."""
    return {"from": fact.who.value, "time": fact.time, **message_json(fact.message)}


def row_lines(ledger: Ledger, place: int) -> Iterator[str]:
    """A row for people, and the rules that it breaks."""
    row = ledger.row(place)
    where = f"{row.place + 1:>8,}  {row.talk.moment(place):>12.6f}  #{row.talk.number}"
    to = "client -> server" if row.who is Role.CLIENT else "server -> client"
    if row.kind == GAP:
        inside = "" if row.number is None else f", from frame {row.number} on"
        yield f"{where}  {to}  ---- {row.wire:,} bytes are missing{inside} ----"
        return
    what = "head" if row.kind == HEAD else opcode_name(row.opcode) + ("" if row.fin else ", not the last")
    size = row.wire if row.kind == HEAD else row.length
    number = "" if row.number is None else str(row.number)
    yield f"{where}  {to}  {number:>7}  {what:<14}{size:>8,}  {visible(ledger.preview(place, PREVIEW))}".rstrip()
    for found in ledger.findings(place) if row.verdict != FINE else ():
        yield "          " + _finding_line(found)


def _finding_line(found: Finding) -> str:
    line = verdict(_violation(found))
    if found.verdict == WARNING:
        line = line.replace("BROKEN ", "WARNING", 1)
    elif found.verdict == UNJUDGED:
        line = line.replace("BROKEN ", "OPEN   ", 1)
    return line if found.by is found.who else f"{line}, by the {found.by.value}"
