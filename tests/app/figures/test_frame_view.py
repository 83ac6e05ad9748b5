"""The focus of the frame figure, read and found among the facts."""

from __future__ import annotations

import pytest

from app.figures.frame_view import Target, View, find_view, read_focus
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.app.figures.frame_support import HELLO, KEY, facts_of


@pytest.mark.parametrize(
    ("focus", "target"),
    [
        ("client.0", Target(Role.CLIENT, 0)),
        ("server.12/field:MASK", Target(Role.SERVER, 12, "field", "MASK")),
        ("client.0/payload", Target(Role.CLIENT, 0, "field", "payload data")),
        ("client.0/mask:3", Target(Role.CLIENT, 0, "mask", "", 3)),
        ("client.0/unmask:0", Target(Role.CLIENT, 0, "unmask", "", 0)),
        ("client.0/mask:x", Target(Role.CLIENT, 0)),
        ("client.0/nothing", Target(Role.CLIENT, 0)),
        ("", Target()),
        ("nobody.0", Target()),
        ("client.x/field:FIN", Target()),
    ],
)
def test_reading_a_focus(focus: str, target: Target) -> None:
    assert read_focus(focus) == target


def test_a_frame_that_is_not_sent_yet_is_not_found() -> None:
    facts = facts_of(HELLO)
    assert find_view(facts, 0, "client.0") == Target(Role.CLIENT, 0)
    assert find_view(Facts(), 0, "") == Target()
    assert find_view(facts, len(facts), "server.0") == Target(Role.SERVER, 0)


def test_without_a_focus_the_newest_frame_is_shown() -> None:
    facts = facts_of(HELLO)
    view = find_view(facts, len(facts), "")
    assert isinstance(view, View)
    assert view.raw == HELLO


def test_a_rule_is_broken_only_once_it_is_known() -> None:
    facts = facts_of(encode_frame(9, b"Hello", key=KEY, rsv=4, fin=False))
    before, after = find_view(facts, 1, "client.0"), find_view(facts, len(facts), "client.0")
    assert isinstance(before, View)
    assert isinstance(after, View)
    assert before.broken == ()
    assert [(each.rule.id, each.start, each.stop) for each in after.broken] == [
        ("control.fin", 0, 1),
        ("frame.rsv", 1, 2),
    ]


@pytest.mark.parametrize(
    ("part", "runs"),
    [
        ("field:MASK", ((8, 9),)),
        ("field:RSV2", ((2, 3),)),
        ("field:RSV1-3", ((1, 4),)),
        ("payload", ((48, 88),)),
        ("field:extended payload length", ()),
        ("mask:2", ((32, 40), (64, 72))),
        ("unmask:4", ((16, 24), (80, 88))),
        ("mask:5", ()),
    ],
)
def test_what_the_focus_rings(part: str, runs: tuple[tuple[int, int], ...]) -> None:
    facts = facts_of(HELLO)
    view = find_view(facts, len(facts), "client.0/" + part)
    assert isinstance(view, View)
    assert view.ringed() == runs
