"""Questions about compressed messages."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, asked_offer, close_code_in
from protocol.connection import Connection
from protocol.deflate import Deflater
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.frames import RSV1, FrameReader, encode_frame
from protocol.handshake import Policy
from protocol.knowledge import Facts
from protocol.offers import Offer
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Opcode


def deflated_pair(facts: Facts, limit: int = MESSAGE_LIMIT) -> tuple[Connection, Connection]:
    """Two OPEN endpoints that compress; the client takes messages up to `limit` bytes."""
    asked = asked_offer(facts)
    offer = Offer(asked.host, asked.target, asked.key, deflate=DeflateOffer())
    client = Connection.client(offer, lambda: MASK, limit)
    server = Connection.server(Policy(deflate=DeflatePolicy()))
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return client, server


def deflated_growth(_: Facts, params: Params) -> str:
    """`shrinks`, `same` or `grows`: the payload of a first message with `text` beside the text itself."""
    text = params["text"].encode()
    payload = Deflater().deflate(text)
    return "grows" if len(payload) > len(text) else "same" if len(payload) == len(text) else "shrinks"


def deflated_again(_: Facts, params: Params) -> str:
    """What the last of `texts` takes when it is sent once more: `like-new`, as many bytes as with an empty window;
    `like-before`, as many as the time before; `tiny`, less than half of that. Without `takeover` no window is kept."""
    takeover, texts = params.get("takeover", True), [text.encode() for text in params["texts"]]
    deflater = Deflater(takeover=takeover)
    before = [len(deflater.deflate(text)) for text in texts][-1]
    again = len(deflater.deflate(texts[-1]))
    if again == len(Deflater().deflate(texts[-1])):
        return "like-new"
    return "like-before" if again == before else "tiny" if again < before / 2 else "smaller"


def rsv1_frames(facts: Facts, params: Params) -> str:
    """`first`, `last`, `all` or `none`: the frames of a fragmented message that have RSV1 set."""
    _, server = deflated_pair(facts)
    parts = params["parts"]
    server.send_text(parts[0], fin=False)
    for part in parts[1:-1]:
        server.send_continuation(part.encode(), fin=False)
    server.send_continuation(parts[-1].encode(), fin=True)
    bits = [bool(frame.rsv & RSV1) for frame in FrameReader().feed(server.bytes_to_send())]
    if all(bits) or not any(bits):
        return "all" if all(bits) else "none"
    return "first" if bits[0] and not any(bits[1:]) else "last" if bits[-1] else "some"


def put_back(facts: Facts, params: Params) -> str:
    """The bytes in hex without spaces that make a payload of `text` a whole stream again; `none` if it is one."""
    _, server = deflated_pair(facts)
    server.send_text(params["text"])
    (frame,) = FrameReader().feed(server.bytes_to_send())
    deflater = Deflater()
    whole = deflater.deflate(params["text"].encode(), fin=False)
    return "none" if frame.payload == whole else whole.removeprefix(frame.payload).hex()


def compressed_ping(facts: Facts, _: Params) -> str:
    """The code in the Close frame that answers a ping with RSV1 set; `pong` if it is answered like any other."""
    client, server = deflated_pair(facts)
    server.send_raw(encode_frame(Opcode.PING, Deflater().deflate(b"Hello"), rsv=RSV1))
    client.receive(server.bytes_to_send())
    said = client.bytes_to_send()
    return close_code_in(said) if client.close_tcp else "pong"


def bomb_code(facts: Facts, params: Params) -> str:
    """The code in the Close frame of a client with `limit` that gets `text` `times` times over, compressed."""
    client, server = deflated_pair(facts, params["limit"])
    server.send_text(params["text"] * params["times"])
    client.receive(server.bytes_to_send())
    return close_code_in(client.bytes_to_send())


def without_rsv1(facts: Facts, params: Params) -> str:
    """The code in the Close frame of a client that gets a compressed `text` in a frame whose RSV1 is 0."""
    client, server = deflated_pair(facts)
    deflater = Deflater()
    payloads = [deflater.deflate(text.encode()) for text in params["texts"]]
    for payload in payloads[:-1]:
        server.send_raw(encode_frame(Opcode.TEXT, payload, rsv=RSV1))
    server.send_raw(encode_frame(Opcode.TEXT, payloads[-1]))
    client.receive(server.bytes_to_send())
    said = client.bytes_to_send()
    return close_code_in(said) if client.close_tcp else "none"


DECIDERS: Final = (
    deflated_growth,
    deflated_again,
    rsv1_frames,
    put_back,
    compressed_ping,
    bomb_code,
    without_rsv1,
)
"""The deciders of this file; a lesson names them as they are named here."""
