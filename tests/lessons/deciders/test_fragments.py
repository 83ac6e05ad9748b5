"""The deciders about fragments give the outcome of RFC 6455 section 5.4."""

from __future__ import annotations

import pytest

from lessons.deciders import fragments
from tests.lessons_support import facts_of

FACTS = facts_of("fragmentation")


def test_a_pong_does_not_wait_for_the_message():
    assert fragments.pong_amid_message(FACTS, {}) == "now"


def test_only_the_first_fragment_says_what_the_message_is():
    assert fragments.second_fragment_opcode(FACTS, {}) == "0"


@pytest.mark.parametrize(
    ("params", "outcome"),
    [
        ({"opcode": 1}, "1002"),
        ({"opcode": 0}, "none"),
        ({"opcode": 9}, "none"),
        ({"opcode": 9, "fin": False}, "1002"),
        ({"opcode": 0, "orphan": True}, "1002"),
        ({"opcode": 2, "orphan": True}, "none"),
    ],
)
def test_what_may_stand_inside_a_message(params, outcome):
    assert fragments.frame_amid_message(FACTS, params) == outcome


def test_a_server_need_not_cut_as_the_client_did():
    assert fragments.echoed_frames(FACTS, {"fragments": 3}) == "1"


@pytest.mark.parametrize("size", [1, 3, 7])
def test_a_header_may_be_cut_anywhere(size):
    assert fragments.cut_header(FACTS, {"size": size}) == "waits"


def test_what_fragments_cost():
    assert fragments.fragmented_size(FACTS, {"size": 15_000, "fragment": 1024}) == "15120"
    assert fragments.fragmented_size(FACTS, {"size": 15_000, "fragment": 15_000}) == "15008"


def test_the_program_waits_for_the_last_fragment():
    assert fragments.held_before_end(FACTS, {"fragments": 3, "arrived": 2}) == "nothing"
    assert fragments.held_before_end(FACTS, {"fragments": 3, "arrived": 3}) == "all"
