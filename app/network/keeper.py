"""Whose a link is: what is told of everything that happens on one connection, and may use it at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.network.log import Log

if TYPE_CHECKING:
    from app.network.front import Reply
    from app.network.link import Link
    from app.network.weather import Harm
    from protocol.events import Event


class Keeper:
    """Whose a link is: it is told what happens there. This one does nothing and records nothing."""

    def opened(self, link: Link) -> Log:
        """TCP stands; the log of what follows."""
        return Log(asyncio.get_running_loop().time)

    def ready(self, link: Link) -> None:
        """The link can be used."""

    def passed(self, link: Link) -> None:
        """Somebody asked the server for a WebSocket, or for nothing that is HTTP: `link.request` is the head."""

    def heard(self, link: Link, event: Event) -> None:
        """The endpoint learned something; the keeper may use `link.connection` at once."""

    def weighed(self, link: Link) -> None:
        """What `link.held` says may have changed."""

    def replied(self, link: Link, reply: Reply) -> None:
        """The server's front door gave a plain HTTP answer."""

    def harmed(self, link: Link, harm: Harm) -> None:
        """The weather did what TCP promises never to happen."""

    def ended(self, link: Link) -> None:
        """TCP is over."""
