"""A scenario: what the two programs of a lesson are set up to do, what can be broken in it, and what the learner can
do.

It is run on real sockets by `app/network`. Every field can be set by its dotted name (`lessons.patching`), which is how
a lesson's file fills it and how a fault, a variant or a move changes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lessons.error import LessonError
from lessons.patching import patched
from lessons.plays.balancer import BalancerSetup
from lessons.plays.cache import CacheSetup
from lessons.plays.crowd import CrowdSetup
from lessons.plays.delivery import DeliverySetup
from lessons.plays.house import HouseSetup
from lessons.plays.page import PageSetup
from lessons.plays.records import RecordsSetup
from lessons.plays.transports import TransportsSetup
from lessons.plays.tunnel import TunnelSetup
from protocol.vocabulary import GUID, VERSION, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEDS: Final = (
    "connect", "text", "binary", "continuation", "ping", "pong", "close", "frame", "raw", "fin", "abort", "wait", "cut",
    "mend",
)  # fmt: skip
"""What an action may do: open the connection; send a message or a fragment of one, a ping, a pong or a Close frame;
write `hex` as the payload of a frame with `opcode`, or as bare bytes; end the TCP connection with FIN or drop it
with RST; let `seconds` go by; cut the network, so that nothing arrives any more, or mend it."""

PLAYS: Final = (
    "pair", "balancer", "cache", "crowd", "delivery", "house", "page", "records", "transports", "tunnel",
)  # fmt: skip
"""Who plays: a client and a server, or more than these."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the program at `who` does, as soon as everything before it has been answered.

    `text` is sent `times` times over. `sizes` are the payload sizes in bytes of all fragments but the last; `cuts` the
    sizes in bytes of all TCP segments but the last. `mask` is empty for what the role demands, `no`, or the key in hex;
    `length_form` 7, 16 or 64 bits; `flip` are bits of the first frame that are turned over before it leaves, counted
    from 0. After an action that is `together` with the next one, nobody reads before that one is done too.
    """

    id: str
    do: str
    who: str = Role.CLIENT.value
    text: str = ""
    times: int = 1
    hex: bytes = b""
    code: int | None = None
    reason: str = ""
    opcode: int = 0
    fin: bool = True
    rsv: int = 0
    mask: str = ""
    length_form: int | None = None
    sizes: tuple[int, ...] = ()
    cuts: tuple[int, ...] = ()
    flip: tuple[int, ...] = ()
    seconds: float = 0.0
    together: bool = False

    @property
    def role(self) -> Role:
        """Who acts."""
        return Role(self.who)


@dataclass(frozen=True, slots=True)
class CompressionSetup:
    """What one side says about permessage-deflate (RFC 7692 section 7.1): nothing unless it is `on`. A client without
    `client_max_window_bits` offers the parameter without a value, as browsers do."""

    on: bool = False
    server_no_context_takeover: bool = False
    client_no_context_takeover: bool = False
    server_max_window_bits: int | None = None
    client_max_window_bits: int | None = None


@dataclass(frozen=True, slots=True)
class BeatSetup:
    """A heartbeat: a ping every `interval` seconds (0: none), missed after `timeout` seconds, and after `misses`
    missed ones the peer is dead. `form` is `ping` for ping frames, `text` for messages of the application."""

    interval: float = 0.0
    timeout: float = 5.0
    misses: int = 2
    form: str = "ping"


@dataclass(frozen=True, slots=True)
class ServerSetup:
    """The embedded server: None for `origins` or `hosts` allows all; `echo` sends every message back.

    `refuse` is a status with which its program answers every request that is in order, with `refuse_headers`.
    `limit` is the largest message in bytes; after `closing` seconds in the closing handshake it ends TCP.
    """

    subprotocols: tuple[str, ...] = ()
    origins: tuple[str, ...] | None = None
    hosts: tuple[str, ...] | None = None
    guid: str = GUID
    echo: bool = True
    answers_close: bool = True
    answers_pings: bool = True
    refuse: int | None = None
    refuse_headers: tuple[tuple[str, str], ...] = ()
    limit: int | None = None
    closing: float = 10.0
    deflate: CompressionSetup = field(default_factory=CompressionSetup)
    beat: BeatSetup = field(default_factory=BeatSetup)


@dataclass(frozen=True, slots=True)
class ClientSetup:
    """The embedded client: whether it sends messages back, and how many seconds it waits for the server."""

    echo: bool = False
    patience: float = 5.0
    answers_close: bool = True
    answers_pings: bool = True
    limit: int | None = None
    closing: float = 10.0
    deflate: CompressionSetup = field(default_factory=CompressionSetup)
    beat: BeatSetup = field(default_factory=BeatSetup)


@dataclass(frozen=True, slots=True)
class Fault:
    """A change of the scenario that can be switched on: dotted names and their new values, and the actions that take
    the place of the lesson's, if there are any. Of the `variant`s exactly one is on, at first the first."""

    id: str
    patches: tuple[tuple[str, object], ...]
    line: int = 0
    variant: bool = False
    actions: tuple[Action, ...] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that a run depends on, so that it repeats exactly.

    `key` is the text of Sec-WebSocket-Key, None: from the seed. `masks` are the client's first masking
    keys, later ones come from the seed. `headers` are added to the request, those named in `omit` are left
    out of it. `play` says who takes part; each play but `pair` has a table of its own.
    """

    seed: int = 0
    key: str | None = None
    masks: tuple[bytes, ...] = ()
    host: str = "server.example.com"
    target: str = "/"
    origin: str | None = None
    subprotocols: tuple[str, ...] = ()
    version: int = VERSION
    headers: tuple[tuple[str, str], ...] = ()
    omit: tuple[str, ...] = ()
    play: str = PLAYS[0]
    server: ServerSetup = field(default_factory=ServerSetup)
    client: ClientSetup = field(default_factory=ClientSetup)
    balancer: BalancerSetup = field(default_factory=BalancerSetup)
    cache: CacheSetup = field(default_factory=CacheSetup)
    crowd: CrowdSetup = field(default_factory=CrowdSetup)
    delivery: DeliverySetup = field(default_factory=DeliverySetup)
    house: HouseSetup = field(default_factory=HouseSetup)
    page: PageSetup = field(default_factory=PageSetup)
    records: RecordsSetup = field(default_factory=RecordsSetup)
    transports: TransportsSetup = field(default_factory=TransportsSetup)
    tunnel: TunnelSetup = field(default_factory=TunnelSetup)
    actions: tuple[Action, ...] = ()
    faults: tuple[Fault, ...] = ()
    moves: tuple[Move, ...] = ()

    def patched(self, faults: Iterable[str] = (), moves: Iterable[str] = ()) -> Scenario:
        """The scenario with these faults switched on, in the order in which the lesson lists them, and with what these
        moves do at the end, in the order in which they were made. The first variant is on if no other is."""
        wanted = frozenset(faults)
        known = {fault.id for fault in self.faults}
        for unknown in sorted(wanted - known):
            listed = ", ".join(fault.id for fault in self.faults) or "none"
            raise LessonError(None, 0, "There is no fault named “{id}”; here are: {known}.", id=unknown, known=listed)
        scenario = self
        for fault in self.faults:
            if fault.id in self.switched(wanted):
                scenario = scenario.broken_by(fault)
        for move in moves:
            scenario = scenario.moved(move)
        return scenario

    def switched(self, faults: Iterable[str]) -> frozenset[str]:
        """The faults that are on when these are asked for: exactly one variant belongs to them, if there are any."""
        on = frozenset(faults)
        variants = [fault.id for fault in self.faults if fault.variant]
        return on if not variants or not on.isdisjoint(variants) else on | {variants[0]}

    def broken_by(self, fault: Fault) -> Scenario:
        """The scenario with what a fault or a variant changes."""
        scenario = self if fault.actions is None else replace(self, actions=fault.actions)
        for name, value in fault.patches:
            scenario = patched(scenario, name, value)
        return scenario

    def moved(self, move_id: str) -> Scenario:
        """The scenario after one move: what it does comes after everything else; each time it is made, under ids of
        its own."""
        move = next((one for one in self.moves if one.id == move_id), None)
        if move is None:
            listed = ", ".join(one.id for one in self.moves) or "none"
            raise LessonError(None, 0, "There is no move named “{id}”; here are: {known}.", id=move_id, known=listed)
        scenario = self
        for name, value in move.patches:
            scenario = patched(scenario, name, value)
        added = tuple(
            replace(action, id=f"{action.id}-{len(self.actions) + place}") for place, action in enumerate(move.actions)
        )
        return replace(scenario, actions=(*scenario.actions, *added))


@dataclass(frozen=True, slots=True)
class Move:
    """Something that the learner can do to reach the goal: changes of the scenario, and actions that come last."""

    id: str
    patches: tuple[tuple[str, object], ...] = ()
    actions: tuple[Action, ...] = ()
    line: int = 0
