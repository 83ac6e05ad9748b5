"""What one click breaks or repairs: each chip has the frame that it makes, so that it says nothing that is not so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.model.lab.frame_verdict import judge
from app.model.lab.limits import LabError
from app.reasons import QT_TRANSLATE_NOOP
from protocol import rules
from protocol.closing import close_payload
from protocol.frames import LONGEST, RSV1
from protocol.vocabulary import CloseCode, Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.lab.frame_draft import FrameDraft

MOST: Final = 4


@dataclass(frozen=True, slots=True)
class FrameChip:
    """`text` is the source of a translation (context "lab"), with `values` to be filled in."""

    id: str
    text: str
    values: tuple[tuple[str, str], ...]
    draft: FrameDraft


MASK = QT_TRANSLATE_NOOP("lab", "MASK {bit}")
FIN = QT_TRANSLATE_NOOP("lab", "FIN {bit}")
RSV_1 = QT_TRANSLATE_NOOP("lab", "RSV1 {bit}")
RSV_ALL = QT_TRANSLATE_NOOP("lab", "RSV 0")
OPCODE = QT_TRANSLATE_NOOP("lab", "opcode {opcode}")
LENGTH = QT_TRANSLATE_NOOP("lab", "length automatic")
SHORTER = QT_TRANSLATE_NOOP("lab", "125 bytes")
CODE = QT_TRANSLATE_NOOP("lab", "code 1000")
NO_REASON = QT_TRANSLATE_NOOP("lab", "no reason")
BOTH = QT_TRANSLATE_NOOP("lab", "both")
ALL = QT_TRANSLATE_NOOP("lab", "all")

Fix = tuple[str, tuple[tuple[str, str], ...], "Callable[[FrameDraft], FrameDraft]"]


def breaking(draft: FrameDraft) -> tuple[FrameChip, ...]:
    """What breaks a frame that breaks nothing: MASK the wrong way, RSV1, a reserved opcode."""
    frame = draft.reading.frame
    masked = str(int(not frame.masked))
    fixes: list[Fix] = [(MASK, (("bit", masked),), lambda one: one.with_mask(not frame.masked))]
    if not draft.deflate:
        fixes.append((RSV_1, (("bit", "1"),), lambda one: one.with_rsv(frame.rsv | RSV1)))
    fixes.append((OPCODE, (("opcode", "3"),), lambda one: one.with_opcode(3)))
    return _chips(draft, fixes)


def repairing(draft: FrameDraft) -> tuple[FrameChip, ...]:
    """What repairs each broken rule, and all of them at once if they are several; a length that was set by hand counts
    as well if it is not that of the payload."""
    fixes: list[Fix] = []
    for line in judge(draft).broken:
        fix = _fix(draft, line.rule.id)
        if fix is not None and fix[:2] not in [each[:2] for each in fixes]:
            fixes.append(fix)
    if draft.set_length and not any(fix[0] == LENGTH for fix in fixes):
        fixes.append((LENGTH, (), lambda one: one.with_length(None)))
    chips = _chips(draft, fixes[: MOST - 1])
    everything = _all(draft)
    if len(fixes) > 1 and everything is not None:
        chips = (*chips, FrameChip("all", BOTH if len(fixes) == 2 else ALL, (), everything))
    return chips


def _all(draft: FrameDraft) -> FrameDraft | None:
    """The frame with one rule after the other repaired, for one repair may show the next fault."""
    whole = draft
    for _ in range(8):
        broken = judge(whole).broken
        fix = _fix(whole, broken[0].rule.id) if broken else None
        if fix is None and whole.set_length:
            fix = (LENGTH, (), lambda one: one.with_length(None))
        if fix is None:
            return whole if not broken and whole != draft else None
        made = _made(whole, fix[2])
        if made is None or made == whole:
            return None
        whole = made
    return None


def _chips(draft: FrameDraft, fixes: list[Fix]) -> tuple[FrameChip, ...]:
    chips = []
    for text, values, make in fixes:
        made = _made(draft, make)
        if made is not None and made != draft:
            name = ".".join((text, *(value for _, value in values)))
            chips.append(FrameChip(name, text, values, made))
    return tuple(chips)


def _made(draft: FrameDraft, make: Callable[[FrameDraft], FrameDraft]) -> FrameDraft | None:
    try:
        return make(draft)
    except LabError:
        return None


def _fix(draft: FrameDraft, rule_id: str) -> Fix | None:
    """How a broken rule is mended."""
    frame = draft.reading.frame
    client = draft.sender is Role.CLIENT
    if rule_id == rules.FRAME_RSV.id:
        kept = frame.rsv & RSV1 if draft.deflate else 0
        alone = frame.rsv == RSV1
        return (RSV_1 if alone else RSV_ALL, (("bit", "0"),) if alone else (), lambda one: one.with_rsv(kept))
    if rule_id in {rules.FRAME_MASKED.id, rules.FRAME_UNMASKED.id}:
        return MASK, (("bit", str(int(client))),), lambda one: one.with_mask(client)
    fixes: dict[str, Fix] = {
        rules.FRAME_RSV1.id: (RSV_1, (("bit", "0"),), lambda one: one.with_rsv(one.reading.frame.rsv & ~RSV1)),
        rules.DEFLATE_DATA.id: (RSV_1, (("bit", "0"),), lambda one: one.with_rsv(one.reading.frame.rsv & ~RSV1)),
        rules.FRAME_OPCODE.id: _opcode(Opcode.TEXT),
        rules.FRAGMENT_ORPHAN.id: _opcode(Opcode.TEXT),
        rules.FRAGMENT_INTERLEAVED.id: _opcode(Opcode.CONTINUATION),
        rules.CONTROL_FIN.id: (FIN, (("bit", "1"),), lambda one: one.with_fin(True)),
        rules.CONTROL_LENGTH.id: (SHORTER, (), lambda one: _shortest(one).with_payload(one.body[: LONGEST[7]])),
        rules.FRAME_SHORTEST.id: (LENGTH, (), lambda one: _shortest(one).with_length(None)),
        rules.FRAME_LENGTH63.id: (LENGTH, (), lambda one: _shortest(one).with_length(None)),
        rules.CLOSE_LENGTH.id: (CODE, (), lambda one: one.with_payload(close_payload(CloseCode.NORMAL))),
        rules.CLOSE_CODE.id: (
            CODE, (), lambda one: one.with_payload(close_payload(CloseCode.NORMAL) + one.body[2:]),
        ),
        rules.CLOSE_UTF8.id: (NO_REASON, (), lambda one: one.with_payload(one.body[:2])),
    }  # fmt: skip
    if rule_id == rules.TEXT_UTF8.id and frame.opcode == Opcode.TEXT:
        return _opcode(Opcode.BINARY)
    return fixes.get(rule_id)


def _opcode(opcode: Opcode) -> Fix:
    return OPCODE, (("opcode", f"{opcode:x}"),), lambda one: one.with_opcode(opcode)


def _shortest(draft: FrameDraft) -> FrameDraft:
    """The form of the length is no longer set by hand."""
    return replace(draft, form=None)
