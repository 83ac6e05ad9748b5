"""Other implementations as peers, both ways: with and without compression, ws and wss.

`websockets` is in every test of the network; here are those that a machine may lack: aiohttp, npm's ws, curl. For npm's
ws, node has to find the package: NODE_PATH names a folder that has it.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import ssl
import subprocess

import pytest
from foreign_support import needs_ws
from network_support import HOST, dial, serving, until
from patience_support import PATIENCE
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

from app.network.tls import ALONE, server_context
from protocol.events import Closed, MessageReceived, Opened
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import Offer, Policy

TEXTS = ["Hello", "", "你好 ❤ " * 100, "x" * 70_000]
DEFLATE = {"deflate": Policy(deflate=DeflatePolicy()), "plain": Policy()}
both = pytest.mark.parametrize("compression", DEFLATE)
schemes = pytest.mark.parametrize("scheme", ["ws", "wss"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    server_context(folder)
    return folder


@pytest.fixture
def tls(folder, scheme):
    """Options for our server, the certificate for a client, and a context that trusts it."""
    if scheme == "ws":
        return {}, None
    return {"tls": server_context(folder)}, ssl.create_default_context(cafile=folder / ALONE)


async def our_client(port, compression, scheme="ws"):
    """What our client hears of an echo server."""
    offer = Offer("", "", "", deflate=DeflateOffer() if compression == "deflate" else None)
    client = await dial(port, scheme=scheme, host="localhost", offer=offer)
    heard, deflate = [], None
    async for event in client:
        heard.append(event)
        if isinstance(event, Opened):
            deflate = client.link.connection.deflate
            for text in TEXTS:
                client.link.act(lambda connection, text=text: connection.send_text(text))
            client.link.act(lambda connection: connection.send_binary(b"\x00\xff"))
        elif isinstance(event, MessageReceived) and event.text is None:
            client.link.act(lambda connection: connection.send_close(1000, "bye"))
    return heard, deflate


def check(heard, deflate, compression):
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == [*TEXTS, None]
    assert (heard[-1].told.code, heard[-1].told.clean) == (1000, True)
    assert (deflate is not None) is (compression == "deflate")


@both
@schemes
def test_websockets_as_client(compression, scheme, tls):
    async def scene():
        options, context = tls
        async with serving(policy=DEFLATE[compression], **options) as server:
            url = f"{scheme}://localhost:{server.port}/"
            async with connect(url, ssl=context, proxy=None) as client:
                assert bool(client.protocol.extensions) is (compression == "deflate")
                for message in [*TEXTS, b"\x00\xff"]:
                    await client.send(message)
                    assert await client.recv() == message
            assert client.close_code == 1000

    asyncio.run(scene())


@both
@schemes
def test_websockets_as_server(compression, scheme, tls, folder, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / ALONE))

    async def echo(peer):
        async for message in peer:
            await peer.send(message)

    async def scene():
        options, _ = tls
        async with serve(echo, HOST, 0, ssl=options.get("tls")) as server:
            port = server.sockets[0].getsockname()[1]
            check(*await our_client(port, compression, scheme), compression)

    asyncio.run(asyncio.wait_for(scene(), PATIENCE))


# aiohttp.


@both
@schemes
def test_aiohttp_as_client(compression, scheme, tls):
    aiohttp = pytest.importorskip("aiohttp", reason="aiohttp is not installed")

    async def scene():
        options, context = tls
        async with serving(policy=DEFLATE[compression], **options) as server, aiohttp.ClientSession() as session:
            url = f"{scheme}://localhost:{server.port}/"
            compress = 15 if compression == "deflate" else 0
            async with session.ws_connect(url, compress=compress, ssl=context or True) as client:
                assert bool(client.compress) is (compression == "deflate")
                for text in TEXTS:
                    await client.send_str(text)
                    assert await client.receive_str() == text
                await client.ping(b"p")
                await client.close()
                assert client.close_code == 1000
            await until(lambda: not server.links)
            assert [event.told.clean for event in server.notes.of(Closed)] == [True]

    asyncio.run(scene())


@both
def test_aiohttp_as_server(compression):
    pytest.importorskip("aiohttp", reason="aiohttp is not installed")
    from aiohttp import web

    async def talk(request):
        peer = web.WebSocketResponse()
        await peer.prepare(request)
        async for message in peer:
            await (peer.send_str if message.type.name == "TEXT" else peer.send_bytes)(message.data)
        return peer

    async def scene():
        app = web.Application()
        app.router.add_get("/", talk)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, HOST, 0)
        await site.start()
        port = site._server.sockets[0].getsockname()[1]
        try:
            check(*await our_client(port, compression), compression)
        finally:
            await runner.cleanup()

    asyncio.run(asyncio.wait_for(scene(), PATIENCE))


# npm's ws.

NODE_CLIENT = """
const WebSocket = require("ws");
const [url, deflate, texts] = process.argv.slice(1);
const left = JSON.parse(texts), heard = [];
const ws = new WebSocket(url, { perMessageDeflate: deflate === "deflate" });
const next = () => (left.length ? ws.send(left.shift()) : ws.close(1000, "bye"));
ws.on("open", next);
ws.on("message", (data, binary) => { heard.push(binary ? null : data.toString()); next(); });
ws.on("close", (code, reason) => console.log(JSON.stringify({ heard, code, extensions: ws.extensions })));
"""

NODE_SERVER = """
const WebSocket = require("ws");
const server = new WebSocket.Server({ host: "127.0.0.1", port: 0, perMessageDeflate: process.argv[1] === "deflate" });
server.on("listening", () => console.log(server.address().port));
server.on("connection", (ws) => {
  ws.on("message", (data, binary) => ws.send(data, { binary }));
  ws.on("close", () => server.close());
});
"""


async def node(script, *arguments):
    return await asyncio.create_subprocess_exec(
        "node", "-e", script, *arguments, stdout=subprocess.PIPE, env=dict(os.environ)
    )


@needs_ws
@both
@schemes
def test_npm_ws_as_client(compression, scheme, tls, folder, monkeypatch):
    monkeypatch.setenv("NODE_EXTRA_CA_CERTS", str(folder / ALONE))

    async def scene():
        options, _ = tls
        async with serving(policy=DEFLATE[compression], **options) as server:
            client = await node(NODE_CLIENT, f"{scheme}://localhost:{server.port}/", compression, json.dumps(TEXTS))
            out, _ = await client.communicate()
            told = json.loads(out)
            assert told["heard"] == TEXTS
            assert told["code"] == 1000
            assert told["extensions"].startswith("permessage-deflate") is (compression == "deflate")

    asyncio.run(scene())


@needs_ws
@both
def test_npm_ws_as_server(compression):
    async def scene():
        server = await node(NODE_SERVER, compression)
        port = int(await server.stdout.readline())
        check(*await our_client(port, compression), compression)
        assert await server.wait() == 0

    asyncio.run(asyncio.wait_for(scene(), PATIENCE))


# curl.


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/chat"])
@schemes
def test_curl_gets_the_page(path, scheme, tls, folder):
    async def scene():
        options, _ = tls
        async with serving(**options) as server:
            url = f"{scheme.replace('ws', 'http')}://localhost:{server.port}{path}"
            curl = await asyncio.create_subprocess_exec(
                "curl", "-sS", "-i", "--cacert", str(folder / ALONE), url, stdout=subprocess.PIPE
            )
            out, _ = await curl.communicate()
            assert curl.returncode == 0
            status = {"/": 200, "/favicon.ico": 404, "/chat": 426}[path]
            assert out.startswith(f"HTTP/1.1 {status} ".encode())

    asyncio.run(scene())
