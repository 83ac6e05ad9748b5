"""The play `records`: one connection, and what of it can be seen on the wire when TLS is between.

The scenario's actions are done one after the other. The main connection is what the two programs say; `wire` is what
crosses, recorded as well, and a moment `sealed` tells which records hold which bytes.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.deeds import perform
from app.network.plays.duet import Duet, Hear
from app.network.plays.trust import seals
from app.network.plays.wires import TlsWire, Wire
from app.network.stage import Keys, offer_of, policy_of, setup_of
from protocol.chorus import Deed, Moment, Played
from protocol.connection import Connection, StateError
from protocol.events import Event, MessageReceived
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from lessons.model import Scenario

MAIN: Final = "plain"
OUTER: Final = "wire"


async def run(scenario: Scenario) -> Played:
    """Play it."""
    clock, moments, deeds = Clock(asyncio.get_running_loop().time), list[Moment](), list[Deed]()
    keys = Keys.of(scenario)
    offer, masks = offer_of(scenario, keys.key()), keys.masks()
    setup = setup_of(scenario, "", "")
    wire: Wire
    if scenario.records.tls:
        wire = TlsWire(clock.now, scenario.host, seals(moments.append, clock.now), setup)
    else:
        wire = Wire(clock.now, setup)
    try:
        if isinstance(wire, TlsWire):
            await wire.shake_hands()
        duet = Duet(wire, offer, masks, lambda _: policy_of(scenario), _echo(scenario))
        for action in scenario.actions:
            deeds.append(Deed(action.id, len(wire.recording)))
            end = duet.client if action.role is Role.CLIENT else duet.server
            if end.state is State.CLOSED:
                break
            try:
                perform(end, action, masks)
            except StateError:
                break
            await duet.settle()
    finally:
        wire.close()
    if wire.outer is None:
        return Played({MAIN: wire.recording}, tuple(moments), tuple(deeds))
    return Played({MAIN: wire.recording, OUTER: wire.outer}, tuple(moments), tuple(deeds), frozenset({OUTER}))


def _echo(scenario: Scenario) -> Hear:
    """The programs: each sends back what it reads if it is set to."""

    def hear(connection: Connection, event: Event) -> None:
        setup = scenario.server if connection.role is Role.SERVER else scenario.client
        if isinstance(event, MessageReceived) and setup.echo and connection.state is State.OPEN:
            connection.send_data(event.opcode, event.payload)

    return hear
