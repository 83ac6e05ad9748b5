"""Our client against foreign servers, and against peers that are none."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
from contextlib import asynccontextmanager

import pytest
import trustme
from network_support import HOST, LIMITS, dial, events_of, limits, serving
from patience_support import PATIENCE
from websockets.asyncio.server import serve

from app.network.client import Client, UnreachableError, offer_for
from app.network.url import parse_url
from protocol.events import Closed, Failed, MessageReceived, Opened, PingReceived, PongReceived, Refused
from protocol.handshake import Offer
from protocol.recording import Kind, Recording
from protocol.vocabulary import Role


async def echo(peer):
    async for message in peer:
        await peer.send(message)


@asynccontextmanager
async def scripted(*answers, after=None):
    """A server that reads a head and then says these bytes, whatever was asked."""

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        for answer in answers:
            writer.write(answer)
        if after is None:
            writer.close()
        else:
            await after(reader, writer)

    server = await asyncio.start_server(talk, HOST, 0)
    async with server, asyncio.timeout(PATIENCE):
        yield server.sockets[0].getsockname()[1]


def run(scene):
    return asyncio.run(asyncio.wait_for(scene(), PATIENCE))


async def talk(client, *deeds):
    """Do these things, one after each event; all events."""
    heard, todo = [], list(deeds)
    async for event in client:
        heard.append(event)
        if todo:
            client.link.act(todo.pop(0))
    return heard


def test_a_talk_with_a_foreign_server():
    async def scene():
        async with serve(echo, HOST, 0, subprotocols=["chat"]) as server:
            port = server.sockets[0].getsockname()[1]
            client = await dial(port, "/chat?x=1", offer=Offer("", "", "", subprotocols=("other", "chat")))
            heard = await talk(
                client,
                lambda connection: connection.send_text("你好"),
                lambda connection: connection.send_binary(b"\x00" * 70_000),
                lambda connection: connection.send_ping(b"p"),
                lambda connection: connection.send_close(1000, "bye"),
            )
        assert heard[0] == Opened("chat")
        assert [event.text for event in heard[1:2]] == ["你好"]
        assert heard[2].payload == b"\x00" * 70_000
        assert heard[3] == PongReceived(b"p")
        assert (heard[-1].told.code, heard[-1].told.reason, heard[-1].told.clean) == (1000, "bye", True)

    run(scene)


def test_the_server_closes():
    async def scene():
        async def leave(peer):
            await peer.ping(b"are you there")
            await peer.close(1012, "restart")

        async with serve(leave, HOST, 0) as server:
            heard = await events_of(await dial(server.sockets[0].getsockname()[1]))
        assert PingReceived(b"are you there") in heard
        assert (heard[-1].told.code, heard[-1].told.reason, heard[-1].told.clean) == (1012, "restart", True)

    run(scene)


def test_what_is_asked():
    async def scene():
        seen = []

        async def note(peer):
            seen.append(peer.request)

        async with serve(note, HOST, 0) as server:
            port = server.sockets[0].getsockname()[1]
            url = parse_url(f"ws://user:secret@{HOST}:{port}/a%20b?c=d")
            offer = offer_for(url, Offer("", "", "", extra=(("X-Test", "1"),)))
            client = Client(offer, LIMITS)
            await asyncio.get_running_loop().create_connection(lambda: client.link, HOST, port)
            await events_of(client)
        [request] = seen
        assert request.path == "/a%20b?c=d"
        assert request.headers["Host"] == f"{HOST}:{port}"
        assert request.headers["X-Test"] == "1"
        assert request.headers["Authorization"] == "Basic " + base64.b64encode(b"user:secret").decode()
        assert len(base64.b64decode(request.headers["Sec-WebSocket-Key"])) == 16

    run(scene)


def test_each_connection_has_a_key_of_its_own():
    url = parse_url("ws://example.com/")
    assert offer_for(url).key != offer_for(url).key


@pytest.mark.parametrize("status", [200, 301, 401, 404, 500])
def test_a_refusal_is_told_with_its_answer(status):
    async def scene():
        async with scripted(
            f"HTTP/1.1 {status} No\r\nLocation: ws://elsewhere/\r\nContent-Length: 0\r\n\r\n".encode()
        ) as port:
            client = await dial(port)
            heard = await events_of(client)
        assert isinstance(heard[0], Refused)
        assert heard[0].status == status
        assert client.response.get("Location") == "ws://elsewhere/"

    run(scene)


@pytest.mark.parametrize("answer", [b"SSH-2.0-OpenSSH\r\n\r\n", b"\x15\x03\x01\x00\x02\x02\x46", b"", b"\0" * 70_000])
def test_what_is_no_answer(answer):
    async def scene():
        async with scripted(answer) as port:
            client = await dial(port)
            heard = await events_of(client)
        assert client.response is None
        assert not [event for event in heard if isinstance(event, Opened)]

    run(scene)


def test_a_frame_that_breaks_a_rule_fails_the_connection():
    """What came before it is delivered; our Close goes out; the server's FIN ends it."""
    said = bytearray()

    async def scene():
        async with serving() as server:
            client = await dial(server.port)
            async for event in client:
                if isinstance(event, Opened):
                    [link] = server.links
                    link.connection.send_text("before")
                    link.act(lambda connection: connection.send_raw(bytes.fromhex("8185000000004141414141")))
                    link._keeper.heard = lambda link, event: said.extend(str(event).encode())
                else:
                    heard.append(event)

    heard = []
    run(scene)
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == ["before"]
    assert [event.violation.rule.id for event in heard if isinstance(event, Failed)] == ["frame.unmasked"]
    assert heard[-1].told.code == 1006
    assert b"code=1002" in said


