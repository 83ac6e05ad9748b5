"""One stream, read by us and by another library, and what can be asked of it when they do not agree."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property

from stream_support import LIMIT, TAIL, reader_of

from protocol.events import Failed
from protocol.extensions import Deflate
from protocol.frames import RSV1, Frame, FrameHeader, FrameReader
from protocol.vocabulary import CloseCode, Opcode, Role, is_control
from tests.differential.peers import Ears, Ours, websockets_reader, wsproto_reader


@dataclass(frozen=True)
class Case:
    """What we heard in a stream and what they heard."""

    peer: str
    sender: Role
    data: bytes
    deflate: Deflate | None
    limit: int
    ours: Ears
    theirs: Ears
    rule: str
    """The id of the rule over which we failed the connection, or empty."""
    read: int
    """How many frames we have read, the one at which we failed not counted."""
    soon: int | None
    """If the stream ends inside a header: the code with which we fail when its rest comes."""

    @property
    def agrees(self) -> bool:
        """Whether there is nothing to explain."""
        return self.ours == self.theirs

    @cached_property
    def _reader(self) -> tuple[list[Frame], FrameHeader | None]:
        reader = FrameReader()
        return reader.feed(self.data), reader.header

    @property
    def frames(self) -> list[Frame]:
        """The whole frames of the stream."""
        return self._reader[0]

    @property
    def decisive(self) -> Frame | FrameHeader | None:
        """The frame at which we stopped, or its header alone if no more of it is there."""
        return self.frames[self.read] if self.read < len(self.frames) else self._reader[1]

    @property
    def is_cut(self) -> bool:
        """Whether the frame at which we failed is not whole in the stream."""
        return bool(self.rule) and self.read >= len(self.frames)

    @property
    def hear_as_much(self) -> bool:
        """Both heard the same."""
        return self.ours.heard == self.theirs.heard

    @property
    def they_go_on(self) -> bool:
        """We failed; they heard the same, and perhaps more."""
        known = len(self.ours.heard)
        return self.ours.failed is not None and self.theirs.heard[:known] == self.ours.heard

    @property
    def they_wait(self) -> bool:
        """We failed; they heard the same and have not failed."""
        return self.ours.failed is not None and self.theirs.failed is None and self.hear_as_much

    @property
    def fills_the_limit(self) -> bool:
        """Whether we heard a message of just the largest size, and they did not."""
        more = self.ours.heard[len(self.theirs.heard) :]
        return any(kind in {"text", "binary"} and len(data) == self.limit for kind, data, *_ in more)

    @property
    def stops_at_control(self) -> bool:
        """Whether what we heard next, or failed at, and they did not, is a control frame."""
        more = self.ours.heard[len(self.theirs.heard) :]
        if more:
            return more[0][0] in {"ping", "pong", "close"}
        return self.decisive is not None and is_control(self.decisive.opcode)

    @property
    def announced(self) -> int:
        """How long the decisive frame says that its payload is, with the fragments before it."""
        before = 0
        for frame in self.frames[: self.read]:
            if not is_control(frame.opcode):
                before = 0 if frame.fin else before + frame.length
        return before + (self.decisive.length if self.decisive is not None else 0)

    @property
    def longest(self) -> int:
        """The longest payload that a header announces."""
        header = self._reader[1]
        return max(frame.length for frame in [*self.frames, *([header] if header is not None else [])])

    def messages(self) -> list[list[Frame]]:
        """The data frames, message by message, with the control frames between them; the last may not have ended."""
        found: list[list[Frame]] = []
        is_open = False
        for frame in self.frames:
            if is_control(frame.opcode):
                if is_open:
                    found[-1].append(frame)
                continue
            if frame.opcode != Opcode.CONTINUATION or not found:
                found.append([])
            found[-1].append(frame)
            is_open = not frame.fin
        return found

    @property
    def closes_in_a_message(self) -> bool:
        """Whether a Close stands between two fragments."""
        return any(frame.opcode == Opcode.CLOSE for message in self.messages() for frame in message)

    @property
    def has_control_in_compressed(self) -> bool:
        """Whether a control frame stands between the fragments of a compressed message, or behind its last one."""
        return self.deflate is not None and any(
            message[0].rsv & RSV1 and any(is_control(frame.opcode) for frame in message) for message in self.messages()
        )

    @property
    def has_final_block(self) -> bool:
        """Whether zlib sees the end of a DEFLATE stream in a message, and nothing after it."""
        if self.deflate is None:
            return False
        client = self.sender is Role.CLIENT
        fresh = self.deflate.client_no_context_takeover if client else self.deflate.server_no_context_takeover
        stream = zlib.decompressobj(-15)
        for message in self.messages():
            if not message[0].rsv & RSV1:
                continue
            if fresh:
                stream = zlib.decompressobj(-15)
            payload = b"".join(frame.payload for frame in message if not is_control(frame.opcode))
            try:
                stream.decompress(payload + TAIL, self.limit)
            except zlib.error:
                return stream.eof
            if stream.eof:
                return True
        return False


def compare(peer: str, sender: Role, deflate: Deflate | None, data: bytes, limit: int = LIMIT) -> Case:
    """Let both read the same stream."""
    ours = Ours(reader_of(sender, deflate, limit))
    ours.receive(data)
    is_theirs = peer == "websockets"
    theirs = websockets_reader(sender, deflate, limit) if is_theirs else wsproto_reader(sender, deflate)
    theirs.receive(data)
    assert theirs.ears.failed != CloseCode.INTERNAL_ERROR, "it raised an exception inside"
    rule = ours.broken.rule.id if ours.broken is not None else ""
    read = ours.connection._stream.frames
    if rule and read and rule in AT_THE_END and len(FrameReader().feed(data)) >= read:
        read -= 1 if ours.connection._stream._header is None else 0
    soon = None
    if not rule:
        found = [event for event in ours.connection.receive(bytes(12)) if isinstance(event, Failed)]
        soon = found[0].violation.rule.close_code if found else None
    return Case(peer, sender, data, deflate, limit, ours.ears, theirs.ears, rule, read, soon)


AT_THE_END = {"close.code", "close.length", "close.utf8", "text.utf8", "deflate.data"}
"""Rules that may show when the frame is whole, which has been counted then."""
