"""A balancer hands bytes on, FIN and RST too, and chooses by turn or by cookie."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from app.network.plays.balancer_path import Balancer, Door, Path, cookie_of
from app.network.sockets import NetworkError
from protocol.recording import Kind
from protocol.vocabulary import Role


def request(cookie):
    return f"GET / HTTP/1.1\r\nHost: a\r\nCookie: lang=en; page={cookie}\r\n\r\n".encode()


class Street:
    """A balancer with two nodes, and everything that is open."""

    def __init__(self, *, sticky=False):
        self.balancer = Balancer()
        self.balancer.sticky = sticky
        self.balancer.doors = {"A": Door(), "B": Door()}
        self.chosen = []
        self.paths = []
        self.clock = count()

    async def path(self):
        path = Path(self.balancer, lambda: next(self.clock), lambda *choice: self.chosen.append(choice))
        self.paths.append(path)
        await path.open()
        return path

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for path in self.paths:
            path.close()
        for door in (self.balancer.door, *self.balancer.doors.values()):
            door.close()


def test_bytes_arrive_as_they_were_written_and_ends_are_noticed():
    async def talk():
        with Street() as street:
            path = await street.path()
            up = await path.carry(Role.CLIENT, b"ping" * 10_000)
            down = await path.carry(Role.SERVER, b"pong")
            await path.end(Role.SERVER)
            await path.end(Role.SERVER)
            await path.end(Role.CLIENT)
            return up, down, path.recording

    up, down, recording = asyncio.run(talk())
    assert (up, down) == (b"ping" * 10_000, b"pong")
    assert recording.wire(Role.CLIENT) == up
    kinds = [(entry.who, entry.kind) for entry in recording]
    assert kinds[0] == (Role.CLIENT, Kind.SYN)
    assert kinds[-4:] == [
        (Role.SERVER, Kind.FIN), (Role.SERVER, Kind.READ), (Role.CLIENT, Kind.FIN), (Role.CLIENT, Kind.READ),
    ]  # fmt: skip


def test_a_reset_goes_through():
    async def talk():
        with Street() as street:
            path = await street.path()
            await path.reset(Role.SERVER)
            return [(entry.who, entry.kind) for entry in path.recording][-2:]

    assert asyncio.run(talk()) == [(Role.SERVER, Kind.RST), (Role.SERVER, Kind.READ)]


def test_without_cookies_nodes_are_taken_in_turn_before_a_byte_is_read():
    async def talk():
        with Street() as street:
            for _ in range(3):
                await street.path()
            return street.chosen

    assert asyncio.run(talk()) == [("A", "turn", "A"), ("B", "turn", "B"), ("A", "turn", "A")]


def test_a_cookie_leads_back_unless_its_node_is_gone():
    async def talk():
        with Street(sticky=True) as street:
            for cookie in ("ada", "ben", "ben"):
                await (await street.path()).carry(Role.CLIENT, request(cookie))
            street.balancer.doors["B"].close()
            await (await street.path()).carry(Role.CLIENT, request("ben"))
            return street.chosen

    assert asyncio.run(talk()) == [
        ("A", "turn", "A"), ("B", "turn", "B"), ("B", "cookie", "B"), ("A", "refused", "B"),
    ]  # fmt: skip


def test_with_no_node_at_all_there_is_an_error():
    async def talk():
        with Street() as street:
            for door in street.balancer.doors.values():
                door.close()
            await street.path()

    with pytest.raises(NetworkError):
        asyncio.run(talk())


@pytest.mark.parametrize(
    ("head", "cookie"),
    [(request("ada"), "ada"), (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", ""), (b"no head", ""), (b"", "")],
)
def test_the_cookie_of_a_head(head, cookie):
    assert cookie_of(head) == cookie
