"""Foreign WebSocket servers, all with the same manners, so that one test can ask each of them.

They echo every message but these: “do:ping” is answered with a ping and, after our pong, with “pong”; “do:fragments”
with “你好” in three fragments and a ping between them, where the peer can do that; “do:close CODE REASON” with Close.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from network_support import HOST

NPM_WS = Path(__file__).parent / "npm_ws.js"


class Peer:
    """A foreign server while it runs."""

    def __init__(self, name, scheme):
        self.name = name
        self.scheme = scheme
        self.port = 0
        self.told = asyncio.Queue()
        """Code and reason of each connection that ended, as its own program is told."""

    @property
    def url(self):
        return f"{self.scheme}://localhost:{self.port}/"


# websockets.


@asynccontextmanager
async def websockets_server(tls=None, pem=None, deflate=True, factory=None):
    from websockets.asyncio.server import serve

    peer = Peer("websockets", "wss" if tls else "ws")

    async def talk(connection):
        with suppress(Exception):
            async for message in connection:
                await _obey(connection, message)
        await connection.wait_closed()
        close = connection.protocol.close_rcvd
        peer.told.put_nowait((close.code, close.reason) if close else (1006, ""))

    extensions = [factory] if factory is not None else None
    compression = "deflate" if deflate and factory is None else None
    async with serve(
        talk, HOST, 0, ssl=tls, compression=compression, extensions=extensions, max_size=None, ping_interval=None
    ) as server:
        peer.port = server.sockets[0].getsockname()[1]
        yield peer


async def _obey(connection, message):
    deed, _, rest = message.partition(" ") if isinstance(message, str) else ("", "", "")
    if deed == "do:ping":
        await (await connection.ping(b"theirs"))
        await connection.send("pong")
    elif deed == "do:fragments":
        await connection.send(_fragments(connection))
    elif deed == "do:close":
        code, _, reason = rest.partition(" ")
        await connection.close(int(code), reason)
    else:
        await connection.send(message)


async def _fragments(connection):
    yield "你"
    yield ""
    await connection.ping(b"between")
    yield "好"


# aiohttp.


@asynccontextmanager
async def aiohttp_server(tls=None, pem=None, deflate=True):
    web = pytest.importorskip("aiohttp.web", reason="aiohttp is not installed")
    peer = Peer("aiohttp", "wss" if tls else "ws")

    async def talk(request):
        connection = web.WebSocketResponse(autoping=False, max_msg_size=0, compress=deflate)
        await connection.prepare(request)
        while True:
            message = await connection.receive()
            if message.type.name in {"CLOSE", "CLOSING", "CLOSED", "ERROR"}:
                break
            await _answer(connection, message)
        is_theirs = message.type.name == "CLOSE"
        peer.told.put_nowait((connection.close_code, (is_theirs and message.extra) or ""))
        return connection

    app = web.Application()
    app.router.add_get("/", talk)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, HOST, 0, ssl_context=tls)
    await site.start()
    peer.port = site._server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        await runner.cleanup()


async def _answer(connection, message):
    deed, *rest = message.data.split(" ", 2) if message.type.name == "TEXT" else [message.type.name]
    if deed == "PING":
        await connection.pong(message.data)
    elif deed == "PONG":
        await connection.send_str("pong")
    elif deed == "BINARY":
        await connection.send_bytes(message.data)
    elif deed == "do:ping":
        await connection.ping(b"theirs")
    elif deed == "do:fragments":  # it cannot
        await connection.send_str("你好")
    elif deed == "do:close":
        await connection.close(code=int(rest[0]), message=rest[1].encode())
    else:
        await connection.send_str(message.data)


# npm's ws.


def node_has_ws():
    """Whether node is here and finds the package: NODE_PATH may name a folder that has it."""
    node = shutil.which("node")
    if node is None:
        return False
    return subprocess.run([node, "-e", "require('ws')"], capture_output=True, check=False).returncode == 0


needs_ws = pytest.mark.skipif(not node_has_ws(), reason="node does not find npm's ws: install it and set NODE_PATH")


@asynccontextmanager
async def npm_ws(role, **environ):
    """A node process: `await ask(document)` gives its next line, and so does `await ask()`."""
    process = await asyncio.create_subprocess_exec(
        "node", NPM_WS, role, stdin=subprocess.PIPE, stdout=subprocess.PIPE, limit=2**26, env={**os.environ, **environ}
    )

    async def ask(document=None):
        if document is not None:
            process.stdin.write(json.dumps(document).encode() + b"\n")
        line = await process.stdout.readline()
        assert line, "node ended"
        return json.loads(line)

    try:
        yield ask
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@asynccontextmanager
async def npm_ws_server(tls=None, pem=None, deflate=True):
    peer = Peer("ws", "wss" if tls else "ws")
    wanted = {"perMessageDeflate": {"threshold": 0} if deflate else False, "pem": str(pem) if tls else None}
    async with npm_ws("server") as ask:
        peer.port = await ask(wanted)

        async def listen():
            while True:
                ended = await ask()
                peer.told.put_nowait((ended["code"], ended["reason"]))

        listening = asyncio.create_task(listen())
        try:
            yield peer
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


SERVERS = [
    pytest.param(websockets_server, id="websockets"),
    pytest.param(aiohttp_server, id="aiohttp"),
    pytest.param(npm_ws_server, id="ws", marks=needs_ws),
]
"""Each is given `tls`, a context for a server, `pem`, the file with its key and certificate, and `deflate`."""
