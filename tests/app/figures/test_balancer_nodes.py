"""Nodes, balancer and broker: what they say of themselves."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.balancer_layout import panels
from app.figures.balancer_nodes import balancer, broker, nodes
from app.figures.balancer_room import rooms
from app.figures.pen import Pen
from tests.figures_support import plain_room
from tests.lessons_support import facts_of


def drawn(at, room, fault=""):
    facts = facts_of("scaling-out", fault)
    pen = Pen(plain_room())
    panel, now = panels(plain_room())[room], rooms(facts, facts.place(at) + 1)[room]
    for part in (balancer, nodes, broker):
        part(pen, panel, now)
    return {mark.id: mark for mark in pen.marks}


def test_a_node_lists_its_sockets():
    node = drawn("moment.room.heard.1", 0)["node.B"]
    assert node.spoken == "Node B: 3 sockets. Ben, Dana, Finn"
    assert drawn("moment.room.placed.0", 0)["node.A"].spoken == "Node A: 1 socket. Ada"


@pytest.mark.parametrize(
    ("at", "room", "said"),
    [("client.open", 0, "Node B: not there yet"), ("publish.finn/client.told", 1, "Node B: restarts")],
)
def test_a_node_that_is_not_there_is_dashed(at, room, said):
    node = drawn(at, room)["node.B"]
    assert isinstance(node, Box)
    assert node.dash
    assert node.spoken == said


def test_the_balancer_says_how_it_chooses():
    assert drawn("moment.room.heard.1", 0)["balancer/how/word"].text == "in turn"
    assert drawn("moment.room.sticky.0", 0)["balancer/how/word"].text == "by cookie"
    assert "balancer/how/word" not in drawn("client.open", 0)  # one node: nothing to choose


def test_the_broker_in_use_is_filled():
    marks = drawn("moment.room.heard.3", 1)
    assert [marks[f"broker/{number}"].fill for number in (0, 1)] == ["ink", ""]
    assert marks["broker/room"].text == "room “lobby”"


@pytest.mark.parametrize(
    ("at", "room", "fault", "title"),
    [
        ("moment.room.heard.1", 0, "", "no broker"),
        ("moment.room.heard.1", 1, "", "broker"),
        ("moment.room.heard.3", 1, "broker-stops", "broker stopped"),
    ],
)
def test_where_there_is_no_broker_its_place_says_so(at, room, fault, title):
    mark = drawn(at, room, fault)["broker/title"]
    assert isinstance(mark, Label)
    assert mark.text == title
