"""The old proxy: it keeps answers under the host that it read, and answers from its cache."""

from __future__ import annotations

import asyncio

from patience_support import PATIENCE

from app.network.clock import Clock
from app.network.plays.cache_net import Tasks
from app.network.plays.cache_proxy import Proxy, Route
from app.network.tape import Tape
from protocol.recording import Recording

ANSWER = b"HTTP/1.1 200 OK\r\nCache-Control: max-age=9\r\nContent-Length: 2\r\n\r\nhi"


def through(requests, answer=ANSWER):
    """What comes back for each of these requests, one connection each, what the server was asked, and what was told."""
    asked, told = [], []

    async def serve(_, reader, writer):
        while data := await reader.read(1000):
            asked.append(data)
            writer.write(answer)

    async def play():
        back = []
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
            tasks = Tasks(group)
            try:
                server = tasks.listen(serve)
                proxy = Proxy(tasks, lambda kind, **_: told.append(kind), understands=False)
                for request in requests:
                    route = Route("one", server, Tape(Recording(), Clock().now))
                    reader, writer = await tasks.dial(proxy.address, proxy.routes, route)
                    writer.write(request)
                    back.append(await reader.readexactly(len(answer)))
            finally:
                tasks.close()
        return back

    return asyncio.run(play()), asked, told


def get(host, path="/a"):
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


def test_the_second_question_is_answered_from_the_cache():
    back, asked, told = through([get("x"), get("x")])
    assert back == [ANSWER, ANSWER]
    assert asked == [get("x")]
    assert told == ["proxy.asked", "proxy.stored", "proxy.asked", "proxy.hit"]


def test_another_host_or_another_path_is_another_thing():
    _, asked, _ = through([get("x"), get("y"), get("x", "/b")])
    assert asked == [get("x"), get("y"), get("x", "/b")]


def test_what_may_not_be_kept_is_asked_for_again():
    _, asked, told = through([get("x"), get("x")], b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    assert len(asked) == 2
    assert "proxy.stored" not in told


def test_an_answer_to_no_request_is_dropped():
    _, asked, told = through([b"\x81\x80\x01\x02\x03\x04\n"])
    assert asked == [b"\x81\x80\x01\x02\x03\x04\n"]
    assert told == ["proxy.unasked"]
