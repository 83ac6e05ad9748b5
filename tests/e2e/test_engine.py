"""The engine of Live between others: a real browser at its server, `websockets` on both sides of its proxy.

What the window is told is recorded on disk as well, read again, and judged frame by frame.
"""

from __future__ import annotations

import asyncio
import base64
import json

import pytest
from chromium_support import chromium, driven, needs_chromium
from engine_support import port_of, running, served
from foreign_support import websockets_server
from network_support import HOST
from patience_support import PATIENCE
from peers_support import CHINESE, NOISE, TALK, check_echo, judged, judged_file
from websockets.asyncio.client import connect as foreign

from app.network.live.values import ProxyOrder
from app.network.recordings import Recordings
from app.network.tls import ALONE, certificate, server_context
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Role

MESSAGES = ["Hello", CHINESE * 40, NOISE, "", b"", "Hello"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as address:
        yield address


def script(message):
    """A message as JavaScript."""
    if isinstance(message, str):
        return json.dumps(message)
    return f"Uint8Array.from(atob({json.dumps(base64.b64encode(message).decode())}), (each) => each.charCodeAt(0))"


async def browse(address, listening):
    """The server's own page: connect, say everything, close with 3000 and a reason; how the page was told it ended."""
    async with asyncio.timeout(PATIENCE), driven(address) as browser:
        page = await browser.open(listening.page)
        await page.run("window.seen = []; addEventListener('websocket101', ({ detail }) => seen.push(detail.what))")
        await page.run(f"webSocket101.connect({json.dumps(listening.urls[0])})")
        await page.until("seen.includes('open')")
        await page.run("".join(f"webSocket101.send({script(each)});" for each in MESSAGES))
        await page.until(f"seen.filter((what) => what === 'message').length === {len(MESSAGES)}")
        await page.run("webSocket101.close(3000, '再见 👋')")
        await page.until("seen.includes('close')")
        return await page.run("document.getElementById('told').innerText")


@needs_chromium
@pytest.mark.parametrize("deflate", [True, False], ids=["deflate", "plain"])
@pytest.mark.parametrize("secure", [False, True], ids=["ws", "wss"])
def test_chromium_at_the_engines_server(address, tmp_path, secure, deflate):
    with running(recordings=Recordings(tmp_path), tls_folder=tmp_path / "tls") as (engine, window):
        engine.record(True)
        listening = served(engine, secure=secure, deflate=deflate)
        told = asyncio.run(browse(address, listening))
        window.until(lambda: 1 in window.over)
        engine.close().result(10)
        window.drain()
        assert list(window.begun) == [1]
        assert window.told("page")
        journal = window.begun[1].journal
        live = window.recordings[1]
    assert "3000" in told
    for facts in (judged(live), judged_file(journal)):
        check_echo(facts, MESSAGES)
        told_us = facts.get("server.told").told
        assert (told_us.code, told_us.reason) == (3000, "再见 👋")
        assert all(fact.told.clean for fact in facts.of(Told))
        assert any(fact.frame.rsv for fact in facts.of(FrameSent)) is deflate
        frames = [(fact.who, fact.frame.opcode, fact.frame.fin) for fact in facts.of(FrameSent)]
        opcodes = [1 if isinstance(message, str) else 2 for message in MESSAGES]
        for who in Role:
            assert [(opcode, fin) for each, opcode, fin in frames if each is who] == [
                (each, True) for each in (*opcodes, 8)
            ]


@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_websockets_on_both_sides_of_the_proxy(tmp_path, monkeypatch, scheme):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / ALONE))
    pem = certificate(tmp_path)

    async def talk(engine):
        tls = server_context(tmp_path) if scheme == "wss" else None
        async with asyncio.timeout(PATIENCE), websockets_server(tls=tls, pem=pem) as peer:
            order = ProxyOrder(peer.url.replace("localhost", HOST), port=0)
            proxy = await asyncio.wrap_future(engine.proxy(order))
            async with foreign(f"ws://{HOST}:{port_of(proxy)}/", proxy=None, max_size=None) as client:
                for message in TALK:
                    await client.send(message)
                    assert await client.recv() == message
                await client.send("do:fragments")
                assert await client.recv() == "你好"
                await client.close(3000, "再见 👋")
            assert (client.close_code, await peer.told.get()) == (3000, (3000, "再见 👋"))

    with running(recordings=Recordings(tmp_path / "recordings")) as (engine, window):
        engine.record(True)
        asyncio.run(talk(engine))
        window.until(lambda: window.over == {1})
        begun, live = window.begun[1], window.recordings[1]
        assert begun.role is None
        for who in Role:
            assert judged_file(begun.journal).recording.wire(who) == live.wire(who)
    facts = judged(live)
    assert facts.get("client.told").told.clean
    opcodes = [(fact.frame.opcode, fact.frame.fin) for fact in facts.of(FrameSent) if fact.who is Role.SERVER]
    assert opcodes[len(TALK) :] == [(1, False), (0, False), (9, True), (0, False), (0, True), (8, True)]
    assert sum(bool(fact.frame.rsv) for fact in facts.of(FrameSent)) > len(TALK)
