"""What the protocol says of the frame on the bench: each rule that reads it, and what a real endpoint does with it.

Every rule is judged by itself, so that a broken one does not hide the next; a receiver would stop at the first. The
judging is that of `protocol`: the header by `violations`, the place among other frames and the text by `fragments`, a
Close body by `closing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from app.model.lab.limits import MOST_INFLATED
from protocol import rules
from protocol.closing import read_close
from protocol.deflate import Inflater
from protocol.fragments import Assembler, Message
from protocol.frames import RSV1, FrameReader, encode_frame, header_of, length_bits, payload_bits
from protocol.violations import Violation, frame_violations
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model.lab.frame_draft import FrameDraft
    from protocol.frames import Frame, FrameHeader
    from protocol.rules import Rule

Standing = Literal["broken", "holds", "open", "none"]
"""`open`: not to be said before more bytes are there; `none`: the rule does not read such a frame."""

FIRST_FRAGMENT: Final = b"Hel"
"""What stands before a frame inside a fragmented message: the first fragment of RFC 6455 section 5.7."""

WINDOW_BITS: Final = 15
DATA: Final = frozenset({Opcode.CONTINUATION, Opcode.TEXT, Opcode.BINARY})


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: how it stands, the bits that it reads `[start, stop)`, and where it is broken."""

    rule: Rule
    standing: Standing
    start: int
    stop: int
    violation: Violation | None = None


@dataclass(frozen=True, slots=True)
class FrameVerdict:
    """All rules, the broken ones first; `message` is what the frame completes, `kind` the opcode of the message that
    it is part of (None for a control frame or one that belongs nowhere)."""

    lines: tuple[RuleLine, ...]
    message: Message | None
    kind: int | None

    @property
    def broken(self) -> tuple[RuleLine, ...]:
        """The broken rules in the order of their bits."""
        found = [line for line in self.lines if line.standing == "broken"]
        return tuple(sorted(found, key=_place))


def _place(line: RuleLine) -> int:
    assert line.violation is not None
    return line.violation.start_bit


def context(draft: FrameDraft) -> Iterator[bytes]:
    """The frames before the one that is shown."""
    if draft.inside:
        key = draft.key if draft.sender is Role.CLIENT else None
        yield encode_frame(Opcode.TEXT, FIRST_FRAGMENT, fin=False, key=key)
    yield from draft.before


def judge(draft: FrameDraft) -> FrameVerdict:
    """Every rule that may read this frame."""
    reading = draft.reading
    if not reading.has_header:
        return FrameVerdict(tuple(RuleLine(rule, "open", 0, 0) for rule in _header_rules(draft)), None, None)
    header = header_of(reading.frame.header, 0)
    found = list(frame_violations(header, draft.sender, compression=draft.deflate))
    assembler = _assembler(draft)
    began_in = assembler.opcode
    message, kind = None, None
    if not is_control(header.opcode):
        found += assembler.judge(header)
        if header.opcode in DATA:
            kind = began_in if header.opcode == Opcode.CONTINUATION else header.opcode
            message, late = _content(assembler, draft, reading.frame, whole=not reading.missing)
            found += late
    elif header.opcode == Opcode.CLOSE and not reading.missing and header.length <= 125:
        body = read_close(reading.frame.payload)
        if body.violation is not None:
            found.append(body.violation.moved(len(header.header) * 8))
    by_rule = {violation.rule.id: violation for violation in reversed(found)}
    lines = [
        RuleLine(rule, "broken" if rule.id in by_rule else standing, start, stop, by_rule.get(rule.id))
        for rule, standing, start, stop in _table(draft, header, kind, began_in, by_rule)
    ]
    order = {"broken": 0, "holds": 1, "open": 2, "none": 3}
    return FrameVerdict(tuple(sorted(lines, key=lambda line: order[line.standing])), message, kind)


