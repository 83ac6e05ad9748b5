"""What the referee says of the selected row, ready to be shown: the judgement, the bits, and what the table calls the
frames that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.findings import FINE, UNJUDGED
from protocol.laws import law_of
from protocol.ledger import GAP, HEAD
from protocol.referee import Ruling, judge

if TYPE_CHECKING:
    from protocol.aftermath import Deed, Required
    from protocol.findings import Finding
    from protocol.frames import FrameHeader
    from protocol.laws import Law
    from protocol.ledger import Ledger
    from protocol.referee import Applied, Judgement
    from protocol.rules import Rule
    from protocol.vocabulary import Role

FAR = 2_000_000
"""A frame above this many bytes is not read again for the words of the law."""


@dataclass(frozen=True, slots=True)
class DeedShown:
    """What was done, and what the table calls the frame with which it was done."""

    deed: Deed
    frame: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """One row and its judgement. `begun` are the first bytes of a frame, `finding` is the worst thing that is wrong,
    `law` the sentence behind it."""

    row: int
    who: Role
    kind: int
    verdict: int
    header: FrameHeader | None = None
    finding: Finding | None = None
    law: Law | None = None
    broken: tuple[Rule, ...] = ()
    applied: tuple[Applied, ...] = ()
    required: tuple[Required, ...] = ()
    did: tuple[DeedShown, ...] = ()

    def ruled(self, ruling: Ruling) -> tuple[Applied, ...]:
        """The rules of which this became."""
        return tuple(each for each in self.applied if each.ruling is ruling)


def said(ledger: Ledger, place: int) -> Said:
    """The judgement of the row at this place of the ledger."""
    row = ledger.row(place)
    if row.kind == GAP:
        return Said(place, row.who, row.kind, row.verdict)
    number = None if row.kind == HEAD else row.number
    judgement = judge(row.talk, row.who, number)
    header = row.talk.header(row.who, number) if number is not None else None
    if judgement is None:
        return Said(place, row.who, row.kind, row.verdict, header)
    found = [each for each in judgement.findings if each.verdict not in {FINE, UNJUDGED}]
    worst = max(found, key=lambda each: each.verdict, default=None)
    law = None
    if worst is not None:
        short = row.length <= FAR and number is not None and number < len(row.talk.facts.sent(row.who))
        law = law_of(worst.rule, row.talk.facts.frame(row.who, number) if short and number is not None else None)
    return Said(
        place,
        row.who,
        row.kind,
        judgement.verdict,
        header,
        worst,
        law,
        tuple(dict.fromkeys(each.rule for each in found)),
        judgement.applied,
        judgement.required,
        _deeds(ledger, row.talk.number, judgement),
    )


def _deeds(ledger: Ledger, talk: int, judgement: Judgement) -> tuple[DeedShown, ...]:
    shown = []
    for deed in judgement.did:
        place = None
        if deed.number is not None:
            place = ledger.place_of(ledger.talk(talk), deed.by, deed.number)
        shown.append(DeedShown(deed, None if place is None else place + 1))
    return tuple(shown)
