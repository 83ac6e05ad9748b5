"""What stands in the proxy's cache, and what the next visitor behind it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.pen import mono
from lessons.plays.cache_view import Kept, Visit, cached, visits

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus

LEFT: Final = 32.0
WIDE: Final = 404.0
GAP: Final = 16.0


def draw_store(pen: Pen, now: Chorus, top: float, height: float) -> str:
    """Two boxes side by side. What came from a wrong server is judged when somebody gets it, and not before: the proxy
    sees nothing wrong in it."""
    words = pen.words
    kept, seen = cached(now), visits(now)
    said = []
    emptied = [fact.moment.time for fact in now.moments if fact.moment.kind == "cache.emptied"]
    if emptied:
        asked = [fact.moment.time for fact in now.moments if fact.moment.kind == "visitor.asks"]
        seen = seen[sum(time < emptied[-1] for time in asked) :]
    harmed = any(one.poisoned for one in seen)
    for place, name in enumerate(("cache", "visitor")):
        x = LEFT + place * (WIDE + GAP)
        bad = harmed and (name == "visitor" or any(one.poisoned for one in kept))
        stroke = "err.edge" if bad else "text2"
        pen.box(name, x, top, WIDE, height, fill="raise", stroke=stroke, line=2 if bad else 1.5, radius=10)
        title = (
            words.translate("figures", "In its cache")
            if name == "cache"
            else words.translate("figures", "What the next visitor gets")
        )
        pen.text(name + "/title", x + 16, top + 26, title, 15, bold=True, anchor="start", within=WIDE - 32)
        if name == "cache":
            said.append(f"{title}: {_cache(pen, kept, x, top, harmed=harmed)}")
        else:
            said.append(f"{title}: {_visitor(pen, seen, x, top)}")
    return ". ".join(said)


def _cache(pen: Pen, kept: tuple[Kept, ...], x: float, top: float, *, harmed: bool) -> str:
    words = pen.words
    if not kept:
        text = words.translate("figures", "nothing")
        pen.glyph("cache/none", x + 24, top + 49, "pending", 14)
        pen.text("cache/nothing", x + 40, top + 54, text, 14, color="text2", anchor="start")
        return text
    one = kept[-1]
    where = one.host + one.target
    pen.text("cache/key", x + 16, top + 52, where, mono(14, bold=True), anchor="start", within=WIDE - 32)
    pen.text("cache/body", x + 16, top + 74, one.body, mono(13), color="pay.edge", anchor="start", within=WIDE - 32)
    text = (
        words.translate("figures", "came from another server than {host}") if one.poisoned
        else words.translate("figures", "came from {host} itself")
    ).format(host=one.host)  # fmt: skip
    if one.poisoned and not harmed:
        pen.text("cache/origin", x + 16, top + 104, text, 14, color="text2", anchor="start", within=WIDE - 32)
    else:
        _verdict(pen, "cache", x, top + 100, text, bad=one.poisoned)
    return f"{where}: {text}"


def _visitor(pen: Pen, seen: tuple[Visit, ...], x: float, top: float) -> str:
    words = pen.words
    if not seen:
        text = words.translate("figures", "nobody has asked yet")
        pen.glyph("visitor/none", x + 24, top + 49, "pending", 14)
        pen.text("visitor/nothing", x + 40, top + 54, text, 14, color="text2", anchor="start", within=WIDE - 56)
        return text
    one = seen[-1]
    text = words.translate("figures", "asks for the script") if one.body is None else one.body
    color = "text2" if one.body is None else "pay.edge"
    pen.text("visitor/body", x + 16, top + 52, text, mono(13), color=color, anchor="start", within=WIDE - 32)
    if one.body is None:
        return text
    source = (
        words.translate("figures", "from the cache") if one.hit else words.translate("figures", "from its own server")
    )
    pen.text("visitor/source", x + 16, top + 74, source, 14, color="text2", anchor="start", within=WIDE - 32)
    verdict = (
        words.translate("figures", "The attacker’s script runs as if it were the site’s") if one.poisoned
        else words.translate("figures", "The genuine script")
    )  # fmt: skip
    _verdict(pen, "visitor", x, top + 100, verdict, bad=one.poisoned)
    return f"{text}, {source}. {verdict}"


def _verdict(pen: Pen, name: str, x: float, y: float, text: str, *, bad: bool) -> None:
    pen.glyph(name + "/verdict", x + 26, y - 2, "cross" if bad else "tick", 18, spoken=text)
    pen.text(name + "/verdict/text", x + 42, y + 4, text, 14, bold=True, color="err.edge" if bad else "ok.edge",
             anchor="start", within=WIDE - 58)  # fmt: skip