def _assembler(draft: FrameDraft) -> Assembler:
    """What the receiver remembers when the frame begins."""
    assembler = Assembler(MOST_INFLATED, Inflater(WINDOW_BITS)) if draft.deflate else Assembler()
    reader = FrameReader()
    for number, frame in enumerate(frame for data in context(draft) for frame in reader.feed(data)):
        assembler.add(number, frame)
    return assembler


def _content(
    assembler: Assembler, draft: FrameDraft, frame: Frame, *, whole: bool
) -> tuple[Message | None, list[Violation]]:
    """What the payload, and the end of the frame, have to say."""
    assembler.begin(len(draft.before) + 1, frame)
    bad = assembler.feed(frame.payload)
    if bad is not None or not whole:
        return None, [] if bad is None else [bad]
    message, late = assembler.end()
    return message, [] if late is None else [late]


def _header_rules(draft: FrameDraft) -> tuple[Rule, ...]:
    masking = rules.FRAME_MASKED if draft.sender is Role.CLIENT else rules.FRAME_UNMASKED
    return rules.FRAME_RSV, rules.FRAME_OPCODE, masking, rules.FRAME_SHORTEST


def _table(
    draft: FrameDraft, header: FrameHeader, kind: int | None, began_in: int | None, broken: dict[str, Violation]
) -> Iterator[tuple[Rule, Standing, int, int]]:
    """Each rule, how it stands if it is not broken, and the bits that it reads."""
    start, width = length_bits(header)
    length = start, start + width
    body_start, body_width = payload_bits(header)
    body = body_start, body_start + body_width
    control, whole = is_control(header.opcode), not draft.reading.missing
    in_full: Standing = "holds" if whole else "open"
    yield rules.FRAME_RSV, "holds", 1 + draft.deflate, 4
    if draft.deflate:
        yield rules.FRAME_RSV1, "holds", 1, 2
    yield rules.FRAME_OPCODE, "holds", 4, 8
    yield _header_rules(draft)[2], "holds", 8, 9
    yield rules.FRAME_SHORTEST, "holds", *length
    if header.length_form == 64:
        yield rules.FRAME_LENGTH63, "holds", 16, 17
    if header.opcode == Opcode.CONTINUATION:
        yield rules.FRAGMENT_ORPHAN, "holds", 4, 8
    elif not control and began_in is not None:
        yield rules.FRAGMENT_INTERLEAVED, "holds", 4, 8
    if not control and rules.FRAME_TOO_BIG.id in broken:
        yield rules.FRAME_TOO_BIG, "holds", *length
    if control:
        yield rules.CONTROL_FIN, "holds", 0, 1
        yield rules.CONTROL_LENGTH, "holds", *length
    if header.opcode == Opcode.CLOSE:
        yield from _close_rules(body, in_full, broken, empty=not header.length)
    if draft.deflate and header.opcode in {Opcode.TEXT, Opcode.BINARY} and header.rsv & RSV1:
        yield rules.DEFLATE_DATA, in_full, *body
    unread = rules.DEFLATE_DATA.id in broken or rules.FRAME_TOO_BIG.id in broken
    text: Standing = "none" if kind != Opcode.TEXT else "open" if unread else in_full
    yield rules.TEXT_UTF8, text, *body
    if not control:
        yield rules.CONTROL_LENGTH, "none", *length


def _close_rules(
    body: tuple[int, int], in_full: Standing, broken: dict[str, Violation], *, empty: bool
) -> Iterator[tuple[Rule, Standing, int, int]]:
    """A Close body is read from its beginning, up to the first rule that it breaks."""
    start, stop = body
    yield rules.CLOSE_LENGTH, in_full, start, stop
    if rules.CLOSE_LENGTH.id in broken or empty:
        return
    yield rules.CLOSE_CODE, in_full, start, min(stop, start + 16)
    if rules.CLOSE_CODE.id not in broken and stop > start + 16:
        yield rules.CLOSE_UTF8, in_full, start + 16, stop
