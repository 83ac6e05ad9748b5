"""Where to read about a fact that the narration tells, as lessons cite it by hand. No Qt."""

from __future__ import annotations

from typing import Final

from protocol.facts import (
    AcceptComputed,
    Broke,
    Checked,
    Fact,
    FrameArrived,
    FrameSent,
    HeadArrived,
    HeadSent,
    MessageArrived,
    Missed,
    Moved,
    TcpEndArrived,
    TcpEnded,
    TcpOpened,
    Told,
)
from protocol.vocabulary import Opcode, Role

SECTIONS: Final[dict[type[Fact], tuple[str, ...]]] = {
    TcpOpened: ("4.1",), AcceptComputed: ("4.2.2",), FrameSent: ("5.2",), FrameArrived: ("6.2",),
    MessageArrived: ("6.2",), TcpEnded: ("7.1.1",), TcpEndArrived: ("7.1.1",), Told: ("7.1.5", "7.1.6"),
}  # fmt: skip
"""The sections of RFC 6455 about each kind of fact."""

HEADS: Final = {Role.CLIENT: ("4.1", "4.2.1"), Role.SERVER: ("4.2.2",)}

KINDS: Final = {
    Opcode.CONTINUATION: "5.4", Opcode.TEXT: "5.6", Opcode.BINARY: "5.6", Opcode.CLOSE: "5.5.1", Opcode.PING: "5.5.2",
    Opcode.PONG: "5.5.3",
}  # fmt: skip
"""The section about each kind of frame."""


def cited(fact: Fact) -> tuple[str, ...]:
    """Citations as `app.citations` reads them."""
    match fact:
        case Broke() | Missed():
            return (fact.rule.cited,)
        case Checked():
            return (fact.check.rule.cited,)
        case Moved():
            return _rfc(fact.transition.section)
        case HeadSent() | HeadArrived():
            return _rfc(*HEADS[fact.who])
        case FrameSent() | FrameArrived():
            kind = KINDS.get(Opcode(fact.frame.opcode)) if fact.frame.opcode in list(Opcode) else None
            return _rfc(*SECTIONS[type(fact)], *([kind] if kind else []))
        case _:
            return _rfc(*SECTIONS.get(type(fact), ()))


def _rfc(*sections: str) -> tuple[str, ...]:
    return tuple(f"RFC 6455 §{section}" for section in sections)
