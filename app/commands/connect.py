"""`connect`: a client in the terminal. Lines go out as text, what arrives is printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.output import BROKEN, FINE, UNUSABLE, InputError, complain, print_text, visible

if TYPE_CHECKING:
    import argparse

    from app.network.client import Client
    from app.network.stops import Stops
    from app.network.url import Url
    from protocol.events import Event
    from protocol.handshake import Offer

INTERRUPTED = 130
"""The exit code if Ctrl+C comes twice, or before there is a connection."""

LAST_WORDS = 2.0
"""Seconds that the server has to answer our Close with 1001."""

QUIET = 0.3
"""Seconds of silence after the end of a script, before it closes: many servers answer nothing once they read Close."""
AT_MOST = 5.0
"""How long a server that is never silent is listened to."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `connect`."""
    parser = subparsers.add_parser(
        "connect",
        help="a client: lines go out, what arrives is printed",
        description="Connects to a WebSocket server. Each line of the input goes out as a text message; lines that "
        "begin with a slash are commands, /help lists them. The end of the input closes with 1000, Ctrl+C with 1001.",
    )
    parser.add_argument("url", metavar="URL", help="ws://HOST[:PORT][/PATH] or wss://…")
    parser.add_argument("--header", action="append", default=[], metavar="“NAME: VALUE”", help="send this header, too")
    parser.add_argument("--subprotocol", action="append", default=[], metavar="NAME", help="offer this subprotocol")
    parser.add_argument("--insecure", action="store_true", help="take any TLS certificate, whoever signed it")
    parser.add_argument("--no-deflate", action="store_true", help="do not offer compression (RFC 7692)")
    parser.add_argument("--record", type=Path, metavar="FILE", help="record the connection while it lasts")


def run(arguments: argparse.Namespace) -> int:
    """0 the connection was fine, 1 the peer broke the protocol or refused, 2 it could not be reached or bad usage."""
    from app.commands.requests import offer_of_flags
    from app.network.journal import path_problem
    from app.network.url import UrlError, parse_url

    try:
        url = parse_url(arguments.url)
        offer = offer_of_flags(arguments.header, arguments.subprotocol, deflate=not arguments.no_deflate)
    except (UrlError, InputError) as error:
        return complain(str(error))
    problem = path_problem(arguments.record) if arguments.record is not None else ""
    if problem:
        return complain(problem)
    import asyncio

    return asyncio.run(_run(arguments, url, offer))


async def _run(arguments: argparse.Namespace, url: Url, offer: Offer) -> int:
    import asyncio

    from app.network.client import UnreachableError, connect
    from app.network.journal import Journals
    from app.network.stops import Stops

    journals = Journals(arguments.record, complain) if arguments.record is not None else None
    with Stops() as stops:
        asked = asyncio.create_task(stops.asked.wait())
        reaching = asyncio.create_task(connect(url, offer, insecure=arguments.insecure, journals=journals))
        try:
            await asyncio.wait([reaching, asked], return_when=asyncio.FIRST_COMPLETED)
            if not reaching.done():
                reaching.cancel()
                return INTERRUPTED
            client = reaching.result()
        except UnreachableError as error:
            return complain(str(error))
        finally:
            asked.cancel()
        return await _Talk(client, url, stops).run()


