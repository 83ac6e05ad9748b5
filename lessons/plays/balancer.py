"""Browsers, a balancer, two nodes and what joins them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BalancerSetup:
    """What the play `balancer` can be set to: the pages of one room, and four scenes.

    In `one` all pages are on one node. In `two` they are on two, without a broker; the pages of `reloads` reload, then
    the balancer becomes sticky and the page of `sticks` reloads. In `publish` a broker joins the nodes, and in
    `restart`, which needs it, node B restarts. The first page says `text` to the room in each scene.

    `crash`: node B drops its connections with RST instead of a Close frame with `farewell`. `back` is after how many
    seconds its pages open a new connection; the restart takes `restart` seconds. `store`: the nodes remember the pages
    in the broker's store, not in their own memory. `sticky`: whether the balancer is in `publish` and `restart`.
    `deaf`: the broker stops before the room says its first word. `twice`: the last word is said two times.
    """

    browsers: tuple[str, ...] = ("ada", "ben", "cleo", "dana", "eli", "finn")
    scenes: tuple[str, ...] = ("one", "two", "publish", "restart")
    room: str = "lobby"
    text: str = "Hello"
    reloads: tuple[str, ...] = ("ben", "cleo")
    sticks: str = "dana"
    sticky: bool = True
    crash: bool = False
    farewell: int = 1001
    back: float = 0.2
    restart: float = 2.0
    store: bool = False
    deaf: bool = False
    twice: bool = False
