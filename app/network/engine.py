"""The engine of Live: an event loop in a thread of its own, with servers, clients and proxies in it.

    engine = Engine(); engine.start()                      a window's thread
    listening = engine.serve(ServerOrder()).result()
    number = engine.connect(ClientOrder("ws://127.0.0.1:8765/")).result()
    engine.act(number, Text("Hello"))
    for batch in engine.drain(): ...                       from a timer

Every call returns at once: what it asks for is done in the engine's thread, and a future tells how it went. What
happens on the connections waits in a queue until somebody drains it. Nothing of it is ever dropped: when more than
`high` bytes wait, nobody is read any more, and TCP makes the peers wait, until half of it was drained.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeVar

from app.network.live import notices
from app.network.live.house import House
from app.network.live.outbox import Outbox
from app.network.live.values import NoticeError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from app.network.live.hands import Deed
    from app.network.live.values import Batch, ClientOrder, Listening, ProxyOrder, ServerOrder
    from app.network.recordings import Recordings

HIGH: Final = 16 * 1024 * 1024
"""How many bytes may wait for the window."""

_T = TypeVar("_T")


class Engine:
    """One loop, one thread. `recordings` is where connections may be journalled; `tls_folder` is for tests."""

    def __init__(
        self, recordings: Recordings | None = None, *, high: int = HIGH, tls_folder: Path | None = None
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._outbox = Outbox(high, self._hold, self._go_on)
        self._house = House(self._outbox, recordings, tls_folder)
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._is_closing = False
        self._closed: Future[None] = Future()

    def start(self) -> None:
        """Begin; once."""
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # what goes wrong is a notice
        self._thread.start()

    # Orders.

    def serve(self, order: ServerOrder) -> Future[Listening]:
        """Start a server. The future has a SaidError if that cannot be."""
        return self._submit(self._house.serve(order))

    def proxy(self, order: ProxyOrder) -> Future[Listening]:
        """Start a proxy."""
        return self._submit(self._house.proxy(order))

    def connect(self, order: ClientOrder) -> Future[int]:
        """Connect a client; the number of the connection when TCP stands. `cancel` gives up."""
        return self._submit(self._house.connect(order))

    def stop(self, id_: int) -> Future[None]:
        """End a server or a proxy."""
        return self._submit(self._house.stop(id_))

    def act(self, numbers: int | Iterable[int], deed: Deed) -> Future[int]:
        """Do something on these connections; on how many it was done. NoticeError if on none."""
        chosen = (numbers,) if isinstance(numbers, int) else tuple(numbers)
        return self._submit(self._house.act(chosen, deed))

    def record(self, on: bool) -> None:
        """Whether new connections are journalled."""
        if not self._is_closing:
            self._loop.call_soon_threadsafe(self._house.record, on)

    def close(self) -> Future[None]:
        """Say 1001 to everyone and end the thread; nothing can be ordered any more. May be called again."""
        if not self._is_closing:
            self._is_closing = True
            if self._thread.is_alive():
                asyncio.run_coroutine_threadsafe(self._close(), self._loop)
            else:
                self._loop.close()
                self._closed.set_result(None)
        return self._closed

    # What happened.

    def drain(self, limit_bytes: int = 32 * 1024, limit_entries: int = 1000) -> list[Batch]:
        """What happened since the last time, in order, up to these limits: little enough to be read and judged before
        the next event of the window. Drain again while there is time."""
        return self._outbox.drain(limit_bytes, limit_entries)

    @property
    def waiting(self) -> int:
        """About how many bytes wait to be drained."""
        return self._outbox.waiting

    @property
    def is_behind(self) -> bool:
        """Whether so much waits that nobody is read."""
        return self._outbox.is_full

    # The thread.

    def _run(self) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        loop.set_exception_handler(self._went_wrong)
        loop.set_default_executor(_Errands(1))
        try:
            loop.run_forever()
            left = asyncio.all_tasks(loop)
            for task in left:
                task.cancel()
            loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        finally:
            loop.close()
            self._closed.set_result(None)

    def _submit(self, work: Coroutine[Any, Any, _T]) -> Future[_T]:
        if self._is_closing:
            work.close()
            ended: Future[_T] = Future()
            ended.set_exception(NoticeError(notices.ENDED))
            return ended
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _close(self) -> None:
        try:
            await self._house.close()
        finally:
            self._loop.stop()

    def _hold(self) -> None:
        self._house.hold()

    def _go_on(self) -> None:
        if not self._is_closing:
            self._loop.call_soon_threadsafe(self._house.go_on)

    def _went_wrong(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A fault of ours ends one connection at most, and is told."""
        error = context.get("exception")
        if isinstance(error, OSError):  # a peer that is gone while TLS says goodbye
            return
        why = f"{type(error).__name__}: {error}" if error is not None else str(context.get("message"))
        self._house.tell("internal", NoticeError(notices.INTERNAL, why=why), grave=True)


class _Errands(ThreadPoolExecutor):
    """Looks up names and the like, each in a thread that nobody waits for when the program ends."""

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        future: Future[_T] = Future()

        def run() -> None:
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001 - whoever waits gets it
                future.set_exception(error)

        threading.Thread(target=run, name="errand", daemon=True).start()
        return future
