"""Who is told by servers, clients and proxies of the engine, and begins a book for each connection."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from app.network.client import Client
from app.network.link import Link
from app.network.live import notices
from app.network.live.tap import Tap
from app.network.live.values import Manners, NoticeError
from app.network.pair import Onlooker, Pair
from app.network.server import Witness
from protocol.patience import HANDSHAKE

if TYPE_CHECKING:
    from pathlib import Path

    from app.network.client import UnreachableError
    from app.network.front import Reply
    from app.network.limits import Limits
    from app.network.live.house import House
    from app.network.weather import Harm, Weather
    from protocol.events import Event
    from protocol.handshake import Offer
    from protocol.recording import Setup
    from protocol.vocabulary import Role

UNTRUSTING = ("UNKNOWN_CA", "CERTIFICATE", "BAD_CERTIFICATE")
"""Parts of OpenSSL's names for what a peer says who does not take our certificate."""


class Guests(Witness):
    """A server's witness, and its books."""

    def __init__(self, house: House, id_: int, manners: Manners, certificate: Path) -> None:
        self._house = house
        self._id = id_
        self._manners = manners
        self._certificate = certificate

    def begin(self, setup: Setup, speaker: object = None) -> Tap:
        """The book of a connection to the server."""
        assert isinstance(speaker, Link)
        _teach(speaker, self._manners)
        tap = Tap(self._house, setup, speaker, self._id, "server")
        self._house.begun(tap)
        return tap

    def replied(self, number: int, link: Link, reply: Reply) -> None:
        """A plain HTTP request."""
        values = {"address": link.address, "target": reply.request.target, "status": str(reply.status)}
        self._house.tell("page", NoticeError(notices.PAGE, **values))

    def turned_away(self, number: int, link: Link) -> None:
        """One connection too many."""
        self._house.tell("full", NoticeError(notices.FULL, address=link.address))

    def refused_tls(self, address: str, error: OSError) -> None:
        """TLS did not come about."""
        said = getattr(error, "reason", None) or ""
        why = said.replace("_", " ").lower()
        if not isinstance(error, ssl.SSLError):
            what = NoticeError(notices.TLS_ENDED, address=address)
        elif any(part in said for part in UNTRUSTING):
            what = NoticeError(notices.UNTRUSTING, address=address, why=why, path=str(self._certificate))
        else:
            what = NoticeError(notices.NO_TLS, address=address, why=why)
        self._house.tell("refused-tls", what)

    def harmed(self, number: int, link: Link, harm: Harm) -> None:
        """Bad weather in what the server writes."""
        tell_harm(self._house, self._house.number_of(link), link.connection.role, harm)

    def ended(self, number: int, link: Link) -> None:
        """Why, if nothing in the recording says it. Its book is closed already."""
        if link.request is None and link.ran_out is HANDSHAKE:
            self._house.tell("slow", NoticeError(notices.SLOW, address=link.address))


class LiveClient(Client):
    """A client of the engine: nobody iterates over its events, the recording has everything."""

    def __init__(self, house: House, offer: Offer, limits: Limits, manners: Manners, weather: Weather | None) -> None:
        super().__init__(offer, limits, self, weather=weather)
        self.number = 0
        """The connection's number, once TCP stands."""
        self._house = house
        _teach(self.link, manners)

    def begin(self, setup: Setup, speaker: object = None) -> Tap:
        """The book of the connection."""
        tap = Tap(self._house, setup, self.link, 0, "client", is_client=True)
        self._house.begun(tap)
        tap.keep()
        self.number = tap.number
        return tap

    def heard(self, link: Link, event: Event) -> None:
        """Nobody waits for it."""

    def harmed(self, link: Link, harm: Harm) -> None:
        """Bad weather in what the client writes."""
        tell_harm(self._house, self.number, link.connection.role, harm)


class Between(Onlooker):
    """A proxy's onlooker, and its books."""

    def __init__(self, house: House, id_: int) -> None:
        self._house = house
        self._id = id_
        self._taps: dict[int, Tap] = {}

    def begin(self, setup: Setup, speaker: object = None) -> Tap:
        """The book of a connection through the proxy."""
        assert isinstance(speaker, Pair)
        tap = Tap(self._house, setup, speaker, self._id, "proxy")
        self._taps[speaker.number] = tap
        self._house.begun(tap)
        return tap

    def failed(self, number: int, error: UnreachableError) -> None:
        """The server could not be reached."""
        self._house.tell("unreachable", error, grave=True)

    def harmed(self, number: int, role: Role, harm: Harm) -> None:
        """Bad weather in one direction."""
        tap = self._taps.get(number)
        tell_harm(self._house, 0 if tap is None else tap.number, role, harm)

    def ended(self, number: int) -> None:
        """Both sides are over."""
        self._taps.pop(number, None)


def tell_harm(house: House, number: int, who: Role, harm: Harm) -> None:
    """One sentence for what the weather did."""
    values = {"byte": str(harm.bit // 8), "bit": str(harm.bit % 8), "who": who.value}
    house.tell(harm.what, NoticeError(notices.HARMS[harm.what, who], **values), number)


def _teach(link: Link, manners: Manners) -> None:
    link.connection.answers_pings = manners.pings
    link.connection.answers_close = manners.close
