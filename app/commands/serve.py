"""`serve`: the embedded server and its browser page, without a window: an echo, a broadcast or a script."""

from __future__ import annotations

import re
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.commands.output import FINE, complain, visible
from app.reasons import reason

if TYPE_CHECKING:
    import argparse
    import ssl

    from app.network.journal import Books
    from app.network.programs import Program
    from app.network.server import Server

PORT: Final = 8765
LAST_WORDS: Final = 2.0
"""Seconds that peers have to answer our Close with 1001."""
INTERRUPTED: Final = 130
"""The exit code after a second Ctrl+C."""

TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `serve`."""
    parser = subparsers.add_parser(
        "serve",
        help="an echo server and its browser page",
        description="A WebSocket server that sends every message back, or to everyone, or follows a script, and a page "
        "to try it from a browser. "
        "Ctrl+C closes all connections with 1001 and ends; a second one ends at once.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to bind (127.0.0.1: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"the port ({PORT}); 0: any free one")
    parser.add_argument("--tls", action="store_true", help="wss, with a certificate for localhost made on first use")
    program = parser.add_mutually_exclusive_group()
    program.add_argument("--broadcast", action="store_true", help="send every message to everyone who is connected")
    program.add_argument(
        "--script", type=Path, metavar="FILE", help="follow the rules in this TOML file: [[rule]] when, what, do, value"
    )
    parser.add_argument("--no-deflate", action="store_true", help="never agree to compression (RFC 7692)")
    parser.add_argument(
        "--subprotocol", nargs="+", action="extend", default=[], metavar="NAME", help="speak these subprotocols"
    )
    parser.add_argument(
        "--origin", nargs="+", action="extend", metavar="ORIGIN", help="let pages of these origins in, and no others"
    )
    parser.add_argument(
        "--record",
        type=Path,
        metavar="FILE",
        help="record each connection while it lasts: the first in FILE, the next with its number before the suffix",
    )
    parser.add_argument("--max-size", type=int, metavar="BYTES", help="the largest message (16777216)")


def run(arguments: argparse.Namespace) -> int:
    """0 after Ctrl+C or SIGTERM, 2 if it cannot listen."""
    problem = _usage_problem(arguments)
    if problem:
        return complain(problem)
    import asyncio

    from app.network.script import ScriptError

    try:
        program, about = _program(arguments)
    except ScriptError as error:
        return complain(str(error))
    try:
        tls = _tls() if arguments.tls else None
    except OSError as error:
        return complain(f"The certificate cannot be made or read ({reason(error)}): {error.filename or 'TLS'}.")
    try:
        return asyncio.run(_serve(arguments, tls, program, about))
    except OSError as error:
        return complain(_why_not(arguments, error))


def _usage_problem(arguments: argparse.Namespace) -> str:
    from app.network.journal import path_problem

    if not 0 <= arguments.port <= 65535:
        return f"There is no port {arguments.port}: ports are 1 to 65535, and 0 is any free one."
    if arguments.max_size is not None and arguments.max_size < 1:
        return f"--max-size {arguments.max_size}: a message has at least one byte."
    for name in arguments.subprotocol:
        if not TOKEN.fullmatch(name):
            return f"“{name}” is no subprotocol: a name has letters, digits and !#$%&'*+-.^_`|~ only."
    return path_problem(arguments.record) if arguments.record is not None else ""


def _program(arguments: argparse.Namespace) -> tuple[Program, str]:
    """What stands behind the server, and its name; ScriptError."""
    from app.network.programs import broadcast, echo
    from app.network.script import load_script

    if arguments.script is not None:
        return load_script(arguments.script).program(), "script"
    return (broadcast(), "broadcast") if arguments.broadcast else (echo, "echo")


def _tls() -> ssl.SSLContext:
    from app.network.tls import data_folder, server_context

    return server_context(data_folder())


def _why_not(arguments: argparse.Namespace, error: OSError) -> str:
    import socket

    if isinstance(error, socket.gaierror):
        return f"This machine has no address “{arguments.host}”: use 127.0.0.1, or 0.0.0.0 for all of them."
    place = f"The port {arguments.port} on {arguments.host} cannot be used ({reason(error)})"
    return f"{place}: end the program that holds it or choose another one with --port."


async def _serve(arguments: argparse.Namespace, tls: ssl.SSLContext | None, program: Program, about: str) -> int:
    """Listen until a signal comes."""
    import asyncio
    from dataclasses import replace

    from app.commands.spool import Spool
    from app.commands.watch import Watch
    from app.network.journal import Journals
    from app.network.limits import SERVER
    from app.network.server import Server
    from app.network.stops import Stops
    from protocol.extensions import DeflatePolicy
    from protocol.handshake import Policy

    policy = Policy(
        origins=tuple(arguments.origin) if arguments.origin is not None else None,
        subprotocols=tuple(arguments.subprotocol),
        deflate=None if arguments.no_deflate else DeflatePolicy(),
    )
    limits = SERVER if arguments.max_size is None else replace(SERVER, message=arguments.max_size)
    allow_many_files()
    spool = Spool()
    journals: Books | None = Journals(arguments.record, complain) if arguments.record is not None else None
    witness = Watch(spool.say)
    server = Server(program, policy, limits, tls=tls, witness=witness, journals=journals, about=about)
    with Stops() as stops:
        addresses = await server.start(arguments.host, arguments.port)
        for line in listening(addresses, secure=tls is not None):
            spool.say(line)
        await stops.asked.wait()
        spool.say("Stopping: every open connection is told 1001; Ctrl+C again ends at once.")
        ended = await _stop(server, asyncio.create_task(stops.again.wait()))
    spool.close()
    return FINE if ended else INTERRUPTED


async def _stop(server: Server, again: object) -> bool:
    """Stop, dropping who does not answer in time; False if someone asked a second time before that."""
    import asyncio

    assert isinstance(again, asyncio.Task)
    stopping = asyncio.create_task(server.stop())
    await asyncio.wait([stopping, again], return_when=asyncio.FIRST_COMPLETED, timeout=LAST_WORDS)
    asked_again = again.done()
    again.cancel()
    if not stopping.done():
        await server.drop()
    await stopping
    return not asked_again


def allow_many_files() -> None:
    """Each connection is an open file; many systems allow a program 1024 unless it asks for more."""
    try:
        import resource
    except ImportError:  # Windows counts otherwise
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def listening(addresses: list[tuple[str, int]], *, secure: bool) -> list[str]:
    """The lines that say where the server is: its URL, and a warning if others can reach it."""
    from app.network.link import address_of

    scheme, page = ("wss", "https") if secure else ("ws", "http")
    places = [address_of(address) for address in addresses]
    urls = ", ".join(f"{scheme}://{place}/" for place in places)
    lines = [f"Listening on {urls} (a page for browsers: {page}://{places[0]}/)"]
    if secure:
        from app.network.tls import ALONE, data_folder

        lines.append(f"The certificate is {data_folder() / ALONE}; clients that are to trust it need this file.")
    far = [host for host, _ in addresses if not ip_address(host.partition("%")[0]).is_loopback]
    if far:
        lines.append(f"Not bound to loopback: everyone who reaches {', '.join(map(visible, far))} can connect.")
    return lines
