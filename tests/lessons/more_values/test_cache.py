"""The values of the play `cache`."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of, lesson

SLUG = "masking"


def values(fault="no-mask"):
    return Values(facts_of(SLUG, fault), lesson(SLUG).scenario.patched({fault}))


def test_what_the_visitors_got():
    assert (values()["cache.first"], values()["cache.second"]) == ("poisoned", "genuine")
    assert values("fresh-keys")["cache.first"] == "genuine"
    with pytest.raises(MissingValueError):
        values("fresh-keys")["cache.second"]


def test_frames_of_both_attempts():
    assert values("zero-key")["attack.0.key"] == "00 00 00 00"
    assert values()["attack.0.key"] == ""
    assert len(values()["again.0.key"].split()) == 4
    with pytest.raises(MissingValueError):
        values()["attack.7.key"]


def test_whether_the_text_reached_its_server_as_it_was():
    assert {fault: values(fault)["cache.heard"] for fault in ("no-mask", "zero-key", "one-key", "fresh-keys")} == {
        "no-mask": "yes", "zero-key": "yes", "one-key": "no", "fresh-keys": "yes",
    }  # fmt: skip


def test_which_proxy_it_is():
    assert values()["cache.tunnels"] == "no"
    assert values("tunnel")["cache.tunnels"] == "yes"