class _Talk:
    """One conversation: prints what arrives, sends what is typed, and knows how it went."""

    def __init__(self, client: Client, url: Url, stops: Stops) -> None:
        self._client = client
        self._url = url
        self._stops = stops
        self._code = FINE
        self._last = float("-inf")
        """When something was last sent or heard."""
        self._opened = False
        self._unusable = False
        """Whether a line of the input could not be used."""

    async def run(self) -> int:
        """Until TCP is over; the exit code."""
        import asyncio

        opened = asyncio.Event()
        helpers = [asyncio.create_task(self._type(opened)), asyncio.create_task(self._heed_signals())]
        try:
            async for event in self._client:
                self._show(event)
                self._last = asyncio.get_running_loop().time()
                if self._client.link.connection.state.name == "OPEN":
                    opened.set()
        finally:
            for helper in helpers:
                helper.cancel()
            done = await asyncio.gather(*helpers, return_exceptions=True)
            self._client.link.reset()
        for result in done:
            if isinstance(result, Exception):
                raise result
        return self._result()

    def _result(self) -> int:
        from protocol.patience import HANDSHAKE

        link = self._client.link
        if link.ran_out is HANDSHAKE:
            return complain(f"{self._url.host_header} did not answer the handshake in time.")
        if self._stops.again.is_set() or (self._stops.asked.is_set() and not self._opened):
            return INTERRUPTED
        if self._code == FINE and self._unusable:
            return UNUSABLE
        return self._code

    # What arrives.

    def _show(self, event: Event) -> None:
        """Print one event on a line of its own."""
        from app.commands.watch import agreed, cited, told_words, why
        from protocol.events import Closed, Failed, MessageReceived, Opened, PingReceived, PongReceived, Refused

        match event:
            case MessageReceived(text=str(text)):
                print_text(visible(text))
            case MessageReceived(payload=payload):
                print_text(f"[binary, {len(payload)} bytes] {payload.hex()}")
            case PingReceived(payload=payload):
                print_text(f"[ping{_shown(payload)}]")
            case PongReceived(payload=payload):
                print_text(f"[pong{_shown(payload)}]")
            case Opened(subprotocol=subprotocol):
                self._opened = True
                hint = ": /help lists the commands" if _is_terminal() else ""
                self._say(f"Connected to {self._url.text}{agreed(self._client.link, subprotocol)}{hint}.")
            case Refused(rule=rule, status=status):
                self._code = BROKEN
                self._say(self._why_refused(status, cited(rule) if rule is not None else ""))
            case Failed(violation=violation):
                self._code = BROKEN
                said = f"failed with {violation.rule.close_code}, the server broke: {cited(violation.rule)}"
                print_text(visible(f"[{said}]"))
            case Closed(told=told) if self._client.link.connection.endpoint.failed is None:
                self._code = self._code if told.clean else BROKEN
                print_text(visible(f"[closed {told_words(told)}{why(self._client.link, told)}]"))

    def _why_refused(self, status: int, rule: str) -> str:
        """One sentence for a handshake that did not succeed."""
        from protocol.handshake import reason_phrase

        response = self._client.response
        location = response.get("Location") if response is not None else None
        if 300 <= status < 400 and location is not None:
            return f"The server answered {status} and names another address, which is not followed: {location}."
        if status not in {0, 101}:
            words = reason_phrase(status)
            return f"The server refused the handshake with {status}{f' {words}' if words else ''}."
        return f"The handshake failed, the server broke: {rule}."

    def _say(self, sentence: str) -> None:
        print(visible(sentence), file=sys.stderr, flush=True)

    # What is typed.

    async def _type(self, opened: object) -> None:
        """Send every line; at the end of the input, close."""
        import asyncio

        from app.commands.keyboard import Keyboard, TooLongError
        from protocol.connection import StateError

        assert isinstance(opened, asyncio.Event)
        await opened.wait()
        link = self._client.link
        try:
            async for line in Keyboard(link.limits.message).lines():
                self._send(line)
                await link.drained()
                self._last = asyncio.get_running_loop().time()
        except TooLongError as error:
            self._complain(str(error))
        await self._wait_for_silence()
        try:
            link.act(lambda connection: connection.send_close())
        except StateError:
            return  # one side has already said Close

    async def _wait_for_silence(self) -> None:
        """At the end of a script, let the server answer what was sent; a person at a terminal has seen the answer."""
        import asyncio

        loop = asyncio.get_running_loop()
        until = loop.time() + AT_MOST
        while not _is_terminal() and (now := loop.time()) < min(self._last + QUIET, until):
            await asyncio.sleep(min(self._last + QUIET, until) - now)

    def _send(self, line: bytes) -> None:
        from app.commands.typed import HELP, read_line
        from protocol.connection import StateError

        try:
            deed = read_line(line.decode())
            if deed is None:
                print_text(HELP)
            else:
                self._client.link.act(deed)
        except UnicodeDecodeError:
            self._complain("A line is not UTF-8, and text messages are (section 8.1): send it with /binary.")
        except InputError as error:
            self._complain(str(error))
        except StateError:
            self._complain("The connection is closing: nothing more can be sent.")

    def _complain(self, sentence: str) -> None:
        """A slip of the fingers in a terminal is nothing; in a script it decides the exit code."""
        self._say(sentence)
        self._unusable = self._unusable or not _is_terminal()

    async def _heed_signals(self) -> None:
        """Ctrl+C closes with 1001; once more, or when the server takes too long to answer, it is over."""
        import asyncio

        await self._stops.asked.wait()
        self._client.link.go_away()
        try:
            await asyncio.wait_for(self._stops.again.wait(), LAST_WORDS)
        except TimeoutError:
            self._code = self._code or BROKEN
        self._client.link.reset()


def _shown(payload: bytes) -> str:
    """The payload of a control frame, as text if it is any."""
    if not payload:
        return ""
    try:
        return f" “{visible(payload.decode())}”"
    except UnicodeDecodeError:
        return f" {payload.hex()}"


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
