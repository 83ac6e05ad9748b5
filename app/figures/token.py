"""A JSON Web Token opened: its three parts, what they say, the checks of the server in their order, and the answer.

    the token        as it stands in the request, a bracket for each part
    three cards      header and payload are base64url of JSON, for everybody to read; the signature compared
    checks, answer   the first check that fails decides: 101, or 401 with its WWW-Authenticate

`focus` names the connection whose request brings the token; else the newest is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, Run, mono
from app.figures.token_cards import draw_cards
from app.figures.token_checks import draw_answer, draw_checks
from app.figures.token_view import read_token
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.token_view import TokenView
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

PER_LINE: Final = 92
"""How many characters of a token stand on one line."""

COLORS: Final = ("text2", "cli.edge", "srv.edge")
"""Header and payload are what the caller says, the signature is what only the server can make."""


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The scene of what the first `cursor` facts say."""
    pen = Pen(room)
    view = read_token(as_chorus(facts), cursor, focus)
    words = room.words
    title = words.translate("figures", "A token, opened")
    if view is None:
        text = words.translate("figures", "No request with a token has been sent.")
        pen.text("nothing", 444, (room.top + room.height) / 2, text, 16, color="text2", within=760)
        return Scene(tuple(pen.marks), height=room.height, title=title, description=text)
    tall = max(0.0, min(1.0, (room.height - room.top - 496) / 180))
    y = room.top + 4
    below = _draw_text(pen, view, y)
    below = draw_cards(pen, view, below + 14 + 10 * tall, 124 + 30 * tall)
    top = below + 12 + 14 * tall
    draw_checks(pen, view, top, room.height - 10 - top)
    told = draw_answer(pen, view, top, room.height - 10 - top)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=told)


def _draw_text(pen: Pen, view: TokenView, top: float) -> float:
    """The token in lines of equal length; returns the lower edge."""
    words = pen.words
    heads = {
        "authorization": "Authorization: Bearer",
        "cookie": "Cookie: session=",
        "query": words.translate("figures", "in the URL"),
        "subprotocol": "Sec-WebSocket-Protocol: bearer.",
    }
    head = heads.get(view.carrier.id, view.carrier.id)
    pen.text("token/head", 32, top + 14, head, mono(15, bold=True), anchor="start", within=400)
    size = words.translate("figures", "{count} characters").format(count=len(view.text))
    pen.text("token/size", 856, top + 14, size, 13, color="text2", anchor="end")
    lines = [view.text[start : start + PER_LINE] for start in range(0, len(view.text), PER_LINE)][:3]
    height = 16 + 22 * max(len(lines), 2)
    pen.box("token", 32, top + 24, 824, height, fill="raise", stroke="line2", radius=10, spoken=view.text)
    for number, line in enumerate(lines):
        runs = _runs(view, number * PER_LINE, line)
        pen.runs(f"token/line.{number}", 46, top + 46 + 22 * number, runs, within=800, links=("token",))
    return top + 24 + height


def _runs(view: TokenView, start: int, line: str) -> tuple[Run, ...]:
    """The line cut at the full stops, each part in its colour."""
    if view.token is None:
        return ((line, mono(14), "text"),)
    runs: list[tuple[str, bool, str]] = []
    cuts = [view.token.payload.span.start, view.token.signature.span.start]
    for place, letter in enumerate(line, start=start):
        part = sum(place >= cut for cut in cuts)
        color = "text" if letter == "." else COLORS[part]
        bold = letter == "." or part == 2
        if runs and runs[-1][2] == color and runs[-1][1] == bold:
            runs[-1] = (runs[-1][0] + letter, bold, color)
        else:
            runs.append((letter, bold, color))
    return tuple((text, mono(14, bold=bold), color) for text, bold, color in runs)
