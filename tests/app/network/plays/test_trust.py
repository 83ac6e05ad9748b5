"""TLS for plays: the client takes the certificate of its host, and no other."""

from __future__ import annotations

import asyncio
import ssl
from itertools import count

import pytest

from app.network.plays.trust import contexts, seals
from app.network.plays.wires import TlsWire
from protocol.vocabulary import Role


def test_a_certificate_is_made_once_for_each_host():
    assert contexts("shop.example") is contexts("shop.example")
    assert contexts("shop.example")[1] is not contexts("evil.example")[1]
    client, _ = contexts("shop.example")
    assert client.check_hostname
    assert client.verify_mode is ssl.CERT_REQUIRED


def test_another_host_is_not_believed():
    client, _ = contexts("shop.example")
    _, other = contexts("evil.example")
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    asks = client.wrap_bio(incoming, outgoing, server_hostname="shop.example")
    answers = other.wrap_bio(outgoing, incoming, server_side=True)
    with pytest.raises(ssl.SSLWantReadError):
        asks.do_handshake()
    with pytest.raises(ssl.SSLWantReadError):
        answers.do_handshake()
    with pytest.raises(ssl.SSLCertVerificationError):
        asks.do_handshake()


def test_what_is_sealed_is_a_moment():
    moments = []

    async def main():
        wire = TlsWire(count().__next__, "shop.example", seals(moments.append, lambda: 1.5))
        try:
            await wire.shake_hands()
            await wire.carry(Role.CLIENT, b"hello")
        finally:
            wire.close()

    asyncio.run(main())
    last = moments[-1]
    assert (last.kind, last.role, last.time) == ("sealed", Role.CLIENT, 1.5)
    assert (last.values["what"], last.values["first"], last.values["last"]) == ("data", 0, 5)
    assert last.values["stop"] - last.values["start"] == last.values["size"]
