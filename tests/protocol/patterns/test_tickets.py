"""Tickets that are good once."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.tickets import Issued, NoRoom, Redeemed, TicketRefused, Tickets


def fresh(seed: int = 1) -> Random:
    return Random(seed)


def tickets(limit: int = 100) -> Tickets:
    chance = fresh()
    return Tickets(lambda: f"{chance.getrandbits(128):032x}", lifetime=30, limit=limit)


def issue(made: Tickets, who: str, now: float) -> str:
    issued = made.issue(who, now)
    assert isinstance(issued, Issued)
    assert issued.until == now + 30
    return issued.ticket


def test_a_ticket_is_good_once() -> None:
    made = tickets()
    ticket = issue(made, "ann", 100)
    assert made.redeem(ticket, 101) == Redeemed("ann")
    again = made.redeem(ticket, 101)
    assert again == TicketRefused("The ticket is unknown, or was used before.")
    assert (again.status, again.close_code) == (401, 1008)


def test_a_ticket_is_good_for_seconds() -> None:
    made = tickets()
    early, late = issue(made, "ann", 100), issue(made, "bob", 100)
    assert made.redeem(early, 129.9) == Redeemed("ann")
    assert made.redeem(late, 130) == TicketRefused("The ticket expired 0 seconds ago.")
    assert made.redeem(late, 101) == TicketRefused("The ticket is unknown, or was used before."), "it is used up"


@given(st.text(max_size=40))
def test_a_guess(text: str) -> None:
    made = tickets()
    issue(made, "ann", 0)
    assert isinstance(made.redeem(text, 1), TicketRefused)
    assert isinstance(made.redeem("\ud800", 1), TicketRefused)
    assert len(made) == 1


def test_no_more_than_the_limit_until_old_ones_expire() -> None:
    made = tickets(limit=2)
    first = issue(made, "ann", 0)
    issue(made, "bob", 10)
    assert made.issue("cid", 29) == NoRoom(2)
    issue(made, "cid", 30)
    assert len(made) == 2
    assert isinstance(made.redeem(first, 30), TicketRefused)


def test_what_is_kept_opens_nothing() -> None:
    made = tickets()
    ticket = issue(made, "ann", 0)
    assert ticket not in repr(vars(made))
    assert ticket.encode() not in made._open


def test_what_is_not_chance() -> None:
    with pytest.raises(ValueError, match="at least 16"):
        Tickets(lambda: "short").issue("ann", 0)
    same = Tickets(lambda: "x" * 32)
    same.issue("ann", 0)
    with pytest.raises(ValueError, match="did not come before"):
        same.issue("bob", 0)
    for wrong in ({"lifetime": 0}, {"limit": 0}):
        with pytest.raises(ValueError, match="tickets need"):
            Tickets(lambda: "x" * 32, **wrong)
