"""The rows of the registry agree with what may be sent, and leave no number out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.figures.codes_rows import LAST, SPANS, code_name_word, meaning, senders, senders_word, span_word, told_word
from protocol.closing import CODES, may_be_sent
from protocol.vocabulary import Role
from tests.figures_support import PlainWords

WORDS = PlainWords()


@pytest.mark.parametrize("code", [info.code for info in CODES])
def test_a_code_has_a_sender_exactly_if_it_may_be_sent(code: int) -> None:
    assert bool(senders(code)) is may_be_sent(code)
    assert (told_word(WORDS, code) == "receiver") is may_be_sent(code)
    assert code_name_word(WORDS, code)
    assert meaning(WORDS, code)


def test_only_clients_miss_an_extension_and_only_servers_restart() -> None:
    assert senders(1010) == (Role.CLIENT,)
    assert senders(1012) == (Role.SERVER,)
    assert senders_word(WORDS, 1010) == "meant for clients"
    assert senders_word(WORDS, 1012) == "meant for servers"
    assert senders_word(WORDS, 1000) == "either end may send it"
    assert senders_word(WORDS, 1015) == "never in a Close frame"


def test_the_ranges_hold_every_number_of_two_bytes_once() -> None:
    assert SPANS[0].first == 0
    assert SPANS[-1].last == LAST == 0xFFFF
    for one, after in pairwise(SPANS):
        assert after.first == one.last + 1
    assert len({span_word(WORDS, span) for span in SPANS}) == len(SPANS)


@pytest.mark.parametrize("span", SPANS, ids=lambda span: str(span.first))
def test_a_range_without_codes_holds_none_that_may_be_sent(span: object) -> None:
    assert any(may_be_sent(code) for code in range(span.first, span.last + 1)) is span.may_be_sent  # type: ignore[attr-defined]
