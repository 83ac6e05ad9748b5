"""What is known of compressed messages at a cursor: each message opened up, and the one that the focus names.

server.1          message number 1 of the server (counted from 0), as a whole
server.1/copy:2   its reference number 2; what comes later is still to come
server.1/code:4   its symbol number 4, a literal or a reference
server.1/block    the headers of its blocks
server.1/rsv      bit RSV1 of its frames
server.1/tail     the four bytes that were left out
server.1/window   what is kept of the messages before
server.1/takeover the comparison with and without context takeover
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from protocol.chorus import as_chorus
from protocol.facts import Broke, FrameSent
from protocol.openings import agreed_in
from protocol.packed import Packed, Piece, Sizes, by_message, otherwise, packed_messages
from protocol.vocabulary import Role, is_control

if TYPE_CHECKING:
    from protocol.chorus import Chorus
    from protocol.extensions import Deflate
    from protocol.knowledge import Facts

FOCUS: Final = re.compile(r"(client|server)\.(\d+)(?:/([a-z]+)(?::(\d+))?)?")


@dataclass(frozen=True)
class View:
    """What the figure shows: the message in focus and the one before it. `current` is None if nobody ever sends it."""

    who: Role
    number: int
    part: str
    index: int | None
    deflate: Deflate | None
    before: Packed | None
    current: Packed | None
    sent: bool
    broken: Broke | None

    @property
    def takeover(self) -> bool:
        """Whether the sender's window outlives a message."""
        return self.deflate is not None and self.deflate.of(self.who)[1]

    @property
    def bits(self) -> int:
        """The size of the sender's window, as a power of two."""
        return self.deflate.of(self.who)[0] if self.deflate is not None else 15

    @property
    def shown(self) -> Packed | None:
        """The message, once all of it was sent."""
        return self.current if self.sent else None

    @property
    def fault(self) -> int | None:
        """The bit at which the receiver could not go on, once it has tried."""
        return self.current.fault if self.current is not None and self.broken is not None else None

    @cached_property
    def at(self) -> Piece | None:
        """The symbol in focus."""
        if self.shown is None or self.index is None:
            return None
        found: tuple[Piece, ...] = self.shown.copies if self.part == "copy" else self.shown.symbols
        return found[self.index] if self.part in {"copy", "code"} and self.index < len(found) else None

    def is_past(self, symbol: Piece) -> bool:
        """Whether this symbol was read before the one in focus; without a focus everything was that can be read."""
        if self.is_faulty(symbol):
            return True
        if self.fault is not None and symbol.start_bit > self.fault:
            return False
        return self.at is None or symbol.start_bit <= self.at.start_bit

    def is_faulty(self, symbol: Piece) -> bool:
        """Whether this is the symbol at which the receiver could not go on."""
        return self.fault is not None and symbol.start_bit <= self.fault < symbol.start_bit + symbol.width


def read_view(facts: Facts | Chorus, cursor: int, focus: str) -> View:
    """What the first `cursor` facts say of the message in focus."""
    chorus = as_chorus(facts)
    whole = chorus.whole()
    known = whole.until(chorus.until(cursor).local())
    deflate = agreed_in(known)
    who, number, part, index = _target(known, focus)
    messages = packed_messages(whole, who)
    current = messages[number] if number < len(messages) else None
    sent = current is not None and all(fact.id in known for fact in current.frames)
    before = messages[number - 1] if 0 < number <= len(messages) else None
    if before is not None and not all(fact.id in known for fact in before.frames):
        before = None
    own = {fact.number for fact in current.frames} if current is not None else set()
    broken = next((fact for fact in known.of(Broke) if fact.who is who and fact.number in own), None)
    return View(who, number, part, index, deflate, before, current, sent, broken)


def _target(known: Facts, focus: str) -> tuple[Role, int, str, int | None]:
    """What a focus names; without one, the last message that somebody sent."""
    found = FOCUS.fullmatch(focus)
    if found is not None:
        index = None if found[4] is None else int(found[4])
        return Role(found[1]), int(found[2]), found[3] or "", index
    sent = [fact for fact in known.of(FrameSent) if not is_control(fact.frame.opcode)]
    if not sent:
        return Role.SERVER, 0, "", None
    who = sent[-1].who
    return who, max(len(by_message(fact for fact in sent if fact.who is who)) - 1, 0), "", None


def compared(view: View, *, takeover: bool) -> tuple[Sizes, ...]:
    """The message before and that in focus: as they were sent, or as they would be with the other choice, compressed by
    the same compressor in the same pieces."""
    pair = tuple(each for each in (view.before, view.shown) if each and each.is_readable)
    if takeover == view.takeover:
        return tuple(Sizes(len(each.text), len(each.payload)) for each in pair)
    return tuple(otherwise(pair, view.bits, takeover=takeover))
