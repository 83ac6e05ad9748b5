"""What a real endpoint does with the frame on the bench: it is fed the same bytes, and asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.model.lab.frame_verdict import context
from app.model.lab.wire import Wire
from protocol.events import CloseReceived, Failed, MessageReceived, PingReceived, PongReceived
from protocol.frames import FrameReader

if TYPE_CHECKING:
    from app.model.lab.frame_draft import FrameDraft
    from protocol.frames import Frame

Deed = Literal["fails", "delivers", "pongs", "notes", "closes", "keeps", "waits"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The deed; the close code with which the receiver `fails` or that it `closes` with (None: without a code); the
    message that it `delivers`; and the frames that it answers with."""

    deed: Deed
    code: int | None = None
    opcode: int = 0
    payload: bytes = b""
    answers: tuple[Frame, ...] = ()


def outcome_of(draft: FrameDraft) -> Outcome:
    """Feed the receiver with the frames before and this one."""
    wire = Wire(deflate=draft.deflate).open()
    reader = draft.sender.peer
    for data in context(draft):
        wire.put(draft.sender, data)
    events = wire.events[reader]
    events.clear()
    answers = tuple(FrameReader().feed(wire.put(draft.sender, draft.data[: draft.reading.known])))
    for event in events:
        match event:
            case Failed(violation=violation):
                return Outcome("fails", violation.rule.close_code, answers=answers)
            case MessageReceived(opcode=opcode, payload=payload):
                return Outcome("delivers", None, opcode, payload, answers)
            case PingReceived():
                return Outcome("pongs", answers=answers)
            case PongReceived():
                return Outcome("notes")
            case CloseReceived(code=code):
                return Outcome("closes", code, answers=answers)
    return Outcome("waits" if draft.reading.missing else "keeps")
