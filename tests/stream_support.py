"""Streams of frames that are made from a plan, so that it is known what they mean, and then cut or bent anywhere.

The pen that writes them knows nothing of `protocol.deflate`: it compresses with zlib alone, and cuts what comes out at
any byte, as RFC 7692 section 7.2.1 allows.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pickle import dumps, loads

from hypothesis import strategies as st
from wire_support import KEY, MASK

from protocol.connection import Connection
from protocol.events import CloseReceived, MessageReceived, PingReceived, PongReceived
from protocol.extensions import Deflate, DeflateOffer, DeflatePolicy
from protocol.frames import RSV1, encode_frame
from protocol.handshake import Offer, Policy
from protocol.vocabulary import Opcode, Role

TAIL = b"\x00\x00\xff\xff"  # RFC 7692 section 7.2.1
LIMIT = 1 << 20


@dataclass(frozen=True)
class Control:
    """A ping, a pong or a Close."""

    opcode: int
    payload: bytes


@dataclass(frozen=True)
class Said:
    """A message, cut after these bytes of its payload (as it stands on the wire), with control frames between."""

    opcode: int
    data: bytes
    cuts: tuple[int, ...] = ()
    between: tuple[Control, ...] = ()
    compressed: bool = True
    final: bool = False
    """Whether its DEFLATE stream ends with BFINAL set (RFC 7692 section 7.2.3.4)."""


Plan = list[Said | Control]


class Pen:
    """Writes what `sender` says."""

    def __init__(self, sender: Role, deflate: Deflate | None = None, level: int = 6) -> None:
        self.key = MASK if sender is Role.CLIENT else None
        self.level = level
        client = sender is Role.CLIENT
        self.deflates = deflate is not None
        deflate = deflate or Deflate()
        self.bits = deflate.client_max_window_bits if client else deflate.server_max_window_bits
        self.fresh = deflate.client_no_context_takeover if client else deflate.server_no_context_takeover
        self.compressor = None

    def frame(self, opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0) -> bytes:
        return encode_frame(opcode, payload, fin=fin, rsv=rsv, key=self.key)

    def write(self, plan: Plan) -> bytes:
        return b"".join(self.frames(plan))

    def frames(self, plan: Plan) -> list[bytes]:
        written = []
        for each in plan:
            if isinstance(each, Control):
                written.append(self.frame(each.opcode, each.payload))
            else:
                written += self.message(each)
        return written

    def message(self, said: Said) -> list[bytes]:
        compressed = self.deflates and said.compressed
        payload = self.deflated(said) if compressed else said.data
        edges = [0, *sorted(min(cut, len(payload)) for cut in said.cuts), len(payload)]
        parts = [payload[start:stop] for start, stop in pairwise(edges)]
        frames = []
        for place, part in enumerate(parts):
            first, last = place == 0, place == len(parts) - 1
            opcode = said.opcode if first else Opcode.CONTINUATION
            frames.append(self.frame(opcode, part, fin=last, rsv=RSV1 if first and compressed else 0))
            if not last:
                frames += [self.frame(each.opcode, each.payload) for each in said.between]
        return frames

    def deflated(self, said: Said) -> bytes:
        if self.compressor is None or self.fresh:
            # zlib writes no window of 8 bits, but with Z_RLE it refers to the byte before only.
            strategy = zlib.Z_RLE if self.bits == 8 else zlib.Z_DEFAULT_STRATEGY
            bits = max(self.bits, 9)
            self.compressor = zlib.compressobj(self.level, zlib.DEFLATED, -bits, zlib.DEF_MEM_LEVEL, strategy)
        data = self.compressor.compress(said.data)
        if said.final:
            data += self.compressor.flush(zlib.Z_FINISH) + b"\x00"
            self.compressor = None
            return data
        data += self.compressor.flush(zlib.Z_SYNC_FLUSH)
        return data.removesuffix(TAIL) if data else b"\x00"


def meant(plan: Plan) -> list:
    """The events that a reader of this plan has, up to the first Close."""
    events = []
    for each in plan:
        if isinstance(each, Control):
            events.append(_control(each))
        else:
            # One payload at least goes out before each control frame between two fragments.
            events += [_control(control) for _ in each.cuts for control in each.between]
            text = each.data.decode() if each.opcode == Opcode.TEXT else None
            events.append(MessageReceived(each.opcode, each.data, text))
        if isinstance(events[-1], CloseReceived):
            break
    return events


def _control(control: Control) -> object:
    if control.opcode == Opcode.PING:
        return PingReceived(control.payload)
    if control.opcode == Opcode.PONG:
        return PongReceived(control.payload)
    code = int.from_bytes(control.payload[:2], "big") if control.payload else None
    return CloseReceived(code, control.payload[2:].decode())


# Endpoints that are OPEN.


def offer_for(deflate: Deflate | None) -> Offer:
    """What a client asks for to get exactly this."""
    if deflate is None:
        return Offer(host="server.example.com", target="/chat", key=KEY)
    return Offer("server.example.com", "/chat", KEY, deflate=DeflateOffer(client_max_window_bits="any"))


def policy_for(deflate: Deflate | None) -> Policy:
    """The policy of a server that then gives it."""
    if deflate is None:
        return Policy()
    return Policy(
        deflate=DeflatePolicy(
            deflate.server_no_context_takeover,
            deflate.client_no_context_takeover,
            deflate.server_max_window_bits,
            deflate.client_max_window_bits,
        )
    )


def masks() -> bytes:
    """The key of every frame of a client."""
    return MASK


def strangers(deflate: Deflate | None, limit: int = LIMIT) -> tuple[Connection, Connection]:
    """A client that has something to ask, and a server that has heard nothing."""
    client = Connection.client(offer_for(deflate), masks, limit=limit)
    client.connect()
    return client, Connection.server(policy_for(deflate), limit=limit)


Opening = tuple[Connection, Connection, bytes, bytes]


def handshake(deflate: Deflate | None, limit: int = LIMIT) -> Opening:
    """A client and a server that are OPEN, and the two heads that went between. It is done once for each agreement;
    everybody gets a copy."""
    opening: Opening = loads(_handshake(deflate, limit))
    return opening


@lru_cache(512)
def _handshake(deflate: Deflate | None, limit: int) -> bytes:
    client, server = strangers(deflate, limit)
    request = client.bytes_to_send()
    server.receive(request)
    response = server.bytes_to_send()
    client.receive(response)
    assert client.deflate == server.deflate == deflate
    return dumps((client, server, request, response))


def reader_of(sender: Role, deflate: Deflate | None, limit: int = LIMIT) -> Connection:
    """The endpoint that reads what `sender` writes."""
    client, server, _, _ = handshake(deflate, limit)
    return server if sender is Role.CLIENT else client


# What hypothesis draws.

roles = st.sampled_from(Role)
deflates = st.none() | st.builds(Deflate, st.booleans(), st.booleans(), st.integers(8, 15), st.integers(8, 15))
levels = st.sampled_from([0, 1, 6, 9])
times = st.sampled_from([1, 1, 1, 2, 30, 126, 700])
texts = st.builds(lambda text, n: (text * n).encode(), st.text(max_size=8), times)
binaries = st.builds(lambda data, n: data * n, st.binary(max_size=8), times)


class Zeros(bytes):
    """Many zeros that are short to print."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"bytes({len(self)})"


