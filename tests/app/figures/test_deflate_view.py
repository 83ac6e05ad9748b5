"""What a focus of the compression figure names, and what is known then."""

from __future__ import annotations

import pytest

from app.figures.deflate_view import compared, read_view
from protocol.deflate_blocks import Literal, Reference
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Role
from tests.deflate_support import deflate_wire, forgotten_window, two_messages


def test_a_focus_names_a_message_a_part_and_a_symbol():
    facts = two_messages()
    view = read_view(facts, len(facts), "server.1/copy:1")
    assert (view.who, view.number, view.part, view.index) == (Role.SERVER, 1, "copy", 1)
    assert isinstance(view.at, Reference)
    assert (view.at.length, view.at.distance) == (15, 29)
    assert isinstance(read_view(facts, len(facts), "server.1/code:0").at, Literal)


def test_without_a_focus_the_last_message_is_shown():
    facts = two_messages()
    assert read_view(facts, len(facts), "").number == 1
    assert read_view(facts, facts.place("server.message.0") + 1, "nonsense").number == 0
    assert read_view(Facts(), 0, "").current is None


def test_what_comes_after_the_symbol_in_focus_is_future():
    facts = two_messages()
    view = read_view(facts, len(facts), "server.1/copy:1")
    assert [view.is_past(one) for one in view.shown.copies] == [True, True, False]
    whole = read_view(facts, len(facts), "server.1")
    assert all(whole.is_past(one) for one in whole.shown.symbols)


def test_a_message_is_shown_once_it_was_sent():
    facts = two_messages()
    place = facts.place("server.frame.1.sent")
    assert read_view(facts, place, "server.1").shown is None
    assert read_view(facts, place + 1, "server.1").shown is not None


@pytest.mark.parametrize("takeover", [True, False])
def test_sizes_with_and_without_takeover(takeover):
    facts = two_messages(takeover)
    view = read_view(facts, len(facts), "server.1")
    assert view.takeover is takeover
    assert [one.after for one in compared(view, takeover=True)] == [30, 14]
    assert [one.after for one in compared(view, takeover=False)] == [30, 34]


def test_the_fault_shows_when_the_receiver_has_tried():
    facts = forgotten_window()
    assert read_view(facts, facts.place("server.frame.1.sent") + 1, "server.1").fault is None
    view = read_view(facts, len(facts), "server.1")
    assert [view.is_faulty(one) for one in view.current.copies] == [True, False, False]
    assert len(compared(view, takeover=True)) == 1


def test_the_client_has_messages_of_its_own():
    wire = deflate_wire()
    wire.client.send_text("hello hello")
    wire.run()
    facts = observe(wire.recording)
    assert read_view(facts, len(facts), "client.0").shown.text == b"hello hello"
