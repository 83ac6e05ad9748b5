"""The opening handshake: the two heads as they cross, and each line running straight into the rule that reads
it.

`focus` is `request` or `response` to look at that head, `line:Header-Name` to put a ring around one line, or
nothing: then the head that began last is shown. Before a head is known its place is dashed.

    peers, states          always
    TCP                    dashed until it stands
    card and checklist     side by side; the judge's list appears when the head arrives
    outcomes               what the judge can still answer, then what it did
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Font, Rect, Room, Scene, Stroke
from app.figures.handshake_card import draw_card
from app.figures.handshake_ends import draw_outcomes, outcome_sentence
from app.figures.handshake_layout import SIDES, Frame, Place, Sheet, Side, between, frame_of, place_rows
from app.figures.handshake_list import draw_coming_list, draw_list
from app.figures.handshake_view import Exchange, View, read_view
from app.figures.handshake_words import title
from app.figures.parts import LIFELINES, TOKENS, elided, peer_head, state_pill
from app.figures.pen import Pen
from protocol.http11 import Response
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from protocol.knowledge import Facts

FUTURE: Final = (5.0, 4.0)


def draw(facts: Facts, cursor: int, focus: str, room: Room) -> Scene:
    """The handshake as the first `cursor` facts tell it."""
    pen = Pen(room, "")
    view = read_view(facts, cursor)
    exchange = view.shown(focus)
    side = SIDES[exchange.sender]
    frame = frame_of(room.height, room.top)
    top = frame.card
    if exchange.sender is Role.SERVER:
        top += between(34, 28, frame.squeeze)
    places = place_rows(exchange, view, top + frame.title, frame.bottom - top - frame.title)
    bottom = places[-1].bottom if places else frame.bottom
    _draw_lifelines(pen, exchange, view, frame, (top, bottom))
    _draw_peers(pen, view, frame)
    _draw_tcp(pen, view, frame)
    if exchange.sender is Role.SERVER:
        _draw_past_request(pen, view, frame)
    if places:
        _draw_exchange(pen, Sheet(side, exchange, view, places, frame.title))
        _draw_focus(pen, side, places, focus)
    else:
        _draw_future(pen, side, exchange, frame, top)
    first = bottom + frame.outcome
    if exchange.arrived or exchange.garbage is not None:
        draw_outcomes(pen, exchange, view, (first, first + frame.second))
    words = room.words
    return Scene(
        tuple(pen.marks),
        height=room.height,
        title=words.translate("figures", "Opening handshake"),
        description=_description(pen, exchange, view),
    )


def _draw_lifelines(pen: Pen, exchange: Exchange, view: View, frame: Frame, span: tuple[float, float]) -> None:
    """One line while CONNECTING and OPEN, two while CLOSING, dotted once CLOSED: from where it became so."""
    for role, x in LIFELINES.items():
        state = view.states[role]
        color = TOKENS[role] + ".fill"
        top, foot = frame.peers + 26, pen.room.height
        head = exchange.head if role is exchange.sender else None
        refusing = isinstance(head, Response) and head.status != 101
        change = span[0] + 18 if refusing else span[1]
        name = "life." + role.value
        if state not in {State.CLOSING, State.CLOSED}:
            pen.line(name, ((x, top), (x, foot)), color, 3)
            continue
        pen.line(name, ((x, top), (x, change)), color, 3)
        if state is State.CLOSED:
            pen.line(name + "/closed", ((x, change), (x, foot)), "line3", 2, dash=(2.0, 5.0))
        else:
            for number, shift in enumerate((-3, 3)):
                pen.line(f"{name}/closing.{number}", ((x + shift, change), (x + shift, foot)), color, 2)


def _draw_peers(pen: Pen, view: View, frame: Frame) -> None:
    """Who they are, as far as the heads or the options say, and the state of each."""
    request = view.request.head
    host = request.get("Host") if request is not None else None
    client = str(pen.room.options.get("client_address", ""))
    server = str(pen.room.options.get("server_address", "")) or host or ""
    peer_head(pen, Role.CLIENT, frame.peers, under=client, space=146)
    peer_head(pen, Role.SERVER, frame.peers, under=server, space=180)
    state_pill(pen, 238, frame.peers, Role.CLIENT, view.states[Role.CLIENT])
    state_pill(pen, 614, frame.peers, Role.SERVER, view.states[Role.SERVER], anchor="end")


def _draw_tcp(pen: Pen, view: View, frame: Frame) -> None:
    """The TCP connection, before which nothing of the handshake can travel."""
    words = pen.room.words
    text = words.translate("figures", "TCP connection established  (SYN, SYN-ACK, ACK)")
    if not view.tcp:
        text = words.translate("figures", "TCP connection")
    y, head = frame.tcp, 8 if view.tcp else 0
    pen.marks.append(
        Stroke(
            id="tcp", points=((58, y), (830, y)), color="line3", line=1.5, dash=() if view.tcp else FUTURE,
            head=head, tail=head, spoken=text,
        )
    )  # fmt: skip
    _on_line(pen, "tcp/label", y, text)


def _on_line(pen: Pen, name: str, y: float, text: str) -> None:
    """A label in the middle of a line, with its own ground."""
    shown = elided(text, Font(13), 560, pen.room)
    width = pen.width(shown, Font(13)) + 8
    pen.box(name + "/ground", 444 - width / 2, y - 10, width, 20, fill="stage")
    pen.text(name, 444, y + 4.5, shown, 13, color="text3")


def _draw_past_request(pen: Pen, view: View, frame: Frame) -> None:
    """The request once the response is looked at: a thin line with what came of it."""
    y = frame.card + between(8, 10, frame.squeeze)
    pen.marks.append(Stroke(id="request.past", points=((58, y), (830, y)), color="line3", line=1.5, head=8))
    words = pen.room.words
    request = view.request
    broken = next(
        (entry for entry in request.entries if entry.check is not None and entry.check is request.broken),
        None,
    )
    name = words.translate("figures", "HTTP request")
    if broken is not None:
        text = words.translate("figures", "{name}, broken rule: {rule}").format(name=name, rule=title(words, broken))
    elif request.counted:
        text = words.translate("figures", "{name}: {passed} of {total} passed")
        text = text.format(name=name, passed=request.passed, total=request.total)
    else:
        text = name
    _on_line(pen, "request.past/label", y, text)


def _draw_exchange(pen: Pen, sheet: Sheet) -> None:
    """The card on its sender's side and, once it has arrived, the checklist on the other."""
    side, exchange = sheet.side, sheet.exchange
    y = sheet.top + 18
    color = TOKENS[side.sender] + ".fill"
    near = side.card[0] if side.way > 0 else side.card[1]
    dot = Rect(side.home - 6, y - 6, 12, 12)
    pen.marks.append(Box(id=exchange.name + ".dot", rect=dot, fill=color, radius=6, above=2))
    pen.line(exchange.name + ".leaves", ((side.home, y), (near, y)), color, 3)
    draw_card(pen, sheet)
    stop = side.into if exchange.arrived else side.goal - 2 * side.way
    line, head = (3.0, 12) if exchange.arrived else (3.5, 13)
    pen.marks.append(
        Stroke(
            id=exchange.name + ".arrow", points=((side.out, y), (stop, y)), color=color, line=line, head=head,
            enter="grow",
        )
    )  # fmt: skip
    if exchange.arrived:
        draw_list(pen, sheet)
    else:
        draw_coming_list(pen, sheet)


