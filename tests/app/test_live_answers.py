"""The answer to what the Lab throws at a peer."""

from __future__ import annotations

from app.live_answers import GLANCE, PATIENCE, Answers
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.vocabulary import Opcode, Role
from tests.live_support import frame, open_talk

HELLO = encode_frame(Opcode.TEXT, b"Hello")


def _opened() -> Ledger:
    ledger = Ledger()
    open_talk(ledger.begin())
    return ledger


def test_a_close_is_an_answer_even_to_bytes_that_are_no_frame() -> None:
    ledger, answers = _opened(), Answers()
    answers.expect(ledger, {1: Role.CLIENT})
    assert answers.look(ledger) == -1
    ledger.talk(1).data(1.0, Role.SERVER, HELLO)
    assert answers.look(ledger) == -1
    ledger.talk(1).data(1.1, Role.SERVER, encode_frame(Opcode.CLOSE, b"\x03\xea"))
    assert answers.look(ledger) == len(ledger) - 1
    assert answers.look(ledger) == -1


def test_nobody_waits_for_ever_or_in_another_ledger() -> None:
    ledger, clock = _opened(), [0.0]
    answers = Answers(lambda: clock[0])
    answers.expect(ledger, {1: Role.CLIENT})
    assert answers.look(Ledger()) == -1
    clock[0] = PATIENCE + 1
    assert answers.look(ledger) == -1
    ledger.talk(1).data(1.0, Role.CLIENT, frame(Opcode.TEXT, b"Hello"))
    ledger.talk(1).data(1.0, Role.SERVER, HELLO)
    assert answers.look(ledger) == -1


def test_a_flood_is_looked_through_in_helpings() -> None:
    ledger, answers = _opened(), Answers()
    answers.expect(ledger, {1: Role.SERVER})
    talk = ledger.talk(1)
    talk.data(1.0, Role.SERVER, HELLO * GLANCE)
    talk.data(1.1, Role.CLIENT, frame(Opcode.PONG))
    assert answers.look(ledger) == -1
    assert answers.look(ledger) == len(ledger) - 1
