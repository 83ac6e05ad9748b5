"""Runs of the plays `page` and `records`, each made once."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from app.network.plays import page, records
from lessons.model import Action, Scenario
from lessons.plays.page import PageSetup
from lessons.plays.records import RecordsSetup
from protocol.chorus import Chorus, as_chorus, observe_played

if TYPE_CHECKING:
    from protocol.chorus import Played

SHOP = "https://shop.example"
ACTIONS = (Action("open", "connect"), Action("yes", "text", text="yes"), Action("bye", "close", code=1000))


@cache
def page_played(**changes: object) -> Played:
    """The play `page` with these settings."""
    setup = PageSetup(**changes)  # type: ignore[arg-type]
    return asyncio.run(page.run(Scenario(seed=5, play="page", host="shop.example", origin=SHOP, page=setup)))


@cache
def page_facts(**changes: object) -> Chorus:
    """What is known of it."""
    return as_chorus(observe_played(page_played(**changes)))


@cache
def records_facts(*, tls: bool = True) -> Chorus:
    """What is known of the play `records` with a short conversation."""
    scenario = Scenario(seed=5, play="records", actions=ACTIONS, records=RecordsSetup(tls))
    return as_chorus(observe_played(asyncio.run(records.run(scenario))))


def status(facts: Chorus, name: str) -> int:
    """The status with which the server answered one connection."""
    return facts.whole(name).get("response.sent").head.status  # type: ignore[union-attr]
