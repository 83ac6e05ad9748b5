"""Two endpoints on a wire, and a program that looks at the request first."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import count

from app.network.plays.duet import Duet
from app.network.plays.wires import Wire
from protocol.events import MessageReceived
from protocol.handshake import Offer, Policy
from protocol.recording import Kind
from protocol.vocabulary import Role, State

OFFER = Offer("shop.example", "/", "dGhlIHNhbXBsZSBub25jZQ==")


def run(judge, offer=OFFER, say=""):
    heard = []

    async def main():
        wire = Wire(count().__next__)
        try:
            duet = Duet(wire, offer, lambda: b"mask", judge, lambda _, event: heard.append(event))
            await duet.open()
            if say:
                duet.client.send_text(say)
                await duet.settle()
            return duet, wire.recording
        finally:
            wire.close()

    return *asyncio.run(main()), heard


def test_the_program_sees_the_request_and_agrees():
    seen = []
    duet, _, heard = run(lambda request: seen.append(request.target) or Policy(), say="hi")
    assert seen == ["/"]
    assert duet.client.state is duet.server.state is State.OPEN
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == ["hi"]


def test_the_program_refuses_and_tcp_ends():
    duet, recording, _ = run(lambda _: Policy(refuse=401))
    assert duet.client.state is duet.server.state is State.CLOSED
    assert recording.wire(Role.SERVER).startswith(b"HTTP/1.1 401")
    assert [entry.who for entry in recording if entry.kind is Kind.FIN] == [Role.SERVER, Role.CLIENT]


def test_a_head_that_is_none_is_refused_without_the_program():
    long = replace(OFFER, extra=(("X-Long", "x" * 17_000),))
    _, recording, _ = run(lambda _: (_ for _ in ()).throw(AssertionError), offer=long)
    assert recording.wire(Role.SERVER).startswith(b"HTTP/1.1 400")
