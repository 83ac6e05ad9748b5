"""TLS for plays: a certificate for each host, made once in each run of the program, and a client that trusts it."""

from __future__ import annotations

import ssl
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.network.tls import BOTH, client_context, make, server_context
from protocol.chorus import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.vocabulary import Role


@cache
def contexts(host: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The client's context and that of the server `host`. The client verifies: no other certificate would do."""
    both, alone = make(datetime.now(UTC), host)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / BOTH).write_bytes(both)
        server = server_context(Path(folder))
    client = client_context()
    client.load_verify_locations(cadata=alone.decode("ascii"))
    client.minimum_version = ssl.TLSVersion.TLSv1_3
    return client, server


def seals(add: Callable[[Moment], None], now: Callable[[], float]) -> Callable[[Role, str, range, range], None]:
    """What notes a moment for all that goes out in records: `sealed`, with what it was and where its bytes stand."""

    def note(who: Role, what: str, outside: range, inside: range) -> None:
        values: dict[str, str | int | float | bool] = {
            "what": what, "start": outside.start, "stop": outside.stop, "first": inside.start, "last": inside.stop,
            "size": len(outside), "inside": len(inside),
        }  # fmt: skip
        add(Moment(now(), "sealed", who.value, who, values))

    return note
