"""What the deciders about broken rules say is what the endpoints do."""

from __future__ import annotations

import pytest

from lessons.deciders.errors import (
    frames_answer,
    ping_beyond_limit,
    told_after_failing,
    version_status,
    wrong_accept_says,
)
from protocol.observer import observe
from tests.wire_support import Wire

FACTS = observe(Wire().open().recording)


@pytest.mark.parametrize(
    ("frames", "answer"),
    [
        ([[1, 1, 0, "48"]], "delivered"),
        ([[2, 1, 0, "48e96c6c6f"]], "delivered"),
        ([[1, 1, 0, "48e96c6c6f"]], "1007"),
        ([[1, 0, 0, "e6b8"]], "waits"),
        ([[1, 1, 0, "e6b8"]], "1007"),
        ([[1, 0, 0, "e6b8"], [0, 1, 0, "8b"]], "delivered"),
        ([[1, 1, 2, "48"]], "1002"),
        ([[0, 1, 0, "48"]], "1002"),
    ],
)
def test_frames(frames: list[list[object]], answer: str) -> None:
    assert frames_answer(FACTS, {"frames": frames}) == answer


@pytest.mark.parametrize(("size", "answer"), [(125, "pong"), (126, "1002")])
def test_a_ping_has_a_limit(size: int, answer: str) -> None:
    assert ping_beyond_limit(FACTS, {"size": size}) == answer


@pytest.mark.parametrize(("version", "status"), [("13", "101"), ("12", "426")])
def test_versions(version: str, status: str) -> None:
    assert version_status(FACTS, {"version": version}) == status


@pytest.mark.parametrize(("who", "code"), [("server", "1006"), ("client", "1002")])
def test_who_fails_reads_no_answer(who: str, code: str) -> None:
    assert told_after_failing(FACTS, {"who": who}) == code


def test_a_client_that_was_never_open_says_no_close() -> None:
    assert wrong_accept_says(FACTS, {}) == "tcp"
