"""One page of the figure `page`: its tab in the browser, what goes over the wire, and what the server looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import GlyphName, Stroke
from app.figures.page_frame import DASH, on_line
from app.figures.page_layout import INTO, OUT, SERVER, TABS
from app.figures.page_words import outcome, page_name, status_text
from app.figures.parts import ChipLook, chip
from app.figures.pen import mono, sans, wrap
from protocol.handshake import Verdict
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.page_layout import Band
    from app.figures.page_view import Browser, Visit
    from app.figures.pen import Pen

OPENS, ORIGIN, COOKIE, ANSWER, ASKS, REPLY = range(6)
"""The lines of a band, from top to bottom."""


def draw_band(pen: Pen, browser: Browser, visit: Visit | None, name: str, band: Band, *, current: bool) -> None:
    """A page with everything that it caused."""
    _draw_tab(pen, browser, visit, name, band, current=current)
    if visit is None:
        return
    _draw_request(pen, browser, visit, band)
    _draw_checks(pen, browser, visit, band)
    if visit.response is not None:
        _draw_answer(pen, visit, band)
    _draw_messages(pen, browser, visit, band)


def _draw_tab(pen: Pen, browser: Browser, visit: Visit | None, name: str, band: Band, *, current: bool) -> None:
    words = pen.words
    there = bool(browser.cookie) if name == "good" else browser.visited
    origin = f"https://{browser.shop}" if name == "good" else browser.evil
    x, width = TABS
    told = outcome(words, visit) if visit is not None else ""
    harm = name == "evil" and visit is not None and bool(visit.read)
    stroke, line = ("ink", 2.5) if current else ("line2" if there else "line3", 1.5)
    spoken = words.translate("figures", "{page} of the origin {origin}: {outcome}")
    spoken = spoken.format(page=page_name(words, name), origin=origin, outcome=told or "–")
    pen.box(
        f"tab.{name}", x, band.top, width, band.height, fill="raise" if there else "", stroke=stroke, line=line,
        radius=10, dash=() if there else DASH, spoken=spoken, links=("connection:" + name,),
    )  # fmt: skip
    left, color = x + 14, "text" if there else "text3"
    pen.text(f"tab.{name}/name", left, band.top + 24, page_name(words, name), sans(15, bold=True), color=color,
             anchor="start", within=width - 28)  # fmt: skip
    pen.text(f"tab.{name}/origin", left, band.top + 43, origin, mono(13), color="text2" if there else "text3",
             anchor="start", within=width - 28)  # fmt: skip
    if visit is None or (visit.opens is None and not visit.ticket):
        return
    y = max(band.at(ORIGIN) + 14, band.top + 66)
    if visit.opens is not None:
        code = "new WebSocket(…)"
        pen.text(f"tab.{name}/code", left, y, code, mono(14, bold=True), anchor="start", within=width - 28)
    if visit.ticket:
        text = words.translate("figures", "its ticket: fetched first")
        if visit.ticket == "kept":
            text = words.translate("figures", "a ticket: the browser keeps it")
        pen.text(f"tab.{name}/ticket", left, y + 19, text, 13, color="text2", anchor="start", within=width - 28)
    if told:
        _draw_outcome(pen, visit, name, told, band, harm=harm)


def _draw_outcome(pen: Pen, visit: Visit, name: str, told: str, band: Band, *, harm: bool) -> None:
    """What the page has of it, in a box at the foot of its tab."""
    x, width = TABS
    tone = ""
    if visit.read or visit.is_refused:
        bad = harm or (visit.is_refused and name == "good")
        tone = "err" if bad else "ok"
    lines = wrap(told, sans(14, bold=True), width - 68, pen.room.measure)[:2]
    height = 14 + 18 * len(lines)
    y = band.bottom - height - 8
    pen.box(
        f"tab.{name}/outcome", x + 8, y, width - 16, height, fill=f"{tone}.tint" if tone else "sunk",
        stroke=f"{tone}.fill" if tone else "line2", line=1.5, radius=8, spoken=told,
    )  # fmt: skip
    glyphs: dict[str, GlyphName] = {"err": "warning" if harm else "cross", "ok": "tick", "": "now"}
    pen.glyph(f"tab.{name}/outcome.glyph", x + 26, y + height / 2, glyphs[tone], 18)
    for number, text in enumerate(lines):
        pen.text(f"tab.{name}/outcome.{number}", x + 44, y + 20 + 18 * number, text, sans(14, bold=True),
                 anchor="start", within=width - 60)  # fmt: skip


def _draw_request(pen: Pen, browser: Browser, visit: Visit, band: Band) -> None:
    """The request, and the two lines of it that the browser wrote by itself."""
    name, words = "wire." + visit.name, pen.words
    request = visit.request
    if request is None:
        pen.line(name + "/request", ((OUT, band.at(OPENS)), (INTO, band.at(OPENS))), "line3", 1.5, dash=DASH)
        if visit.ticket:
            fetched = f"POST /ticket → {visit.fetched}"
            on_line(pen, name + "/fetched", band.at(OPENS), fetched, mono(13, bold=True), "text")
        return
    y = band.at(OPENS)
    spoken = words.translate("figures", "Request for {target} from the origin {origin}")
    pen.marks.append(
        Stroke(
            id=name + "/request", points=((OUT, y), (INTO - 1, y)), color="cli.fill", line=2.5, head=11, enter="grow",
            spoken=spoken.format(target=request.target, origin=request.get("Origin") or "–"),
            links=("connection:" + visit.name,),
        )
    )  # fmt: skip
    target = request.target if len(request.target) < 28 else request.target[:24] + "…"
    on_line(pen, name + "/target", y, f"{request.method} {target}", mono(13, bold=True), "text")
    origin = request.get("Origin") or "–"
    _draw_header(pen, name + "/origin", band.at(ORIGIN), "Origin: ", origin, "text")
    if visit.cookie is not None:
        _draw_header(pen, name + "/cookie", band.at(COOKIE), "Cookie: ", visit.cookie, "warn.edge")
    else:
        text = words.translate("figures", "no cookie: SameSite={same_site}").format(same_site=browser.same_site)
        pen.text(name + "/cookie", OUT + 16, band.at(COOKIE) + 4.5, text, 13, color="text2", anchor="start",
                 within=INTO - OUT - 32)  # fmt: skip


def _draw_header(pen: Pen, name: str, y: float, header: str, value: str, color: str) -> None:
    runs = ((header, mono(13), "text2"), (value, mono(13, bold=True), color))
    pen.runs(name, OUT + 16, y + 4.5, runs, within=INTO - OUT - 32, spoken=header + value)


def _draw_checks(pen: Pen, browser: Browser, visit: Visit, band: Band) -> None:
    """What the server makes of each line, beside it."""
    words, name = pen.words, "check." + visit.name
    arrived = visit.request is not None
    glyph: GlyphName = "pending"
    text = words.translate("figures", "Origin")
    if browser.origins is None:
        glyph, text = "none", words.translate("figures", "Origin: not looked at")
    elif visit.origin is not None:
        glyph = "tick" if visit.origin.verdict is Verdict.HOLDS else "cross"
        allowed = glyph == "tick"
        text = (
            words.translate("figures", "Origin: allowed")
            if allowed
            else words.translate("figures", "Origin: not on the list")
        )
    _draw_check(pen, name + ".origin", band.at(ORIGIN), glyph, text, arrived=arrived)
    glyph, text = _credential(pen, browser, visit)
    _draw_check(pen, name + ".who", band.at(COOKIE), glyph, text, arrived=arrived)


def _credential(pen: Pen, browser: Browser, visit: Visit) -> tuple[GlyphName, str]:
    words = pen.words
    texts: dict[str, tuple[GlyphName, str]] = {
        "verified": ("tick", words.translate("figures", "Cookie: it is {user}").format(user=browser.user)),
        "rejected": ("cross", words.translate("figures", "Cookie: not accepted")),
        "nobody": ("cross", words.translate("figures", "Cookie: none came")),
        "redeemed": ("tick", words.translate("figures", "Ticket: it is {user}").format(user=browser.user)),
        "no_ticket": ("cross", words.translate("figures", "Ticket: none came")),
        "full": ("cross", words.translate("figures", "too many connections")),
    }
    if visit.decision in texts:
        return texts[visit.decision]
    return ("none" if visit.origin_refused else "pending"), (
        words.translate("figures", "Ticket") if browser.asks == "ticket" else words.translate("figures", "Cookie")
    )


def _draw_check(pen: Pen, name: str, y: float, glyph: GlyphName, text: str, *, arrived: bool) -> None:
    known = arrived and glyph != "pending"
    pen.glyph(name, SERVER[0] + 22, y, glyph if arrived else "pending", 16, spoken=text)
    pen.text(name + "/text", SERVER[0] + 36, y + 4.5, text, 13, color="text" if known else "text3", anchor="start",
             within=SERVER[1] - 44)  # fmt: skip


def _draw_answer(pen: Pen, visit: Visit, band: Band) -> None:
    """The status line on its way back."""
    assert visit.response is not None
    y, name = band.at(ANSWER), "answer." + visit.name
    color = "srv.fill" if visit.is_open else "err.fill"
    pen.marks.append(Stroke(id=name, points=((INTO, y), (OUT + 1, y)), color=color, line=2.5, head=11, enter="grow"))
    text = status_text(visit.response.status)
    look = ChipLook(color, "tick" if visit.is_open else "cross")
    chip(pen, name + "/status", (OUT + INTO) / 2, y, ((text, sans(14, bold=True), "text"),), look=look, above=2,
         spoken=text, links=("connection:" + visit.name,))  # fmt: skip


def _draw_messages(pen: Pen, browser: Browser, visit: Visit, band: Band) -> None:
    """What the page said on the open connection, and what the server's program answered."""
    words = pen.words
    for who, line in ((Role.CLIENT, ASKS), (Role.SERVER, REPLY)):
        said = [one for one in visit.said if one.who is who]
        if not said:
            continue
        y, name = band.at(line), f"said.{visit.name}.{who.value}"
        points = ((OUT, y), (INTO - 1, y)) if who is Role.CLIENT else ((INTO, y), (OUT + 1, y))
        color = "cli.fill" if who is Role.CLIENT else "srv.fill"
        spoken = words.translate("figures", "A text frame: {text}").format(text=said[-1].text)
        pen.marks.append(Stroke(id=name, points=points, color=color, line=2, head=10, enter="grow", spoken=spoken))
        on_line(pen, name + "/text", y, f"“{said[-1].text}”", sans(14, bold=True), "text")
    if any(one.who is Role.SERVER for one in visit.said):
        text = words.translate("figures", "answers as to {user}").format(user=browser.user)
        _draw_check(pen, f"check.{visit.name}.acts", band.at(ASKS), "now", text, arrived=True)
