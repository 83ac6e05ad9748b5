"""The referee: one frame or head judged rule by rule, what the RFC asks for if a rule is broken, and what was done.

FRAME_ROWS is the machine: which rule speaks about which frames, which bits it reads, and what has to be known. What is
broken was found when the bytes came (`findings`); here the other rules are told apart: those that hold, those that say
nothing about such a frame, and those that nobody can judge, because bytes are missing or have not come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from protocol import rules
from protocol.aftermath import Deed, Required, aftermath, pong_of, required
from protocol.facts import HeadSent
from protocol.findings import FINE, UNJUDGED, Finding
from protocol.frames import RSV1, length_bits, payload_bits
from protocol.handshake import Verdict
from protocol.summary import Summary, summary
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from protocol.frames import FrameHeader
    from protocol.rules import Rule
    from protocol.talk import Talk


__all__ = ["FRAME_ROWS", "Applied", "Judgement", "Ruling", "Summary", "judge", "summary"]


class Ruling(Enum):
    """What became of one rule."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_APPLICABLE = "not applicable"
    UNJUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule and what became of it. The bits are those that it reads, or that break it, counted from the first of the
    frame or head; `by` would be or is to blame. `verdict` is how much it weighs if it is broken."""

    rule: Rule
    ruling: Ruling
    start_bit: int
    width: int
    by: Role
    verdict: int = FINE


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that there is to say of one frame or head; `number` is None for a head."""

    who: Role
    number: int | None
    verdict: int
    applied: tuple[Applied, ...]
    findings: tuple[Finding, ...]
    required: tuple[Required, ...]
    did: tuple[Deed, ...]


class Needs(Enum):
    """What has to be known for a rule to be judged."""

    HEADER = "the header"
    PAYLOAD = "all of the payload"
    PLACE = "the frames before it"
    AGREED = "what was agreed on"
    ANSWER = "the answer"


@dataclass(frozen=True, slots=True)
class _Case:
    """One frame, and what is known around it."""

    talk: Talk
    who: Role
    number: int
    header: FrameHeader
    opcode: int
    """That of the message for a continuation frame, if it is known."""
    is_data: bool
    compressed: bool


