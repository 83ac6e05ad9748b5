"""Ctrl+C and SIGTERM, once and twice."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest
from patience_support import PATIENCE

from app.network.stops import SIGNALS, Stops

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send itself these signals")


@unix
@pytest.mark.parametrize("number", SIGNALS)
def test_the_first_asks_and_the_second_insists(number):
    async def scene():
        with Stops() as stops:
            os.kill(os.getpid(), number)
            await asyncio.wait_for(stops.asked.wait(), PATIENCE)
            assert not stops.again.is_set()
            os.kill(os.getpid(), number)
            await asyncio.wait_for(stops.again.wait(), PATIENCE)

    before = signal.getsignal(number)
    asyncio.run(scene())
    assert signal.getsignal(number) is before


@unix
def test_where_the_loop_cannot_watch_signals(monkeypatch):
    def cannot(*_):
        raise NotImplementedError

    async def scene():
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(type(loop), "add_signal_handler", cannot)
        monkeypatch.setattr(type(loop), "remove_signal_handler", cannot)
        with Stops() as stops:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait_for(stops.asked.wait(), PATIENCE)

    before = signal.getsignal(signal.SIGTERM)
    asyncio.run(scene())
    assert signal.getsignal(signal.SIGTERM) is before
