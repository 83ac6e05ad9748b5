"""One connection as a JSON document: what `inspect` and `lesson` say of it, derived from its facts alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.verdicts import JudgedFrame, frame_json, message_json, violation_json
from protocol.closing import read_close
from protocol.facts import Broke, FrameSent, HeadSent, MessageArrived, Moved, Told
from protocol.http11 import Request, Response
from protocol.knowledge import Facts
from protocol.violations import Violation
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.recording import Recording


def connection_report(recording: Recording, facts: Facts) -> dict[str, Any]:
    """The document of one connection. Times are in seconds since the recording began."""
    return {
        "client": recording.setup.client,
        "server": recording.setup.server,
        "request": request_json(facts),
        "response": response_json(facts),
        "broken": [_broken(fact) for fact in facts.of(Broke)],
        "frames": [_frame(facts, fact) for fact in facts.of(FrameSent)],
        "messages": [
            {"from": fact.who.value, "time": fact.time, **message_json(fact.message)}
            for fact in facts.of(MessageArrived)
        ],
        "states": [state_json(fact) for fact in facts.of(Moved)],
        "told": {role.value: _told(facts, role) for role in Role},
    }


def request_json(facts: Facts) -> dict[str, Any] | None:
    """The request, None if it is not there."""
    head = _head(facts, "request.sent")
    if not isinstance(head, Request):
        return None
    return {"method": head.method, "target": head.target, **_common(head)}


def response_json(facts: Facts) -> dict[str, Any] | None:
    """The answer, None if it is not there."""
    head = _head(facts, "response.sent")
    if not isinstance(head, Response):
        return None
    return {"status": head.status, "reason": head.reason, **_common(head)}


def _head(facts: Facts, fact_id: str) -> Request | Response | None:
    fact = facts.get(fact_id)
    return fact.head if isinstance(fact, HeadSent) else None


def _common(head: Request | Response) -> dict[str, Any]:
    headers = [{"name": line.name, "value": line.text} for line in head.headers]
    return {"http": ".".join(map(str, head.http)), "headers": headers, "size": head.size}


def _broken(fact: Broke) -> dict[str, Any]:
    """A broken rule with who broke it; `frame` is the number of its sender's frame, None for a head."""
    found = violation_json(Violation(fact.rule, fact.start_bit, fact.width))
    return {"from": fact.who.value, "time": fact.time, "frame": fact.number, **found}


def _frame(facts: Facts, fact: FrameSent) -> dict[str, Any]:
    """A frame as `decode` shows it, with its time and its sender."""
    frame = fact.frame
    broken = [each for each in facts.of(Broke) if each.who is fact.who and each.number == fact.number]
    judged = JudgedFrame(
        frame,
        tuple(Violation(each.rule, each.start_bit, each.width) for each in broken),
        _text(frame.payload) if frame.opcode == Opcode.TEXT else None,
        read_close(frame.payload) if frame.opcode == Opcode.CLOSE else None,
    )
    return {"time": fact.time, "from": fact.who.value, **frame_json(judged)}


def _text(payload: bytes) -> str | None:
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return None


def state_json(fact: Moved) -> dict[str, Any]:
    """A change of state."""
    row = fact.transition
    return {
        "time": fact.time,
        "who": fact.who.value,
        "from": row.state.name,
        "to": row.next.name,
        "signal": row.signal.value,
        "section": row.section,
    }


def _told(facts: Facts, role: Role) -> dict[str, Any] | None:
    fact = facts.get(f"{role.value}.told")
    if not isinstance(fact, Told):
        return None
    return {"code": int(fact.told.code), "reason": fact.told.reason, "clean": fact.told.clean}
