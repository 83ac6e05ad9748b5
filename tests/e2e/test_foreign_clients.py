"""The clients of others and our server: websockets, aiohttp, npm's ws; curl and Python's http.client for the rest.

Our server's program has the same manners as the foreign servers of the other direction: it echoes, but “do:ping” is
answered with a ping and, after the pong, with “pong”; “do:fragments” with “你好” in three fragments and a ping between
them; “do:close CODE REASON” with Close. Every conversation is recorded and judged by our observer.
"""

from __future__ import annotations

import asyncio
import base64
import http.client
import shutil
import ssl
import subprocess
from contextlib import asynccontextmanager

import pytest
from foreign_support import needs_ws, npm_ws
from network_support import limits, serving, until
from patience_support import PATIENCE
from peers_support import CHINESE, FIVE, TALK, judged_file, said, served
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from app.network.front import PAGE
from app.network.journal import Journals
from app.network.programs import echo
from app.network.tls import ALONE, server_context
from protocol.events import Closed, MessageReceived, Opened, PongReceived
from protocol.extensions import DeflatePolicy
from protocol.facts import FrameSent
from protocol.handshake import Policy
from protocol.vocabulary import Opcode, Role

DATA = {Opcode.TEXT, Opcode.BINARY}
"""The opcodes of first frames, in which RSV1 says that a message is compressed."""

both = pytest.mark.parametrize("compression", ["deflate", "plain"])
schemes = pytest.mark.parametrize("scheme", ["ws", "wss"])


def obey(link, event):
    """The program behind our server."""
    connection = link.connection
    text = event.text if isinstance(event, MessageReceived) else None
    if isinstance(event, PongReceived) and event.payload == b"theirs":
        connection.send_text("pong")
    elif text == "do:ping":
        connection.send_ping(b"theirs")
    elif text == "do:fragments":
        connection.send_text("你", fin=False)
        connection.send_continuation(b"", fin=False)
        connection.send_ping(b"between")
        connection.send_continuation("好".encode(), fin=True)
    elif text is not None and text.startswith("do:close "):
        _, code, reason = text.split(" ", 2)
        connection.send_close(int(code), reason)
    else:
        echo(link, event)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    server_context(folder)
    return folder


@pytest.fixture
def house(folder, scheme, compression, tmp_path):
    """Our server for one test: a context manager, and the context of a client that trusts it."""

    @asynccontextmanager
    async def house():
        policy = Policy(deflate=DeflatePolicy() if compression == "deflate" else None)
        tls = server_context(folder) if scheme == "wss" else None
        path = tmp_path / "talk.jsonl"
        async with serving(obey, policy, tls=tls, journals=Journals(path, pytest.fail)) as server:
            server.url = f"{scheme}://localhost:{server.port}/"
            server.answer = 4002
            server.trust = ssl.create_default_context(cafile=folder / ALONE) if tls else None
            server.messages = [*TALK, FIVE[scheme]]
            yield server
            await until(lambda: not server.links)
            [event] = server.notes.of(Closed)
            assert (event.told.code, event.told.clean) == (server.answer, True)
        assert said(judged_file(path), Role.CLIENT)[: len(TALK) + 1] == [*TALK, FIVE[scheme]]

    return house


@both
@schemes
def test_websockets(house):
    async def scene():
        async with (
            house() as server,
            connect(server.url, ssl=server.trust, proxy=None, max_size=None) as client,
        ):
            for message in server.messages:
                await client.send(message)
                assert await client.recv() == message
            await (await client.ping(b"ours"))
            await client.send("do:ping")
            assert await client.recv() == "pong"
            await client.send(["你", "", "好"])
            assert await client.recv() == "你好"
            await client.send("do:fragments")
            assert [part async for part in client.recv_streaming()] == ["你", "", "好"]
            await client.send("do:close 4002 再见")
            with pytest.raises(ConnectionClosed):
                await client.recv()
            assert (client.close_code, client.close_reason) == (4002, "再见")

    asyncio.run(scene())


