"""The certificate of this machine: made on first use, kept, made anew in time; and a server that speaks TLS."""

from __future__ import annotations

import asyncio
import ssl
import stat
import sys
from datetime import UTC, datetime, timedelta

import pytest
from network_support import CLOSE_1000, HELLO, HELLO_BACK, HOST, LIMITS, REQUEST, gone, raw, rest, serving, until
from patience_support import PATIENCE
from websockets.asyncio.client import connect as foreign

from app.network.tls import ALONE, BOTH, certificate, client_context, data_folder, make, server_context

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls") / "deep" / "er"
    certificate(folder)
    return folder


def trusting(folder):
    """A context that trusts this certificate alone, as strictly as Python 3.13 does by default."""
    context = ssl.create_default_context(cafile=folder / ALONE)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


def test_it_is_made_once(folder):
    before = (folder / BOTH).read_bytes()
    certificate(folder)
    assert (folder / BOTH).read_bytes() == before
    assert (folder / ALONE).read_bytes() in before
    assert b"PRIVATE" not in (folder / ALONE).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_the_key_is_its_owners_alone(folder):
    assert stat.S_IMODE((folder / BOTH).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("later", "same"), [(timedelta(days=300), True), (timedelta(days=340), False), (timedelta(days=-10), False)]
)
def test_it_is_made_anew_before_it_ends(tmp_path, later, same):
    before = certificate(tmp_path, NOW).read_bytes()
    assert (certificate(tmp_path, NOW + later).read_bytes() == before) is same


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"half"])
def test_a_damaged_one_is_made_anew(tmp_path, damage):
    whole, _ = make(NOW)
    (tmp_path / BOTH).write_bytes(whole[: len(whole) // 2] if damage == b"half" else damage)
    server_context(tmp_path)
    assert (tmp_path / BOTH).read_bytes().count(b"BEGIN") == 2


def test_a_key_of_another_certificate_is_made_anew(tmp_path):
    one, _ = make(NOW)
    _, other = make(NOW)
    key = one[: one.index(b"-----BEGIN CERTIFICATE")]
    (tmp_path / BOTH).write_bytes(key + other)
    server_context(tmp_path)
    assert other not in (tmp_path / BOTH).read_bytes()


def test_it_is_kept_with_the_users_data():
    assert data_folder().name == "tls"
    assert "websocket-101" in str(data_folder())


def test_a_client_verifies_unless_told_otherwise():
    assert client_context().verify_mode is ssl.CERT_REQUIRED
    assert client_context().check_hostname
    assert client_context(insecure=True).verify_mode is ssl.CERT_NONE


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1"])
def test_foreign_clients_that_trust_it_are_served(folder, name):
    async def scene():
        async with serving(tls=server_context(folder)) as server:
            async with foreign(
                f"wss://{HOST}:{server.port}/", ssl=trusting(folder), server_hostname=name, proxy=None
            ) as client:
                for message in ("Hello", b"x" * 300_000):
                    await client.send(message)
                    assert await client.recv() == message
            assert client.close_code == 1000
            await until(lambda: not server.links)

    asyncio.run(scene())


def test_garbage_on_a_tls_port_harms_nobody(folder):
    async def scene():
        async with serving(tls=server_context(folder)) as server:
            for data in (REQUEST, b"\0" * 100, b"\x16\x03\x01\x00\x05hello"):
                reader, writer = await raw(server, data)
                await asyncio.wait_for(reader.read(), PATIENCE)  # an alert, or nothing
                await gone(writer)
            _, silent = await raw(server)
            async with foreign(f"wss://{HOST}:{server.port}/", ssl=trusting(folder), proxy=None) as client:
                await client.send("Hello")
                assert await client.recv() == "Hello"
            await gone(silent)

    asyncio.run(scene())


def test_order_and_close_in_tls(folder):
    async def scene():
        async with serving(tls=server_context(folder)) as server:
            reader, writer = await asyncio.open_connection(
                HOST, server.port, ssl=trusting(folder), server_hostname="localhost"
            )
            writer.write(REQUEST + HELLO + CLOSE_1000 + HELLO)
            await reader.readuntil(b"\r\n\r\n")
            assert await rest(reader) == HELLO_BACK + bytes.fromhex("880203e8")
            await gone(writer)
            await until(lambda: not server.links)

    asyncio.run(scene())


def test_a_graceful_stop_in_tls(folder):
    async def scene():
        async with serving(tls=server_context(folder)) as server:
            async with foreign(f"wss://{HOST}:{server.port}/", ssl=trusting(folder), proxy=None) as client:
                await server.stop()
                await client.wait_closed()
                assert client.close_code == 1001
            assert not server.links

    assert LIMITS.patience.closing == 5
    asyncio.run(scene())
