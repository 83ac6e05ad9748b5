"""Values of experiments: what a stream of HTTP/2 carried, how a message came, and how long somebody waited.

{h2.data.0.hex}            what a moment of the play `tunnel` says: here of its first DATA frame
{h2.frames.same}           how many of its frames are byte for byte those of the HTTP/1.1 connection
{said.client.0.size}       a message that was delivered: its text, its bytes, its frames
{segments.request}         in how many TCP segments the request left the client
{action.wait.seconds}      how long an action waits
{setting.connect}          the number of the setting SETTINGS_ENABLE_CONNECT_PROTOCOL
{frame.gap.server}         seconds between the first two frames of a side
{probe.pongs}              pongs that told the client that the server is there, without any message of the client
{probe.end}                code and reason that the server's program was told at the end of such a connection
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.facts import FrameArrived, FrameSent, HeadArrived, MessageArrived, Told
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.chorus import Values as MomentValues

STREAM: Final = "h2."
CONNECT_PROTOCOL: Final = 8
"""RFC 8441 section 9.1."""


def _moments(values: Values, kind: str) -> list[MomentValues]:
    happened = getattr(values.facts, "moments", [])
    return [one.moment.values for one in happened if one.moment.kind == STREAM + kind]


def _stream(values: Values, kind: str, number: str, part: str) -> str:
    found = _moments(values, kind)
    if int(number) >= len(found) or part not in found[int(number)]:
        raise MissingValueError(
            "this run has no {part} of the HTTP/2 {kind} {number}", part=part, kind=kind, number=number
        )
    return str(found[int(number)][part])


def _count(values: Values, part: str) -> str:
    frames = _moments(values, "data")
    return str(len(frames) if part == "all" else sum(bool(one["same"]) for one in frames))


def _said(values: Values, who: str, number: str, part: str) -> str:
    fact = values.facts.get(f"{who}.message.{number}")
    if not isinstance(fact, MessageArrived):
        raise MissingValueError("this run has no message {number} of the {who}", number=number, who=who)
    message = fact.message
    parts = {"text": message.text or "", "size": f"{len(message.payload):,}", "frames": str(len(message.frames))}
    return parts[part]


def _segments(values: Values) -> str:
    fact = values.facts.get("request.arrived")
    if not isinstance(fact, HeadArrived):
        raise MissingValueError("this run has no request")
    recording = getattr(values.facts, "recording", None)
    if recording is None:
        raise MissingValueError("this run has several connections")
    entries = list(recording)[: fact.entry + 1]
    return str(sum(one.who is Role.CLIENT and one.kind is Kind.DATA for one in entries))


def _seconds(values: Values, action_id: str) -> str:
    for action in values.scenario.actions:
        if action.id == action_id:
            return f"{action.seconds:,.0f}"
    raise MissingValueError("there is no action “{action_id}”", action_id=action_id)


def _gap(values: Values, who: str) -> str:
    times = [fact.time for fact in values.facts.of(FrameSent) if fact.who.value == who]
    if len(times) < 2:
        raise MissingValueError("the {who} has sent fewer than two frames", who=who)
    return f"{times[1] - times[0]:,.0f}"


def _probed(values: Values) -> int:
    """How many pongs have answered the client's pings, if it did without a message of its own."""
    client = [fact.frame for fact in values.facts.of(FrameSent) if fact.who is Role.CLIENT]
    arrived = [fact.frame for fact in values.facts.of(FrameArrived) if fact.who is Role.SERVER]
    if any(not is_control(frame.opcode) for frame in client):
        return 0
    asked = {frame.payload for frame in client if frame.opcode == Opcode.PING}
    return sum(frame.opcode == Opcode.PONG and frame.payload in asked for frame in arrived)


def _probe_end(values: Values) -> str:
    told = next((fact.told for fact in values.facts.of(Told) if fact.who is Role.SERVER), None)
    if told is None or not _probed(values):
        raise MissingValueError("nobody probed a connection that then ended")
    return f"{int(told.code)} {told.reason}"


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"h2\.(preface|setting|missing|request|response|data|end)\.(\d+)\.(\w+)": _stream,
    r"h2\.frames\.(all|same)": _count,
    r"said\.(client|server)\.(\d+)\.(text|size|frames)": _said,
    r"segments\.request": _segments,
    r"action\.(\w+)\.seconds": _seconds,
    r"setting\.connect": lambda _: str(CONNECT_PROTOCOL),
    r"frame\.gap\.(client|server)": _gap,
    r"probe\.pongs": lambda values: str(_probed(values)),
    r"probe\.end": _probe_end,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
