"""Which rule was broken, by whom and in which bits: one finding, read from the facts.

The observer says most of it: a rule that bytes break (`Broke`), or one that an endpoint can no longer keep (`Missed`).
One more is seen in the order of things only: a client that sends a frame before it has the server's answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.facts import Broke, FrameSent, HeadSent, Missed
from protocol.frames import Frame, header_of, header_size
from protocol.recording import Kind
from protocol.rules import REQUEST_WAIT
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.http11 import Request, Response
    from protocol.knowledge import Facts
    from protocol.rules import Rule

EARLY: Final = REQUEST_WAIT
"""The rule that no byte breaks by itself: only the moment at which a frame is sent does."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`who` broke `rule`; it is known after the fact at `place`. `number` is the frame that it is about, None for a
    head or for none; `start` and `stop` are the offending bits in it, the same number if there are none."""

    rule: Rule
    who: Role
    place: int
    entry: int
    number: int | None
    start: int = 0
    stop: int = 0
    missed: bool = False


def find(facts: Facts, focus: str = "") -> Finding | None:
    """The first rule that is broken, or the one whose fact is in focus."""
    early = _early(facts)
    found = [early] if early is not None else []
    for broke in facts.of(Broke):
        stop = broke.start_bit + max(1, broke.width)
        place = _place(facts, broke.id)
        found.append(Finding(broke.rule, broke.who, place, broke.entry, broke.number, broke.start_bit, stop))
    for missed in facts.of(Missed):
        place = _place(facts, missed.id)
        found.append(Finding(missed.rule, missed.who, place, missed.entry, missed.number, missed=True))
    here = facts.place(focus) if focus else None
    if here is not None and any(one.place == here for one in found):
        return next(one for one in found if one.place == here)
    return min(found, key=lambda one: one.place) if found else None


def _place(facts: Facts, fact_id: str) -> int:
    place = facts.place(fact_id)
    assert place is not None, fact_id
    return place


def _early(facts: Facts) -> Finding | None:
    """A frame of the client that was sent before the answer had arrived (section 4.1)."""
    answer = facts.place("response.arrived")
    first = facts.get("client.frame.0.sent")
    place = facts.place("client.frame.0.sent")
    if first is None or place is None or not isinstance(first, FrameSent):
        return None
    if answer is not None and answer < place:
        return None
    return Finding(EARLY, Role.CLIENT, place, first.entry, 0, 0, first.frame.size * 8)


def subject_frame(facts: Facts, finding: Finding) -> tuple[Frame, Role] | None:
    """The frame that a finding is about and who sent it: of one that never became whole, what had been sent of it."""
    if finding.number is None:
        return None
    sender = finding.who.peer if finding.missed else finding.who
    fact = facts.get(f"{sender.value}.frame.{finding.number}.sent")
    if isinstance(fact, FrameSent):
        return fact.frame, sender
    frame = _begun(facts, sender, finding.number, finding.entry)
    return (frame, sender) if frame is not None else None


def _begun(facts: Facts, sender: Role, number: int, entry: int) -> Frame | None:
    """What `sender` had written of a frame when the recording had this entry."""
    before = facts.get(f"{sender.value}.frame.{number - 1}.sent")
    head = facts.get("request.sent" if sender is Role.CLIENT else "response.sent")
    if isinstance(before, FrameSent):
        start = before.frame.offset + before.frame.size
    elif isinstance(head, HeadSent):
        start = len(head.head.raw)
    else:
        return None
    data = written(facts, sender, entry)[start:]
    if len(data) < 2 or len(data) < header_size(data[1]):
        return None
    h = header_of(data[: header_size(data[1])], start)
    wire = data[len(h.header) : h.size]
    return Frame(h.offset, h.fin, h.rsv, h.opcode, h.masked, h.length_form, h.key, wire, h.header)


def written(facts: Facts, sender: Role, entry: int) -> bytes:
    """Everything that `sender` had written when the recording had this entry."""
    entries = (each for place, each in enumerate(facts.recording) if place <= entry)
    return b"".join(each.data for each in entries if each.who is sender and each.kind is Kind.DATA)


def subject_head(facts: Facts, finding: Finding) -> Request | Response | None:
    """The head that a finding is about, if it could be read as one."""
    fact = facts.get("request.sent" if finding.who is Role.CLIENT else "response.sent")
    return fact.head if finding.number is None and not finding.missed and isinstance(fact, HeadSent) else None