def test_a_server_that_never_ends_tcp_is_left():
    async def scene():
        async def hang(reader, writer):
            await reader.read()  # our FIN
            writer.close()

        async with serving() as server:
            client = await dial(server.port, allowed=limits(closing=0.2))
            [link] = server.links
            link.connection.answers_close = False
            heard = await talk(client, lambda connection: connection.send_close(1000))
        assert isinstance(heard[-1], Closed)
        assert heard[-1].told.clean is False

    run(scene)


def test_a_server_that_does_not_answer_runs_out_of_time():
    async def scene():
        async def hang(reader, writer):
            await reader.read()
            writer.close()

        async with scripted(after=hang) as port:
            client = await dial(port, allowed=limits(handshake=0.2))
            await events_of(client)
        assert client.link.ran_out.name == "handshake"

    run(scene)


# TLS.


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def context_of(authority, *names):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def test_wss_verifies_the_certificate(authority, tmp_path, monkeypatch):
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(bundle)

    async def scene():
        async with serve(echo, HOST, 0, ssl=context_of(authority, HOST)) as server:
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(UnreachableError, match=r"is not trusted \(.*\).*SSL_CERT_FILE.*--insecure"):
                await dial(port, scheme="wss")
            monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
            heard = await talk(
                await dial(port, scheme="wss"),
                lambda connection: connection.send_text("secret"),
                lambda connection: connection.send_close(1000),
            )
            assert [event.text for event in heard if isinstance(event, MessageReceived)] == ["secret"]
            assert heard[-1].told.clean
            with pytest.raises(UnreachableError, match="is not trusted"):
                await dial(port, scheme="wss", host="localhost")  # the certificate names the address only

    run(scene)


def test_insecure_takes_any_certificate(authority):
    async def scene():
        async with serve(echo, HOST, 0, ssl=context_of(authority, "example.com")) as server:
            client = await dial(server.sockets[0].getsockname()[1], scheme="wss", insecure=True)
            heard = await talk(client, lambda connection: connection.send_close(1000))
            assert heard[-1].told.clean

    run(scene)


# What cannot be reached.


def test_nobody_listens():
    with socket.create_server((HOST, 0)) as found:
        port = found.getsockname()[1]
    with pytest.raises(UnreachableError, match=rf"^{HOST}:{port} cannot be reached \(connection refused\)"):
        run(lambda: dial(port))


def test_no_such_host():
    with pytest.raises(UnreachableError, match=r"no host named “nowhere\.invalid”"):
        run(lambda: dial(80, host="nowhere.invalid"))


def test_tls_with_a_server_that_has_none():
    async def scene():
        async with serving() as server:
            await dial(server.port, scheme="wss")

    with pytest.raises(UnreachableError, match="begins with ws://"):
        run(scene)


def test_a_recording_of_our_side():
    recording = Recording(reads=False)

    async def scene():
        async with serving() as server:
            client = await dial(server.port, listeners=(recording.append,))
            await talk(
                client, lambda connection: connection.send_text("Hello"), lambda connection: connection.send_close()
            )

    run(scene)
    kinds = [(entry.who, entry.kind) for entry in recording]
    assert kinds[0] == (Role.CLIENT, Kind.SYN)
    assert kinds[-2:] == [(Role.SERVER, Kind.FIN), (Role.CLIENT, Kind.FIN)]
    assert recording.wire(Role.SERVER).endswith(bytes.fromhex("810548656c6c6f880203e8"))
