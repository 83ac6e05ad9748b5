"""The man in the middle, between foreign clients and servers: not a byte changed, every end passed on."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager

import pytest
from network_support import HELLO, HELLO_BACK, HOST, LIMITS, REQUEST, gone, reset, rest, serving, stuffed, until
from patience_support import PATIENCE
from websockets.asyncio.client import connect as foreign

from app.network.journal import Journals
from app.network.pair import Onlooker
from app.network.proxy import Proxy
from app.network.tls import server_context
from app.network.url import parse_url
from app.network.weather import Climate, Weather
from protocol.facts import Broke, MessageArrived
from protocol.observer import observe
from protocol.recording import Kind, load
from protocol.vocabulary import Role


class Notes(Onlooker):
    def __init__(self):
        self.facts, self.sentences, self.over = [], [], []

    def learned(self, number, fact):
        self.facts.append(fact)

    def failed(self, number, sentence):
        self.sentences.append(sentence)

    def ended(self, number):
        self.over.append(number)


@asynccontextmanager
async def between(port, scheme="ws", **options):
    """A proxy before a port of this machine; `proxy.port` is where it listens."""
    notes = options.setdefault("onlooker", Notes())
    proxy = Proxy(parse_url(f"{scheme}://{HOST}:{port}/"), LIMITS, **options)
    [(_, proxy.port)] = await proxy.start(HOST, 0)
    proxy.notes = notes
    try:
        async with asyncio.timeout(PATIENCE):
            yield proxy
    finally:
        await proxy.stop()


@asynccontextmanager
async def mirror():
    """A TCP server that keeps what it gets, and the writers of those who called."""
    got, writers, ends = bytearray(), [], []

    async def take(reader, writer):
        writers.append(writer)
        try:
            while data := await reader.read(65536):
                got.extend(data)
            ends.append("fin")
        except ConnectionResetError:
            ends.append("rst")

    server = await asyncio.start_server(take, HOST, 0)
    async with server:
        yield server.sockets[0].getsockname()[1], got, writers, ends
        for writer in writers:
            writer.transport.abort()


def test_a_talk_through_it(tmp_path):
    async def scene():
        async with (
            serving() as server,
            between(server.port, judges=True, journals=Journals(tmp_path / "x.jsonl", print)) as proxy,
        ):
            async with foreign(f"ws://{HOST}:{proxy.port}/chat", proxy=None) as client:
                for message in ("Hello", b"x" * 1_000_000):
                    await client.send(message)
                    assert await client.recv() == message
            await until(lambda: proxy.notes.over == [1])
            return proxy.notes.facts

    facts = asyncio.run(scene())
    arrived = [fact for fact in facts if isinstance(fact, MessageArrived)]
    assert [(fact.who, len(fact.message.payload)) for fact in arrived] == [
        (Role.CLIENT, 5),
        (Role.SERVER, 5),
        (Role.CLIENT, 1_000_000),
        (Role.SERVER, 1_000_000),
    ]
    assert not [fact for fact in facts if isinstance(fact, Broke)]
    loaded = load(tmp_path / "x.jsonl")
    assert loaded.damage == ""
    assert [fact.id for fact in observe(loaded.recording)] == [fact.id for fact in facts]
    told = observe(loaded.recording).get("client.told").told
    assert (told.code, told.clean) == (1000, True)


@pytest.mark.parametrize("first", ["client", "server"])
def test_bytes_pass_unchanged_and_fin_ends_one_direction(first):
    data = bytes(range(256)) * 500

    async def scene():
        async with mirror() as (port, got, writers, ends), between(port) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            writer.write(data)
            await until(lambda: len(got) == len(data))
            assert bytes(got) == data
            if first == "client":
                writer.write_eof()
                await until(lambda: ends == ["fin"])
                writers[0].write(data)
                writers[0].write_eof()
                assert await rest(reader) == data
            else:
                writers[0].write_eof()
                assert await rest(reader) == b""
                writer.write(b"more")
                await until(lambda: got.endswith(b"more"))
                writer.write_eof()
                await until(lambda: ends == ["fin"])
            await gone(writer)
            await until(lambda: proxy.notes.over == [1])

    asyncio.run(scene())


def test_a_reset_of_the_client_is_a_reset_for_the_server(tmp_path):
    async def scene():
        async with mirror() as (port, got, _, ends), between(port, journals=Journals(tmp_path / "x", print)) as proxy:
            _, writer = await asyncio.open_connection(HOST, proxy.port)
            writer.write(b"abc")
            await until(lambda: got == b"abc")
            reset(writer)
            await until(lambda: ends == ["rst"])
            await until(lambda: proxy.notes.over == [1])

    asyncio.run(scene())
    assert [(entry.who, entry.kind) for entry in load(tmp_path / "x").recording][-1] == (Role.CLIENT, Kind.RST)


def test_a_reset_of_the_server_is_a_reset_for_the_client():
    async def scene():
        async with mirror() as (port, _, writers, _), between(port) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            writer.write(b"abc")
            await until(lambda: bool(writers))
            reset(writers[0])
            with pytest.raises(ConnectionResetError):
                await rest(reader)
            await gone(writer)

    asyncio.run(scene())


def test_broken_rules_are_told_while_it_lasts():
    async def scene():
        async with serving() as server, between(server.port, judges=True) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            writer.write(REQUEST + HELLO + HELLO_BACK)  # the second frame is not masked
            await reader.readuntil(b"\r\n\r\n")
            assert await rest(reader) == HELLO_BACK + bytes.fromhex("880203ea")
            await gone(writer)
            return [fact.rule.id for fact in proxy.notes.facts if isinstance(fact, Broke)]

    assert asyncio.run(scene()) == ["frame.masked"]


def test_who_does_not_read_stops_the_other_side():
    async def scene():
        async with mirror() as (port, _, writers, _), between(port) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            reader._transport.pause_reading()
            writer.write(b"x")
            await until(lambda: bool(writers))
            assert await stuffed(writers[0], b"y" * 200_000)
            [pair] = proxy.pairs
            assert pair.client._transport.get_write_buffer_size() < 512 * 1024
            reset(writer)

    asyncio.run(scene())


def test_no_server_is_502():
    with socket.create_server((HOST, 0)) as found:
        port = found.getsockname()[1]

    async def scene():
        async with between(port) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            writer.write(REQUEST)
            assert (await rest(reader)).startswith(b"HTTP/1.1 502 Bad Gateway\r\n")
            await gone(writer)
            assert "cannot be reached (connection refused)" in str(proxy.notes.sentences[0])

    asyncio.run(scene())


def test_wss_upstream(tmp_path, monkeypatch):
    context = server_context(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "localhost.crt"))

    async def scene():
        async with serving(tls=context) as server, between(server.port, "wss") as proxy:
            async with foreign(f"ws://{HOST}:{proxy.port}/", proxy=None) as client:
                await client.send("Hello")
                assert await client.recv() == "Hello"
            assert client.close_code == 1000

    asyncio.run(scene())


def test_bad_weather_between_two_who_notice_nothing():
    def weather(number, role):
        return Weather(Climate(delay=(0, 0.003), pieces=(1, 30)), number if role is Role.CLIENT else -number)

    async def scene():
        async with serving() as server, between(server.port, weather=weather) as proxy:
            async with foreign(f"ws://{HOST}:{proxy.port}/", proxy=None) as client:
                for message in ("Hello", "你好" * 100):
                    await client.send(message)
                    assert await client.recv() == message
            assert client.close_code == 1000

    asyncio.run(scene())


def test_stop_drops_everything():
    async def scene():
        async with mirror() as (port, _, writers, _), between(port) as proxy:
            reader, writer = await asyncio.open_connection(HOST, proxy.port)
            await until(lambda: bool(writers))
            await proxy.stop()
            assert not proxy.pairs
            with pytest.raises(ConnectionResetError):
                await rest(reader)
            await gone(writer)

    asyncio.run(scene())
