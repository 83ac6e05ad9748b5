"""Our client and the servers of others: websockets, aiohttp and npm's ws, over ws and wss, compressed and plain.

Each conversation is recorded and judged by our observer. Where a peer takes liberties, the test says which.
"""

from __future__ import annotations

import asyncio

import pytest
from foreign_support import SERVERS
from network_support import LIMITS
from patience_support import PATIENCE
from peers_support import FIVE, TALK, judged, said

from app.network.client import connect
from app.network.tls import ALONE, certificate, server_context
from app.network.url import parse_url
from protocol.events import Closed, CloseReceived, MessageReceived, Opened, PingReceived, PongReceived, Refused
from protocol.extensions import DeflateOffer
from protocol.facts import Broke, FrameSent
from protocol.frames import encode_frame
from protocol.handshake import Offer
from protocol.observer import observe
from protocol.recording import Recording
from protocol.vocabulary import Opcode, Role

servers = pytest.mark.parametrize("server", SERVERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the certificate is that both sides know."""
    folder = tmp_path_factory.mktemp("tls")
    certificate(folder)
    return folder


@pytest.fixture
def tls(folder, monkeypatch):
    """What a server is started with so that our client trusts it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / ALONE))
    return {"tls": server_context(folder), "pem": certificate(folder)}


class Talk:
    """Our client with one server, and the recording of it."""

    def __init__(self, client, recording):
        self.client = client
        self.recording = recording
        self._events = aiter(client)

    @classmethod
    async def begin(cls, peer, deflate=None):
        recording = Recording(reads=False)
        offer = Offer("", "", "", deflate=deflate)
        client = await connect(parse_url(peer.url), offer, LIMITS, listeners=(recording.append,))
        talk = cls(client, recording)
        event = await talk.next(Opened, Refused)
        talk.refused = event.rule.id if isinstance(event, Refused) else ""
        return talk

    def do(self, name, *arguments, **options):
        self.client.link.act(lambda connection: getattr(connection, name)(*arguments, **options))

    def send(self, message):
        self.do("send_text" if isinstance(message, str) else "send_binary", message)

    async def next(self, *kinds):
        """The next event of these kinds; what comes before it is passed over."""
        async with asyncio.timeout(PATIENCE):
            async for event in self._events:
                if isinstance(event, kinds):
                    return event
        pytest.fail(f"the connection ended before {kinds}")

    async def answer(self, message):
        """What comes back for a message."""
        self.send(message)
        heard = await self.next(MessageReceived)
        return heard.payload if heard.text is None else heard.text


def within(scene):
    async def run():
        async with asyncio.timeout(PATIENCE):
            await scene()

    asyncio.run(run())


@servers
@pytest.mark.parametrize("compression", ["deflate", "plain"])
@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_everything_that_can_be_said(server, scheme, compression, tls):
    """Messages up to 5 MiB, fragments and pings both ways, and a Close of theirs with a reason."""

    async def scene():
        deflate = DeflateOffer() if compression == "deflate" else None
        async with server(**(tls if scheme == "wss" else {})) as peer:
            talk = await Talk.begin(peer, deflate)
            assert (talk.client.link.connection.deflate is not None) is (compression == "deflate")
            for message in [*TALK, FIVE[scheme]]:
                assert await talk.answer(message) == message
            talk.do("send_ping", b"ours")
            assert (await talk.next(PongReceived)).payload == b"ours"
            talk.send("do:ping")
            assert (await talk.next(PingReceived)).payload == b"theirs"
            assert (await talk.next(MessageReceived)).text == "pong"
            talk.do("send_text", "你", fin=False)
            talk.do("send_ping", b"between")
            talk.do("send_continuation", b"", fin=False)
            talk.do("send_continuation", "好".encode()[:1], fin=False)
            talk.do("send_continuation", "好".encode()[1:], fin=True)
            assert (await talk.next(PongReceived)).payload == b"between"
            assert (await talk.next(MessageReceived)).text == "你好"
            assert await talk.answer("do:fragments") == "你好"
            talk.send("do:close 4002 再见")
            assert (await talk.next(CloseReceived)).reason == "再见"
            told = (await talk.next(Closed)).told
            assert (told.code, told.reason, told.clean) == (4002, "再见", True)
            assert (await peer.told.get())[0] == 4002
            facts = judged(talk.recording)
            assert said(facts, Role.CLIENT)[: len(TALK)] == TALK
            fragmented = any(not fact.frame.fin for fact in facts.of(FrameSent) if fact.who is Role.SERVER)
            assert fragmented is (peer.name != "aiohttp")  # it sends no fragments

    within(scene)


ENDS = [(1000, ""), (1001, "going"), (1011, "why"), (3000, "再见 👋"), (4999, "x" * 123), (None, "")]