@both
@schemes
def test_aiohttp(house, compression):
    aiohttp = pytest.importorskip("aiohttp", reason="aiohttp is not installed")

    async def scene():
        async with house() as server, aiohttp.ClientSession() as session:
            server.answer = 1000  # it answers so whatever was said
            compress = 15 if compression == "deflate" else 0
            async with session.ws_connect(
                server.url, ssl=server.trust or True, compress=compress, max_msg_size=0
            ) as client:
                for message in server.messages:
                    await (client.send_str if isinstance(message, str) else client.send_bytes)(message)
                    assert (await client.receive()).data == message
                await client.ping(b"ours")
                for deed, answer in [("do:ping", "pong"), ("do:fragments", "你好")]:
                    await client.send_str(deed)
                    assert await client.receive_str() == answer
                await client.send_str("do:close 4002 再见")
                ended = await client.receive()
                assert (ended.type.name, ended.data, ended.extra) == ("CLOSE", 4002, "再见")

    asyncio.run(scene())


def packed(message):
    """A message as the node script takes it."""
    return message if isinstance(message, str) else {"base64": base64.b64encode(message).decode()}


@needs_ws
@both
@schemes
def test_npm_ws(house, compression, folder):
    async def scene():
        async with house() as server:
            lines = [*map(packed, server.messages), {"ping": "ours"}, "do:ping", "do:fragments", "do:close 4002 再见"]
            options = {"perMessageDeflate": {"threshold": 0} if compression == "deflate" else False}
            async with npm_ws("client", NODE_EXTRA_CA_CERTS=str(folder / ALONE)) as ask:
                told = await ask({"url": server.url, "options": options, "lines": lines})
        answers = [{"pong": "ours"}, {"pinged": "theirs"}, "pong", {"pinged": "between"}, "你好"]
        assert told["heard"] == [*map(packed, server.messages), *answers]
        assert (told["code"], told["reason"]) == (4002, "再见")

    asyncio.run(scene())


# Every window with every takeover, chosen by our server.

POLICIES = [
    DeflatePolicy(server_fresh, client_fresh, server_bits, client_bits)
    for server_bits, client_bits in [*((bits, bits) for bits in range(8, 16)), (8, 15), (15, 8), (9, 15), (15, 9)]
    for server_fresh in (False, True)
    for client_fresh in (False, True)
]


async def through_all(folder, talk, declines=()):
    """Let `talk(url)` say and hear `TALK`, compressed, under each policy; it gives False if it fails the handshake,
    which it does where our server asks it for a window that it `declines`."""
    for index, policy in enumerate(POLICIES):
        path = folder / f"{index}.jsonl"
        journals = Journals(path, pytest.fail)
        async with serving(policy=Policy(deflate=policy), journals=journals) as server:
            taken = await talk(f"ws://localhost:{server.port}/")
            await until(lambda links=server.links: not links)
        assert taken is (policy.client_max_window_bits not in declines)
        if taken:
            facts = judged_file(path)
            assert said(facts, Role.CLIENT) == said(facts, Role.SERVER) == TALK
            assert all(fact.frame.rsv for fact in facts.of(FrameSent) if fact.frame.opcode in DATA)


def test_every_window_with_websockets(tmp_path):
    """It fails a handshake that asks it for a window of 256 bytes: zlib writes none so small."""

    async def talk(url):
        try:
            async with connect(url, proxy=None) as client:
                for message in TALK:
                    await client.send(message)
                return [await client.recv() for _ in TALK] == TALK
        except InvalidHandshake:
            return False

    asyncio.run(through_all(tmp_path, talk, declines=[8]))


def test_every_window_with_aiohttp(tmp_path):
    """It fails the same handshake."""
    aiohttp = pytest.importorskip("aiohttp", reason="aiohttp is not installed")

    async def scene():
        async with aiohttp.ClientSession() as session:

            async def talk(url):
                try:
                    async with session.ws_connect(url, compress=15) as client:
                        for message in TALK:
                            await (client.send_str if isinstance(message, str) else client.send_bytes)(message)
                        return [(await client.receive()).data for _ in TALK] == TALK
                except aiohttp.WSServerHandshakeError:
                    return False

            await through_all(tmp_path, talk, declines=[8])

    asyncio.run(scene())


