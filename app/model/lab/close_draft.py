"""A Close frame on the bench: its body byte by byte, how a real peer answers, and what both programs are told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.model.lab.limits import LabError
from app.model.lab.wire import SAMPLE_MASK, Wire
from app.reasons import QT_TRANSLATE_NOOP
from protocol.closing import CloseTold, close_payload, read_close
from protocol.facts import Broke, Told
from protocol.frames import LONGEST, encode_frame
from protocol.vocabulary import CloseCode, Opcode, Role

if TYPE_CHECKING:
    from protocol.closing import CloseBody
    from protocol.knowledge import Facts

MOST: Final = 1000
"""How long a body may be here: eight times what a Close frame may carry."""

MOST_REASON: Final = LONGEST[7] - 2
"""A control frame carries 125 bytes, two of which are the code (sections 5.5 and 5.5.1)."""

TOO_LARGE = QT_TRANSLATE_NOOP("lab", "That is {size} bytes; a Close body has at most 125, and this bench takes {most}.")
NO_CODE = QT_TRANSLATE_NOOP("lab", "A close code has 2 bytes, which cannot hold {code}.")


@dataclass(frozen=True, slots=True)
class CloseDraft:
    """`body` is the payload of the Close frame."""

    body: bytes = close_payload(CloseCode.NORMAL, "done")
    sender: Role = Role.CLIENT

    @property
    def read(self) -> CloseBody:
        """What the body says."""
        return read_close(self.body)

    @property
    def code(self) -> int | None:
        """The code, if there are two bytes for it."""
        return int.from_bytes(self.body[:2], "big") if len(self.body) >= 2 else None

    @property
    def reason(self) -> bytes:
        """What follows the code."""
        return self.body[2:]

    @property
    def frame(self) -> bytes:
        """The whole frame."""
        key = SAMPLE_MASK if self.sender is Role.CLIENT else None
        return encode_frame(Opcode.CLOSE, self.body, key=key)

    def with_body(self, body: bytes) -> CloseDraft:
        """Another body, byte by byte."""
        if len(body) > MOST:
            raise LabError(TOO_LARGE, size=f"{len(body):,}", most=f"{MOST:,}")
        return replace(self, body=body)

    def with_code(self, code: int | None) -> CloseDraft:
        """Another code; without a code there can be no reason."""
        if code is None:
            return self.with_body(b"")
        if not 0 <= code <= 0xFFFF:
            raise LabError(NO_CODE, code=str(code)[:40])
        return self.with_body(code.to_bytes(2, "big") + self.reason)

    def with_reason(self, reason: bytes) -> CloseDraft:
        """Another reason; it needs a code before it."""
        code = CloseCode.NORMAL if self.code is None else self.code
        return self.with_body(code.to_bytes(2, "big") + reason)

    def with_sender(self, sender: Role) -> CloseDraft:
        """From the other side."""
        return replace(self, sender=sender)


@dataclass(frozen=True, slots=True)
class CloseRun:
    """What became of it: the facts, the broken rule, and what each program is told."""

    facts: Facts
    broken: Broke | None
    told: dict[Role, CloseTold]


@lru_cache(maxsize=2)
def run_close(draft: CloseDraft) -> CloseRun:
    """Send the frame, let the peer answer and TCP end, and look on."""
    wire = Wire().open()
    wire.put(draft.sender, draft.frame)
    wire.run()
    facts = wire.facts()
    broken = next((fact for fact in facts.of(Broke) if fact.who is draft.sender), None)
    return CloseRun(facts, broken, {fact.who: fact.told for fact in facts.of(Told)})
