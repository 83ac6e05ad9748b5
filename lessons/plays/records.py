"""A connection inside TLS."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordsSetup:
    """With `tls` the scenario's connection runs inside TLS, and what crosses the wire is recorded beside it; without it
    everybody on the way reads along."""

    tls: bool = True
