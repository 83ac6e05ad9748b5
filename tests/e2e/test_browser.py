"""Chromium and `main.py serve`: every kind of message, both ends of the connection, what each side is told of it.

What the browser saw is asked of the page; what the server saw is its own line and its recording. The broken frames are
said by a server of the test: what Chromium answers is compared with the reaction that our rules ask for.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import signal
import sys

import pytest
from chromium_support import chromium, driven, needs_chromium
from network_support import serving, until
from patience_support import PATIENCE
from peers_support import CHINESE, FAR, MIB, NOISE, TALK, check_echo, judged_file, said, served

from app.network.journal import Journals
from protocol.events import CloseReceived, MessageReceived, Opened, PingReceived, PongReceived
from protocol.extensions import Deflate, DeflatePolicy
from protocol.facts import Broke, FrameSent, Told
from protocol.frames import encode_frame
from protocol.handshake import Policy
from protocol.observer import observe
from protocol.recording import load
from protocol.vocabulary import Opcode, Role

pytestmark = needs_chromium
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")

LISTEN = """
window.seen = [];
addEventListener("websocket101", ({ detail }) => {
  if (detail.data instanceof ArrayBuffer) {
    let binary = "";
    for (const byte of new Uint8Array(detail.data)) binary += String.fromCharCode(byte);
    detail = { what: "message", base64: btoa(binary) };
  }
  seen.push(detail);
});
window.same = (one, other) => one.length === other.length && [...one].every((each, place) => each === other[place]);
window.bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
"""


LARGE = {
    f"{json.dumps(CHINESE)}.repeat({MIB // len(CHINESE.encode()) + 1})": CHINESE * (MIB // len(CHINESE.encode()) + 1),
    f"bytes('{base64.b64encode(NOISE).decode()}'.repeat({MIB // 600 + 1}))": NOISE * (MIB // 600 + 1),
}
"""A text and a binary of more than 1 MiB, as JavaScript makes them."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as address:
        yield address


def within(address, scene):
    """Run `scene(browser)`."""

    async def run():
        async with asyncio.timeout(PATIENCE), driven(address) as browser:
            await scene(browser)
        return browser

    return asyncio.run(run())


async def ready(browser, url, **options):
    """The server's page, its events kept in `seen`."""
    page = await browser.open(url, **options)
    await page.run(LISTEN)
    return page


async def connected(browser, process, *subprotocols):
    """A page with an open connection; the event `open`."""
    page = await ready(browser, process.page)
    await page.run(f"webSocket101.connect({json.dumps(process.url)}, {json.dumps(subprotocols)})")
    await page.until("seen.length > 0")
    return page, (await page.run("seen"))[0]


def script(message):
    """A message as JavaScript."""
    return (
        json.dumps(message) if isinstance(message, str) else f"bytes({json.dumps(base64.b64encode(message).decode())})"
    )


async def talk(page, messages):
    """Send these and wait until as many are back: what came."""
    await page.run("".join(f"webSocket101.send({script(each)});" for each in messages))
    await page.until(f"seen.filter(({{ what }}) => what === 'message').length === {len(messages)}")
    events = await page.run("seen.filter(({ what }) => what === 'message')")
    return [event["data"] if "data" in event else base64.b64decode(event["base64"]) for event in events]


async def closed(page):
    """The event `close`."""
    await page.until("seen.some(({ what }) => what === 'close')")
    return (await page.run("seen.filter(({ what }) => what === 'close')"))[0]


# A conversation, from the first byte to the last.


@pytest.mark.parametrize("compression", ["deflate", "plain"])
@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_a_conversation(address, tmp_path, scheme, compression):
    path = tmp_path / "talk.jsonl"
    words = [*(["--tls"] if scheme == "wss" else []), *(["--no-deflate"] if compression == "plain" else [])]

    async def scene(browser):
        page, opened = await connected(browser, process)
        extensions = "permessage-deflate" if compression == "deflate" else ""
        assert opened == {"what": "open", "protocol": "", "extensions": extensions}
        assert await talk(page, TALK) == TALK
        for message in LARGE:
            await page.run(f"seen.length = 0; window.large = {message}; webSocket101.send(large)")
            await page.until("seen.length === 1")
            assert await page.run("same(seen[0].data ?? bytes(seen[0].base64), large)")
        await page.run("webSocket101.close(3000, '再见 👋')")
        assert await closed(page) == {"what": "close", "code": 3000, "reason": "", "wasClean": True}

    with served("--record", path, *words, folder=tmp_path) as process:
        within(address, scene)
    assert process.url.startswith(f"{scheme}://")
    assert "closed 3000" in process.out
    assert "“再见 👋”, clean" in process.out
    facts = judged_file(path)
    check_echo(facts, [*TALK, *LARGE.values()])
    assert {fact.told.code for fact in facts.of(Told)} == {3000}
    compressed = any(fact.frame.rsv for fact in facts.of(FrameSent))
    assert compressed is (compression == "deflate")


