"""The frame on the bench. Its bytes are the truth; every field, every bit and every verdict is read from them.

Most edits turn bits over where they stand. Those that change what stands where (MASK, the form of the length, the
payload) write the frame anew: the payload stays what its sender means. The length follows the payload until somebody
sets it by hand; then it stays, right or wrong, and what it does not cover counts as the next frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.model.lab.frame_reading import read_first
from app.model.lab.limits import LabError, checked
from app.reasons import QT_TRANSLATE_NOOP
from protocol.frames import LONGEST, length_bits, shortest_form
from protocol.masking import mask
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.model.lab.frame_reading import Reading
    from protocol.frames import LengthForm

KEY: Final = bytes.fromhex("37fa213d")
"""The masking key of the examples in RFC 6455 section 5.7: what a frame gets whose MASK bit is set for the first
time."""

MASK_BIT: Final = 8

TOO_LONG = QT_TRANSLATE_NOOP("lab", "{form} bits cannot hold the length {length}: {most} is the greatest.")
NO_KEY = QT_TRANSLATE_NOOP("lab", "A masking key has 4 bytes, not {size}.")


@dataclass(frozen=True, slots=True)
class FrameDraft:
    """`data` begins with the frame that is shown; `before` are the frames that stand before it.

    `set_length` tells that the length was set by hand, `form` in which form it is to be written (None: the shortest).
    `deflate` and `inside` say where the frame stands: whether permessage-deflate was agreed on, and whether a
    fragmented text message is open. `key` is what a frame gets when MASK is set."""

    data: bytes
    sender: Role = Role.CLIENT
    deflate: bool = False
    inside: bool = False
    set_length: bool = False
    form: LengthForm | None = None
    key: bytes = KEY
    before: tuple[bytes, ...] = ()

    @property
    def reading(self) -> Reading:
        """The frame that is shown."""
        return read_first(self.data)

    @property
    def everything(self) -> bytes:
        """All bytes, those of the frames before included."""
        return b"".join((*self.before, self.data))

    @property
    def body(self) -> bytes:
        """The payload as its sender means it. With a length set by hand that is all that stands after the header, be
        it covered by the length or not."""
        reading = self.reading
        if not self.set_length:
            return reading.frame.payload
        raw = self.data[len(reading.frame.header) :]
        return mask(raw, reading.frame.key) if reading.frame.masked else raw

    # Bytes as they stand.

    def with_data(self, data: bytes) -> FrameDraft:
        """Other bytes. A length that announces more than there is counts as set by hand."""
        reading = read_first(checked(data))
        frame = reading.frame
        form = None if frame.length_form == shortest_form(frame_length(reading)) else frame.length_form
        key = frame.key if frame.masked and reading.has_header else self.key
        return replace(self, data=data, set_length=reading.missing > 0, form=form, key=key)

    def with_byte(self, index: int, value: int) -> FrameDraft:
        """One byte overwritten, or appended if it is the one after the last."""
        if not 0 <= index <= len(self.data):
            return self
        return self.with_data(self.data[:index] + bytes((value,)) + self.data[index + 1 :])

    def with_inserted(self, index: int, value: int = 0) -> FrameDraft:
        """One more byte at this place."""
        return self.with_data(self.data[:index] + bytes((value,)) + self.data[index:])

    def without_byte(self, index: int) -> FrameDraft:
        """One byte less."""
        return self.with_data(self.data[:index] + self.data[index + 1 :])

    def with_bit(self, bit: int, value: int) -> FrameDraft:
        """One bit set to `value`. MASK writes the frame anew; a bit of the length sets the length by hand."""
        if not 0 <= bit < len(self.data) * 8:
            return self
        if bit == MASK_BIT and self.reading.has_header:
            return self.with_mask(on=bool(value))
        byte, one = self.data[bit // 8], 0x80 >> bit % 8
        changed = byte | one if value else byte & ~one
        if changed == byte:
            return self
        start, width = length_bits(self.reading.frame)
        draft = self.with_byte(bit // 8, changed)
        if start <= bit < start + width:
            return replace(draft, set_length=draft.reading.missing > 0 or bool(draft.reading.rest))
        return replace(draft, set_length=self.set_length, form=self.form)

    # Fields.

    def with_fin(self, on: bool) -> FrameDraft:
        """FIN."""
        return self._with_first(0x80, 0x80 * on)

    def with_rsv(self, rsv: int) -> FrameDraft:
        """RSV1 to RSV3 as one number of three bits."""
        return self._with_first(0x70, rsv << 4)

    def with_opcode(self, opcode: int) -> FrameDraft:
        """The opcode, 0 to 15."""
        return self._with_first(0x0F, opcode)

    def _with_first(self, bits: int, value: int) -> FrameDraft:
        data = self.data or b"\0"
        return replace(self, data=bytes((data[0] & ~bits | value & bits,)) + data[1:])

    def with_mask(self, on: bool) -> FrameDraft:
        """Masked with the key that the frame had last, or not masked."""
        return self.written(masked=on)

    def with_key(self, key: bytes) -> FrameDraft:
        """Another masking key; what was not masked is masked with it."""
        if len(key) != 4:
            raise LabError(NO_KEY, size=str(len(key)))
        return replace(self, key=key).written(masked=True, key=key)

    def with_payload(self, payload: bytes) -> FrameDraft:
        """Another payload; the length follows it unless it was set by hand."""
        return self.written(body=payload)

    def with_form(self, form: LengthForm | None) -> FrameDraft:
        """The length in 7, 16 or 64 bits, or in the shortest form that can hold it."""
        return replace(self, form=form).written()

    def with_length(self, length: int | None) -> FrameDraft:
        """A length set by hand, or None: as many as there are bytes of payload."""
        body, rest = self.body, b"" if self.set_length else self.reading.rest
        draft = replace(self, set_length=length is not None)
        if length is None:
            return draft.written(body=body, rest=rest, length=len(body))
        if self.form is not None and length > LONGEST[self.form]:
            draft = replace(draft, form=None)
        return draft.written(body=body + rest, rest=b"", length=length)

    def written(
        self,
        *,
        masked: bool | None = None,
        key: bytes | None = None,
        body: bytes | None = None,
        rest: bytes | None = None,
        length: int | None = None,
    ) -> FrameDraft:
        """The frame written anew from its fields, with these changed."""
        reading = self.reading
        masked = reading.frame.masked if masked is None else masked
        key = self.key if key is None else key
        body = self.body if body is None else body
        if rest is None:
            rest = b"" if self.set_length else reading.rest
        if length is None:
            length = reading.announced if self.set_length else len(body)
        first = self.data[:1] or b"\0"
        header = first + length_bytes(length, self.form, masked=masked) + (key if masked else b"")
        data = header + (mask(body, key) if masked else body) + rest
        draft = replace(self, data=checked(data), key=key)
        if self.set_length and not draft.reading.missing and not draft.reading.rest:
            return replace(draft, set_length=False)
        return draft

    # Where it stands.

    def with_sender(self, sender: Role) -> FrameDraft:
        """The same bytes from the other side."""
        return replace(self, sender=sender)

    def standing(self, *, deflate: bool | None = None, inside: bool | None = None) -> FrameDraft:
        """The same bytes in other circumstances."""
        return replace(
            self,
            deflate=self.deflate if deflate is None else deflate,
            inside=self.inside if inside is None else inside,
        )

    def on_to_rest(self) -> FrameDraft:
        """The next frame, if there are bytes after this one."""
        reading = self.reading
        if not reading.rest:
            return self
        before = (*self.before, self.data[: reading.known])
        return replace(self, before=before).with_data(reading.rest)

    def back_to_before(self) -> FrameDraft:
        """The frame before this one, if there is one."""
        if not self.before:
            return self
        *before, last = self.before
        return replace(self, before=tuple(before)).with_data(last + self.data)


def frame_length(reading: Reading) -> int:
    """The length that the header announces, as far as it is there."""
    return max(0, reading.announced) if reading.has_header else len(reading.frame.wire)


def length_bytes(length: int, form: LengthForm | None, *, masked: bool) -> bytes:
    """The second byte of a frame and the extended length after it, in this form or in the shortest."""
    form = form or shortest_form(length)
    if length > LONGEST[form]:
        raise LabError(TOO_LONG, form=str(form), length=str(length), most=str(LONGEST[form]))
    first = length if form == 7 else {16: 126, 64: 127}[form]
    return bytes((masked << 7 | first,)) + (b"" if form == 7 else length.to_bytes(form // 8, "big"))
