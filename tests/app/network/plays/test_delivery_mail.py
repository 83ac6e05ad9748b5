"""Envelopes are checked; the outbox keeps what is not acknowledged; the inbox knows what it has had."""

from __future__ import annotations

import pytest

from app.network.plays.delivery_mail import BEGAN, Inbox, Mail, MailError, Outbox, mail, read_mail
from protocol.patterns.delivery import Arrival


def test_an_envelope_has_four_names_and_is_read_as_it_was_written():
    letter = mail("chat", "Hello", 1, 5.2)
    assert str(letter) == f'{{"type":"chat","data":"Hello","id":1,"timestamp":{BEGAN + 5000}}}'
    assert read_mail(str(letter)) == letter


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not JSON"),
        ('{"type":"chat"', "not JSON"),
        ("[]", "not an object"),
        ('{"type":"shout","data":"","id":1,"timestamp":1}', "“type” is none of"),
        ('{"type":["chat"],"data":"","id":1,"timestamp":1}', "“type” is none of"),
        ('{"type":"chat","data":7,"id":1,"timestamp":1}', "“data” is not a text"),
        ('{"type":"chat","data":"","id":-1,"timestamp":1}', "“id” is not"),
        ('{"type":"chat","data":"","id":true,"timestamp":1}', "“id” is not"),
        ('{"type":"chat","data":"","id":1}', "“timestamp” is not"),
        ('{"type":"chat","type":"ack","data":"","id":1,"timestamp":1}', "stands twice"),
    ],
)
def test_what_is_no_envelope_is_told_in_one_sentence(text, sentence):
    with pytest.raises(MailError, match=sentence):
        read_mail(text)


def test_a_letter_is_due_after_the_timeout_and_given_up_after_its_retries():
    box = Outbox(timeout=5, retries=1, window=16)
    assert box.next_at is None
    box.put(1, "Hello")
    (letter,) = box.new()
    letter.tries, letter.sent = 1, 2.0
    assert box.new() == []
    assert (box.next_at, box.due(6.0), box.due(7.0)) == (7.0, [], [letter])
    assert not box.gives_up(letter)
    letter.tries = 2
    assert box.gives_up(letter)
    assert (box.letters, box.failed) == ([], [1])


def test_no_more_than_the_window_is_under_way():
    box = Outbox(timeout=5, retries=3, window=2)
    for number in (1, 2, 3):
        box.put(number, "")
    assert [letter.id for letter in box.new()] == [1, 2]
    assert box.acknowledged(1)
    assert not box.acknowledged(1)
    assert [letter.id for letter in box.new()] == [2, 3]


def letter(number):
    return Mail("chat", f"m{number}", number, 0)


def test_an_inbox_with_a_memory_gives_each_message_once():
    box = Inbox(memory=True, order=False)
    assert box.take(letter(2)) == (Arrival.NEW, [(2, "m2")])
    assert box.take(letter(2)) == (Arrival.DUPLICATE, [])


def test_an_inbox_without_one_gives_it_again():
    box = Inbox(memory=False, order=False)
    assert [box.take(letter(2))[1] for _ in range(2)] == [[(2, "m2")]] * 2


def test_an_inbox_that_keeps_order_waits_for_what_is_missing():
    box = Inbox(memory=True, order=True)
    assert box.take(letter(2)) == (Arrival.EARLY, [])
    assert box.take(letter(1)) == (Arrival.NEW, [(1, "m1"), (2, "m2")])
    assert box.take(letter(1)) == (Arrival.DUPLICATE, [])