@servers
def test_our_close(server):
    """The server is told our code and reason, and says the code back; without one, it is told 1005."""

    async def scene():
        async with server() as peer:
            for code, reason in ENDS:
                talk = await Talk.begin(peer)
                talk.do("send_close", code, reason)
                told = (await talk.next(Closed)).told
                theirs = await peer.told.get()
                if peer.name == "aiohttp":  # it answers with 1000 whatever was said, and calls no code 0
                    assert (told.code, told.clean) == (1000, True)
                    assert theirs == (code or 0, reason)
                else:
                    assert (told.code, told.clean) == (code or 1005, True)
                    assert theirs == (code or 1005, reason)
                judged(talk.recording)

    within(scene)


OFFERS = [
    DeflateOffer(server_fresh, client_fresh, server_bits, client_bits)
    for server_bits, client_bits in [
        (None, "any"),
        *((bits, bits) for bits in range(8, 16)),
        (9, 15),
        (15, 9),
        (10, "any"),
    ]
    for server_fresh in (False, True)
    for client_fresh in (False, True)
]
"""Every window with every takeover."""


@servers
def test_every_window(server):
    """Each offer is declined or kept to: the messages arrive, and no window is exceeded."""

    async def scene():
        agreed = {}
        async with server() as peer:
            for offer in OFFERS:
                talk = await Talk.begin(peer, offer)
                if peer.name == "aiohttp" and offer.server_max_window_bits == 15:
                    # It takes the offer and does not name the window (RFC 7692 section 7.1.2.1).
                    assert talk.refused == "response.deflate"
                    continue
                deflate = talk.client.link.connection.deflate
                agreed[offer] = deflate is not None
                for message in TALK:
                    talk.send(message)
                for message in TALK:
                    heard = await talk.next(MessageReceived)
                    assert (heard.payload if heard.text is None else heard.text) == message
                talk.do("send_close")
                assert (await talk.next(Closed)).told.clean
                judged(talk.recording)
                if deflate is not None:
                    assert deflate.server_max_window_bits <= (offer.server_max_window_bits or 15)
                    assert deflate.server_no_context_takeover >= offer.server_no_context_takeover
        declined = {offer.server_max_window_bits for offer, taken in agreed.items() if not taken}
        assert declined == DECLINED[peer.name]

    within(scene)


DECLINED = {"websockets": {8}, "aiohttp": {8}, "ws": set()}
"""zlib has no window of 256 bytes for what it writes; ws takes 512, whose copies never reach further than 250."""


def masked(opcode, payload=b"", **options):
    return encode_frame(opcode, payload, key=bytes.fromhex("37fa213d"), **options)


BROKEN = {
    "not masked": ("frame.masked", encode_frame(Opcode.TEXT, b"Hello")),
    "RSV1 without compression": ("frame.rsv", masked(Opcode.TEXT, b"Hello", rsv=0b100)),
    "RSV2": ("frame.rsv", masked(Opcode.TEXT, b"Hello", rsv=0b010)),
    "RSV3": ("frame.rsv", masked(Opcode.TEXT, b"Hello", rsv=0b001)),
    "opcode 3": ("frame.opcode", masked(3, b"Hello")),
    "opcode 11": ("frame.opcode", masked(11, b"Hello")),
    "continuation of nothing": ("fragment.orphan", masked(Opcode.CONTINUATION, b"Hello")),
    "text inside a message": (
        "fragment.interleaved",
        masked(Opcode.TEXT, b"a", fin=False) + masked(Opcode.TEXT, b"b"),
    ),
    "fragmented ping": ("control.fin", masked(Opcode.PING, b"", fin=False)),
    "ping of 126 bytes": ("control.length", masked(Opcode.PING, bytes(126))),
    "length not the shortest": ("frame.shortest", bytes.fromhex("81fe000500000000") + b"Hello"),
    "no UTF-8": ("text.utf8", masked(Opcode.TEXT, b"\xc3\x28")),
    "half a character": ("text.utf8", masked(Opcode.TEXT, "你".encode()[:2])),
    "Close of one byte": ("close.length", masked(Opcode.CLOSE, b"\x03")),
    "Close with 1005": ("close.code", masked(Opcode.CLOSE, b"\x03\xed")),
    "Close whose reason is no UTF-8": ("close.utf8", masked(Opcode.CLOSE, b"\x03\xe8\xff")),
}
"""What a client must not send, and the rule against it."""


TAKEN = {
    "websockets": {"length not the shortest"},
    "aiohttp": {"length not the shortest", "not masked"},
    "ws": {"length not the shortest"},
}
"""What a peer takes for a message, although the RFC forbids it."""


@servers
def test_what_it_answers_to_broken_frames(server):
    """The observer names the rule that we broke; the peer fails the connection with the code of that rule."""

    async def scene():
        async with server() as peer:
            for name, (rule, data) in BROKEN.items():
                talk = await Talk.begin(peer)
                talk.do("send_raw", data)
                event = await talk.next(CloseReceived, MessageReceived)
                talk.client.link.reset()
                [broke] = [fact for fact in observe(talk.recording).of(Broke) if fact.who is Role.CLIENT]
                assert (name, broke.rule.id) == (name, rule)
                said = "Hello" if isinstance(event, MessageReceived) else event.code
                assert (name, said) == (name, "Hello" if name in TAKEN[peer.name] else broke.rule.close_code)

    within(scene)