def test_our_client_understands_the_devtools(address):
    """Chromium's own server compresses, too, and ends the connection as it should."""

    async def scene(browser):
        assert browser.client.link.connection.deflate == Deflate()
        page = await browser.open("about:blank")
        text = await page.run(f"{json.dumps(CHINESE)}.repeat(20000)")
        assert text == CHINESE * 20_000

    browser = within(address, scene)
    assert (browser.told.code, browser.told.clean) == (1000, True)


# How it ends.


@unix
def test_the_server_goes_away(address):
    async def scene(browser):
        page, _ = await connected(browser, process)
        process.send_signal(signal.SIGTERM)
        assert await closed(page) == {"what": "close", "code": 1001, "reason": "", "wasClean": True}
        await page.until("document.getElementById('state').textContent === 'CLOSED'")
        told = await page.run("document.getElementById('told').textContent")
        assert "1001" in told
        assert "going away" in told

    with served() as process:
        within(address, scene)
        assert process.wait(20) == 0
    assert re.search(r"^#\d+ closed 1001 going away, clean$", process.out, re.MULTILINE)


def test_a_browser_that_leaves_says_1001(address):
    async def scene(browser):
        page, _ = await connected(browser, process)
        await page.call("Page.navigate", url="about:blank")
        await page.until("location.href === 'about:blank'")

    with served() as process:
        within(address, scene)
    assert "closed 1001 going away, clean" in process.out.partition("Stopping")[0]


def test_no_code_and_a_message_too_large(address):
    async def scene(browser):
        page, _ = await connected(browser, process)
        await page.run("webSocket101.close()")
        assert await closed(page) == {"what": "close", "code": 1005, "reason": "", "wasClean": True}
        page, _ = await connected(browser, process)
        await page.run("webSocket101.send('x'.repeat(1001))")
        assert await closed(page) == {"what": "close", "code": 1009, "reason": "", "wasClean": True}

    with served("--max-size", "1000") as process:
        within(address, scene)
    assert "closed 1005 no status received, clean" in process.out
    assert "failed with 1009" in process.out


# Who may come in, and what is agreed on.


def test_origins(address):
    """A page of this server is refused; one without an origin, which a browser calls null, is not."""

    async def scene(browser):
        page = await ready(browser, process.page)
        await page.run(f"webSocket101.connect({json.dumps(process.url)})")
        assert await closed(page) == {"what": "close", "code": 1006, "reason": "", "wasClean": False}
        assert [event["what"] for event in await page.run("seen")] == ["error", "close"]
        nobody = await browser.open("data:text/html,<title>nobody</title>")
        code = "new Promise((done) => { const ws = new WebSocket(%s); ws.onopen = () => done('open'); })"
        assert await nobody.run(code % json.dumps(process.url)) == "open"

    with served("--origin", "https://good.example", "null") as process:
        within(address, scene)
    assert "refused with 403" in process.out
    assert process.out.count(" opened ") == 1


def test_subprotocols(address):
    async def scene(browser):
        page, opened = await connected(browser, process, "chat.v1", "chat.v2")
        assert opened["protocol"] == "chat.v2"
        await page.until("document.getElementById('told').textContent.includes('chat.v2')")
        # None of those that it offered was chosen: the browser fails the connection.
        page = await ready(browser, process.page)
        await page.run(f"webSocket101.connect({json.dumps(process.url)}, ['other'])")
        assert (await closed(page))["code"] == 1006

    with served("--subprotocol", "chat.v2") as process:
        within(address, scene)
    assert "opened / (subprotocol chat.v2, permessage-deflate)" in process.out


# What only a server of the test can do.

SIZES = [(server, client) for server, client in zip(range(8, 16), range(15, 7, -1), strict=True)]


async def visit(browser, server, then="1"):
    """A connection to a server of the test from a page that is nowhere; its end. `then` is run at the opening."""
    page = browser.pages[0] if browser.pages else await browser.open("about:blank")
    code = """new Promise((done) => {
        const heard = [], ws = new WebSocket("ws://127.0.0.1:%d/");
        ws.binaryType = "arraybuffer";
        ws.onopen = () => { %s };
        ws.onmessage = ({ data }) => { heard.push(typeof data === "string" ? data : data.byteLength); %s };
        ws.onclose = ({ code, reason, wasClean }) => done({ code, reason, wasClean, heard });
    })"""
    each = "if (data === 'end') ws.close(4000, 'done');"
    return await page.run(code % (server.port, then, each))


@pytest.mark.parametrize("fresh", [False, True], ids=["takeover", "no takeover"])
def test_every_window(address, tmp_path, fresh):
    """Both sides keep to the window that they were told, and to a fresh one for each message."""
    sends = "const bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));"
    sends += "".join(f"ws.send({script(message)});" for message in [*TALK, "end"])

    async def scene(browser):
        for server_bits, client_bits in SIZES:
            path = tmp_path / f"{server_bits}.jsonl"
            policy = Policy(deflate=DeflatePolicy(fresh, fresh, server_bits, client_bits))
            async with serving(policy=policy, journals=Journals(path, pytest.fail)) as server:
                told = await visit(browser, server, sends)
                assert (told["code"], told["wasClean"], len(told["heard"])) == (4000, True, len(TALK) + 1)
                await until(lambda: not server.links)
            check_echo(judged_file(path), [*TALK, "end"])

    within(address, scene)


