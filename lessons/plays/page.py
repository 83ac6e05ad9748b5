"""A page of another origin opens a connection with the cookies of the user."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSetup:
    """`user` is logged in at the shop (`scenario.host`), whose page (`scenario.origin`) opens a WebSocket; a page of
    the origin `evil` does the same. The shop's cookie says `same_site` (None, Lax or Strict).

    The server takes the `origins` (None: all), and `asks` for the cookie or for a ticket besides. A program without a
    browser then comes with each of the `tokens` (good, expired, forged, none); `now` is the server's time in seconds
    since 1970. At last it meets the limits: messages of `limit` bytes, heads of 16 KiB, so many `connections` (0: that
    scene is left out). `headers` are what the shop adds to its answers. With `tls` its own page speaks through it.
    """

    user: str = "ann"
    evil: str = "https://evil.example"
    same_site: str = "None"
    origins: tuple[str, ...] | None = None
    asks: str = "cookie"
    tokens: tuple[str, ...] = ("good", "expired", "forged", "none")
    now: int = 1_767_225_600
    limit: int = 1024
    connections: int = 4
    headers: tuple[tuple[str, str], ...] = ()
    tls: bool = True
