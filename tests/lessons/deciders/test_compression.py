"""Deciders about compression: the outcome comes from running, and another run gives another one."""

from __future__ import annotations

import pytest

from lessons.deciders.compression import (
    bomb_code,
    compressed_ping,
    deflated_again,
    deflated_growth,
    put_back,
    rsv1_frames,
    without_rsv1,
)
from tests.deflate_support import ADA, BOB, two_messages


@pytest.fixture
def facts():
    return two_messages()


@pytest.mark.parametrize(("text", "outcome"), [(ADA, "grows"), ("a" * 100, "shrinks"), ("", "grows")])
def test_a_first_message(facts, text, outcome):
    assert deflated_growth(facts, {"text": text}) == outcome


@pytest.mark.parametrize(
    ("takeover", "texts", "outcome"),
    [(True, [ADA, BOB], "tiny"), (False, [ADA, BOB], "like-new"), (True, [ADA, BOB, BOB, BOB], "like-before")],
)
def test_the_same_text_again(facts, takeover, texts, outcome):
    assert deflated_again(facts, {"takeover": takeover, "texts": texts}) == outcome


def test_rsv1_stands_on_the_first_frame(facts):
    assert rsv1_frames(facts, {"parts": ["one", "two", "three"]}) == "first"


def test_the_bytes_that_are_put_back(facts):
    assert put_back(facts, {"text": ADA}) == "0000ffff"


def test_a_ping_is_never_compressed(facts):
    assert compressed_ping(facts, {}) == "1002"


@pytest.mark.parametrize(("limit", "code"), [(1000, "1009"), (100_000, "none")])
def test_the_limit_counts_what_comes_out(facts, limit, code):
    assert bomb_code(facts, {"limit": limit, "text": "Ha! ", "times": 15_000}) == code


def test_compressed_bytes_are_no_text(facts):
    assert without_rsv1(facts, {"texts": [ADA, BOB]}) == "1007"
