"""Which frame a step shows and which part of it: the focus `ROLE.N/part` read, the frame found among the
facts.

`client.0` is the client's first frame. Behind a slash: `field:NAME` rings a field, `payload` the payload,
`mask:I` masks payload byte I (later bytes are still open), `unmask:I` takes the mask off it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.values import dataclass
from app.figures.frame_parts import parts, within
from protocol.violations import frame_violations
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.frame_parts import Part
    from protocol.chorus import Chorus
    from protocol.frames import Frame
    from protocol.knowledge import Facts
    from protocol.rules import Rule


@dataclass(frozen=True, slots=True)
class Target:
    """A focus string, read; what cannot be read is left out."""

    role: Role | None = None
    number: int = 0
    kind: str = ""
    name: str = ""
    index: int | None = None


def read_focus(focus: str) -> Target:
    """The parts of a focus string; anything unknown in it is ignored."""
    frame, _, part = focus.partition("/")
    who, _, number = frame.partition(".")
    if who not in {role.value for role in Role} or not number.isdecimal():
        return Target()
    kind, _, name = part.partition(":")
    if kind == "payload":
        kind, name = "field", "payload data"
    index = int(name) if kind in {"mask", "unmask"} and name.isdecimal() else None
    known = (kind == "field" and name) or index is not None
    return Target(Role(who), int(number), kind if known else "", name if kind == "field" else "", index)


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken rule and its bits, counted from the frame's first bit."""

    rule: Rule
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class View:
    """The frame that is shown, all its bytes and parts, and what is emphasised."""

    frame: Frame
    sender: Role
    number: int
    raw: bytes
    parts: tuple[Part, ...]
    target: Target = Target()
    broken: tuple[Broken, ...] = ()

    @property
    def prefix(self) -> str:
        """What the ids of its marks begin with."""
        return f"frame.{self.sender.value}.{self.number}/"

    @property
    def header(self) -> int:
        """Bytes before the payload."""
        return len(self.frame.header)

    @property
    def masking(self) -> int | None:
        """The payload byte that is being masked, if one is."""
        return self._step("mask")

    @property
    def unmasking(self) -> int | None:
        """The payload byte from which the mask is being taken, if there is one."""
        return self._step("unmask")

    def _step(self, kind: str) -> int | None:
        index = self.target.index
        if self.target.kind != kind or index is None or not self.frame.masked or index >= len(self.frame.wire):
            return None
        return index

    @property
    def step(self) -> int | None:
        """The payload byte in work, whichever way."""
        return self.masking if self.masking is not None else self.unmasking

    @property
    def open_from(self) -> int | None:
        """The first byte of the frame that is not masked yet, if a byte is being masked."""
        return None if self.masking is None else self.header + self.masking + 1

    def row(self, first_byte: int, size: int) -> tuple[Part, ...]:
        """The parts in `size` bytes from `first_byte`."""
        return within(self.parts, first_byte * 8, (first_byte + size) * 8)

    def ringed(self) -> tuple[tuple[int, int], ...]:
        """The runs of bits that the focus rings."""
        if self.target.kind == "field":
            name = self.target.name
            if name in {"RSV1", "RSV2", "RSV3"}:
                return ((int(name[3]), int(name[3]) + 1),)
            return tuple((part.start, part.stop) for part in self.parts if part.name == name)
        if self.step is None:
            return ()
        key = self.header - 4 + self.step % 4
        byte = self.header + self.step
        return (key * 8, key * 8 + 8), (byte * 8, byte * 8 + 8)


def find_view(facts: Facts | Chorus, cursor: int, focus: str) -> View | Target:
    """The frame of the focus as far as it is known at this cursor; the `Target` itself if it is not sent yet.

    Without a readable focus the newest frame is shown.
    """
    from protocol.facts import Broke, FrameSent  # noqa: PLC0415  # a frame that stands alone has no facts

    known = facts.until(max(0, cursor))
    target = read_focus(focus)
    sent = known.of(FrameSent)
    if target.role is not None:
        sent = [fact for fact in sent if fact.who is target.role and fact.number == target.number]
    if not sent:
        return target
    fact = sent[-1]
    broken = tuple(
        Broken(broke.rule, broke.start_bit, min(broke.start_bit + max(1, broke.width), fact.frame.size * 8))
        for broke in known.of(Broke)
        if broke.who is fact.who and broke.number == fact.number and broke.start_bit < fact.frame.size * 8
    )
    return View(fact.frame, fact.who, fact.number, fact.frame.raw, parts(fact.frame), target, broken)


def view_of(frame: Frame, sender: Role) -> View:
    """A frame by itself, every reserved bit for itself, with the rules that it breaks whatever came before it."""
    if frame.masked and len(frame.key) < 4:
        # Cut short inside its key: without payload nothing is unmasked, so any key will do.
        frame = replace(frame, key=frame.key.ljust(4, b"\0"), wire=b"")
    size = frame.size * 8
    broken = tuple(
        Broken(each.rule, each.start_bit, min(each.start_bit + max(1, each.width), size))
        for each in frame_violations(frame, sender)
        if each.start_bit < size
    )
    return View(frame, sender, 0, frame.raw, parts(frame, merge=False), broken=broken)
