"""The service of the play `balancer`: its pages come and reload, its nodes start and go, words go from page to page.

It says what it does in moments; `balancer` lists their kinds.
"""

from __future__ import annotations

import base64
import random
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays import broker as brokers
from app.network.plays.balancer_node import Node
from app.network.plays.balancer_path import Balancer, Path
from app.network.plays.balancer_session import Session, offer_of
from app.network.plays.broker import Broker, BrokerError, MemoryBroker
from protocol.chorus import Moment, Played
from protocol.vocabulary import CloseCode, Role

if TYPE_CHECKING:
    from lessons.model import Scenario
    from lessons.plays.balancer import BalancerSetup

NODES: Final = ("A", "B")
GAP: Final = 0.05
"""Seconds between two things that pages do."""


class Service:
    """The balancer, the nodes and the broker of the scene that is on, the pages, and everything that was recorded."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._clock = Clock()
        self._random = random.Random(scenario.seed)  # noqa: S311 - a lesson must repeat exactly
        self._sessions: list[Session] = []
        self._moments: list[Moment] = []
        self._nodes: dict[str, Node] = {}
        self._balancer: Balancer | None = None
        self._broker: Broker | None = None
        self._joined = False
        """Whether the broker joins the nodes of this scene."""
        self._scene = ""

    @property
    def _setup(self) -> BalancerSetup:
        return self._scenario.balancer

    def played(self) -> Played:
        """What was recorded."""
        return Played({session.name: session.recording for session in self._sessions}, tuple(self._moments))

    async def close(self) -> None:
        """Close every socket."""
        for session in self._sessions:
            session.close()
        for node in self._nodes.values():
            node.close()
        if self._balancer is not None:
            self._balancer.door.close()
        if self._broker is not None:
            await self._broker.close()

    # The service.

    async def _begin(self, name: str, nodes: tuple[str, ...], *, joined: bool = False) -> None:
        """Everybody goes, a new service comes, and everybody is there again."""
        await self._end()
        self._scene, self._joined = name, joined
        self._balancer = Balancer()
        self._balancer.sticky = joined and self._setup.sticky
        joins = brokers.wanted() if joined else ""
        sticky = self._balancer.sticky
        self._note("room.scene", "", nodes=len(nodes), broker=joins, sticky=sticky, room=self._setup.room)
        if joined:
            await self._open_broker()
        for node in nodes:
            self._start(node)
        for browser in self._setup.browsers:
            await self._come(browser)

    async def _end(self) -> None:
        for node in self._nodes.values():
            await node.go(CloseCode.GOING_AWAY)
        if self._balancer is not None:
            self._balancer.door.close()
        self._nodes = {}

    def _start(self, name: str) -> None:
        line = self._broker.line() if self._broker is not None and self._joined else None
        node = self._nodes[name] = Node(name, self._setup.room, line)
        if self._balancer is not None:
            self._balancer.doors[name] = node.door
        self._note("room.up", name)

    # Pages.

    async def _come(self, browser: str) -> None:
        """A page opens a connection, and is welcome."""
        assert self._balancer is not None
        self._clock.skip(GAP)
        session = self._session(browser, self._balancer)
        await session.open()
        node = self._nodes[session.node]
        node.join(session)
        await self._exchange()
        self._take()
        visit = await self._visit(node, browser)
        page = browser.capitalize()
        self._note("room.greet", node.name, browser=browser, page=page, visit=visit, session=session.name)
        welcome = "Welcome" if visit == 1 else "Welcome back"
        await session.say(Role.SERVER, f"{welcome}, {page}")

    def _session(self, browser: str, balancer: Balancer) -> Session:
        count = sum(one.browser == browser and one.name.startswith(self._scene) for one in self._sessions)
        name = f"{self._scene}.{browser}" + (f".{count + 1}" if count else "")

        page = browser.capitalize()

        def placed(node: str, why: str, wanted: str) -> None:
            session.node = node
            chosen = {"browser": browser, "page": page, "node": node, "why": why, "wanted": wanted, "session": name}
            self._note("room.placed", "balancer", Role.SERVER, **chosen)

        key = base64.b64encode(self._random.randbytes(16)).decode()
        offer = offer_of(self._scenario.host, self._scenario.target, key, self._scenario.origin, browser)
        masks = iter(self._scenario.masks if not self._sessions else ())
        path = Path(balancer, self._clock.now, placed)
        session = Session(name, path, offer, lambda: next(masks, None) or self._random.randbytes(4))
        session.browser = browser
        self._sessions.append(session)
        return session

    async def _reload(self, browser: str) -> None:
        """The page is left, for which browsers send 1001, and opened again."""
        session = self._of(browser)
        if session is None:
            return
        self._clock.skip(1.0)
        await session.leave(Role.CLIENT, CloseCode.GOING_AWAY)
        self._nodes[session.node].leave(session)
        await self._come(browser)

    def _of(self, browser: str) -> Session | None:
        return next((one for one in reversed(self._sessions) if one.browser == browser and one.is_open), None)

    # Words.

    async def _say(self) -> None:
        """The first page says something to the room, and it goes as far as it goes."""
        session = self._of(self._setup.browsers[0])
        if session is None:
            return
        self._clock.skip(1.0)
        text = self._setup.text
        for one in self._sessions:
            one.heard = {role: [] for role in Role}
        page = session.browser.capitalize()
        self._note("room.say", session.browser, Role.CLIENT, page=page, text=text, session=session.name)
        await session.say(Role.CLIENT, text)
        node = self._nodes[session.node]
        for word in session.heard[Role.SERVER]:
            node.publish(session, word)
            if self._joined:
                self._note("room.publish", node.name, body=word)
        if not await self._exchange():
            node.publish(session, text)  # what was under way went down with the broker
        for each in self._nodes.values():
            await self._deliver(each)
        heard = {one.browser for one in self._sessions if text in one.heard[Role.CLIENT]}
        self._note("room.heard", "", heard=len(heard), of=len(self._setup.browsers), text=text)

    async def _deliver(self, node: Node) -> None:
        """Everything that came to a node goes to its own sockets."""
        found = node.delivered(self._clock.now)
        if found and self._joined:
            self._note("room.deliver", node.name, body=found[0][1], pages=len(found))
        for session, text in found:
            await session.say(Role.SERVER, text)

    def _take(self) -> None:
        """Nodes hear who is there; no page is told."""
        for node in self._nodes.values():
            node.delivered(self._clock.now)

    async def _visit(self, node: Node, browser: str) -> int:
        if self._setup.store and self._joined and self._broker is not None:
            try:
                return await self._broker.count(f"visits:{browser}")
            except BrokerError as error:
                return await (await self._fall_back(error)).count(f"visits:{browser}")
        return node.visit(browser)

    # The broker.

    async def _open_broker(self) -> None:
        try:
            self._broker = await brokers.opened()
        except BrokerError as error:
            await self._fall_back(error)

    async def _exchange(self) -> bool:
        """Carry what was published to every node. False if that failed, and there is another broker now."""
        if self._broker is None or not self._joined:
            return True
        try:
            await self._broker.exchange()
        except BrokerError as error:
            await self._fall_back(error)
            return False
        return True

    async def _fall_back(self, error: BrokerError) -> MemoryBroker:
        """The broker in this program takes the place of one that does not work any more."""
        if self._broker is not None:
            await self._broker.close()
        self._broker = broker = MemoryBroker()
        for node in self._nodes.values():
            node.rejoin(broker.line())
        self._told(error)
        return broker

    def _told(self, error: BrokerError) -> None:
        brokers.found_wanting(error)
        values = {"scene": self._scene, "sentence": error.source, **error.values}
        self._moments.append(Moment(self._clock.now(), "room.fallback", "", values=values))

    def _silence(self) -> None:
        """The broker stops. No socket of a page notices."""
        self._joined = False
        self._note("room.silent", "")
        for node in self._nodes.values():
            node.rejoin()

    def _note(self, kind: str, actor: str, role: Role = Role.SERVER, **values: str | int | bool) -> None:
        self._moments.append(Moment(self._clock.now(), kind, actor, role, {"scene": self._scene, **values}))
