"""What it costs to watch: all bytes of a capture in, and it is known where frames stand and which rules they break.

A chat of texts in both directions, as `websockets` and wsproto would read it if they sat at both ends. This project's
`Observer` records the bytes, finds the frames, judges them and both ends' states, and keeps the facts, so that any
message can be read at once. The others only read: `Frame.parse` of websockets with its C extension unmasks and gives a
frame, wsproto's `FrameProtocol` decodes text, too. Whether a text is UTF-8 is judged for websockets as well, because
all three have to. Frames come one a segment, as in a capture of a quiet connection, and `COALESCED` a segment.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from websockets.frames import Frame
from websockets.streams import StreamReader
from wsproto.frame_protocol import FrameProtocol

from protocol.frames import encode_frame
from protocol.observer import Observer
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role
from tests.benchmarks.timing import Contender, Row, race, ratio_row
from tests.wire_support import Wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.knowledge import Facts

FRAMES: Final = 60_000
COALESCED: Final = 25
"""How many frames one segment has."""

ASKED: Final = {1: {"websockets": 0.9, "wsproto": 2.5}, COALESCED: {"websockets": 1.9, "wsproto": 5.0}}
"""The least ratio by frames in a segment."""


@dataclass(frozen=True, slots=True)
class Chat:
    """What both ends say after the opening handshake, in turns, and how many frames that is."""

    segments: tuple[tuple[Role, bytes], ...]
    frames: int


def chat(count: int, each: int) -> Chat:
    """`count` texts of 30 to 90 bytes; the ends take turns with `each` of them in a segment."""
    source = random.Random(count)
    letters = "".join(source.choices("etaoin shrdlu", k=60))
    segments = []
    for first in range(0, count, each):
        who = Role.SERVER if first // each % 2 else Role.CLIENT
        texts = (
            f'{{"type": "chat", "n": {number}, "text": "{letters[: source.randrange(60)]}"}}'
            for number in range(first, min(first + each, count))
        )
        keys = (source.randbytes(4) if who is Role.CLIENT else None for _ in range(each))
        frames = (encode_frame(Opcode.TEXT, text.encode(), key=key) for text, key in zip(texts, keys, strict=False))
        segments.append((who, b"".join(frames)))
    return Chat(tuple(segments), count)


# Three that watch. Each says how many frames it has read.


def opened() -> Observer:
    """An observer that has seen the opening handshake."""
    observer = Observer(reads=False)
    for entry in Wire().open().recording:
        if entry.kind is not Kind.READ:
            observer.feed(entry)
    return observer


def observe(segments: Sequence[tuple[Role, bytes]], observer: Observer) -> Facts:
    """This project."""
    add = observer.add
    for who, data in segments:
        add(60.0, who, Kind.DATA, data)
    return observer.facts


def websockets_readers() -> dict[Role, Any]:
    """A reader of websockets for each direction, and the parse that is under way."""
    readers = {}
    for who in Role:
        reader = StreamReader()
        readers[who] = (reader, partial(Frame.parse, reader.read_exact, mask=who is Role.CLIENT))
    return readers


def parse_websockets(segments: Sequence[tuple[Role, bytes]], readers: dict[Role, Any]) -> list[str]:
    """websockets: the frames of segments that hold whole ones."""
    texts = []
    for who, data in segments:
        reader, parse = readers[who]
        reader.feed_data(data)
        while reader.buffer:
            parsing = parse()
            try:
                next(parsing)
            except StopIteration as end:
                texts.append(end.value.data.decode())
    return texts


def wsproto_readers() -> dict[Role, FrameProtocol]:
    """wsproto's parser for each direction."""
    return {who: FrameProtocol(client=who is Role.SERVER, extensions=[]) for who in Role}


def parse_wsproto(segments: Sequence[tuple[Role, bytes]], readers: dict[Role, FrameProtocol]) -> list[str]:
    """wsproto: frames with their text."""
    texts = []
    for who, data in segments:
        reader = readers[who]
        reader.receive_bytes(data)
        texts += [frame.payload for frame in reader.received_frames()]
    return texts


def rows(*, rounds: int = 7, count: int = FRAMES) -> list[Row]:
    """A ratio to each of the others, for both kinds of capture, and the frames observed in a second."""
    found = []
    for each in (1, COALESCED):
        talk = chat(count, each)
        times = race(
            [
                Contender("observer", opened, partial(observe, talk.segments)),
                Contender("websockets", websockets_readers, partial(parse_websockets, talk.segments)),
                Contender("wsproto", wsproto_readers, partial(parse_wsproto, talk.segments)),
            ],
            rounds,
        )
        ours = times.pop("observer")
        shape = f"{each} frame{'s' * (each > 1)} a segment"
        details = f"{ours.best / count * 1e6:.2f} us a frame"
        rate = (count / ours.best, count / ours.median)
        found.append(Row("observing", f"frames observed; {shape}", *rate, "frames a second", details=details))
        for name, theirs in times.items():
            asked = ASKED[each][name]
            found.append(ratio_row("observing", shape, ours, name, theirs, asked=asked, count=count))
    return found
