"""What the window and the engine say to each other: orders go in, batches come out. Plain values, no sockets.

ServerOrder, ProxyOrder  -> Listening             ClientOrder -> the number of a connection
drain()                  -> [Batch]               each: a connection, what is new of it, what is said about it
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from app.network.impairment import Impairment
from app.network.script import Script
from app.reasons import SaidError
from protocol.recording import Kind, Setup
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS: Final = ("echo", "broadcast", "script")
"""What can stand behind the server."""


@dataclass(frozen=True, slots=True)
class Manners:
    """What our endpoint does by itself: answer pings with pongs, and a Close with a Close."""

    pings: bool = True
    close: bool = True


@dataclass(frozen=True, slots=True)
class ServerOrder:
    """A server to start. Port 0 is any free one; `origins` is None where every page may come in."""

    host: str = "127.0.0.1"
    port: int = 8765
    secure: bool = False
    program: str = "echo"
    script: Script | None = None
    """The rules of the program `script`."""
    subprotocols: tuple[str, ...] = ()
    origins: tuple[str, ...] | None = None
    deflate: bool = True
    manners: Manners = field(default_factory=Manners)
    impairment: Impairment | None = None
    """Of what the server writes."""
    message: int = MESSAGE_LIMIT
    """The largest message in bytes."""
    connections: int = 1024
    """At one time; the next one is answered 503."""
    pulse: float | None = None
    """Seconds between two pings of the server; None sends none."""


@dataclass(frozen=True, slots=True)
class ClientOrder:
    """A client to connect with. `bearer` is a token for `Authorization`; `insecure` takes any certificate."""

    url: str
    headers: tuple[tuple[str, str], ...] = ()
    subprotocols: tuple[str, ...] = ()
    bearer: str = ""
    deflate: bool = True
    insecure: bool = False
    manners: Manners = field(default_factory=Manners)
    impairment: Impairment | None = None
    """Of what the client writes."""
    message: int = MESSAGE_LIMIT


@dataclass(frozen=True, slots=True)
class ProxyOrder:
    """A proxy to start, between whoever comes to this port and the server at `url`."""

    url: str
    host: str = "127.0.0.1"
    port: int = 8766
    insecure: bool = False
    impairment: Impairment | None = None
    """Of both directions."""


Order = ServerOrder | ClientOrder | ProxyOrder


@dataclass(frozen=True, slots=True)
class Listening:
    """A server or proxy that is there: `urls` are its addresses, `page` is where a browser finds its page (a proxy has
    the page of whoever stands behind it), `certificate` what clients of wss have to trust."""

    id: int
    order: ServerOrder | ProxyOrder
    urls: tuple[str, ...]
    page: str
    certificate: Path | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A connection that is new. `role` is who we are on it, None in the middle; `id` is the server or proxy that it
    came to, 0 for a client's; `journal` is the file that it is recorded in, if it is."""

    setup: Setup
    role: Role | None
    id: int
    journal: Path | None


class Line(NamedTuple):
    """An entry of a recording: `time` in seconds since the connection began."""

    time: float
    who: Role
    kind: Kind
    data: bytes


class NoticeError(SaidError):
    """Something worth a sentence; it is raised where an order cannot be carried out, and told in a `Notice`."""

    context = "engine"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the user. `key` says what it is about, `grave` whether something failed; `what` is the sentence
    (`app.translate.said`), and its `values` are what it is about."""

    key: str
    what: SaidError
    grave: bool = False

    @property
    def values(self) -> Mapping[str, str]:
        """What the sentence is filled with."""
        return self.what.values


@dataclass(slots=True)
class Batch:
    """What is new of one connection, in order; of none, if `number` is 0. `over` comes with its last batch."""

    number: int
    begun: Begun | None = None
    lines: list[Line] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    over: bool = False