def _draw_focus(pen: Pen, side: Side, places: tuple[Place, ...], focus: str) -> None:
    """A ring around the line with this header."""
    wanted = focus.removeprefix("line:").lower()
    if wanted == focus.lower():
        return
    for place in places:
        rows = place.folded or (place.row,)
        if any(row.header is not None and row.header.name.lower() == wanted for row in rows):
            left, right = side.card
            pen.box(
                "focus", left + 6, place.y + 1, right - left - 12, place.height - 2, stroke="ink", line=2.5,
                radius=6, above=3,
            )  # fmt: skip


def _draw_future(pen: Pen, side: Side, exchange: Exchange, frame: Frame, top: float) -> None:
    """The places of a head and of its checklist, before anything is known of them."""
    words = pen.room.words
    head = words.translate("figures", "HTTP request"), words.translate("figures", "HTTP response")
    points = (
        words.translate("figures", "Client’s checklist"),
        words.translate("figures", "Server’s checklist"),
    )
    hopes = (
        words.translate("figures", "what the client asks, line by line"),
        words.translate("figures", "what the server answers, line by line"),
    )
    request = exchange.sender is Role.CLIENT
    judging = words.translate("figures", "a rule for each line")
    boxes = (
        (exchange.name, side.card, head[not request], hopes[not request]),
        (exchange.name + ".points", side.points, points[request], judging),
    )
    y = top + 18
    for name, (left, right), text, hope in boxes:
        width, height = right - left, frame.bottom - top
        pen.box(name + ".card", left, top, width, height, stroke="line3", line=1.5, radius=10, dash=FUTURE)
        pen.text(name + ".title", left + 16, top + frame.title / 2 + 6, text, 15, color="text3", anchor="start")
        if exchange.garbage is None:
            baseline = top + frame.title + 20
            pen.text(name + ".hope", left + 16, baseline, hope, 14, color="text3", anchor="start", within=width - 32)
    near = side.card[0] if side.way > 0 else side.card[1]
    for number, ends in enumerate(((side.home + 2 * side.way, near), (side.out, side.into))):
        name = exchange.name + (".leaves", ".arrow")[number]
        pen.line(name, ((ends[0], y), (ends[1], y)), "line3", 1.5, dash=FUTURE)
    if exchange.garbage is not None:
        sentence = pen.room.words.rule(exchange.garbage.rule.id)
        pen.glyph("garbage", side.card[0] + 28, top + 70, "cross", 20)
        pen.text("garbage/rule", side.card[0] + 48, top + 75, sentence, 15, bold=True, anchor="start", within=360)
        where = words.translate("figures", "not so at byte {byte}")
        text = where.format(byte=exchange.garbage.start_bit // 8)
        pen.text("garbage/where", side.card[0] + 48, top + 96, text, 14, color="text2", anchor="start", within=360)


def _description(pen: Pen, exchange: Exchange, view: View) -> str:
    """The picture in words: what crosses, what came of it, both states."""
    words = pen.room.words
    parts = []
    if exchange.head is not None:
        sentence = words.translate("figures", "The request is on its way.")
        if exchange.sender is Role.CLIENT and exchange.arrived:
            sentence = words.translate("figures", "The server checks the request.")
        elif exchange.sender is Role.SERVER:
            sentence = words.translate("figures", "The response is on its way.")
            if exchange.arrived:
                sentence = words.translate("figures", "The client checks the response.")
        parts += [sentence, outcome_sentence(pen, exchange, view)]
    elif view.tcp:
        parts.append(words.translate("figures", "The TCP connection stands; nothing was sent yet."))
    else:
        parts.append(words.translate("figures", "There is no connection yet."))
    states = words.translate("figures", "Client {client}, server {server}.")
    parts.append(states.format(client=view.states[Role.CLIENT].name, server=view.states[Role.SERVER].name))
    return " ".join(part for part in parts if part)
