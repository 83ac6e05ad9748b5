"""Questions about acknowledged delivery: endpoints, a sender and a receiver decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import Params, open_pair
from protocol.events import MessageReceived
from protocol.patterns.delivery import Arrival, Receiver, Sender
from protocol.patterns.envelope import Ack, Data
from protocol.vocabulary import CloseCode

if TYPE_CHECKING:
    from protocol.knowledge import Facts

STREAM: Final = "ada"


def after_send(facts: Facts, _params: Params) -> str:
    """`queued`, `arrived` or `read`: what is certain when `send` has returned."""
    client, server = open_pair(facts)
    client.send_text("Hello")
    events = server.receive(b"")
    return "arrived" if any(isinstance(event, MessageReceived) for event in events) else "queued"


def _sender(*, lose: str) -> Sender:
    """A sender whose message, or whose acknowledgement, was lost."""
    sender, receiver = Sender(STREAM), Receiver(STREAM)
    sender.put("Hello")
    sender.opened(0.0)
    sender.resume(receiver.resume())
    for data in sender.take(0.0):
        if lose != "message":
            ack = receiver.receive(data).ack
            if lose != "ack":
                sender.acknowledge(ack)
    return sender


def what_was_lost(_facts: Facts, _params: Params) -> str:
    """`message`, `ack` or `neither`: what a sender can tell of a loss."""
    seen = [(each.waiting, each.acknowledged, each.next_at) for each in map(_lost, ("message", "ack"))]
    return "neither" if seen[0] == seen[1] else "message"


def _lost(what: str) -> Sender:
    return _sender(lose=what)


def on_duplicate(_facts: Facts, _params: Params) -> str:
    """`deliver`, `ignore` or `ack`: what a receiver does with a message that it has had."""
    receiver = Receiver(STREAM)
    receiver.receive(Data(STREAM, 1, "Hello"))
    receipt = receiver.receive(Data(STREAM, 1, "Hello"))
    if receipt.deliver:
        return "deliver"
    return "ack" if receipt.arrival is Arrival.DUPLICATE and receipt.ack == Ack(STREAM, 1) else "ignore"


def on_early(_facts: Facts, _params: Params) -> str:
    """`deliver`, `keep` or `drop`: what a receiver that keeps order does with message 3 before message 2."""
    receiver = Receiver(STREAM)
    receiver.receive(Data(STREAM, 1, "one"))
    early = receiver.receive(Data(STREAM, 3, "three"))
    if early.deliver:
        return "deliver"
    late = receiver.receive(Data(STREAM, 2, "two"))
    return "keep" if [data.number for data in late.deliver] == [2, 3] else "drop"


def on_bad_text(facts: Facts, _params: Params) -> str:
    """`protocol`, `data` or `nothing`: whether a text that is no JSON breaks a rule of WebSocket, by the code of the
    Close frame with which the endpoint would answer."""
    client, server = open_pair(facts)
    client.send_text('{"type":"chat"')
    events = server.receive(client.bytes_to_send())
    if any(isinstance(event, MessageReceived) for event in events) and not server.close_tcp:
        return "nothing"
    return "protocol" if str(int(CloseCode.PROTOCOL_ERROR)) in str(events) else "data"


DECIDERS: Final = (after_send, what_was_lost, on_duplicate, on_early, on_bad_text)
"""The deciders of this file; a lesson names them as they are named here."""
