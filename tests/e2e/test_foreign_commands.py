"""`main.py connect` as someone uses it, line by line, towards the servers of others.

Everything that can be typed goes to each of them, a broken frame, too; what was recorded is what the peer was told.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from contextlib import asynccontextmanager

import pytest
from foreign_support import SERVERS, websockets_server
from patience_support import PATIENCE
from peers_support import ROOT, judged_file, said

from app.network.tls import ALONE, certificate, server_context
from protocol.facts import Broke
from protocol.observer import observe
from protocol.recording import load
from protocol.vocabulary import Role

servers = pytest.mark.parametrize("server", SERVERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    certificate(folder)
    return folder


@asynccontextmanager
async def typing(*words, folder):
    """A `connect` with these words, whose stdin and stdout are ours."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "main.py", "connect", *map(str, words), cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "SSL_CERT_FILE": str(folder / ALONE)},
    )  # fmt: skip
    try:
        yield Terminal(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


class Terminal:
    """What someone does who sits before it."""

    def __init__(self, process):
        self.process = process

    async def ask(self, line, count=1):
        """Type a line; the next lines of the output."""
        self.process.stdin.write(line.encode() + b"\n")
        return [(await self.process.stdout.readline()).decode().rstrip("\n") for _ in range(count)]

    async def end(self):
        """Close stdin and wait; the exit code, what is left of stdout, and stderr."""
        self.process.stdin.close()
        out, err = await self.process.communicate()
        return self.process.returncode, out.decode().splitlines(), err.decode()


def within(scene):
    async def run():
        async with asyncio.timeout(PATIENCE):
            await scene()

    asyncio.run(run())


@servers
@pytest.mark.parametrize(("scheme", "compression"), [("ws", "plain"), ("wss", "deflate")])
def test_everything_that_can_be_typed(server, scheme, compression, folder, tmp_path):
    path = tmp_path / "talk.jsonl"
    tls = {"tls": server_context(folder), "pem": certificate(folder)} if scheme == "wss" else {}

    async def scene():
        async with server(**tls) as peer:
            words = ["--no-deflate"] if compression == "plain" else []
            async with typing(peer.url, "--record", path, *words, folder=folder) as terminal:
                assert await terminal.ask("你好") == ["你好"]
                assert await terminal.ask("//slash") == ["/slash"]
                assert await terminal.ask("/ping 在吗") == ["[pong “在吗”]"]
                assert await terminal.ask("/binary 00 ff") == ["[binary, 2 bytes] 00ff"]
                assert await terminal.ask("do:ping", 2) == ["[ping “theirs”]", "pong"]
                # A right frame by hand: “Hello”, masked with 37fa213d (RFC 6455 section 5.7).
                assert await terminal.ask("/raw 818537fa213d7f9f4d5158") == ["Hello"]
                answer = 1000 if peer.name == "aiohttp" else 3000
                [line] = await terminal.ask("/close 3000 再见")
                assert line.startswith(f"[closed {answer} ")
                assert line.endswith(", clean]")
                assert await peer.told.get() == (3000, "再见")
                compressed = " (permessage-deflate)" if compression == "deflate" else ""
                assert await terminal.end() == (0, [], f"Connected to {peer.url}{compressed}.\n")

    within(scene)
    messages = ["你好", "/slash", b"\0\xff", "Hello"]
    facts = judged_file(path)
    assert said(facts, Role.CLIENT) == [*messages[:3], "do:ping", "Hello"]
    assert said(facts, Role.SERVER) == [*messages[:3], "pong", "Hello"]


@servers
@pytest.mark.parametrize(
    ("raw", "rule", "code"),
    [
        ("a18537fa213d7f9f4d5158", "frame.rsv", 1002),
        ("8182 37fa213d f4d2", "text.utf8", 1007),  # c3 28
    ],
)
def test_a_broken_frame_by_hand(server, raw, rule, code, folder, tmp_path):
    """The peer says what was wrong with it, and our observer says the same of the recording."""
    path = tmp_path / "talk.jsonl"

    async def scene():
        async with server() as peer, typing(peer.url, "--record", path, folder=folder) as terminal:
            [line] = await terminal.ask(f"/raw {raw}")
            assert line.startswith(f"[closed {code} ")
            exit_code, out, _ = await terminal.end()
            assert (exit_code, out) == (0, [])

    within(scene)
    [broke] = observe(load(path).recording).of(Broke)
    assert (broke.who, broke.rule.id, broke.rule.close_code) == (Role.CLIENT, rule, code)


def test_a_handshake_that_is_interrupted(folder):
    """Ctrl+C while the server says nothing is no end that the server agreed to: 130, at once."""
    import signal

    async def scene():
        asked = asyncio.Event()

        async def say_nothing(reader, writer):
            await reader.readuntil(b"\r\n\r\n")
            asked.set()
            assert await reader.read() == b""
            writer.close()

        async with await asyncio.start_server(say_nothing, "127.0.0.1", 0) as silent:
            port = silent.sockets[0].getsockname()[1]
            async with typing(f"ws://127.0.0.1:{port}/", folder=folder) as terminal:
                await asked.wait()
                terminal.process.send_signal(signal.SIGINT)
                async with asyncio.timeout(PATIENCE):
                    exit_code, _, _ = await terminal.end()
                assert exit_code == 130

    within(scene)


def test_fragments_are_recorded_one_by_one(folder, tmp_path):
    """A message that came in three of them is printed once, and recorded as it came."""
    path = tmp_path / "talk.jsonl"

    async def scene():
        async with (
            websockets_server(deflate=False) as peer,
            typing(peer.url, "--record", path, folder=folder) as terminal,
        ):
            assert await terminal.ask("do:fragments", 2) == ["[ping “between”]", "你好"]
            assert (await terminal.end())[0] == 0

    within(scene)
    facts = judged_file(path)
    frames = [fact.frame for fact in map(facts.get, (f"server.frame.{number}.sent" for number in range(5)))]
    assert [(frame.opcode, frame.fin) for frame in frames] == [(1, False), (0, False), (9, True), (0, False), (0, True)]
