"""A payload and a masking key on the bench, and the two directions of XOR (RFC 6455 section 5.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.model.lab.frame_draft import NO_KEY
from app.model.lab.limits import LabError, checked
from app.model.lab.wire import SAMPLE_MASK
from protocol.frames import encode_frame
from protocol.masking import mask
from protocol.vocabulary import Opcode

ZERO_KEY: Final = bytes(4)


@dataclass(frozen=True, slots=True)
class MaskDraft:
    """`payload` is what the sender means; what travels is computed from it."""

    key: bytes = SAMPLE_MASK
    payload: bytes = b"Hello"

    @property
    def wire(self) -> bytes:
        """The payload as it travels."""
        return mask(self.payload, self.key)

    @property
    def frame(self) -> bytes:
        """A frame that carries it: text if it is text, else binary."""
        try:
            self.payload.decode()
        except UnicodeDecodeError:
            return encode_frame(Opcode.BINARY, self.payload, key=self.key)
        return encode_frame(Opcode.TEXT, self.payload, key=self.key)

    def with_key(self, key: bytes) -> MaskDraft:
        """Another key; the payload stays."""
        if len(key) != 4:
            raise LabError(NO_KEY, size=str(len(key)))
        return replace(self, key=key)

    def with_payload(self, payload: bytes) -> MaskDraft:
        """Another payload."""
        return replace(self, payload=checked(payload))

    def with_wire(self, wire: bytes) -> MaskDraft:
        """Other bytes on the wire: the payload is what the key makes of them."""
        return replace(self, payload=mask(checked(wire), self.key))
