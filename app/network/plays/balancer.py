"""The play `balancer`: one room of pages on one node, on two nodes, on two that a broker joins, and a restart.

Each scene is a service that starts anew: its nodes remember nobody. What no byte shows is a moment (`room.scene`
and so on):

    scene     a service begins: how many nodes it has, and its broker
    up, down  a node is there, or gone
    placed    the balancer has chosen a node for a session, and why: `turn`, `cookie`, or `refused` by the one it wanted
    greet     a node welcomes a page, which it has seen before or not
    say       a page's program sends a text to the room
    publish   a node gives it to the broker
    deliver   a node has it from the broker
    heard     the word has gone as far as it goes: how many pages have it
    sticky    the balancer begins to read cookies
    silent    the broker has stopped: each node is on its own
    fallback  the Redis does not work: the broker in this program takes its place
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.network.plays.balancer_service import NODES, Service
from protocol.chorus import Played

if TYPE_CHECKING:
    from lessons.model import Scenario


async def run(scenario: Scenario) -> Played:
    """Run all scenes on real sockets. Raises NetworkError if the system gives us no port."""
    play = _Play(scenario)
    try:
        for scene in scenario.balancer.scenes:
            await play.scene(scene)
        return play.played()
    finally:
        await play.close()


class _Play(Service):
    """The scenes, one after the other."""

    async def scene(self, name: str) -> None:
        """One of the scenes, from beginning to end."""
        match name:
            case "one":
                await self._begin(name, NODES[:1])
                await self._say()
            case "two":
                await self._begin(name, NODES)
                await self._say()
                for browser in self._setup.reloads:
                    await self._reload(browser)
                self._stick()
                await self._reload(self._setup.sticks)
                await self._say()
            case "publish":
                await self._begin(name, NODES, joined=True)
                if self._setup.deaf:
                    self._silence()
                await self._say()
            case "restart":
                await self._restart()
                for _ in range(2 if self._setup.twice else 1):
                    await self._say()
            case _:
                raise ValueError(f"there is no scene {name!r}")

    def _stick(self) -> None:
        assert self._balancer is not None
        self._balancer.sticky = True
        for session in (one for one in self._sessions if one.is_open):
            self._balancer.served(session.browser, session.node)
        self._note("room.sticky", "balancer")

    async def _restart(self) -> None:
        """Node B goes and comes back; its pages open new connections by themselves, because their programs do so."""
        setup, name = self._setup, NODES[-1]
        if name not in self._nodes:
            return
        node = self._nodes.pop(name)
        how = "reset" if setup.crash else "close"
        self._note("room.down", name, how=how, code=0 if setup.crash else setup.farewell)
        gone = await node.go(setup.farewell, crash=setup.crash)
        if self._broker is not None:
            self._broker.hang_up(node.line)
        later = setup.back >= setup.restart
        if later:
            self._clock.skip(setup.restart)
            self._start(name)
        self._clock.skip(setup.back - (setup.restart if later else 0))
        for session in gone:
            await self._come(session.browser)
        if not later:
            self._clock.skip(setup.restart - setup.back)
            self._start(name)
