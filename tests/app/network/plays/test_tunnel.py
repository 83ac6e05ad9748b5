"""The same conversation over HTTP/1.1 and through a stream of HTTP/2: the frames are the same bytes."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from app.network.plays.tunnel import MAIN, OTHER, run
from app.network.plays.tunnel_frames import DATA, END_STREAM, PREFACE, SETTINGS, settings_of, stream_frames
from lessons.model import Scenario, ServerSetup
from lessons.plays.tunnel import TunnelSetup
from protocol.chorus import Chorus, Played, Values, observe_played
from protocol.facts import FrameSent, Told
from protocol.frames import FrameReader
from protocol.vocabulary import Opcode, Role

MASKS = (bytes.fromhex("37fa213d"), bytes.fromhex("9d3c60e2"))
SCENARIO = Scenario(seed=7, masks=MASKS, target="/chat", play="tunnel")


def played(**setup: object) -> Played:
    return asyncio.run(run(replace(SCENARIO, tunnel=TunnelSetup(**setup))))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def tunnel() -> Played:
    return played()


def moments(found: Played, kind: str) -> list[Values]:
    return [one.values for one in found.moments if one.kind == f"h2.{kind}"]


def data_of(found: Played, who: Role) -> list[bytes]:
    frames = stream_frames(found.connections[OTHER].wire(who))
    return [frame.payload for frame in frames if frame.kind == DATA and frame.payload]


@pytest.mark.parametrize("who", list(Role))
def test_the_data_frames_carry_what_crossed_after_the_upgrade(tunnel: Played, who: Role) -> None:
    facts = observe_played(tunnel)
    upgraded = [fact.frame.raw for fact in facts.of(FrameSent) if fact.who is who]
    assert data_of(tunnel, who) == upgraded
    assert [frame.opcode for frame in FrameReader().feed(b"".join(upgraded))] == [Opcode.TEXT, Opcode.CLOSE]


def test_every_frame_of_the_client_is_masked_with_its_own_key(tunnel: Played) -> None:
    frames = FrameReader().feed(b"".join(data_of(tunnel, Role.CLIENT)))
    assert [frame.key for frame in frames] == list(MASKS)
    assert not any(frame.masked for frame in FrameReader().feed(b"".join(data_of(tunnel, Role.SERVER))))


def test_the_server_announces_before_the_client_asks(tunnel: Played) -> None:
    kinds = [one.kind for one in tunnel.moments]
    assert kinds[:4] == ["h2.preface", "h2.setting", "h2.request", "h2.response"]
    assert Counter(kinds) == {
        "h2.preface": 1, "h2.setting": 1, "h2.request": 1, "h2.response": 1, "h2.data": 4, "h2.end": 2,
    }  # fmt: skip
    wire = tunnel.connections[OTHER].wire(Role.SERVER)
    first = next(stream_frames(wire))
    assert first.kind == SETTINGS
    assert settings_of(first)[8] == (1, bytes.fromhex("000800000001"))


def test_only_the_server_sends_the_setting(tunnel: Played) -> None:
    wire = tunnel.connections[OTHER].wire(Role.CLIENT)
    assert wire.startswith(PREFACE)
    assert 8 not in settings_of(next(stream_frames(wire)))


def test_the_request_is_an_extended_connect_without_upgrade_and_key(tunnel: Played) -> None:
    (request,) = moments(tunnel, "request")
    headers = dict(line.split(": ", 1) for line in str(request["headers"]).split("\n"))
    assert headers == {
        ":method": "CONNECT",
        ":protocol": "websocket",
        ":scheme": "http",
        ":authority": "server.example.com",
        ":path": "/chat",
        "sec-websocket-version": "13",
    }
    assert moments(tunnel, "response")[0]["status"] == 200


def test_an_origin_goes_along() -> None:
    found = asyncio.run(run(replace(SCENARIO, origin="http://example.com")))
    assert "origin: http://example.com" in str(moments(found, "request")[0]["headers"])


def test_an_origin_that_is_not_welcome_is_refused_over_both() -> None:
    server = ServerSetup(origins=("http://example.com",))
    found = asyncio.run(run(replace(SCENARIO, origin="http://evil.example", server=server)))
    assert b" 403 " in found.connections[MAIN].wire(Role.SERVER).split(b"\r\n")[0]
    assert [values["status"] for values in moments(found, "response")] == [403]
    assert not moments(found, "data")


def test_the_stream_ends_where_tcp_would(tunnel: Played) -> None:
    ends = [
        (who, frame.stream)
        for who in Role
        for frame in stream_frames(tunnel.connections[OTHER].wire(who))
        if frame.kind == DATA and frame.flags & END_STREAM
    ]
    assert ends == [(Role.CLIENT, 1), (Role.SERVER, 1)]
    assert [values["who"] for values in moments(tunnel, "end")] == ["server", "client"]


def test_a_moment_says_what_stands_in_the_bytes(tunnel: Played) -> None:
    for values in moments(tunnel, "data"):
        wire = tunnel.connections[OTHER].wire(Role(str(values["who"])))
        assert bytes.fromhex(f"{values['header']} {values['hex']}") in wire
        assert values["same"] is True
        assert values["header_size"] == len(bytes.fromhex(str(values["header"]))) == 9


def test_without_the_setting_the_client_does_not_ask() -> None:
    found = played(announces=False)
    assert [one.kind for one in found.moments] == ["h2.preface", "h2.missing", "h2.unasked"]
    wire = found.connections[OTHER].wire(Role.CLIENT)
    assert {frame.stream for frame in stream_frames(wire)} == {0}
    settings = settings_of(next(stream_frames(found.connections[OTHER].wire(Role.SERVER))))
    assert 8 not in settings
    (missing,) = moments(found, "missing")
    assert missing["named"] == ", ".join(map(str, sorted(settings)))
    assert missing["count"] == len(settings) > 0


def test_http2_is_not_judged_and_the_main_connection_is(tunnel: Played) -> None:
    facts = observe_played(tunnel)
    assert isinstance(facts, Chorus)
    assert facts.names == (MAIN,)
    assert [(int(one.told.code), one.told.clean) for one in facts.of(Told)] == [(1000, True)] * 2


def test_a_run_repeats_exactly(tunnel: Played) -> None:
    again = played()
    assert [(one.kind, one.values) for one in again.moments] == [(one.kind, one.values) for one in tunnel.moments]


def test_another_text_and_code() -> None:
    found = played(text="Hi", code=4000)
    frames = FrameReader().feed(b"".join(data_of(found, Role.CLIENT)))
    assert [frame.payload for frame in frames] == [b"Hi", (4000).to_bytes(2, "big")]
