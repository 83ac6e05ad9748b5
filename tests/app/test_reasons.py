"""Errors in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from app.reasons import REASONS, SaidError, reason


class LateError(SaidError, TimeoutError):
    context = "late"


@pytest.mark.parametrize("number", REASONS)
def test_what_people_meet_is_said_in_words_of_ours(number):
    assert reason(OSError(number, os.strerror(number))) == REASONS[number]


def test_everything_else_is_what_the_system_says():
    assert reason(OSError(errno.EIO, "Input/output error")) == "input/output error"
    assert reason(OSError("The moon is full")) == "the moon is full"


def test_reasons_are_the_ends_of_sentences():
    for words in REASONS.values():
        assert words[0].islower()
        assert not words.endswith(".")


def test_an_error_keeps_its_sentence_and_what_fills_it():
    error = LateError("“{action}” took {seconds} s.", action="ping", seconds="5")
    assert str(error) == "“ping” took 5 s."
    assert isinstance(error, OSError)
    assert error.source.format(**error.values) == str(error)
    assert error.context == "late"
