"""`proxy`: sits between any client and any server, passes on every byte, and shows what both sides say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.commands.output import FINE, complain, visible
from app.network.pair import Onlooker
from app.reasons import reason

if TYPE_CHECKING:
    import argparse

    from app.commands.passing import Passing
    from app.commands.spool import Spool
    from app.network.client import UnreachableError
    from app.network.proxy import Proxy
    from app.network.url import Url
    from protocol.facts import Fact
    from protocol.recording import Setup

MANY: Final = 5_000
"""So many lines may wait for their reader; then the connections wait, too, so that none is left out."""
LOOK_AGAIN: Final = 0.05
"""Seconds until it is seen whether the reader has caught up."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `proxy`."""
    parser = subparsers.add_parser(
        "proxy",
        help="between any client and any server: shows both sides",
        description="Listens on a port of this machine and passes every byte on to the server at URL, and back, as it "
        "came: each head and frame is printed as it passes, and each rule that is broken. Ctrl+C ends at once: what is "
        "open is reset, because a man in the middle has nothing to say.",
    )
    parser.add_argument("port", metavar="LISTEN_PORT", type=int, help="the port to listen on; 0: any free one")
    parser.add_argument("url", metavar="URL", help="the server: ws://HOST[:PORT]/ or wss://…")
    parser.add_argument("--host", default="127.0.0.1", help="the address to bind (127.0.0.1: this machine only)")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="FILE",
        help="record each connection while it lasts: the first in FILE, the next with its number before the suffix",
    )
    parser.add_argument("--insecure", action="store_true", help="take any TLS certificate of the server")
    parser.add_argument("--json", action="store_true", help="print one JSON document a line")


def run(arguments: argparse.Namespace) -> int:
    """0 after Ctrl+C or SIGTERM, 2 if it cannot listen or bad usage."""
    from app.network.journal import path_problem
    from app.network.url import UrlError, parse_url

    try:
        url = parse_url(arguments.url)
    except UrlError as error:
        return complain(str(error))
    if not 0 <= arguments.port <= 65535:
        return complain(f"There is no port {arguments.port}: ports are 1 to 65535, and 0 is any free one.")
    problem = path_problem(arguments.record) if arguments.record is not None else ""
    if problem:
        return complain(problem)
    import asyncio

    try:
        return asyncio.run(_pass_on(arguments, url))
    except OSError as error:
        return complain(_why_not(arguments, error))


def _why_not(arguments: argparse.Namespace, error: OSError) -> str:
    import socket

    if isinstance(error, socket.gaierror):
        return f"This machine has no address “{arguments.host}”: use 127.0.0.1, or 0.0.0.0 for all of them."
    place = f"The port {arguments.port} on {arguments.host} cannot be used ({reason(error)})"
    return f"{place}: end the program that holds it or choose another one."


async def _pass_on(arguments: argparse.Namespace, url: Url) -> int:
    """Listen until a signal comes."""
    from app.commands.serve import allow_many_files
    from app.commands.spool import Spool
    from app.network.journal import Books, Journals
    from app.network.proxy import Proxy
    from app.network.stops import Stops

    allow_many_files()
    spool = Spool(room=20 * MANY)
    journals: Books | None = Journals(arguments.record, complain) if arguments.record is not None else None
    speaker = Speaker(spool, as_json=arguments.json)
    proxy = Proxy(url, insecure=arguments.insecure, journals=journals, onlooker=speaker, judges=True)
    speaker.proxy = proxy
    with Stops() as stops:
        addresses = await proxy.start(arguments.host, arguments.port)
        for line in listening(addresses, url):
            speaker.say(line, {"event": "listening", "text": line})
        await stops.asked.wait()
        await proxy.stop()
    spool.close()
    return FINE


def listening(addresses: list[tuple[str, int]], url: Url) -> list[str]:
    """The lines that say where the proxy is, and whether others can reach it."""
    from ipaddress import ip_address

    from app.network.link import address_of

    urls = ", ".join(f"ws://{address_of(address)}/" for address in addresses)
    lines = [f"Listening on {urls}: everything goes on to {visible(url.text)}"]
    far = [host for host, _ in addresses if not ip_address(host.partition("%")[0]).is_loopback]
    if far:
        lines.append(f"Not bound to loopback: everyone who reaches {', '.join(map(visible, far))} can connect.")
    return lines


class Speaker(Onlooker):
    """Says what the proxy learns, line by line. While the reader is far behind, nobody is read."""

    def __init__(self, spool: Spool, *, as_json: bool) -> None:
        self.proxy: Proxy | None = None
        self._spool = spool
        self._as_json = as_json
        self._passing: dict[int, Passing] = {}
        self._is_behind = False

    def opened(self, number: int, setup: Setup) -> None:
        """Both sides are connected."""
        from app.commands.passing import Passing

        passing = self._passing[number] = Passing(number, setup)
        self.say(passing.opened_line(), passing.opened_json())

    def learned(self, number: int, fact: Fact) -> None:
        """A head, a frame, a broken rule, an end."""
        passing = self._passing[number]
        if self._as_json:
            document = passing.json(fact)
            if document is not None:
                self.say("", document)
        else:
            line = passing.line(fact)
            if line is not None:
                self.say(line, {})

    def failed(self, number: int, error: UnreachableError) -> None:
        """The server could not be reached: the client was told 502."""
        self.say(visible(f"#{number} {error}"), {"connection": number, "event": "failed", "text": str(error)})

    def ended(self, number: int) -> None:
        """Both sides are over."""
        if self._passing.pop(number, None) is not None:
            self.say(f"#{number} over", {"connection": number, "event": "over"})

    def say(self, line: str, document: dict[str, Any]) -> None:
        """One line."""
        self._spool.say(json.dumps(document) if self._as_json else line)
        if self._spool.waiting > MANY and not self._is_behind:
            self._hold(on=True)

    def _hold(self, *, on: bool) -> None:
        import asyncio

        self._is_behind = on
        for pair in tuple(self.proxy.pairs if self.proxy is not None else ()):
            pair.hold(on)
        if on:
            asyncio.get_running_loop().call_later(LOOK_AGAIN, self._look)

    def _look(self) -> None:
        """Go on if the reader has caught up; hold those who have come meanwhile."""
        self._hold(on=self._spool.waiting > MANY // 2)
