"""Many clients that lose their server at once and come back; before that, one client whose way back is seen closely."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CrowdSetup:
    """What the play `crowd` can be set to; times are seconds.

    One client: the server sends a piece of news every `every`, ends after `before` (with RST, or with a Close that
    says `code`) and listens again `outage` later (0: it never stops listening); then it drops the next `drops`
    connections `life` after they were opened. The client waits by `schedule` (`linear`, `exponential` or exponential
    with `full`, `equal` or `decorrelated` jitter, or what RFC 6455 has `advised`) from `step` up to `cap`, gives up
    after `attempts` in a row (0: never), and counts anew after a connection that lasted `lasting`. The story is over at
    `until`.

    The crowd: `clients` lose a server for `away` and come back by each of the `schedules`, with the same `step`, `cap`
    and, for `linear`, `attempts`. The server takes `takes` handshakes in a second and answers 503 to the others;
    `sockets` of the clients do all this over TCP, the others only keep the same time. It is watched for `watched`.
    """

    schedule: str = "linear"
    step: float = 1.0
    cap: float = 30.0
    attempts: int = 5
    lasting: float = 10.0
    code: int | None = None
    reason: str = ""
    every: float = 2.0
    before: float = 5.0
    outage: float = 8.0
    drops: int = 0
    life: float = 0.5
    until: float = 30.0
    clients: int = 0
    schedules: tuple[str, ...] = ("linear", "exponential", "full")
    away: float = 8.0
    takes: int = 100
    sockets: int = 200
    watched: float = 45.0