def test_fragments_and_pings_between_them(address, tmp_path):
    """The browser joins fragments cut inside a character, compressed or not, and answers pings in between."""
    path = tmp_path / "talk.jsonl"
    whole = CHINESE.encode() * 3

    def program(link, event):
        connection = link.connection
        if isinstance(event, Opened):
            for compresses in (False, True):
                connection.compresses = compresses
                connection.send_binary(FAR, fin=False)
                connection.send_ping(b"between")
                connection.send_continuation(b"", fin=False)
                connection.send_continuation(b"", fin=True)
                connection.send_frame(Opcode.TEXT, whole[:1], fin=False)
                for place in range(1, len(whole)):
                    connection.send_frame(Opcode.CONTINUATION, whole[place : place + 1], fin=False)
                connection.send_ping()
                connection.send_frame(Opcode.CONTINUATION)
            connection.send_text("end")

    async def scene(browser):
        policy = Policy(deflate=DeflatePolicy())
        async with serving(program, policy, journals=Journals(path, pytest.fail)) as server:
            told = await visit(browser, server)
            assert told["heard"] == [len(FAR), whole.decode()] * 2 + ["end"]
            await until(lambda: not server.links)
            assert [event.payload for event in server.notes.of(PongReceived)] == [b"between", b""] * 2
            assert server.notes.of(PingReceived) == []

    within(address, scene)
    assert said(judged_file(path), Role.SERVER) == [FAR, whole.decode()] * 2 + ["end"]


BROKEN = {
    "masked": ("frame.unmasked", encode_frame(Opcode.TEXT, b"Hello", key=bytes(4))),
    "RSV1 without compression": ("frame.rsv", encode_frame(Opcode.TEXT, b"Hello", rsv=0b100)),
    "RSV2": ("frame.rsv", encode_frame(Opcode.TEXT, b"Hello", rsv=0b010)),
    "RSV3": ("frame.rsv", encode_frame(Opcode.TEXT, b"Hello", rsv=0b001)),
    "opcode 3": ("frame.opcode", encode_frame(3, b"Hello")),
    "opcode 11": ("frame.opcode", encode_frame(11, b"Hello")),
    "continuation of nothing": ("fragment.orphan", encode_frame(Opcode.CONTINUATION, b"Hello")),
    "text inside a message": (
        "fragment.interleaved",
        encode_frame(Opcode.TEXT, b"a", fin=False) + encode_frame(Opcode.TEXT, b"b"),
    ),
    "fragmented ping": ("control.fin", encode_frame(Opcode.PING, b"", fin=False)),
    "ping of 126 bytes": ("control.length", encode_frame(Opcode.PING, bytes(126))),
    "length not the shortest": ("frame.shortest", bytes.fromhex("817e0005") + b"Hello"),
    "no UTF-8": ("text.utf8", encode_frame(Opcode.TEXT, b"\xc3\x28")),
    "half a character": ("text.utf8", encode_frame(Opcode.TEXT, "你".encode()[:2])),
    "Close of one byte": ("close.length", encode_frame(Opcode.CLOSE, b"\x03")),
    "Close with 1005": ("close.code", encode_frame(Opcode.CLOSE, b"\x03\xed")),
    "Close whose reason is no UTF-8": ("close.utf8", encode_frame(Opcode.CLOSE, b"\x03\xe8\xff")),
}
"""What a server must not send, and the rule against it."""


def test_what_chromium_answers_to_broken_frames(address, tmp_path):
    """The observer names a rule for each, and Chromium fails the connection: with 1002 always, even where UTF-8 is
    wrong and the code could be 1007. Its page is told 1006, because no Close came from the server."""

    async def scene(browser):
        for name, (rule, data) in BROKEN.items():
            path = tmp_path / f"{name}.jsonl"

            def program(link, event, data=data):
                if isinstance(event, Opened):
                    link.connection.send_raw(data)

            async with serving(program, journals=Journals(path, pytest.fail)) as server:
                told = await visit(browser, server)
                await until(lambda: not server.links)
                answered = [event.code for event in server.notes.of(CloseReceived)]
            [broke] = [fact for fact in observe(load(path).recording).of(Broke) if fact.who is Role.SERVER]
            assert (name, broke.rule.id, told["code"], told["wasClean"], answered) == (name, rule, 1006, False, [1002])

    within(address, scene)


def test_before_a_broken_frame(address):
    """What came before it is delivered."""

    def program(link, event):
        if isinstance(event, Opened):
            link.connection.send_text("fine")
            link.connection.send_raw(BROKEN["no UTF-8"][1])
        elif isinstance(event, MessageReceived):
            pytest.fail("nothing was sent")

    async def scene(browser):
        async with serving(program) as server:
            assert (await visit(browser, server))["heard"] == ["fine"]

    within(address, scene)
