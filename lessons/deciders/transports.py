"""Questions about the ways for a page to hear of what happens at a server, decided from what was recorded of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, close_code_in
from lessons.plays.http_messages import messages
from lessons.plays.transports import WAYS
from lessons.plays.transports_count import count
from protocol.chorus import as_chorus
from protocol.connection import Connection
from protocol.events import Failed, MessageReceived
from protocol.frames import encode_frame
from protocol.handshake import Policy
from protocol.offers import Offer, build_request
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.knowledge import Facts

KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="


def last_to_hear(facts: Facts, _: Params) -> str:
    """The way over which the first event came to the page last."""
    found = [count(as_chorus(facts), way) for way in WAYS]
    return max((one for one in found if one.delays), key=lambda one: one.delays[0]).way


def requests_of(facts: Facts, params: Params) -> str:
    """How many HTTP requests the page made by `way`."""
    return str(count(as_chorus(facts), params["way"]).requests)


def cheapest(facts: Facts, _: Params) -> str:
    """The way with the fewest bytes in both directions."""
    return min((count(as_chorus(facts), way) for way in WAYS), key=lambda one: one.up + one.down).way


def frame_adds(_: Facts, params: Params) -> str:
    """How many bytes a frame of `who` adds to a text of `size` bytes."""
    key = MASK if params["who"] == "client" else None
    return str(len(encode_frame(Opcode.TEXT, b"x" * params["size"], key=key)) - params["size"])


def stream_is_over(facts: Facts, _: Params) -> str:
    """`stream` if the answer that is an event stream had ended, so that the page could ask again there; `second` if it
    goes on and what the page has to say needs another connection."""
    recording = as_chorus(facts).recordings["stream"]
    answers = list(messages(recording.wire(Role.SERVER), Role.SERVER))
    return "stream" if answers[-1].whole else "second"


def http_after_101(_: Facts, params: Params) -> str:
    """What a server makes of the request `text` on a connection that it has answered 101: `answers` it, `message` if it
    is delivered as one, `fails` if the server fails the connection."""
    server = Connection.server(Policy())
    server.receive(build_request(Offer("server.example.com", "/", KEY)))
    server.bytes_to_send()
    events = server.receive(params["text"].encode())
    if any(isinstance(event, Failed) for event in events):
        assert close_code_in(server.bytes_to_send()) == "1002"
        return "fails"
    return "message" if any(isinstance(event, MessageReceived) for event in events) else "answers"


DECIDERS: Final = (last_to_hear, requests_of, cheapest, frame_adds, stream_is_over, http_after_101)
"""The deciders of this file; a lesson names them as they are named here."""
