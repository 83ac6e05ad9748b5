"""The masking bench at work: key and payload, and XOR byte by byte in both directions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, cast

from app.figures import frame
from app.lab_bench import Bench
from app.model.control import Control
from app.model.lab.history import History
from app.model.lab.mask_draft import ZERO_KEY, MaskDraft
from app.model.lab.pasting import read_pasted
from app.model.lab.shown import Banner, ChipRow, MaskShown
from app.model.lab.wire import SAMPLE_MASK
from protocol.facts import FrameSent
from protocol.frames import FrameReader
from protocol.knowledge import Facts
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.lab_bench import Choices, Wire

WHOLE, MASKING, UNMASKING = "whole", "mask", "unmask"
FIRST: Final = 0


class MaskBench(Bench):
    """Key, payload and their history; which way is shown, and which byte is in work."""

    def __init__(self) -> None:
        self.history: History[MaskDraft] = History(MaskDraft())
        self.way = WHOLE
        self._at = FIRST

    @property
    def draft(self) -> MaskDraft:
        """What is shown."""
        return self.history.state

    @property
    def at(self) -> int:
        """The byte in work."""
        return max(0, min(self._at, len(self.draft.payload) - 1))

    def edit(self, name: str, value: object) -> None:
        """A field of the side pane was set or typed."""
        draft = self.draft
        match name:
            case "key":
                draft = draft.with_key(cast("bytes", value))
            case "key text":
                draft = draft.with_key(read_pasted(cast("str", value)))
            case "payload":
                draft = draft.with_payload(cast("bytes", value))
            case "wire":
                draft = draft.with_wire(cast("bytes", value))
        self.history.push(draft)

    def use_chip(self, name: str) -> None:
        """A key of zeros, that of the RFC, or one that nobody can foresee."""
        keys = {"zero": ZERO_KEY, "rfc": SAMPLE_MASK, "fresh": os.urandom(4)}
        self.history.push(self.draft.with_key(keys[name]))

    def set_bit(self, bit: int, value: int) -> None:
        """A bit of key or payload was turned over on the stage."""
        raw = bytearray(self.draft.frame)
        byte, one = bit // 8, 0x80 >> bit % 8
        raw[byte] = raw[byte] | one if value else raw[byte] & ~one
        header = len(raw) - len(self.draft.payload)
        if header - 4 <= byte < header:
            self.history.push(self.draft.with_key(bytes(raw[header - 4 : header])))
        elif byte >= header:
            self.history.push(self.draft.with_wire(bytes(raw[header:])))

    def paste(self, text: str) -> None:
        """Bytes from elsewhere are taken for masked ones while the mask is taken off, else for a payload."""
        data = read_pasted(text)
        draft = self.draft
        self.history.push(draft.with_wire(data) if self.way == UNMASKING else draft.with_payload(data))

    def crumb(self, words: Words) -> str:
        """The name of the bench."""
        return words.translate("lab", "Masking")

    def title(self, words: Words) -> str:
        """What is being done."""
        if self.way == WHOLE or not self.draft.payload:
            return words.translate("lab", "Payload XOR key, byte by byte")
        said = words.translate("lab", "Byte {index} is masked with key byte {place}")
        if self.way == UNMASKING:
            said = words.translate("lab", "Key byte {place} takes the mask off byte {index}")
        return said.format(index=self.at, place=self.at % 4)

    def scene(self, room: Room) -> Scene:
        """The stage: the frame that carries it."""
        (sent,) = FrameReader().feed(self.draft.frame)
        facts = Facts([FrameSent("client.frame.0.sent", 2, 0, 0.0, Role.CLIENT, 0, sent)])
        focus = "client.0" if self.way == WHOLE else f"client.0/{self.way}:{self.at}"
        return frame.draw(facts, 1, focus, room)

    def shown(self, words: Words) -> MaskShown:
        """The side pane."""
        draft = self.draft
        size = len(draft.payload)
        note = (
            words.translate("lab", "1 byte")
            if size == 1
            else words.translate("lab", "{count} bytes").format(count=f"{size:,}")
        )
        head, line = (
            words.translate("lab", "XOR undoes itself"),
            words.translate("lab", "the same key masks and unmasks"),
        )
        if draft.key == ZERO_KEY:
            head, line = (
                words.translate("lab", "A key of zeros"),
                words.translate("lab", "changes nothing: the payload travels as it is"),
            )
        chips = (
            ("rfc", words.translate("lab", "as in the RFC")), ("zero", words.translate("lab", "zeros")),
            ("fresh", words.translate("lab", "a fresh one")),
        )  # fmt: skip
        return MaskShown(Banner("note", head, line), draft.key, draft.payload, note, draft.wire, ChipRow("", chips))

    def wire(self, words: Words) -> Wire:
        """The bottom bar."""
        draft = self.draft
        size, payload = len(draft.frame), len(draft.payload)
        said = words.translate("lab", "A frame of {size} bytes: 4 of key, {payload} of payload.")
        parts = tuple(
            (name, count) for name, count in (("rsv", size - payload - 4), ("key", 4), ("pay", payload)) if count
        )
        return words.translate("lab", "Wire size"), said.format(size=f"{size:,}", payload=f"{payload:,}"), parts

    def views(self, words: Words) -> Choices:
        """All at once, or one byte in either direction."""
        return (
            (WHOLE, words.translate("lab", "All bytes")),
            (MASKING, words.translate("lab", "Mask")),
            (UNMASKING, words.translate("lab", "Unmask")),
        ), self.way

    def choose_view(self, value: object) -> None:
        """Which way."""
        self.way = cast("str", value)

    def controls(self, words: Words) -> tuple[Control, ...]:
        """The byte in work."""
        last = len(self.draft.payload) - 1
        if self.way == WHOLE or last < 1:
            return ()
        return (Control("byte", words.translate("lab", "Byte"), "stepper", self.at, 0, last),)

    def control(self, name: str, value: int) -> None:
        """Another byte."""
        if name == "byte":
            self._at = value

    @property
    def data(self) -> tuple[bytes, Role] | None:
        """The frame."""
        return self.draft.frame, Role.CLIENT

    @property
    def editable(self) -> bytes | None:
        """Bits can be turned over while all bytes are shown."""
        return self.draft.frame if self.way == WHOLE else None
