"""Questions about pings, pongs and what a heartbeat finds out."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import Params, close_code_in, open_pair
from protocol.events import MessageReceived, PongReceived
from protocol.facts import Told
from protocol.frames import FrameReader
from protocol.knowledge import Facts
from protocol.patterns.heartbeat import Dead, FrameForm, Heartbeat, Pulse, SendPing
from protocol.vocabulary import Opcode

AT_ONCE: Final = 0.3
"""Seconds within which two sides are told of the same thing."""


def pong_payload(facts: Facts, params: Params) -> str:
    """`same`, `empty` or `other`: the application data of the pong that answers a ping with `text`."""
    client, server = open_pair(facts)
    server.send_ping(params["text"].encode())
    client.receive(server.bytes_to_send())
    pongs = [event for event in server.receive(client.bytes_to_send()) if isinstance(event, PongReceived)]
    if not pongs:
        return "none"
    payload = pongs[0].payload
    return "same" if payload == params["text"].encode() else "other" if payload else "empty"


def long_ping(facts: Facts, params: Params) -> str:
    """The code with which a server answers a ping of `size` bytes of application data; `pong` if it answers it."""
    client, server = open_pair(facts)
    client.send_frame(Opcode.PING, bytes(params["size"]))
    server.receive(client.bytes_to_send())
    said = server.bytes_to_send()
    return close_code_in(said) if server.close_tcp else "pong"


def told_of_ping(facts: Facts, _: Params) -> str:
    """`message` or `nothing`: what a program that knows only messages is told of a ping frame."""
    client, server = open_pair(facts)
    server.send_ping(b"beat-1")
    events = client.receive(server.bytes_to_send())
    return "message" if any(isinstance(event, MessageReceived) for event in events) else "nothing"


def other_is_told(facts: Facts, _: Params) -> str:
    """What the second program is told at the moment at which the first one is: the close code, or `nothing`."""
    told = facts.of(Told)
    if len(told) > 1 and told[1].time - told[0].time < AT_ONCE:
        return str(int(told[1].told.code))
    return "nothing"


def after_the_loss(facts: Facts, params: Params) -> str:
    """`reset`, `goes-on` or `close`: what becomes of a text that the client sends after the server dropped TCP."""
    client, server = open_pair(facts)
    server.tcp_closed()
    client.send_text(params["text"])
    heard = server.receive(client.bytes_to_send())
    if any(isinstance(event, MessageReceived) for event in heard):
        return "goes-on"
    frames = FrameReader().feed(server.bytes_to_send())
    # The endpoint says nothing at all: its system answers for it.
    return "close" if any(frame.opcode == Opcode.CLOSE for frame in frames) else "reset"


def answer_to_latest(_: Facts, params: Params) -> str:
    """How many of `pings` still wait for an answer after a pong for the last one."""
    pulse = Pulse(interval=1, timeout=100, misses=params["pings"], any_traffic=False)
    heart = Heartbeat(pulse, 0.0, FrameForm(b"beat-"))
    sent = [todo for second in range(1, params["pings"] + 1) for todo in heart.tick(float(second))]
    pings = [todo for todo in sent if isinstance(todo, SendPing)]
    now = float(params["pings"])
    heart.pong(pings[-1].payload, now)
    waiting = [ping for ping in pings if heart.pong(ping.payload, now) is not None]
    return str(len(waiting))


def unasked_pong(facts: Facts, _: Params) -> str:
    """`nothing`, `pong` or the close code: what a server sends after a pong that it did not ask for."""
    client, server = open_pair(facts)
    client.send_pong(b"here")
    server.receive(client.bytes_to_send())
    frames = FrameReader().feed(server.bytes_to_send())
    if not frames:
        return "nothing"
    return "pong" if frames[0].opcode == Opcode.PONG else str(frames[0].opcode)


def found_after(_: Facts, params: Params) -> str:
    """When a heartbeat of `interval`, `timeout` and `misses` calls a peer dead that was silent from `silent` on."""
    heart = Heartbeat(Pulse(params["interval"], params["timeout"], params["misses"]), 0.0)
    while True:
        now = heart.next_at
        for todo in heart.tick(now):
            if isinstance(todo, Dead):
                return f"{now:g}"
            if now < params["silent"]:
                heart.pong(todo.payload, now)


DECIDERS: Final = (
    pong_payload,
    long_ping,
    told_of_ping,
    other_is_told,
    after_the_loss,
    answer_to_latest,
    unasked_pong,
    found_after,
)
"""The deciders of this file; a lesson names them as they are named here."""
