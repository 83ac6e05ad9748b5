"""The figure `page` around its bands: browser and cookie, the server, the login, and the callers without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Stroke
from app.figures.page_layout import BROWSER, INTO, MIDDLE, OUT, SERVER, SPACE
from app.figures.page_words import other_name, status_text
from app.figures.pen import mono, sans

if TYPE_CHECKING:
    from app.figures.page_layout import Layout
    from app.figures.page_view import Browser, Visit
    from app.figures.pen import Pen

DASH: Final = (5.0, 4.0)


def draw_frame(pen: Pen, browser: Browser, layout: Layout) -> None:
    """Browser and server, and what the login left behind."""
    words = pen.words
    height = layout.bottom - layout.top
    pen.box("browser", BROWSER[0], layout.top, BROWSER[1], height, fill="sunk", stroke="cli.fill", line=2, radius=12)
    pen.box("server", SERVER[0], layout.top, SERVER[1], height, fill="sunk", stroke="srv.fill", line=2, radius=12)
    title = words.translate("figures", "Browser")
    if browser.user:
        title = words.translate("figures", "Browser of {user}").format(user=browser.user)
    y = layout.top + 23
    pen.glyph("browser/glyph", BROWSER[0] + 22, y - 5, "client", 18)
    pen.text("browser/name", BROWSER[0] + 38, y, title, sans(16, bold=True), anchor="start", within=240)
    pen.glyph("server/glyph", SERVER[0] + 22, y - 5, "server", 18)
    shop = browser.shop or words.translate("figures", "Server")
    pen.text("server/name", SERVER[0] + 38, y, shop, sans(16, bold=True), anchor="start", within=160)
    _draw_cookie(pen, browser, layout.top + 48)
    asks = words.translate("figures", "asks for the cookie")
    if browser.asks == "ticket":
        asks = words.translate("figures", "asks for a ticket")
    pen.text("server/asks", SERVER[0] + 14, layout.top + 53, asks, sans(13), color="text2", anchor="start", within=182)


def _draw_cookie(pen: Pen, browser: Browser, y: float) -> None:
    """The cookie in the browser, once the server has set it, and the way it came."""
    words = pen.words
    known = bool(browser.cookie)
    text = browser.cookie.partition("=")[0] + "=…" if known else words.translate("figures", "no cookie yet")
    label = f"{text}  SameSite={browser.same_site}" if known else text
    spoken = words.translate("figures", "The cookie of {shop}: {cookie}, SameSite={same_site}.")
    spoken = spoken.format(shop=browser.shop, cookie=browser.cookie, same_site=browser.same_site) if known else text
    pen.box(
        "cookie", BROWSER[0] + 12, y - 13, BROWSER[1] - 24, 26, fill="raise" if known else "",
        stroke="warn.fill" if known else "line3", line=1.5, radius=13, dash=() if known else DASH, spoken=spoken,
        links=("cookie",),
    )  # fmt: skip
    pen.text(
        "cookie/text", BROWSER[0] + 26, y + 4.5, label, mono(13, bold=known), anchor="start",
        color="text" if known else "text3", within=BROWSER[1] - 52, links=("cookie",),
    )  # fmt: skip
    if not known:
        return
    pen.marks.append(Stroke(id="cookie/way", points=((INTO, y), (OUT + 12, y)), color="line3", line=1.5, head=8))
    text = words.translate("figures", "POST /login → Set-Cookie")
    on_line(pen, "cookie/login", y, text, sans(13))


def on_line(pen: Pen, name: str, y: float, text: str, font: Font, color: str = "text2", spoken: str = "") -> None:
    """A label in the middle of a line, with its own ground."""
    width = min(pen.width(text, font), SPACE)
    pen.box(name + "/ground", MIDDLE - width / 2 - 5, y - 10, width + 10, 20, fill="stage")
    pen.text(name, MIDDLE, y + 4.5, text, font, color=color, within=SPACE, spoken=spoken)


def draw_strip(pen: Pen, browser: Browser, layout: Layout, *, current: bool) -> None:
    """Everybody who calls without a browser: a program writes what it likes into its request."""
    words, y = pen.words, layout.strip
    stroke, line = ("ink", 2.5) if current else ("line2", 1.0)
    pen.box("others", 32, y, 824, 66, fill="raise", stroke=stroke, line=line, radius=12)
    title = words.translate("figures", "Without a browser")
    pen.text("others/title", 48, y + 28, title, sans(14, bold=True), anchor="start", within=150)
    note = words.translate("figures", "no Origin, no cookie")
    pen.text("others/note", 48, y + 48, note, sans(13), color="text2", anchor="start", within=150)
    shown = [visit for visit in browser.others if not visit.name.startswith("guest")]
    pitch = 640 / max(len(shown), 1)
    for number, visit in enumerate(shown):
        _draw_other(pen, visit, 206 + pitch * number, pitch - 6, y)


def _draw_other(pen: Pen, visit: Visit, x: float, width: float, y: float) -> None:
    name = "other." + visit.name
    words = pen.words
    done = visit.response is not None
    bad = visit.is_refused or visit.code == 1009
    tone = "err" if bad else "ok"
    answer = str(visit.response.status) if visit.response is not None else "·"
    if visit.code == 1009:
        answer = f"101, {visit.code}"
    who = other_name(words, visit.name)
    spoken = words.translate("figures", "{who}: {answer}.")
    full = status_text(visit.response.status) if visit.response is not None else words.translate("figures", "not yet")
    pen.box(
        name, x, y + 8, width, 50, fill=f"{tone}.tint" if done else "", stroke=f"{tone}.fill" if done else "line3",
        line=1.5, radius=8, dash=() if done else DASH, spoken=spoken.format(who=who, answer=full),
        links=("connection:" + visit.name,),
    )  # fmt: skip
    middle = x + width / 2
    pen.text(name + "/who", middle, y + 27, who, 12, color="text" if done else "text3", within=width - 8)
    color = f"{tone}.edge" if done else "text3"
    font = mono(15 if len(answer) < 4 else 12, bold=True)
    pen.text(name + "/answer", middle, y + 48, answer, font, color=color, within=width - 4)