Bits = Callable[["FrameHeader"], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One rule: the frames that it speaks about, the bits that it reads, what it needs, and whether it is for the other
    side to keep it."""

    rule: Rule
    speaks: Callable[[_Case], bool]
    bits: Bits
    needs: Needs = Needs.HEADER
    for_peer: bool = False


def _at(start: int, width: int) -> Bits:
    return lambda _: (start, width)


def _whole(header: FrameHeader) -> tuple[int, int]:
    return 0, header.size * 8


def _key(header: FrameHeader) -> tuple[int, int]:
    return (len(header.header) - 4) * 8, 32


def _is(*opcodes: int) -> Callable[[_Case], bool]:
    return lambda case: case.header.opcode in opcodes


def _control(case: _Case) -> bool:
    return not case.is_data


def _data(case: _Case) -> bool:
    return case.is_data


def _any(_: _Case) -> bool:
    return True


FRAME_ROWS: Final[tuple[FrameRow, ...]] = (
    FrameRow(rules.CONTROL_FIN, _control, _at(0, 1)),
    FrameRow(rules.FRAME_RSV1, lambda case: case.talk.deflate is not None, _at(1, 1), Needs.AGREED),
    FrameRow(rules.FRAME_RSV, _any, _at(1, 3), Needs.AGREED),
    FrameRow(rules.FRAME_OPCODE, _any, _at(4, 4)),
    FrameRow(rules.FRAME_MASKED, lambda case: case.who is Role.CLIENT, _at(8, 1)),
    FrameRow(rules.FRAME_UNMASKED, lambda case: case.who is Role.SERVER, _at(8, 1)),
    FrameRow(rules.CONTROL_LENGTH, _control, length_bits),
    FrameRow(rules.FRAME_SHORTEST, _any, length_bits),
    FrameRow(rules.FRAME_LENGTH63, lambda case: case.header.length_form == 64, _at(16, 1)),
    FrameRow(rules.FRAME_KEY, lambda case: case.who is Role.CLIENT and case.header.masked, _key),
    FrameRow(rules.FRAGMENT_ORPHAN, _is(Opcode.CONTINUATION), _at(4, 4), Needs.PLACE),
    FrameRow(rules.FRAGMENT_INTERLEAVED, _is(Opcode.TEXT, Opcode.BINARY), _at(4, 4), Needs.PLACE),
    FrameRow(rules.FRAME_TOO_BIG, _data, length_bits, Needs.AGREED),
    FrameRow(rules.DEFLATE_DATA, lambda case: case.compressed, payload_bits, Needs.PAYLOAD),
    FrameRow(rules.TEXT_UTF8, lambda case: case.opcode == Opcode.TEXT, payload_bits, Needs.PAYLOAD),
    FrameRow(rules.CLOSE_LENGTH, _is(Opcode.CLOSE), payload_bits, Needs.PAYLOAD),
    FrameRow(rules.CLOSE_CODE, lambda case: _has_body(case, 2), lambda h: (len(h.header) * 8, 16), Needs.PAYLOAD),
    FrameRow(
        rules.CLOSE_UTF8,
        lambda case: _has_body(case, 3),
        lambda h: (len(h.header) * 8 + 16, h.length * 8 - 16),
        Needs.PAYLOAD,
    ),
    FrameRow(rules.REQUEST_WAIT, lambda case: case.who is Role.CLIENT, _whole, Needs.PLACE),
    FrameRow(rules.CLOSE_AFTER, _data, _whole, Needs.PLACE),
    FrameRow(rules.PING_ANSWER, _is(Opcode.PING), _whole, Needs.ANSWER, for_peer=True),
    FrameRow(rules.CLOSE_ANSWER, _is(Opcode.CLOSE), _whole, Needs.ANSWER, for_peer=True),
)
"""In the order of the bits that they read, then of the rules about what comes before and after."""


def _has_body(case: _Case, least: int) -> bool:
    return case.header.opcode == Opcode.CLOSE and case.header.length >= least


def judge(talk: Talk, who: Role, number: int | None) -> Judgement | None:
    """Everything about frame `number` of `who`, or about its head; None if it is not there."""
    found = talk.findings(who).of(number)
    if number is None:
        applied = _head(talk, who, found)
    else:
        case = _case(talk, who, number)
        if case is None:
            return None
        applied = tuple(_frame(row, case, found) for row in FRAME_ROWS)
    place = talk.place_of(who, number)
    if place is None:
        return None
    did = aftermath(talk, who, number, found) if found else ()
    asked = required(talk, found, did) if found else ()
    return Judgement(who, number, talk.verdict(place), applied, found, asked, did)


def _case(talk: Talk, who: Role, number: int) -> _Case | None:
    header = talk.header(who, number)
    if header is None:
        return None
    first = talk.first_of(who, number)
    opening = talk.header(who, first) if first is not None and first != number else header
    began = opening or header
    is_data = not is_control(header.opcode)
    compressed = is_data and talk.deflate is not None and bool(began.rsv & RSV1)
    return _Case(talk, who, number, header, began.opcode if is_data else header.opcode, is_data, compressed)


def _frame(row: FrameRow, case: _Case, found: tuple[Finding, ...]) -> Applied:
    by = case.who.peer if row.for_peer else case.who
    for finding in found:
        if finding.rule is row.rule:
            ruling = Ruling.UNJUDGED if finding.verdict == UNJUDGED else Ruling.BROKEN
            return Applied(row.rule, ruling, finding.start_bit, finding.width, finding.by, finding.verdict)
    start, width = row.bits(case.header)
    return Applied(row.rule, _ruling(row, case), start, width, by)


def _ruling(row: FrameRow, case: _Case) -> Ruling:
    """What became of a rule that is not known to be broken."""
    if not row.speaks(case):
        return Ruling.NOT_APPLICABLE
    known = True
    match row.needs:
        case Needs.PAYLOAD:
            known = case.talk.is_whole(case.who, case.number)
        case Needs.PLACE:
            known = row.rule is not rules.FRAGMENT_ORPHAN or not case.talk.facts.unjudged(case.who, case.number)
        case Needs.AGREED:
            known = _agreed(row.rule, case)
    if not known:
        return Ruling.UNJUDGED
    return _answered(row.rule, case) if row.needs is Needs.ANSWER else Ruling.HOLDS


def _agreed(rule: Rule, case: _Case) -> bool:
    """Whether it is known what was agreed on: for RSV bits, the extensions; for sizes, the receiver's limit."""
    if rule is rules.FRAME_TOO_BIG:
        return case.talk.limit_of(case.who.peer) is not None
    return not case.header.rsv or case.talk.knows_extensions


def _answered(rule: Rule, case: _Case) -> Ruling:
    """A ping or a Close that is not known to be left without an answer."""
    talk, peer = case.talk, case.who.peer
    if rule is rules.PING_ANSWER:
        closed = talk.first_close(case.who)
        if closed is not None and closed < case.number:
            return Ruling.NOT_APPLICABLE  # section 5.5.2: "unless it already received a Close frame"
        return Ruling.UNJUDGED if pong_of(talk, case.who, case.number) is None else Ruling.HOLDS
    answer = talk.first_close(peer)
    if talk.first_close(case.who) != case.number:
        return Ruling.NOT_APPLICABLE
    if answer is None:
        return Ruling.UNJUDGED
    before = (talk.place_of(peer, answer) or 0) < (talk.place_of(case.who, case.number) or 0)
    return Ruling.NOT_APPLICABLE if before else Ruling.HOLDS


def _head(talk: Talk, who: Role, found: tuple[Finding, ...]) -> tuple[Applied, ...]:
    """The rules of a head, each by itself; of bytes that are no head, the one that says so."""
    fact = talk.facts.get("request.sent" if who is Role.CLIENT else "response.sent")
    syntax = rules.REQUEST_SYNTAX if who is Role.CLIENT else rules.RESPONSE_SYNTAX
    by_rule = {finding.rule.id: finding for finding in found}
    if not isinstance(fact, HeadSent):
        return tuple(
            Applied(one.rule, Ruling.BROKEN, one.start_bit, one.width, one.by, one.verdict) for one in by_rule.values()
        )
    applied = [Applied(syntax, Ruling.HOLDS, 0, len(fact.head.raw) * 8, who)]
    for check in talk.checks(fact.head):
        span = fact.head.span(check.line)
        finding = by_rule.get(check.rule.id)
        if finding is not None:
            ruling, verdict = Ruling.BROKEN, finding.verdict
        else:
            # A refusal and a declined offer break nothing.
            ruling, verdict = (Ruling.HOLDS if check.verdict is Verdict.HOLDS else Ruling.NOT_APPLICABLE), FINE
        applied.append(Applied(check.rule, ruling, span.start * 8, span.size * 8, who, verdict))
    return tuple(applied)
