"""A window without a window: drains the engine, and keeps what every connection was told."""

from __future__ import annotations

import time
from contextlib import contextmanager

from patience_support import PATIENCE

from app.network.engine import Engine
from app.network.live.values import ClientOrder, ServerOrder
from protocol.observer import Observer
from protocol.recording import Entry
from protocol.vocabulary import State


class Window:
    """Everything that was drained, by connection."""

    def __init__(self, engine):
        self.engine = engine
        self.begun, self.recordings, self.observers, self.over = {}, {}, {}, set()
        self.notices = []

    def drain(self, *limits):
        batches = self.engine.drain(*limits)
        for batch in batches:
            if batch.begun is not None:
                assert batch.number not in self.begun
                self.begun[batch.number] = batch.begun
                self.observers[batch.number] = Observer(batch.begun.setup, reads=False)
                self.recordings[batch.number] = self.observers[batch.number].recording
            for line in batch.lines:
                self.observers[batch.number].feed(Entry(*line, len(line.data)))
            self.notices += batch.notices
            if batch.over:
                self.over.add(batch.number)
        return batches

    def until(self, true, seconds=PATIENCE):
        """Drain until `true()` holds, which may be a value: it is given back."""
        until = time.monotonic() + seconds
        while not (found := true()):
            assert time.monotonic() < until, "it never came"
            if not self.drain():
                time.sleep(0.002)
        return found

    def facts(self, number):
        return self.observers[number].facts

    def opened(self, number):
        """Wait until both ends are open."""
        self.until(lambda: number in self.observers and self.states(number) == {State.OPEN})
        return number

    def states(self, number):
        return {endpoint.state for endpoint in self.observers[number].endpoints.values()}

    def told(self, key):
        return [notice for notice in self.notices if notice.key == key]


@contextmanager
def running(**options):
    """An engine with its window."""
    engine = Engine(**options)
    engine.start()
    try:
        yield engine, Window(engine)
    finally:
        engine.close().result(10)


def served(engine, **options):
    """A server of this engine on a free port."""
    return engine.serve(ServerOrder(**{"port": 0, **options})).result(10)


def dialled(engine, window, url, **options):
    """Our client, open: its number."""
    return window.opened(engine.connect(ClientOrder(url, **options)).result(10))


def port_of(listening):
    return int(listening.urls[0].rpartition(":")[2].rstrip("/"))
