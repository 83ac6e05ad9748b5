"""What a run has shown of close codes up to now: those on the wire, those that programs were told, and broken rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.closing import CODES, read_close
from protocol.facts import Broke, FrameSent, Told
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.frames import Frame
    from protocol.knowledge import Facts

NAMED = frozenset(info.code for info in CODES)
"""1000 to 1015."""


@dataclass(frozen=True, slots=True)
class Known:
    """`said` is the first Close frame of each side, if it has sent one, `told` what each program was told."""

    said: dict[Role, Frame]
    told: dict[Role, Told]
    broken: dict[Role, Broke]
    """The first rule that each side broke."""

    @property
    def sent(self) -> set[int]:
        """The codes that have travelled."""
        codes = {read_close(frame.payload).code for frame in self.said.values()}
        return {code for code in codes if code is not None}

    @property
    def heard(self) -> set[int]:
        """The codes that a program was told."""
        return {int(fact.told.code) for fact in self.told.values()}


def read_known(facts: Facts) -> Known:
    """What these facts show."""
    said: dict[Role, Frame] = {}
    broken: dict[Role, Broke] = {}
    for fact in facts.of(FrameSent):
        if fact.frame.opcode == Opcode.CLOSE:
            said.setdefault(fact.who, fact.frame)
    for fault in facts.of(Broke):
        broken.setdefault(fault.who, fault)
    return Known(said, {fact.who: fact for fact in facts.of(Told)}, broken)