@needs_ws
def test_every_window_with_npm_ws(tmp_path):
    """It takes them all."""

    async def scene():
        async with npm_ws("client") as ask:

            async def talk(url):
                options = {"perMessageDeflate": {"threshold": 0}}
                told = await ask({"url": url, "options": options, "lines": [*map(packed, TALK)], "code": 1000})
                return told["heard"] == [*map(packed, TALK)]

            await through_all(tmp_path, talk)

    asyncio.run(scene())


def test_what_websockets_asks_for(tmp_path):
    """The client's own wishes, granted."""

    async def scene():
        for bits in range(9, 16):
            path, fresh = tmp_path / f"{bits}.jsonl", bits % 2 == 0
            factory = ClientPerMessageDeflateFactory(fresh, fresh, bits, bits)
            journals = Journals(path, pytest.fail)
            async with serving(policy=Policy(deflate=DeflatePolicy()), journals=journals) as server:
                url = f"ws://localhost:{server.port}/"
                async with connect(url, proxy=None, compression=None, extensions=[factory]) as client:
                    [agreed] = client.protocol.extensions
                    assert (agreed.remote_max_window_bits, agreed.remote_no_context_takeover) == (bits, fresh)
                    assert (agreed.local_max_window_bits, agreed.local_no_context_takeover) == (bits, fresh)
                    for message in TALK:
                        await client.send(message)
                    assert [await client.recv() for _ in TALK] == TALK
                await until(lambda links=server.links: not links)
            judged_file(path)

    asyncio.run(scene())


# Plain HTTP, and an upgrade by hand.


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_http_client(scheme, folder):
    """Python's own: the page, its head alone, no page, a method that is none of ours, a request that stays open."""
    with served(*(["--tls"] if scheme == "https" else []), folder=folder) as process:
        port = int(process.page.rsplit(":", 1)[1].strip("/"))
        for method, path, status, body in [
            ("GET", "/", 200, PAGE.read_bytes()),
            ("GET", "/?lang=zh", 200, PAGE.read_bytes()),
            ("HEAD", "/", 200, b""),
            ("GET", "/favicon.ico", 404, b"There is no such page.\n"),
            ("GET", "/chat", 426, b"This is a WebSocket: ask for an upgrade, or open / in a browser.\n"),
            ("POST", "/", 405, b"This server answers GET and HEAD.\n"),
        ]:
            if scheme == "https":
                [crt] = folder.rglob("websocket-101/tls/" + ALONE)
                trust = ssl.create_default_context(cafile=crt)
                connection = http.client.HTTPSConnection("localhost", port, timeout=PATIENCE, context=trust)
            else:
                connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
            connection.request(method, path)
            response = connection.getresponse()
            assert (method, path, response.status, response.read()) == (method, path, status, body)
            assert response.will_close
            assert int(response.headers["Content-Length"]) == len(body) or method == "HEAD"
            connection.close()
    assert [line.partition(": ")[2] for line in process.out.splitlines() if ": " in line][:6] == [
        "200", "200", "200", "404", "426", "405",
    ]  # fmt: skip


needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@needs_curl
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_curl_asks_for_an_upgrade(scheme, folder):
    """It prints the 101 and then the frames, byte by byte: a text, and the Close of a server that ends."""

    def program(link, event):
        if isinstance(event, Opened):
            link.connection.send_text(CHINESE)
            link.connection.send_close(1000, "end")

    async def scene():
        tls = server_context(folder) if scheme == "https" else None
        async with serving(program, tls=tls, allowed=limits(closing=0.2)) as server:
            headers = [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ]  # fmt: skip
            curl = await asyncio.create_subprocess_exec(
                "curl", "--silent", "--include", "--no-buffer", "--http1.1", "--max-time", "10",
                "--cacert", folder / ALONE, *(word for each in headers for word in ("--header", each)),
                f"{scheme}://localhost:{server.port}/chat", stdout=subprocess.PIPE,
            )  # fmt: skip
            out, _ = await curl.communicate()
        head, _, rest = out.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101 Switching Protocols\r\n")
        assert b"\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in head  # RFC 6455 section 1.3
        text = CHINESE.encode()
        assert rest == bytes([0x81, len(text)]) + text + b"\x88\x05\x03\xe8end"

    asyncio.run(scene())