sizes = st.sampled_from([0, 125, 126, 127, 65535, 65536]).map(Zeros)
closes = st.builds(
    lambda code, reason: b"" if code is None else code.to_bytes(2, "big") + reason.encode(),
    st.sampled_from([None, 1000, 1001, 1011, 3000, 4999]),
    st.sampled_from(["", "bye", "再见"]),
)
pings = st.builds(Control, st.sampled_from([Opcode.PING, Opcode.PONG]), st.binary(max_size=5) | st.just(Zeros(125)))
messages = st.builds(
    lambda kind, cuts, between, compressed: Said(*kind, tuple(cuts), tuple(between), compressed),
    st.tuples(st.just(Opcode.TEXT), texts) | st.tuples(st.just(Opcode.BINARY), binaries | sizes),
    st.lists(st.integers(0, 40), max_size=3),
    st.lists(pings, max_size=2),
    st.booleans(),
)
plans = st.builds(
    lambda talk, close: talk + ([Control(Opcode.CLOSE, close)] if close is not None else []),
    st.lists(messages | pings, max_size=6),
    st.none() | closes,
)

mutations = st.lists(
    st.tuples(
        st.sampled_from(["flip", "flip", "flip", "insert", "delete", "cut", "double", "head"]),
        st.integers(0, 2**32),
        st.integers(0, 255),
    ),
    min_size=1,
    max_size=3,
)


def bent(data: bytes, changes: list[tuple[str, int, int]]) -> bytes:
    """The stream with bits flipped, bytes put in or left out, or an end that is missing."""
    for what, where, value in changes:
        at = where % (len(data) + 1)
        if what == "flip" and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << value % 8]) + data[at + 1 :]
        elif what == "head" and data:  # one of the first bytes, where most of the rules are
            at = where % min(len(data), 16)
            data = data[:at] + bytes([value]) + data[at + 1 :]
        elif what == "insert":
            data = data[:at] + bytes([value]) * (1 + where % 3) + data[at:]
        elif what == "delete":
            data = data[:at] + data[at + 1 + value % 4 :]
        elif what == "double":
            data = data[:at] + data[at : at + value] + data[at:]
        elif what == "cut":
            data = data[:at]
    return data


places = st.lists(st.integers(0, 2**20), max_size=12)
"""Where a stream is cut; near its beginning, and everywhere if `byte_by_byte`."""


def pieces(data: bytes, cuts: list[int], *, byte_by_byte: bool = False) -> list[bytes]:
    """The same bytes in pieces, some of them empty."""
    edges = sorted({cut % (len(data) + 1) for cut in cuts})
    if byte_by_byte:
        edges = sorted({*edges, *range(min(len(data), 300))})
    return [data[start:stop] for start, stop in pairwise([0, *edges, len(data)])]
