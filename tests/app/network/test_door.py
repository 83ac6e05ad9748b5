"""The door: who is let in, who is reset, and that it closes without a trace, however many press in."""

from __future__ import annotations

import asyncio
import errno
import gc
import socket

import pytest
from network_support import HELLO, HELLO_BACK, HOST, REQUEST, limits, rest, serving, shaken, until
from patience_support import PATIENCE

from app.network.tls import server_context


def knocks(server, count):
    """So many connections that nobody has accepted yet."""
    socks = [socket.create_connection((HOST, server.port)) for _ in range(count)]
    for sock in socks:
        sock.settimeout(5)
    return socks


def closed(socks):
    for sock in socks:
        sock.close()


def test_handshakes_of_tls_count(tmp_path):
    async def scene():
        async with serving(allowed=limits(connections=3), tls=server_context(tmp_path)) as server:
            [door] = server._doors
            socks = knocks(server, 8)
            await until(lambda: door.entering == 6)
            ended = [sock for sock in socks if await asyncio.to_thread(is_reset, sock)]
            assert len(ended) == 2
            assert not server.links
            closed(socks)
            await until(lambda: not door.entering)

    asyncio.run(scene())


def is_reset(sock):
    sock.settimeout(0.2)
    try:
        return sock.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("turns", range(6))
def test_it_closes_in_a_crowd(tmp_path, secure, turns):
    """Whoever was accepted in this very moment is not forgotten: a forgotten socket would be a ResourceWarning."""

    async def scene():
        async with serving(tls=server_context(tmp_path) if secure else None) as server:
            socks = knocks(server, 20)
            for _ in range(turns):
                await asyncio.sleep(0)
            socks += knocks(server, 20)
            await asyncio.wait_for(server.stop(), PATIENCE)
            assert not server.links
            closed(socks)

    asyncio.run(scene())
    gc.collect()


def test_it_waits_for_files(monkeypatch):
    async def scene():
        async with serving() as server:
            [door] = server._doors
            accept, failures = socket.socket.accept, [errno.EMFILE, errno.ENFILE, errno.ECONNABORTED]

            def failing(sock):
                if failures:
                    raise OSError(failures.pop(), "no more files")
                return accept(sock)

            monkeypatch.setattr(socket.socket, "accept", failing)
            reader, writer = await shaken(server, HELLO)
            assert await reader.readexactly(len(HELLO_BACK)) == HELLO_BACK
            assert not failures
            assert not door.entering
            writer.close()
            await writer.wait_closed()

    asyncio.run(scene())


def test_after_it_is_closed_nobody_comes_in():
    async def scene():
        async with serving(allowed=limits(closing=0.3)) as server:
            reader, writer = await shaken(server)
            await asyncio.gather(server.stop(), server.stop(), asyncio.to_thread(refused, server.port))
            assert (await rest(reader)).startswith(b"\x88\x02\x03\xe9")
            writer.close()
            await writer.wait_closed()

    asyncio.run(scene())


def refused(port):
    """Until the socket does not listen any more."""
    for _ in range(500):
        try:
            with socket.create_connection((HOST, port), 5) as sock:
                sock.sendall(REQUEST)
        except OSError:
            return
    raise AssertionError("it still listens")
