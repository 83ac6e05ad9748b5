"""Values of one turned bit of the key, and of one bit of the answer."""

from __future__ import annotations

import pytest

from lessons.model import Scenario
from lessons.values import MissingValueError, Values
from protocol.avalanche import pair_of
from protocol.causes import turning_bits
from tests.accept_support import KEY
from tests.lessons_support import facts_of

VALUES = Values(facts_of("accept-key"), Scenario())


def test_the_counts_of_the_avalanche():
    pair = pair_of(KEY, 0)
    assert pair is not None
    assert VALUES["avalanche.1.1"] == str(pair.counts[0])
    assert VALUES["avalanche.1.160"] == str(pair.counts[-1])
    assert VALUES["avalanche.1.text"] == str(pair.text_bits)
    assert VALUES["avalanche.1.digest"] == str(pair.digest_count)


def test_the_way_back():
    assert [VALUES[f"back.77.{part}"] for part in ("character", "word", "register", "round")] == ["9", "H2", "c", "77"]
    assert VALUES["back.77.keys"] == str(sum(turning_bits(KEY, 76)))


@pytest.mark.parametrize("name", ["avalanche.1.161", "avalanche.200.text", "back.161.value"])
def test_what_is_not(name):
    with pytest.raises(MissingValueError):
        VALUES[name]
